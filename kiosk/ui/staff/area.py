"""The shell of the staff's pages: sections at the start side, the page of one of them beside.

English only, as all that staff reads.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Final, cast

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.staff.desk import BackToFamily, Desk, StaffPage
from kiosk.ui.staff.quiet import Quiet
from kiosk.ui.staff.section_button import SectionButton
from kiosk.ui.staff.sheet import Sheet
from kiosk.ui.theme import LEAST_GAP, Role
from kiosk.ui.widgets.announce import announce
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.text import Text

SIGN_OUT_SECONDS: Final = 180
NOTE_SECONDS: Final = 20
REFRESH_MS: Final = 3000
_SPOKEN_SECONDS = 10
_WIDE = 205.0  # millimetres; in a narrower window the sections show their icons alone

BACK = "Back to the family"
NOT_THERE = "This page is not part of this station."
GOING = "Nobody has touched this page for a while. It closes in {left}. Touch it to stay."

PageMaker = Callable[[Desk, Kit], QWidget]


@dataclass(frozen=True)
class Section:
    """One section: its icon, and what makes its page anew each time it is opened.

    The page is a StaffPage with a layout. A maker may raise ImportError: it is then said that this
    station has no such page.
    """

    icon: str
    make: PageMaker


class Area(QWidget):
    """Lies over the family's page. Staff goes, by its own wish or for want of a touch, by way of
    the desk: BackToFamily."""

    def __init__(
        self,
        desk: Desk,
        kit: Kit,
        sections: Mapping[str, Section],
        clock: Callable[[], float],
        seconds: float = SIGN_OUT_SECONDS,
    ) -> None:
        """`clock` gives monotonic seconds; after so many without a touch staff is signed out."""
        super().__init__()
        self._desk, self._kit, self._sections = desk, kit, sections
        self._page: StaffPage | None = None
        self._sheet = Sheet(kit)
        self._column = _Column(sections, kit)
        self._column.opened.connect(self.open)
        self._column.left.connect(self._leave)
        self._nav = Sheet(kit)
        self._nav.set_content(self._column)
        self._note = Note("", kit, "clock")
        self._note.hide()
        for part in (self._nav, self._sheet, self._note):
            part.setParent(self)
        self._refresh = QTimer(self)
        self._refresh.setInterval(REFRESH_MS)
        self._refresh.timeout.connect(self.refresh)
        self._refresh.start()
        self._quiet = quiet = Quiet(self, seconds, clock)
        quiet.ticked.connect(self._warn)
        quiet.over.connect(self._leave)
        self.open(next(iter(sections)))

    def open(self, name: str) -> None:
        """Shows the page of that section, made anew."""
        try:
            page = self._sections[name].make(self._desk, self._kit)
        except ImportError:
            page = _absent(name, self._kit)
        self._page = cast(StaffPage, page)
        self.setFocusProxy(self._column.mark(name))
        self._sheet.set_content(page)
        announce(self, name)

    def refresh(self) -> None:
        """Has the page show how things stand now."""
        if self._page is not None:
            self._page.refresh()

    def _leave(self) -> None:
        self._desk.act(BackToFamily())

    def _warn(self, left: float) -> None:
        near = left <= NOTE_SECONDS
        if near:
            seconds = ceil(left)
            told = GOING.format(left="1 second" if seconds == 1 else f"{seconds} seconds")
            self._note.say(told)
            if self._note.isHidden() or seconds % _SPOKEN_SECONDS == 0:
                announce(self, told)
        if near == self._note.isHidden():
            self._note.setVisible(near)
            self._note.raise_()
            self._lay_out()

    def _lay_out(self) -> None:
        px, tight = self._kit.theme.px, self._kit.theme.look.tight
        edge, gap = px(2.6 if tight else 6), px(LEAST_GAP if tight else 5)
        room = self.height() - 2 * edge
        bare = self.width() < px(_WIDE)
        self._column.arrange(bare=bare)
        wide = self._nav.needed_width(self._column.sizeHint().width())
        if bare and self._nav.needed_height(wide) > room:
            self._column.arrange(bare=True, columns=2)
            wide = self._nav.needed_width(self._column.sizeHint().width())
        self._nav.setGeometry(edge, edge, wide, room)
        start = edge + wide + gap
        page = QRect(start, edge, self.width() - edge - start, room)
        if not self._note.isHidden():
            high = self._note.heightForWidth(page.width())
            self._note.setGeometry(page.x(), page.bottom() + 1 - high, page.width(), high)
            page.setHeight(page.height() - high - gap)
        self._sheet.setGeometry(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._kit.theme.color(Role.paper))


class _Column(QWidget):
    """A button for each section, and at the bottom the way back."""

    opened = Signal(str)
    left = Signal()

    def __init__(self, sections: Mapping[str, Section], kit: Kit) -> None:
        super().__init__()
        self._buttons = {
            name: SectionButton(name, section.icon, kit) for name, section in sections.items()
        }
        self._back = SectionButton(BACK, "back", kit, choice=False)
        self._grid = QGridLayout(self)
        edge = kit.theme.px(0.8 if kit.theme.look.tight else 1.6)
        self._grid.setContentsMargins(edge, edge, edge, edge)
        self._grid.setSpacing(kit.theme.px(LEAST_GAP))
        for name, button in self._buttons.items():
            button.clicked.connect(lambda _=False, name=name: self.opened.emit(name))
        self._back.clicked.connect(lambda: self.left.emit())
        self.arrange(bare=False)

    def mark(self, name: str) -> QWidget:
        """Shows which section is open; gives its button."""
        self._buttons[name].setChecked(True)
        return self._buttons[name]

    def arrange(self, *, bare: bool, columns: int = 1) -> None:
        """Shows icons alone, or words with them; in so many columns."""
        for number, button in enumerate(self._buttons.values()):
            button.set_bare(bare)
            self._grid.addWidget(button, number // columns, number % columns)
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
        self._back.set_bare(bare)
        self._grid.setRowStretch(len(self._buttons), 1)
        self._grid.addWidget(self._back, len(self._buttons) + 1, 0, 1, columns)
        self._grid.invalidate()


class _Absent(QWidget):
    """Stands in the place of a page that cannot be made."""

    def refresh(self) -> None:
        """Nothing here changes by itself."""


def _absent(name: str, kit: Kit) -> QWidget:
    page = _Absent()
    column = QVBoxLayout(page)
    column.addWidget(Text(name, kit, "title_small"))
    column.addWidget(Text(NOT_THERE, kit))
    column.addStretch(1)
    return page
