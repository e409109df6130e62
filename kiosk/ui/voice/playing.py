"""Plays recordings, slower or faster at the same pitch, in the voice's process."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl
from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer

from kiosk.ui.voice.orders import Began, Broke, Ended, News, Play


class Player(QObject):
    """`tell` gets the news of what is played."""

    def __init__(self, tell: Callable[[News], None], parent: QObject) -> None:
        super().__init__(parent)
        self._tell = tell
        self._number: int | None = None
        self._output = QAudioOutput(self)
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(self._output)
        self._player.setPitchCompensation(True)
        self._player.mediaStatusChanged.connect(self._turned)
        self._player.errorOccurred.connect(self._broke)

    def play(self, order: Play) -> None:
        """Plays a recording from its start; what was played before is cut short."""
        self.hush()
        if QMediaDevices.defaultAudioOutput().isNull():
            self._tell(Broke(order.number, "this machine has no sound output"))
            return
        self._number = order.number
        self._player.setSource(QUrl.fromLocalFile(order.file))
        self._player.setPlaybackRate(order.rate / 100)
        self._player.play()
        self._tell(Began(order.number))

    def hush(self) -> None:
        """Is silent at once."""
        self._number = None
        self._player.stop()
        self._player.setSource(QUrl())

    def _turned(self, status: QMediaPlayer.MediaStatus) -> None:
        if status == QMediaPlayer.MediaStatus.EndOfMedia and self._number is not None:
            number, self._number = self._number, None
            self._tell(Ended(number))

    def _broke(self, _error: QMediaPlayer.Error, why: str) -> None:
        if self._number is not None:
            number, self._number = self._number, None
            self._tell(Broke(number, why))
