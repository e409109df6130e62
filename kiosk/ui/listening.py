"""Reads a page aloud, line by line: when it begins, what is said by whom, and when it stops."""

import logging
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer

from kiosk.core.phrases import Phrases, phrases_in
from kiosk.core.reading_aloud import Line, script_of, still_there_script
from kiosk.core.view import View
from kiosk.core.words import Words
from kiosk.ui.aim import aim_of
from kiosk.ui.voice.orders import (
    Began,
    Broke,
    Ended,
    Hush,
    Listed,
    ListVoices,
    News,
    Play,
    Say,
    Voice,
    WarmUp,
)
from kiosk.ui.voice.sounds import SILENCE, Sounds
from kiosk.ui.voice.speaker import Speaker
from kiosk.ui.widgets.listen_bar import Stand
from kiosk.ui.window import Window
from kiosk.ui.wishes import Listen, ListenWish

RATES = (50, 60, 75, 100, 125, 150, 200)
"""Percent of the usual speed; VVSG 2.0, 7.1-K asks for 6 to 8 steps."""

_USUAL = RATES.index(100)
# A line that is not over by then is not heard: nobody shall sit before a page that seems to read.
_PATIENCE_MS = 12_000
_PATIENCE_MS_A_LETTER = 250
_PATIENCE_MS_FOR_A_CLIP = 90_000
_SPEAKING = ("starting", "reading")
_UNDER_WAY = (*_SPEAKING, "paused")
_log = logging.getLogger(__name__)


class Listening(QObject):
    """One for each window. It knows the words of the page's View, never what is typed on it."""

    def __init__(
        self, window: Window, speaker: Speaker | None = None, sounds: Sounds = SILENCE
    ) -> None:
        super().__init__(window)
        self._window = window
        self._speaker = speaker or Speaker(self)
        self._sounds = sounds
        self._spoken: tuple[Words, Phrases] | None = None
        self._view: View | None = None
        self._script: tuple[Line, ...] = ()
        self._at = 0
        self._number = 0
        self._rate = _USUAL
        self._stand: Stand = "hidden"
        self._was_used = self._is_mute = False
        self._listened = self._asks = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(lambda: self._give_up("nothing was heard in time"))
        self._speaker.told.connect(self._hear)
        window.wished.connect(self._on_wish)

    @property
    def is_reading(self) -> bool:
        """Whether the page is being read now; not while that is paused."""
        return self._stand in _SPEAKING and not self._asks

    def look_for_voices(self) -> None:
        """Asks the machine which languages it can speak; until then only recordings are heard."""
        self._is_mute = True  # until it answers
        self._speaker.order(ListVoices())

    def show(self, view: View, words: Words) -> None:
        """Another page stands there: what was read of the last one is cut short."""
        first = self._view is None
        self.stop()
        self._view = view
        if self._spoken is None or self._spoken[0] is not words:
            self._spoken = (words, phrases_in(words))
        self._offer()
        if first and self._was_used and self._sounds.voice(view.language):
            self._speaker.order(WarmUp())  # the first one today waited for the voice

    def _on_wish(self, wish: object) -> None:
        if isinstance(wish, Listen) and self._view is not None:
            self._do(wish.what)

    def _do(self, what: ListenWish) -> None:
        match what:
            case "start":
                self._start()
            case "pause":
                self._hush("paused")
            case "go_on":
                self._say()
            case "again":
                self._at = 0
                self._say()
            case "slower":
                self._change_rate(-1)
            case "faster":
                self._change_rate(1)

    def ask(self) -> None:
        """Says aloud what asks whether somebody is there, to a family that had a page read."""
        if self._listened and self._spoken is not None:
            self.stop()
            self._asks = True
            self._read(still_there_script(self._spoken[1]))

    def stop(self) -> None:
        """Is silent at once, and forgets where it was."""
        if self._stand in _UNDER_WAY:
            self._finish()

    def touched(self, event: QEvent) -> None:
        """A touch or a key stops the reading, unless it is meant for the reading itself."""
        if self._stand in _UNDER_WAY and not self._is_for_us(event):
            self.stop()

    def forget(self) -> None:
        """The visit is over: the next family finds the usual speed, and nothing that was said."""
        self.stop()
        self._view = None
        self._script = ()
        self._rate = _USUAL
        self._listened = False
        self._speaker.rest()
        if self._is_mute:
            self.look_for_voices()

    def _offer(self) -> None:
        self._stand_at("offered" if self._can_read() else "hidden")

    def _can_read(self) -> bool:
        """Whether every sentence of the page can be heard; a value alone may be left out."""
        language = self._view.language if self._view else ""
        return self._sounds.can_read(self._lines(), language)

    def _lines(self) -> tuple[Line, ...]:
        page = self._window.page()
        if self._view is None or self._spoken is None or page is None:
            return ()
        return script_of(self._view, self._spoken[1], page.clock_words())

    def _sound(self, line: Line) -> Say | Play | None:
        """How that line is heard: by a recording, else by a voice, else not at all."""
        sound = self._sounds.sound(line, self._view.language if self._view else "")
        rate = RATES[self._rate]
        match sound:
            case Path():
                return Play(self._number, str(sound), rate)
            case Voice():
                return Say(self._number, line.text, sound, rate)
        return None

    def _start(self) -> None:
        self._was_used = self._listened = True
        self._read(self._lines())

    def _read(self, lines: tuple[Line, ...]) -> None:
        self._script = tuple(line for line in lines if self._sound(line))
        self._at = 0
        self._say()

    def _say(self) -> None:
        """Says the line at hand, from its beginning."""
        if self._at >= len(self._script):
            self._finish()
            return
        line = self._script[self._at]
        self._number += 1
        sound = self._sound(line)
        if sound is None:
            self._give_up("its voice is gone")
            return
        self._stand_at("reading" if self._at or self._stand == "reading" else "starting")
        self._mark(line)
        self._patience.start(_patience_ms(sound))
        self._speaker.order(sound)

    def _hear(self, news: News) -> None:
        match news:
            case Began(number) if number == self._number and self._stand in _SPEAKING:
                self._stand_at("reading")
            case Ended(number) if number == self._number and self._stand in _SPEAKING:
                self._at += 1
                self._say()
            case Broke(number, why) if number == self._number and self._stand in _SPEAKING:
                self._give_up(why)
            case Listed(voices, why):
                self._take_voices(voices, why)

    def _take_voices(self, voices: tuple[Voice, ...], why: str) -> None:
        self._is_mute = False
        self._sounds = replace(self._sounds, voices=voices)
        if why:
            _log.warning("pages are read aloud by recordings alone: %s", why)
        if self._stand not in _SPEAKING:
            self._speaker.rest()
        if self._stand == "hidden" and self._view is not None:
            self._offer()

    def _give_up(self, why: str) -> None:
        """Nothing can be heard: the button goes until the next visit, which looks again."""
        _log.warning("a page could not be read aloud: %s", why)
        self._sounds = replace(self._sounds, voices=())
        self._is_mute = True
        self._finish()
        self._speaker.rest()
        self._stand_at("hidden")

    def _change_rate(self, step: int) -> None:
        self._rate = min(max(self._rate + step, 0), len(RATES) - 1)
        if self.is_reading:
            self._say()
        else:
            self._stand_at(self._stand)

    def _hush(self, stand: Stand) -> None:
        self._number += 1  # what is still told of the last line is of no interest now
        self._patience.stop()
        self._speaker.order(Hush())
        self._stand_at(stand)

    def _finish(self) -> None:
        self._hush("offered")
        self._script, self._at = (), 0
        self._mark(None)
        if self._asks:
            self._asks = False
            self._offer()

    def _stand_at(self, stand: Stand) -> None:
        self._stand = stand
        page = self._window.page()
        if page is not None and not self._asks:
            slower, faster = self._rate > 0, self._rate < len(RATES) - 1
            page.show_listening(stand, slower=slower, faster=faster)

    def _mark(self, line: Line | None) -> None:
        page = self._window.page()
        if page is not None:
            page.mark(line.shown if line else "")

    def _is_for_us(self, event: QEvent) -> bool:
        page = self._window.page()
        return page is not None and page.is_for_listening(aim_of(event, self._window))


def _patience_ms(sound: Say | Play) -> int:
    if isinstance(sound, Play):
        return _PATIENCE_MS_FOR_A_CLIP
    return _PATIENCE_MS + len(sound.text) * _PATIENCE_MS_A_LETTER * 100 // sound.rate
