"""Speaks texts by the machine's own voices, through QtTextToSpeech, in the voice's process."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QElapsedTimer, QLocale, QObject
from PySide6.QtTextToSpeech import QTextToSpeech

from kiosk.ui.voice.orders import Began, Broke, Ended, Listed, News, Say, Voice
from kiosk.ui.voice.voices import rate_of

_TOO_SOON_MS = 40  # no text is over so soon: this end belongs to the one before


class Speech(QObject):
    """`tell` gets the news of what is said. It opens its engine, which takes a second or two."""

    def __init__(self, engine: str, tell: Callable[[News], None], parent: QObject) -> None:
        super().__init__(parent)
        self._tell = tell
        self._number: int | None = None
        self._began = False
        self._since = QElapsedTimer()
        self._engine = QTextToSpeech(engine, self)
        self._engine.stateChanged.connect(self._turned)

    def listed(self) -> Listed:
        """Every voice, without the variants that eSpeak makes of each one."""
        trouble = self._trouble()
        voices = () if trouble else tuple(self._voices())
        return Listed(voices, trouble or ("" if voices else "it has no voice"))

    def say(self, order: Say) -> None:
        """Says a text; what was said before is cut short."""
        self.hush()
        if not self._take(order.voice):
            self._tell(Broke(order.number, self._trouble() or f"no voice {order.voice.name}"))
            return
        self._engine.setRate(rate_of(order.rate))
        self._number, self._began = order.number, False
        self._since.start()
        self._engine.say(order.text)

    def hush(self) -> None:
        """Is silent at once."""
        self._number = None
        self._engine.stop(QTextToSpeech.BoundaryHint.Immediate)

    def _trouble(self) -> str:
        if self._engine.errorReason() == QTextToSpeech.ErrorReason.NoError:
            return ""
        return self._engine.errorString() or "the engine does not start"

    def _voices(self) -> Iterator[Voice]:
        for locale in self._engine.availableLocales():
            self._engine.setLocale(locale)
            for voice in self._engine.availableVoices():
                if "+" not in voice.name():
                    yield Voice(locale.name(), voice.name())

    def _take(self, wanted: Voice) -> bool:
        self._engine.setLocale(QLocale(wanted.locale))
        # Qt keeps the last locale where it has no voice for this one.
        if self._engine.locale().name() != wanted.locale:
            return False
        voices = [one for one in self._engine.availableVoices() if one.name() == wanted.name]
        if not voices:
            return False
        self._engine.setVoice(voices[0])
        return True

    def _turned(self, state: QTextToSpeech.State) -> None:
        if self._number is None:
            return
        match state:
            case QTextToSpeech.State.Speaking:
                self._began = True
                self._tell(Began(self._number))
            case QTextToSpeech.State.Ready if self._began and self._since.elapsed() > _TOO_SOON_MS:
                number, self._number = self._number, None
                self._tell(Ended(number))
            case QTextToSpeech.State.Error:
                number, self._number = self._number, None
                self._tell(Broke(number, self._trouble()))
