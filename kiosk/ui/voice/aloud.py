"""The voice's own process: it takes orders from standard input and tells its news on the output.

Apart from the window, because a speech server that hangs, or takes a second to answer, must not
hold up a page; and because what was said goes with the process when the visit ends.
"""

import os
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from kiosk.ui.voice.orders import (
    Broke,
    Hush,
    Listed,
    ListVoices,
    News,
    Order,
    Play,
    Say,
    WarmUp,
    read_order,
    written,
)

if TYPE_CHECKING:
    # Each is read in when it is first needed: a page of recordings needs no speech.
    from kiosk.ui.voice.playing import Player
    from kiosk.ui.voice.speech import Speech

USUAL_ENGINE = "speechd" if sys.platform.startswith("linux") else ""


class Aloud(QObject):
    """Does as it is told. Speech and player are made when they are first needed."""

    ordered = Signal(bytes)
    left = Signal()

    def __init__(self, engine: str, tell: Callable[[News], None]) -> None:
        super().__init__()
        self._engine_name, self._tell = engine, tell
        self._speech: Speech | None = None
        self._player: Player | None = None
        self.ordered.connect(self.take, Qt.ConnectionType.QueuedConnection)

    def take(self, line: bytes) -> None:
        """Does what one line orders; where a system library is missing, it tells which."""
        order = read_order(line)
        try:
            self._do(order)
        except ImportError as trouble:
            self._refuse(order, str(trouble))

    def _do(self, order: Order) -> None:
        match order:
            case ListVoices():
                self._tell(self._spoken().listed())
            case WarmUp():
                self._spoken()
            case Say():
                self._hush()
                self._spoken().say(order)
            case Play():
                self._hush()
                self._played().play(order)
            case Hush():
                self._hush()

    def _refuse(self, order: Order, why: str) -> None:
        match order:
            case ListVoices():
                self._tell(Listed((), why))
            case Say(number=number) | Play(number=number):
                self._tell(Broke(number, why))

    def listen_to(self, orders: BinaryIO) -> None:
        """Hands on each line; tells when no more will come, for the window is gone then."""
        for line in orders:
            self.ordered.emit(line)
        self.left.emit()

    def leave(self) -> None:
        """Is silent, and ends the process as it stands.

        WORKAROUND QtTextToSpeech 6.11 with speech-dispatcher: letting it go beside a media player
        hangs or breaks. There is nothing to save here.
        """
        self._hush()
        os._exit(0)

    def _hush(self) -> None:
        for part in (self._speech, self._player):
            if part is not None:
                part.hush()

    def _spoken(self) -> "Speech":
        from kiosk.ui.voice.speech import Speech

        if self._speech is None:
            self._speech = Speech(self._engine_name, self._tell, self)
        return self._speech

    def _played(self) -> "Player":
        from kiosk.ui.voice.playing import Player

        if self._player is None:
            self._player = Player(self._tell, self)
        return self._player


def main(engine: str) -> int:
    """Runs until standard input ends."""
    app = QCoreApplication(["kiosk-voice"])

    def tell(news: News) -> None:
        sys.stdout.buffer.write(written(news))
        sys.stdout.buffer.flush()

    aloud = Aloud(engine, tell)
    aloud.left.connect(aloud.leave, Qt.ConnectionType.QueuedConnection)
    reader = threading.Thread(target=aloud.listen_to, args=(sys.stdin.buffer,), daemon=True)
    reader.start()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else USUAL_ENGINE))
