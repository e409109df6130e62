"""Holds the visit, owns every timer, and turns what happens into the next page."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QWindow

from kiosk.checks.password_hint import let_go_of_the_dictionaries
from kiosk.core.events import (
    Confirmed,
    Elapsed,
    Event,
    LanguageChosen,
    LeftAlone,
    Stopped,
    Typed,
    WentBack,
)
from kiosk.core.view import Wait
from kiosk.core.visit import Visit
from kiosk.memory import give_memory_back
from kiosk.ui.clipboard import empty_clipboard
from kiosk.ui.clocks import WaitClocks
from kiosk.ui.listening import Listening
from kiosk.ui.practising import as_read
from kiosk.ui.presence import SECOND_TAP_SECONDS, Presence
from kiosk.ui.rules import NOTHING_ASIDE
from kiosk.ui.rules import Aside as Aside
from kiosk.ui.rules import Rules as Rules
from kiosk.ui.theme import Look
from kiosk.ui.under_way import UnderWay
from kiosk.ui.window import Window
from kiosk.ui.wishes import (
    Begin,
    ClosePanel,
    LookAround,
    OpenPanel,
    SetMotion,
    SetSize,
    SetTheme,
    ShowCode,
    StartOver,
    StillHere,
    TakeHome,
    Wish,
    other_look,
)

_TICK_MS = 250
_TOUCHES = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress)


class Controller(QObject):
    """One for each window. `clock` gives monotonic seconds; nothing here reads another one."""

    def __init__(
        self,
        rules: Rules,
        window: Window,
        clock: Callable[[], float],
        listening: Listening | None = None,
        aside: Aside = NOTHING_ASIDE,
    ) -> None:
        super().__init__()
        self._rules = rules
        self._window = window
        self._clock = clock
        self._under_way = UnderWay(
            rules.guide, rules.words, aside.practising, aside.taking_home, rules.recorder
        )
        self._listening = listening or Listening(window)
        self._look = rules.look
        self._waits = WaitClocks()
        self._waiting: Wait | None = None
        self._asking = False
        self._presence = Presence(clock, rules.limits)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._guard = QTimer(self)
        self._guard.setSingleShot(True)
        self._guard.setInterval(int(SECOND_TAP_SECONDS * 1000))
        self._guard.timeout.connect(self.tick)
        window.happened.connect(self._on_event)
        window.wished.connect(self._on_wish)

    @property
    def visit(self) -> Visit | None:
        """The visit under way, or None on the first screen."""
        return self._under_way.visit

    @property
    def under_way(self) -> UnderWay:
        """All that is under way; whoever changes it lets `go_on` follow."""
        return self._under_way

    def start(self) -> None:
        """Shows the first screen, and lets the timers run."""
        self.start_afresh()
        self._timer.start()

    def watch(self, handle: QWindow) -> None:
        """Counts every touch and key that reaches the window as a sign of somebody."""
        handle.installEventFilter(self)

    def come_back(self, ticket: str) -> bool:
        """On the first screen, goes on with the visit of a ticket that was scanned there."""
        if self._under_way.is_anything or not self._under_way.come_back(ticket):
            return False
        self._show()
        return True

    def start_afresh(self, because: Stopped | LeftAlone | None = None) -> None:
        """Wipes all that a family left, and shows the first screen."""
        self._window.close_staff()
        self._under_way.wipe(because)
        self._waiting = None
        self._waits.forget()
        self._listening.forget()
        self._look = self._rules.look
        self._window.set_look(self._look)
        self._window.show_attract()
        empty_clipboard()
        let_go_of_the_dictionaries()
        give_memory_back()
        self._after_change()

    def say_sorry(self) -> None:
        """After a fault on our side: a fresh visit, and a word to the family."""
        self.start_afresh()
        self._window.say_sorry()

    def tick(self) -> None:
        """Looks at the clock: lifts the shield, moves clocks on, asks, or wipes."""
        now = self._clock()
        self._window.shield(self._presence.too_soon())
        if self._window.staff_is_open:
            return  # which minds its own quiet; clocks of waiting pages run on beneath
        if self._waiting is not None and not self._move_clock(now):
            self._take(Elapsed())
            return
        self._look_for_somebody(now)

    def _move_clock(self, now: float) -> bool:
        """Shows what is left on the clock of the page; gives whether it still runs."""
        if self._waiting is None:
            return False
        left = self._waits.left(self._waiting.clock, now)
        self._window.set_remaining(left * self._waiting.speed)
        return left > 0

    def _look_for_somebody(self, now: float) -> None:
        waits = self._waits.left(self._waiting.clock, now) if self._waiting else 0.0
        if self._listening.is_reading:
            self._presence.touched()  # who listens is here
        last = self._under_way.on_last_page
        idle = self._presence.idle(last_page=last, wait_seconds=waits)
        if not self._under_way.is_anything:
            if idle.phase != "here" and self._window.is_used():
                self.start_afresh()
        elif idle.phase == "gone":
            self.start_afresh(LeftAlone())
        elif idle.phase == "asking":
            self._ask(idle.seconds_left)
        elif self._asking:
            self._asking = False
            self._window.close_panel()
        elif last:
            self._window.set_remaining(idle.seconds_left)

    def _ask(self, seconds_left: int) -> None:
        if not self._asking:
            self._listening.ask()
        self._asking = True
        self._window.ask_still_there(seconds_left)

    def _on_event(self, event: Event) -> None:
        if self._presence.too_soon() or not self._under_way.is_anything:
            return
        if self._under_way.on_last_page and isinstance(event, Confirmed):
            self.start_afresh()
            return
        if not isinstance(event, Typed):
            self._remember_unsent()
        self._take(event)

    def _take(self, event: Event) -> None:
        """Goes where that event leads."""
        match self._under_way.happened(event):
            case "goes_on":
                self._show(forward=not isinstance(event, WentBack))
                if not isinstance(event, WentBack | LanguageChosen):
                    self._do_what_the_page_asks()
            case "comes_back":
                self._come_back()
            case "leaves":
                self.start_afresh()

    def _do_what_the_page_asks(self) -> None:
        page = self._under_way.page()
        if page is not None and page.page.does and not self._under_way.do(page.page.does):
            self._window.open_panel("at_the_desk")
            self._after_change()

    def _come_back(self) -> None:
        """Shows the family's page again; its clock has run on, and may be over by now."""
        page = self._under_way.page()
        clock = page.body.clock if page and isinstance(page.body, Wait) else ""
        if self._waits.is_over(clock, self._clock()):
            self._take(Elapsed())
        else:
            self._show(forward=False)

    def go_on(self, *, moved: bool, done: bool) -> None:
        """Goes on when staff is gone. `moved`: it has moved the visit; `done`: by an answer."""
        if self._asking:
            self._window.close_panel()
        self._after_change()
        if moved:
            self._come_back()
        if moved and done:
            self._do_what_the_page_asks()

    def _on_wish(self, wish: Wish) -> None:
        if self._presence.too_soon():
            return
        match wish:
            case Begin(language):
                self._under_way.begin(language)
                self._show()
            case OpenPanel() | ShowCode():
                self._open_over(wish)
            case SetSize() | SetTheme() | SetMotion():
                self._read_in(other_look(self._look, wish))
            case StartOver():
                self.start_afresh(Stopped())
            case LookAround() | TakeHome():
                self._turn_aside(wish)
            case ClosePanel() | StillHere():
                self._window.close_panel()
                self._after_change()

    def _open_over(self, wish: OpenPanel | ShowCode) -> None:
        match wish:
            case OpenPanel(name):
                self._window.open_panel(name)
            case ShowCode(code):
                self._window.show_code(code)
        self._after_change()

    def _turn_aside(self, wish: LookAround | TakeHome) -> None:
        self._remember_unsent()
        match wish:
            case LookAround(language):
                begun = self._under_way.look_around(language)
            case TakeHome():
                begun = self._under_way.take_home()
        if begun:
            self._show()

    def _read_in(self, look: Look) -> None:
        self._look = look
        self._window.set_look(look)
        if self._under_way.is_anything:
            self._remember_unsent()
            self._show()

    def _remember_unsent(self) -> None:
        self._under_way.remember(self._window.unsent_text())

    def _show(self, forward: bool = True) -> None:
        view = self._under_way.page()
        if view is None:
            return
        words = self._under_way.words(view.language)
        self._window.show_view(view, forward)
        self._listening.show(as_read(view), words)
        self._waiting = view.body if isinstance(view.body, Wait) else None
        if self._waiting is not None:
            clock, speed = self._waiting.clock, self._waiting.speed
            whole = self._waiting.seconds / speed
            left = self._waits.visit(clock, self._under_way.left_of(whole), self._clock())
            self._window.set_remaining(left * speed)
        self._after_change()
        self.tick()

    def _after_change(self) -> None:
        """A page or a panel has just come."""
        self._asking = False
        self._listening.stop()
        self._presence.page_changed()
        self._window.shield(True)
        self._guard.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._presence.touched()
            self._listening.touched(event)
        return False
