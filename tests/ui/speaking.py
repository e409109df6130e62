"""A voice that says nothing and keeps what it was told to say; the test tells when it is done."""

from kiosk.ui.voice.orders import Began, Broke, Ended, Hush, Listed, Order, Play, Say, Voice
from kiosk.ui.voice.speaker import Speaker

ENGLISH = Voice("en_US", "Ann")
ARABIC = Voice("ar_EG", "Amal")


class FakeSpeaker(Speaker):
    """Keeps every order; answers for the last one when the test asks it to."""

    def __init__(self) -> None:
        super().__init__()
        self.orders: list[Order] = []
        self.rests = 0

    def order(self, order: Order) -> None:
        """Keeps it."""
        self.orders.append(order)

    def rest(self) -> None:
        """Counts."""
        self.rests += 1

    def lines(self) -> list[Say | Play]:
        """All that was to be heard, in order."""
        return [order for order in self.orders if isinstance(order, Say | Play)]

    def texts(self) -> list[str]:
        """The texts that were to be spoken."""
        return [line.text for line in self.lines() if isinstance(line, Say)]

    def is_quiet(self) -> bool:
        """Whether the last order was to be silent."""
        return bool(self.orders) and isinstance(self.orders[-1], Hush)

    def begin(self) -> None:
        """The last line can be heard."""
        self.told.emit(Began(self.lines()[-1].number))

    def finish_line(self) -> None:
        """The last line was heard to its end."""
        self.begin()
        self.told.emit(Ended(self.lines()[-1].number))

    def break_line(self, why: str = "no sound") -> None:
        """The last line cannot be heard."""
        self.told.emit(Broke(self.lines()[-1].number, why))

    def list_voices(self, *voices: Voice, why: str = "") -> None:
        """Tells which voices there are."""
        self.told.emit(Listed(voices, why))
