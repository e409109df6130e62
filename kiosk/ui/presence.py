"""Whether somebody is there: since when nothing was touched, and since when this page stands."""

from collections.abc import Callable

from kiosk.core.idle import Idle, IdleLimits, idle_phase

SECOND_TAP_SECONDS = 0.5


class Presence:
    """`clock` gives monotonic seconds; nothing here reads another one."""

    def __init__(self, clock: Callable[[], float], limits: IdleLimits) -> None:
        self._clock = clock
        self._limits = limits
        self._touched = self._changed = clock()

    def touched(self) -> None:
        """Somebody touched something, or listens."""
        self._touched = self._clock()

    def page_changed(self) -> None:
        """A page or a panel has just come: quiet counts from here, and a second tap does not."""
        self._touched = self._changed = self._clock()

    def too_soon(self) -> bool:
        """Whether a touch now is most likely the second one of two quick taps."""
        return self._clock() - self._changed < SECOND_TAP_SECONDS

    def idle(self, *, last_page: bool, wait_seconds: float) -> Idle:
        """What the quiet means on such a page, whose clock still has that long to run."""
        quiet = self._clock() - self._touched
        return idle_phase(quiet, self._limits, last_page=last_page, wait_seconds=wait_seconds)
