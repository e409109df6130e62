"""Presents the practice student to a room: keys lead from scene to scene, and nothing can be typed.

It holds the presentation, owns its one timer, and keeps every key from the page: whatever is
pressed is a step of the presentation, or nothing. A mouse or a finger touches the page as a
family's would, for a room asks "and what is behind that?"; beside what can be touched it does
nothing, and the next key goes on in the order as if it had not been.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWindow

from kiosk.core.events import Event
from kiosk.core.view import View, Wait
from kiosk.demo.phrases import demo_phrases_in
from kiosk.demo.practice import LATE_SPEED
from kiosk.demo.presenting import (
    Jump,
    Move,
    Presenting,
    Show,
    Touched,
    page_at,
    present,
    title_of,
    words_to_mark,
)
from kiosk.resources import assets_dir
from kiosk.ui.kits import House, Kits
from kiosk.ui.presenter_covers import Covers
from kiosk.ui.presenter_keys import move_of
from kiosk.ui.presenter_notes import CornerNotes, NotesWindow, Told
from kiosk.ui.presenter_pointer import PointerRing
from kiosk.ui.theme import Look
from kiosk.ui.widgets.morebar import MoreBar
from kiosk.ui.window import Window
from kiosk.ui.wishes import ClosePanel, OpenPanel, SetSize, SetTheme, StartOver, Wish

_TICK_MS = 200
_SECOND_TAP_SECONDS = 0.5
_TOUCHES = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)


@dataclass(frozen=True)
class Hall:
    """Where it is shown: whose house, in what look; `clock` gives monotonic seconds.

    A slide stays `seconds` where the presentation runs by itself.
    """

    house: House
    look: Look
    clock: Callable[[], float]
    seconds: float = 12.0


class Presenter(QObject):
    """One for each window. `left` tells that the speaker has left; `swapped` that S was pressed."""

    left = Signal()
    swapped = Signal(bool)

    def __init__(self, show: Show, now: Presenting, window: Window, hall: Hall) -> None:
        super().__init__(window)
        self._show, self._now, self._window, self._hall = show, now, window, hall
        self._look = hall.look
        self._kits = Kits(hall.house, assets_dir())
        english = hall.house.words_of("en")
        self._speaker = Kits(hall.house, assets_dir()).fresh(hall.look, english, False)
        self._covers = Covers(window, hall.house.school)
        self._corner = CornerNotes(self._speaker, window)
        self._desk: NotesWindow | None = None
        self._ring = PointerRing(self._speaker.theme, window)
        self._began = self._since = self._changed = hall.clock()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._covers.moved.connect(self.move)
        window.happened.connect(self._on_event)
        window.wished.connect(self._on_wish)

    @property
    def now(self) -> Presenting:
        """Where the presentation stands."""
        return self._now

    def start(self) -> None:
        """Shows the first slide, and lets the timer run."""
        self._began = self._since = self._hall.clock()
        self._show_page(forward=True)
        self._show_around()
        self._timer.start()

    def watch(self, handle: QWindow) -> None:
        """Takes every key of that window, and sees every touch of it."""
        handle.installEventFilter(self)

    def new_desk(self) -> NotesWindow:
        """A window for the speaker's own screen, which is not shown yet."""
        return NotesWindow(self._speaker)

    def take_desk(self, desk: NotesWindow | None) -> None:
        """Puts the notes on the speaker's own screen as well, or no more."""
        self._desk = desk
        self._show_around()

    def move(self, move: Move | Jump | Touched) -> None:
        """Goes on as that asks for."""
        before, self._now = self._now, present(self._show, self._now, move)
        self._since = self._hall.clock()
        if self._now.left:
            self.left.emit()
            return
        if _shown(before) != _shown(self._now):
            self._show_page(forward=self._now.slide >= before.slide)
        if before != self._now:
            self._show_around()
        if move == "more":
            self._show_more()
        if before.swapped != self._now.swapped:
            self.swapped.emit(self._now.swapped)

    def tick(self) -> None:
        """Looks at the clock: the next slide, where it runs by itself; the notes; the pointer."""
        now = self._hall.clock()
        if self._now.alone and now - self._since >= self._hall.seconds:
            self.move("turn")
        self._ring.look(now)
        self._window.set_remaining(self._wait_left(now))
        self._corner.tell_time(now - self._began)
        if self._desk is not None:
            self._desk.tell_time(now - self._began)
            self._desk.show_scene(self._window.grab())

    def _wait_left(self, now: float) -> float:
        """What is left on the clock of a page to wait on, which goes on by a key only."""
        wait = self._waiting.seconds if self._waiting else 0
        return max(wait - LATE_SPEED * (now - self._changed), 0)

    def _show_page(self, *, forward: bool) -> None:
        view = page_at(self._show, self._now)
        self._waiting = (
            view.body if isinstance(view, View) and isinstance(view.body, Wait) else None
        )
        self._changed = self._hall.clock()
        self._window.show_view(view, forward)
        frame = self._window.page()
        if frame is not None:
            frame.mark(words_to_mark(self._show, self._now))

    def _show_more(self) -> None:
        """The next part of a page that is taller than the screen; after the last, the first."""
        frame = self._window.page()
        if frame is None:
            return
        place = page_at(self._show, self._now).page.place
        before = frame.scrolled(place)
        for bar in frame.findChildren(MoreBar):
            bar.paged.emit(1)
        if frame.scrolled(place) == before:
            frame.scroll_to(0.0)

    def _show_around(self) -> None:
        """The notes, and what covers the page."""
        now, slides = self._now, self._show.order.slides
        title = title_of(self._show, now.slide + 1, now.language)
        told = Told(now.slide + 1, len(slides), slides[now.slide].notes, title, now.alone)
        self._corner.tell(told)
        self._corner.setVisible(now.notes)
        self._corner.raise_()
        if self._desk is not None:
            self._desk.tell(told)
        words = self._show.words[now.language]
        kit = self._kits.kit(self._look, now.language, words.right_to_left)
        self._covers.show_for(now, kit, demo_phrases_in(words).pause_says, self._speaker)

    def _on_event(self, event: Event) -> None:
        if self._hall.clock() - self._changed >= _SECOND_TAP_SECONDS:
            self.move(Touched(event))

    def _on_wish(self, wish: Wish) -> None:
        match wish:
            case OpenPanel(name):
                self._window.open_panel(name)
            case ClosePanel():
                self._window.close_panel()
            case SetSize(size):
                self._read_in(replace(self._look, size=size))
            case SetTheme(theme):
                self._read_in(replace(self._look, theme=theme))
            case StartOver():
                self.move("first")

    def _read_in(self, look: Look) -> None:
        self._look = look
        self._window.set_look(look)
        self._show_page(forward=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                self._on_key(event)
            return True
        if event.type() in _TOUCHES and self._now.alone:
            self.move("other")
        if isinstance(event, QMouseEvent) and watched is self._window.windowHandle():
            self._ring.follow(event.position().toPoint(), self._hall.clock())
        return False

    def _on_key(self, event: QKeyEvent) -> None:
        move = move_of(event)
        if move is not None:
            self._window.close_panel()
            self.move(move)


def _shown(now: Presenting) -> tuple[object, ...]:
    """What of the presentation is on the page."""
    return now.slide, now.language, now.touched
