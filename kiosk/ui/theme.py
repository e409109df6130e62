"""The look, and the only place that names it: colours by role, sizes in millimetres, fonts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum, auto
from math import ceil
from typing import Literal

from PySide6.QtGui import QColor, QFont

from kiosk.ui.fonts import Fonts

ThemeName = Literal["warm", "black_on_white", "white_on_black", "low_glare"]
Kind = Literal["title", "title_small", "body", "label", "small", "big", "mono", "huge"]

THEMES: tuple[ThemeName, ...] = ("warm", "black_on_white", "white_on_black", "low_glare")
SIZES = (0, 1, 2, 3)

# Millimetres. The first two are VVSG 2.0, 7.2-I; the rest is how we like it.
TARGET = 12.7
LEAST_GAP = 2.54
GAP = 4.6
TALL_TILE = 24.0
CORNER = 6.2
SMALL_CORNER = 4.6
LINE = 0.5
RING = 0.9


class Role(StrEnum):
    """What a colour is for. Words stand only in ink, second_ink and the on_ colours."""

    paper = auto()
    card = auto()
    ink = auto()
    second_ink = auto()
    primary = auto()
    on_primary = auto()
    accent = auto()
    on_accent = auto()
    accent_edge = auto()
    tint = auto()
    note = auto()
    hairline = auto()
    edge = auto()
    good = auto()
    warn = auto()
    bad = auto()
    on_mark = auto()
    focus = auto()
    stage = auto()
    on_stage = auto()
    stage_shape = auto()
    stage_focus = auto()
    picture_fill = auto()
    picture_soft = auto()
    picture_deep = auto()
    shade = auto()
    code_dark = auto()
    code_light = auto()


# Each role in the four themes, in the order of THEMES.
_COLORS: Mapping[Role, tuple[str, str, str, str]] = {
    Role.paper: ("#FBF6EC", "#FFFFFF", "#000000", "#CFC5B2"),
    Role.card: ("#FFFFFF", "#FFFFFF", "#000000", "#DCD3C2"),
    Role.ink: ("#16232E", "#000000", "#FFFFFF", "#0B1218"),
    Role.second_ink: ("#2B3944", "#000000", "#FFFFFF", "#0F181F"),
    Role.primary: ("#07434B", "#000000", "#FFFFFF", "#02191E"),
    Role.on_primary: ("#FFFFFF", "#FFFFFF", "#000000", "#E9E1D1"),
    Role.accent: ("#F7B26F", "#000000", "#FFFFFF", "#EDBA80"),
    Role.on_accent: ("#0B141B", "#FFFFFF", "#000000", "#03080B"),
    Role.accent_edge: ("#A84C12", "#000000", "#FFFFFF", "#6E3009"),
    Role.tint: ("#EAF3F1", "#FFFFFF", "#000000", "#D0D3C6"),
    Role.note: ("#FDF1E0", "#FFFFFF", "#000000", "#DFCEB2"),
    Role.hairline: ("#E3DACA", "#000000", "#FFFFFF", "#B5A98F"),
    Role.edge: ("#857A67", "#000000", "#FFFFFF", "#5E5545"),
    Role.good: ("#1F7A52", "#0A5C36", "#6FE0A8", "#17553A"),
    Role.warn: ("#96690A", "#7A5200", "#FFD24A", "#6A4A05"),
    Role.bad: ("#B3261E", "#9E1B14", "#FF9A90", "#8A1C15"),
    Role.on_mark: ("#FFFFFF", "#FFFFFF", "#000000", "#E9E1D1"),
    Role.focus: ("#B4400B", "#0037C8", "#FFD24A", "#7E2C07"),
    Role.stage: ("#07434B", "#FFFFFF", "#000000", "#032429"),
    Role.on_stage: ("#FFFFFF", "#000000", "#FFFFFF", "#E9E1D1"),
    Role.stage_shape: ("#0E5660", "#FFFFFF", "#1E2A30", "#0B363C"),
    Role.stage_focus: ("#FFD9AE", "#000000", "#FFD24A", "#E9BE8A"),
    Role.picture_fill: ("#F4A55A", "#FFFFFF", "#85541C", "#D6985C"),
    Role.picture_soft: ("#F4C38B", "#FFFFFF", "#5A4020", "#DDB58A"),
    Role.picture_deep: ("#07434B", "#000000", "#9FD8DC", "#032429"),
    Role.shade: ("#8C07262B", "#99000000", "#B3303030", "#99101A1E"),
    # The same in every theme: many phones read a code only if it is dark on light.
    Role.code_dark: ("#000000", "#000000", "#000000", "#000000"),
    Role.code_light: ("#FFFFFF", "#FFFFFF", "#FFFFFF", "#FFFFFF"),
}

# The palette of assets/README.md and what each colour is for. Other colours, such as skin, stay.
DRAWN: Mapping[str, Role] = {
    "#16232E": Role.ink,
    "#FFFFFF": Role.card,
    "#F4C38B": Role.picture_soft,
    "#F4A55A": Role.picture_fill,
    "#07434B": Role.picture_deep,
    "#EAF3F1": Role.tint,
    "#FBF6EC": Role.paper,
}

# The height of a capital letter in mm, for the four text sizes. "small" stands at the lower end
# of each band of VVSG 2.0 (3.5-4.2, 4.8-5.6, 6.4-7.1, 8.5-9.0), "body" inside it, and nothing on
# any page is smaller. Titles grow more slowly: at the largest size the words need the room.
_CAPS: Mapping[Kind, tuple[float, float, float, float]] = {
    "title": (7.0, 9.0, 10.2, 11.4),
    "title_small": (5.6, 7.2, 8.2, 9.6),
    "body": (3.8, 5.2, 6.7, 8.7),
    "label": (3.9, 5.3, 6.8, 8.8),
    "small": (3.5, 4.8, 6.4, 8.5),
    "big": (12.0, 15.2, 15.4, 15.6),
    "mono": (3.8, 5.2, 6.7, 8.7),
    "huge": (8.0, 10.5, 11.5, 12.5),
}
_WEIGHTS: Mapping[Kind, QFont.Weight] = {
    "title": QFont.Weight.Bold,
    "title_small": QFont.Weight.Bold,
    "big": QFont.Weight.Bold,
    "huge": QFont.Weight.Bold,
    "label": QFont.Weight.DemiBold,
    "small": QFont.Weight.DemiBold,
}


@dataclass(frozen=True)
class Look:
    """What a family may choose, and what the screen is like.

    `px_per_mm` is how dense it is; `tight` that it is so small that distances must shrink.
    """

    theme: ThemeName = "warm"
    size: int = 1
    px_per_mm: float = 3.9
    motion: bool = True
    tight: bool = False


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours, 1 to 21, as WCAG 2 has it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: QColor) -> float:
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    )
    red, green, blue = parts
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class Theme:
    """A look made usable: colours by role, pixels for millimetres, fonts for a language."""

    def __init__(self, look: Look, fonts: Fonts, language: str = "en") -> None:
        self.look = look
        self._px_per_mm = look.px_per_mm
        self._fonts = fonts
        self._language = language
        column = THEMES.index(look.theme)
        self._colors = {role: QColor(codes[column]) for role, codes in _COLORS.items()}
        self._made: dict[tuple[Kind, str], QFont] = {}

    def at_size(self, size: int) -> "Theme":
        """The same theme in another text size."""
        return Theme(replace(self.look, size=size), self._fonts, self._language)

    def color(self, role: Role) -> QColor:
        """The colour that stands for a role in this theme."""
        return self._colors[role]

    def portal(self, color: str) -> tuple[QColor, Role]:
        """A district's own colour and the role of words on it, where the theme has colours at all.

        The words are white or ink, whichever has more contrast on it.
        """
        own = QColor(color)
        if self.look.theme in ("black_on_white", "white_on_black") or not own.isValid():
            return self.color(Role.primary), Role.on_primary
        light = contrast(own, self.color(Role.card)) >= contrast(own, self.color(Role.ink))
        return own, Role.card if light else Role.ink

    def px(self, mm: float) -> int:
        """Whole pixels, never fewer than asked for, so that a target is never too small."""
        return ceil(mm * self._px_per_mm - 1e-6)

    def gap(self) -> int:
        """The gap between things to touch, in pixels."""
        return self.px(LEAST_GAP if self.look.tight else GAP)

    def load(self, languages: Iterable[str]) -> None:
        """Loads all that those languages may need, at once.

        When a file is added, Qt lets go of every font it has opened; what is still in use then
        stays in memory beside its new self.
        """
        self._fonts.mono()
        for language in languages:
            self._fonts.face(language)

    def font(self, kind: Kind, language: str = "") -> QFont:
        """The font for a kind of text, in the page's language or in the one named."""
        key = (kind, language or self._language)
        if key not in self._made:
            self._made[key] = self._make(*key)
        return self._made[key]

    def _make(self, kind: Kind, language: str) -> QFont:
        face = self._fonts.face(language)
        families = face.families
        cap = face.cap
        if kind in ("mono", "huge"):
            mono = self._fonts.mono()
            families, cap = mono.families + families, mono.cap
        font = QFont(list(families))
        font.setPixelSize(ceil(_CAPS[kind][self.look.size] * self.look.px_per_mm / cap))
        font.setWeight(_WEIGHTS.get(kind, QFont.Weight.Normal))
        # Without hinting and subpixel colours a page looks the same on every machine.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
        return font
