"""The page to wait on: an honest clock, how long it may still take in words, and answers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.core.phrases import Phrases
from kiosk.core.view import Wait
from kiosk.ui.kit import Kit
from kiosk.ui.theme import Role
from kiosk.ui.widgets.announce import announce
from kiosk.ui.widgets.answer import answer_tile
from kiosk.ui.widgets.clock_face import ClockFace, most_face
from kiosk.ui.widgets.columns import Columns, Plan, Plans
from kiosk.ui.widgets.text import Text
from kiosk.ui.widgets.tile_grid import TileGrid

_WORDS = 80.0


class WaitBody(QWidget):
    """It owns no timer: the controller tells it every second how much is left."""

    happened = Signal(object)

    def __init__(self, body: Wait, kit: Kit) -> None:
        super().__init__()
        self._body, self._kit = body, kit
        self._clock = ClockFace(kit)
        self._left = Text("", kit, "title_small")
        self._left.setContentsMargins(0, 0, 0, kit.theme.px(2))
        self._waited = Text("", kit, "body", Role.second_ink)
        self._tiles = [answer_tile(tile, kit, self.happened.emit) for tile in body.answers]
        self.leads = (self._clock, *self._tiles[:1])
        self._lay_out()
        self.start(body.seconds)

    def first_focus(self) -> QWidget:
        """The first answer; with none, the page itself."""
        return self._tiles[0] if self._tiles else self

    def clock_words(self) -> str:
        """What stands under the clock now."""
        return self._left.text()

    def start(self, seconds_left: float) -> None:
        """Shows the page with that many seconds to go."""
        self.set_remaining(seconds_left)

    def set_remaining(self, seconds: float) -> None:
        """Moves the clock on; the words change, and are spoken, once a minute only."""
        self._clock.stand_at(seconds, self._body.seconds)
        words = time_in_words(seconds, self._kit.phrases)
        waited = waited_in_words(self._body.seconds - seconds, self._kit.phrases)
        if self._waited.text() != waited:
            self._waited.say(waited)
        self._waited.setVisible(bool(waited))
        if self._left.text() != words:
            self._left.say(words)
            self._clock.setAccessibleName(words)
            if self.isVisible():
                announce(self._clock, words)

    def _lay_out(self) -> None:
        words = (self._left, self._waited, TileGrid(self._tiles, self._kit))
        beside = Plan(left=(self._clock,), right=words)
        alone = Plan((self._clock, *words))
        between = 6.0 if self._kit.theme.look.tight else 10.0
        face = most_face(self._kit)
        plans = Plans(beside, beside, alone, face, _WORDS, between, centred=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Columns(plans, self._kit))
        column.addStretch(1)


def time_in_words(seconds: float, phrases: Phrases) -> str:
    """About how long it may still take, in whole minutes, and one at the least."""
    if seconds <= 0:
        return phrases.time_is_up
    return phrases.minutes_left.of(max(round(seconds / 60), 1))


def waited_in_words(seconds: float, phrases: Phrases) -> str:
    """How long the family has waited; nothing before two whole minutes are over."""
    minutes = int(seconds // 60)
    return phrases.clock_hint.of(minutes) if minutes > 1 else ""
