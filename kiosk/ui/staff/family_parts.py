"""What stands beside the map of a family: where it is, what may help, what it said so far.

Its words are for staff only, and stand here in English: they are not translated.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kiosk.core.guide import Guide
from kiosk.staff.beside import Row
from kiosk.staff.remedies import Advice, Remedy, told
from kiosk.ui.kit import Kit
from kiosk.ui.lines import Lines
from kiosk.ui.staff.sheet import Sheet
from kiosk.ui.theme import LEAST_GAP, LINE, Role
from kiosk.ui.widgets.text import Text

LIKELY = "What is likely"
TRY = "Try this"
SAID = "Answered so far"
SAID_NOTHING = "Nothing yet. This is the first page."
SAID_HOW = "What was typed is not shown, and not kept."
UNREVIEWED = "Nobody has checked this yet. Source: {source}"

_EDGE, _TIGHT_EDGE = 4.0, 2.0  # millimetres
_DISC = 1.3  # of a number, in heights of its letters


class Pane(Sheet):
    """A part of a page that scrolls by itself, without a card of its own."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self._color = kit.theme.color(Role.card)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._color)


class _Number(QLabel):
    """A number in a disc, in front of a sentence."""

    def __init__(self, number: int, kit: Kit) -> None:
        super().__init__()
        self._theme = kit.theme
        self._lines = Lines(str(number), kit.theme.font("small", "en"))
        side = round(self._lines.height(1000) * _DISC)
        self.setFixedSize(QSize(side, side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(Role.primary))
        painter.drawEllipse(QRectF(self.rect()))
        wide = self._lines.natural_width() + 1
        at = QRectF(0, 0, wide, self._lines.height(wide))
        at.moveCenter(QRectF(self.rect()).center())
        self._lines.draw(painter, at.topLeft(), wide, self._theme.color(Role.on_primary))


class Beside(QWidget):
    """One thing in front, and a column of words beside it that is as high as it needs."""

    whole = True

    def __init__(self, first: QWidget, words: Sequence[QWidget], kit: Kit) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(kit.theme.px(2.2))
        row.addWidget(first, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        for part in words:
            column.addWidget(part)
        row.addLayout(column, 1)


class Answered(QWidget):
    """One line of the trail: the page's words, and below them the answer; a line parts the rows."""

    whole = True

    def __init__(self, row: Row, kit: Kit) -> None:
        super().__init__()
        self._theme = kit.theme
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, kit.theme.px(1.2))
        column.setSpacing(0)
        column.addWidget(Text(row.title, kit, "body", Role.second_ink))
        column.addWidget(Text(row.answer, kit, "label"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide = max(1, self._theme.px(LINE) // 2)
        painter.setPen(QPen(self._theme.color(Role.hairline), wide))
        painter.drawLine(0, self.height() - wide, self.width(), self.height() - wide)


def column_of(parts: Sequence[QWidget], kit: Kit) -> QWidget:
    """The parts below one another, with an edge around them."""
    box = QWidget()
    column = QVBoxLayout(box)
    edge = kit.theme.px(_TIGHT_EDGE if kit.theme.look.tight else _EDGE)
    column.setContentsMargins(edge, edge, edge, edge)
    column.setSpacing(kit.theme.px(LEAST_GAP * 0.7))
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return box


def advice_parts(guide: Guide, advice: Advice, kit: Kit) -> list[QWidget]:
    """What is likely on the page, and what to try."""
    likely = Text(told(guide, advice.likely), kit, "label")
    tries = (_remedy(guide, n, one, kit) for n, one in enumerate(advice.try_, 1))
    return [heading(LIKELY, kit), likely, heading(TRY, kit), *tries]


def answered_parts(rows: Sequence[Row], kit: Kit) -> list[QWidget]:
    """What was answered so far, the first answer first."""
    said: list[QWidget] = [Answered(row, kit) for row in rows]
    return [
        heading(SAID, kit),
        *(said or [Text(SAID_NOTHING, kit)]),
        Text(SAID_HOW, kit, "small", Role.second_ink),
    ]


def on_touch(button: QAbstractButton, does: Callable[[], object]) -> None:
    """Does it when the button is touched."""
    button.clicked.connect(lambda _=False: does())


def heading(words: str, kit: Kit) -> Text:
    """The small heading of a part."""
    part = Text(words, kit, "small", Role.second_ink)
    part.setContentsMargins(0, kit.theme.px(2.0), 0, 0)
    return part


def _remedy(guide: Guide, number: int, remedy: Remedy, kit: Kit) -> QWidget:
    words: list[QWidget] = [Text(told(guide, remedy.do), kit)]
    if remedy.reviewed is False:
        said = UNREVIEWED.format(source=remedy.source)
        words.append(Text(said, kit, "small", Role.second_ink))
    return Beside(_Number(number, kit), words, kit)
