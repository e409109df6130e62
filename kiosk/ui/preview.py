"""The author's window: one page of a flow, shown anew whenever its file is saved.

It is played like the kiosk, but nothing is timed: no clock runs out, and nobody is asked whether
somebody is there. What is off in the file stands beside the page, which stays the last good one.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.core.errors import KioskError, Missing
from kiosk.core.events import Confirmed, Event, WentBack
from kiosk.core.machine import advance
from kiosk.core.sample_visit import in_new_guide, seen_screens, visit_at
from kiosk.core.showing import view_of
from kiosk.core.visit import Visit
from kiosk.resources import assets_dir
from kiosk.ui.fonts import Fonts
from kiosk.ui.house import house_of
from kiosk.ui.saved_file import SavedFile
from kiosk.ui.theme import Look, Theme
from kiosk.ui.to_mend import WIDTH, ToMend
from kiosk.ui.window import Window
from kiosk.ui.wishes import (
    Begin,
    ClosePanel,
    OpenPanel,
    SetMotion,
    SetSize,
    SetTheme,
    StartOver,
    StillHere,
    Wish,
)

if TYPE_CHECKING:
    from kiosk.station import Station

# For the author at a desk, not for a family at the kiosk: pixels of a desktop window.
_PAGE = QSize(1366, 768)


@dataclass(frozen=True)
class Spot:
    """Where the preview opens: the file, its flow, and the screen."""

    file: Path
    flow: str
    screen: str


class Preview(QWidget):
    """`open_` reads all the files afresh; it raises a KioskError where they are not sound."""

    def __init__(self, open_: Callable[[], "Station"], spot: Spot) -> None:
        super().__init__()
        self._open = open_
        self._spot = spot
        self._station = open_()
        self._visit = visit_at(self._station.guide, spot.flow, spot.screen)
        # A page that is only mended does not slide in.
        self._look = Look(px_per_mm=self._station.site.station.px_per_mm, motion=False)
        self._window = Window(house_of(self._station), assets_dir(), self._look, full_screen=False)
        self._window.happened.connect(self._on_event)
        self._window.wished.connect(self._on_wish)
        self._to_mend = ToMend(Theme(self._look, Fonts(assets_dir() / "fonts")))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._window, 1)
        row.addWidget(self._to_mend)
        self.resize(_PAGE)
        # How tight a page is set goes by the room beside the problems: once that is settled.
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._settled.timeout.connect(self._show)
        self._show()
        self._file = SavedFile(spot.file, self)
        self._file.saved.connect(self._reload)
        self._file.gone.connect(self._tell_gone)

    @property
    def visit(self) -> Visit:
        """The visit that is shown."""
        return self._visit

    def _reload(self) -> None:
        try:
            station = self._open()
            self._spot = replace(self._spot, screen=self._screen_in(station))
        except KioskError as trouble:
            self._tell(trouble)
            return
        self._station = station
        self._visit = in_new_guide(station.guide, self._visit) or self._first()
        self._tell(None)
        self._show()

    def _screen_in(self, station: "Station") -> str:
        """The screen of the spot, or the first one where an edit took it away."""
        if self._spot.flow not in station.guide.flows:
            raise KioskError(f"There is no flow '{self._spot.flow}' any more.")
        seen = seen_screens(station.guide, self._spot.flow)
        if not seen:
            raise KioskError(f"'{self._spot.flow}' shows no screen of its own.")
        return self._spot.screen if self._spot.screen in seen else seen[0]

    def _first(self) -> Visit:
        return visit_at(self._station.guide, self._spot.flow, self._spot.screen)

    def _tell_gone(self) -> None:
        self._tell(Missing(f"{self._spot.file.name} is not there. Save it again, and go on."))

    def _tell(self, trouble: KioskError | None) -> None:
        if trouble is not None:
            self._to_mend.tell(trouble, self._spot.file)
        if self._to_mend.isHidden() == (trouble is not None):
            self._make_room(WIDTH if trouble else -WIDTH)
            self._to_mend.setVisible(trouble is not None)
            self._settled.start()

    def _make_room(self, wider: int) -> None:
        """The page keeps its size where the screen has room for what stands beside it."""
        width = self.width() + wider
        if not self.isMaximized() and _PAGE.width() <= width <= self.screen().size().width():
            self.resize(width, self.height())

    def _show(self, *, forward: bool = True) -> None:
        words = self._station.words["en"]
        self._window.show_view(view_of(self._station.guide, self._visit, words), forward)
        self.setWindowTitle(f"{self._visit.place} \u2013 preview")

    def _on_event(self, event: Event) -> None:
        if self._visit.ended and isinstance(event, Confirmed):
            self._visit = self._first()
        else:
            self._visit = advance(self._station.guide, self._visit, event)
        self._show(forward=not isinstance(event, WentBack))

    def _on_wish(self, wish: Wish) -> None:
        match wish:
            case OpenPanel(name):
                self._window.open_panel(name)
            case ClosePanel() | StillHere():
                self._window.close_panel()
            case SetSize(size):
                self._read_in(replace(self._look, size=size))
            case SetTheme(theme):
                self._read_in(replace(self._look, theme=theme))
            case SetMotion(on):
                self._read_in(replace(self._look, motion=on))
            case StartOver() | Begin():
                self._visit = self._first()
                self._show()

    def _read_in(self, look: Look) -> None:
        self._look = look
        self._window.set_look(look)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settled.start()
