"""What staff should know of Listen: each language recorded, spoken, or silent, and then why."""

import os
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kiosk.core.messages import Message
from kiosk.language.clips import Clips, recordable, without_clip
from kiosk.ui.voice.apart import command, python_path
from kiosk.ui.voice.orders import Listed, ListVoices, read_news, written
from kiosk.ui.voice.voices import voice_for

PACKAGES = "speech-dispatcher speech-dispatcher-espeak-ng libspeechd2 libpulse0"
_WAIT_SECONDS = 20


@dataclass(frozen=True)
class Heard:
    """How one language is heard: `clips` of `of` sentences recorded, and the voice for the rest.

    Where there is no such voice, `why` tells what stands in the way, and `todo` what staff can do.
    """

    language: str
    clips: int
    of: int
    voice: str = ""
    why: str = ""
    todo: str = ""

    def told(self) -> str:
        """One line for staff."""
        recorded = f"{self.clips} of {self.of} sentences recorded"
        if self.voice:
            rest = "" if self.clips == self.of else f", speaks with the voice {self.voice}"
            return f"Listen in {self.language}: {recorded}{rest}"
        return f"Listen in {self.language}: {recorded}, otherwise silent, because {self.why}"


def voices_here(engine: str = "") -> Listed:
    """Asks the machine for its voices. Takes a second or two, and a window is not needed."""
    path = {"PYTHONPATH": python_path(os.environ.get("PYTHONPATH", ""))}
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command(engine),
            env={**os.environ, **path},
            input=written(ListVoices()),
            capture_output=True,
            timeout=_WAIT_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Listed((), f"the speech server did not answer in {_WAIT_SECONDS} seconds")
    for line in done.stdout.splitlines():
        news = read_news(line)
        if isinstance(news, Listed):
            return news
    return Listed((), "the program that speaks has ended")


def how_heard(
    languages: Mapping[str, str], messages: Iterable[Message], clips: Clips, listed: Listed
) -> tuple[Heard, ...]:
    """How each of those languages, named by code, is heard with these recordings and voices."""
    wanted = recordable(messages)
    return tuple(_one(code, name, wanted, clips, listed) for code, name in languages.items())


def _one(code: str, name: str, wanted: tuple[Message, ...], clips: Clips, listed: Listed) -> Heard:
    there = len(wanted) - len(without_clip(wanted, clips, code))
    voice = voice_for(code, listed.voices)
    if voice is not None:
        return Heard(name, there, len(wanted), voice.name)
    if listed.why:
        todo = f"sudo apt-get install {PACKAGES}"
        return Heard(name, there, len(wanted), "", f"nothing speaks here ({listed.why})", todo)
    todo = f"'kiosk words clips {code}' lists the sentences to record."
    return Heard(name, there, len(wanted), "", "this machine has no voice for it", todo)
