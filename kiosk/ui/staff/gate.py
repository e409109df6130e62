"""The gate before the staff's pages: asks the PIN, sets the first one, and opens a lock.

What is typed goes to the PIN's gate beside the window's thread, and is not kept here; a new PIN is
kept from the first typing of it to the second.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import Final, Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent

from kiosk.core.errors import KioskError
from kiosk.staff.pin import FREE_TRIES, Locked, Ready, Standing, Waiting
from kiosk.staff.pin_gate import Answer, NewCode, NotAPin, NotRight, NotTheCode, Opened
from kiosk.staff.pin_words import told_answer, told_standing
from kiosk.ui.kit import Kit
from kiosk.ui.staff import gate_words as words
from kiosk.ui.staff.asking import Asking
from kiosk.ui.staff.gate_page import GatePage
from kiosk.ui.staff.gate_steps import CodeStep, KeepStep, PinStep, Step
from kiosk.ui.staff.quiet import Quiet

IDLE_SECONDS: Final = 60
KEEP_SECONDS: Final = 300
_SPOKEN_SECONDS = 10


class Pins(Protocol):
    """What the gate asks: `kiosk.staff.pin_gate.PinGate`, of which each call may take a second."""

    def is_set(self) -> bool:
        """Whether a PIN was ever set here."""

    def standing(self) -> Standing:
        """Whether a PIN may be tried now."""

    def try_pin(self, typed: str) -> Answer:
        """Looks at a PIN."""

    def set_first(self, new: str) -> NewCode:
        """Sets the first PIN."""

    def is_code(self, typed: str) -> bool:
        """Whether that is the recovery code."""

    def recover(self, code: str, new: str) -> NewCode | NotTheCode:
        """Sets another PIN by the recovery code."""


@dataclass(frozen=True)
class Keeper:
    """What a gate is made with. `weakness` tells why a PIN may not be set; `clock` is monotonic."""

    pins: Pins
    weakness: Callable[[str], str]
    asking: Asking
    clock: Callable[[], float]


class Gate(GatePage):
    """A page over the whole window. `opened`: staff may come in; `left`: back to the family."""

    opened = Signal()
    left = Signal()

    def __init__(self, keeper: Keeper, kit: Kit) -> None:
        super().__init__(kit)
        self._keeper = keeper
        self._tells: dict[int, Callable[[object], None]] = {}
        self._new = self._code = ""
        self._until: float | None = None
        self._before_wait = ""
        self.back.clicked.connect(self._leave)
        self.forgot.clicked.connect(lambda: self._ask_code(words.FORGOT, words.CODE_SAYS))
        self._quiet = Quiet(self, IDLE_SECONDS, keeper.clock)
        self._quiet.ticked.connect(self._count_down)
        self._quiet.over.connect(self.left)
        keeper.asking.came.connect(self._hear)
        self._begin()

    def _begin(self) -> None:
        if self._keeper.pins.is_set():
            self._ask_pin()
        else:
            self._choose(words.CHOOSE, words.CHOOSE_SAYS)

    def _show(self, step: Step, sent: Callable[[str], None]) -> None:
        self._until = None
        step.sent.connect(sent)
        self.forgot.setVisible(sent == self._try)
        self.put(step)

    def _ask(self, question: Callable[[], object], tell: Callable[[object], None]) -> None:
        """Asks beside this thread; until the answer comes nothing more is taken."""
        self._until = None
        self.step.set_ready(False)
        self.step.tell(words.ONE_MOMENT)
        self._tells[self._keeper.asking.ask(question)] = tell

    def _hear(self, number: int, answer: object) -> None:
        tell = self._tells.pop(number, None)
        if tell is None:
            return  # another gate asked it
        if isinstance(answer, KioskError):
            self._tell(str(answer))
        else:
            tell(answer)

    def _tell(self, sentence: str) -> None:
        """Says what came of it, and takes what is typed again."""
        self.step.set_ready(True)
        self.step.tell(sentence)

    def _ask_pin(self) -> None:
        self._show(PinStep(words.PIN, words.TYPE_IT, words.OPEN, self.kit), self._try)
        self._ask(self._keeper.pins.standing, self._stand)

    def _try(self, pin: str) -> None:
        self._ask(lambda: self._keeper.pins.try_pin(pin), self._answered)

    def _answered(self, answer: object) -> None:
        match answer:
            case Opened():
                self.opened.emit()
            case NotRight(now=Waiting() as now):
                self._wait(now, "That is not the PIN. ")
            case NotRight(now=Locked()) | Locked():
                self._ask_code(words.LOCKED, f"{told_standing(Locked())} {words.CODE_SAYS}")
            case NotRight() | NotAPin():
                self._tell(told_answer(answer))
            case Waiting():
                self._wait(answer)

    def _stand(self, now: object) -> None:
        match now:
            case Ready(tries=tries, then_locked=locked):
                is_fresh = tries == FREE_TRIES and not locked
                self._tell("" if is_fresh else told_standing(now))
            case Waiting() | Locked():
                self._answered(now)

    def _wait(self, now: Waiting, before: str = "") -> None:
        self.step.set_ready(False)
        self._until = self._keeper.clock() + now.seconds
        self._before_wait = before
        self.step.tell(f"{before}{told_standing(now)}")

    def _count_down(self, _idle_seconds: float) -> None:
        if self._until is None:
            return
        left = ceil(self._until - self._keeper.clock())
        if left <= 0:
            self._ask(self._keeper.pins.standing, self._stand)
            return
        told = f"{self._before_wait}{told_standing(Waiting(left))}"
        self.step.tell(told, aloud=left % _SPOKEN_SECONDS == 0)

    def _ask_code(self, title: str, says: str) -> None:
        self._show(CodeStep(title, says, self.kit), self._try_code)

    def _try_code(self, code: str) -> None:
        self._code = code
        self._ask(lambda: self._keeper.pins.is_code(code), self._code_answered)

    def _code_answered(self, answer: object) -> None:
        if answer is True:
            self._choose(words.CHOOSE_ANEW, words.CHOOSE_ANEW_SAYS)
        else:
            self._code = ""
            self._tell(told_answer(NotTheCode()))

    def _choose(self, title: str, says: str, note: str = "") -> None:
        self._new = ""
        self._show(PinStep(title, says, words.GO_ON, self.kit), self._judge)
        self.step.tell(note)

    def _judge(self, pin: str) -> None:
        self._new = pin
        self._ask(lambda: self._keeper.weakness(pin), self._judged)

    def _judged(self, weakness: object) -> None:
        if weakness:
            self._new = ""
            self._tell(str(weakness))
        else:
            step = PinStep(words.AGAIN, words.AGAIN_SAYS, words.SET_IT, self.kit)
            self._show(step, self._set)

    def _set(self, again: str) -> None:
        new, code, pins = self._new, self._code, self._keeper.pins
        self._new = ""
        if again != new:
            self._choose(words.CHOOSE_ANEW, words.CHOOSE_ANEW_SAYS, words.NOT_THE_SAME)
        elif code:
            self._ask(lambda: pins.recover(code, new), self._kept)
        else:
            self._ask(lambda: pins.set_first(new), self._kept)

    def _kept(self, answer: object) -> None:
        self._code = ""
        if isinstance(answer, NewCode):
            self._quiet.allow(KEEP_SECONDS)
            self._show(KeepStep(answer.text, self.kit), lambda _: self.opened.emit())
        else:
            self._ask_code(words.LOCKED, told_answer(NotTheCode()))

    def _leave(self) -> None:
        if isinstance(self.step, KeepStep) and self.back.accessibleName() == words.BACK:
            self.step.tell(words.NOT_YET)
            self.say_back(words.LEAVE_IT)
        else:
            self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self._new = self._code = ""
        super().hideEvent(event)
