"""The sheets that there are, and the type on them: millimetres for dots, fonts, colours by role."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Literal

from PySide6.QtGui import QColor, QFont

from kiosk.ui.fonts import Fonts
from kiosk.ui.theme import Look, Role, Theme, ThemeName

PaperName = Literal["letter", "a4", "receipt"]
PaperKind = Literal["title", "heading", "body", "label", "english", "letters", "phone", "mono"]

_MM_PER_INCH = 25.4


@dataclass(frozen=True)
class Sheet:
    """A kind of paper, in millimetres. One of no `height` is cut where its content ends.

    `side` and `top` are the white around the content, more than any printer's own. `dpi` is how
    fine it is drawn. A `narrow` one has one column.
    """

    width: float
    height: float
    side: float
    top: float
    dpi: int
    theme: ThemeName
    narrow: bool = False

    @property
    def dots_per_mm(self) -> float:
        """How many dots of the printer one millimetre has."""
        return self.dpi / _MM_PER_INCH


# A receipt printer heats its paper: it knows black only, and 203 dots an inch.
SHEETS: Mapping[PaperName, Sheet] = {
    "letter": Sheet(215.9, 279.4, 18.0, 14.0, 600, "warm"),
    "a4": Sheet(210.0, 297.0, 17.0, 15.0, 600, "warm"),
    "receipt": Sheet(80.0, 0.0, 4.5, 5.0, 203, "black_on_white", narrow=True),
}

# The height of a capital letter in mm: held in the hand, "body" is that of 12 points, "english"
# that of 9.5.
_CAPS: Mapping[PaperKind, float] = {
    "title": 5.0,
    "heading": 3.6,
    "body": 2.9,
    "label": 2.6,
    "english": 2.2,
    "letters": 4.0,
    "phone": 3.5,
    "mono": 2.7,
}
_WEIGHTS: Mapping[PaperKind, QFont.Weight] = {
    "title": QFont.Weight.Bold,
    "heading": QFont.Weight.Bold,
    "label": QFont.Weight.Bold,
    "letters": QFont.Weight.Bold,
    "phone": QFont.Weight.Bold,
}
_OF_ONE_WIDTH = ("letters", "phone", "mono")


class Type:
    """A sheet made usable: dots for millimetres, fonts for a language, colours by role.

    `scale` below 1 makes words and distances smaller, never a code.
    """

    def __init__(self, sheet: Sheet, fonts: Fonts, language: str, scale: float = 1.0) -> None:
        self.sheet = sheet
        self.scale = scale
        self._fonts = fonts
        self._language = language
        look = Look(theme=sheet.theme, px_per_mm=sheet.dots_per_mm)
        self.theme = Theme(look, fonts, language)

    def dots(self, mm: float) -> float:
        """A distance that shrinks with the words."""
        return mm * self.scale * self.sheet.dots_per_mm

    def exact(self, mm: float) -> float:
        """A distance that is the same at every scale."""
        return mm * self.sheet.dots_per_mm

    def color(self, role: Role) -> QColor:
        """The colour of a role on this paper."""
        return self.theme.color(role)

    def font(self, kind: PaperKind) -> QFont:
        """The font for a kind of text; some kinds are never in the family's own script."""
        if kind in _OF_ONE_WIDTH:
            face = self._fonts.mono()
        else:
            face = self._fonts.face("en" if kind == "english" else self._language)
        font = QFont(list(face.families))
        font.setPixelSize(max(1, ceil(self.dots(_CAPS[kind]) / face.cap)))
        font.setWeight(_WEIGHTS.get(kind, QFont.Weight.Normal))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font
