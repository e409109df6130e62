"""Recordings of the kiosk's sentences: where each lies, which are missing, taking new ones in."""

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from kiosk.core.errors import Missing
from kiosk.core.messages import Message
from kiosk.core.words import placeholders

ENDINGS = (".ogg", ".mp3", ".wav")

# What the first bytes of each kind of file may be. Source: RFC 3533, ID3v2.4, MPEG-1, RIFF.
_BEGINS: dict[str, tuple[bytes, ...]] = {
    ".ogg": (b"OggS",),
    ".mp3": (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xfa"),
    ".wav": (b"RIFF",),
}


def clip_name(context: str) -> str:
    """The name of a message's recording, without ending: "email/have_one.title" lies in
    "email-have_one-title"."""
    return context.replace("/", "-").replace(".", "-")


@dataclass(frozen=True)
class Clips:
    """Folders of recordings, one folder a language in each; what the first one has is played."""

    folders: tuple[Path, ...]

    def clip(self, language: str, context: str) -> Path | None:
        """The recording of that message in that language, or None."""
        if not context:
            return None
        for folder in self.folders:
            for ending in ENDINGS:
                path = folder / language / f"{clip_name(context)}{ending}"
                if path.is_file():
                    return path
        return None


NO_CLIPS = Clips(())


def recordable(messages: Iterable[Message]) -> tuple[Message, ...]:
    """The messages that a recording can hold: those without a value to fill in."""
    return tuple(
        message
        for message in messages
        if not placeholders(message.english) and not placeholders(message.many)
    )


def without_clip(messages: Iterable[Message], clips: Clips, language: str) -> tuple[Message, ...]:
    """The messages that could be recorded in that language and are not."""
    return tuple(
        message for message in recordable(messages) if clips.clip(language, message.context) is None
    )


@dataclass(frozen=True)
class Stray:
    """A file that was left where it is, and why; `guess` is the message it may be meant for."""

    file: Path
    why: str
    guess: str = ""


@dataclass(frozen=True)
class Taken:
    """What came of a folder of recordings: the messages that have one now, and the files left."""

    contexts: tuple[str, ...]
    strays: tuple[Stray, ...]


def take_clips(
    source: Path, messages: Iterable[Message], clips_folder: Path, language: str
) -> Taken:
    """Copies the recordings of a folder that belong to a message into `clips_folder`/`language`.

    A name may stand flat ("email-have_one-title.mp3") or in folders ("email/have_one.title.mp3").
    A new recording takes the place of the one before. Raises Missing where there is no such folder
    or a file cannot be copied.
    """
    if not source.is_dir():
        raise Missing(f"There is no folder {source}.")
    contexts = {clip_name(message.context): message.context for message in recordable(messages)}
    taken: dict[str, Path] = {}
    strays: list[Stray] = []
    for file in sorted(path for path in source.rglob("*") if path.is_file()):
        name = clip_name(file.relative_to(source).with_suffix("").as_posix())
        stray = _stray(file, name, contexts, taken)
        if stray is not None:
            strays.append(stray)
            continue
        taken[name] = file
    for name, file in taken.items():
        _copy(file, clips_folder / language, name)
    return Taken(tuple(contexts[name] for name in taken), tuple(strays))


def _stray(file: Path, name: str, contexts: dict[str, str], taken: dict[str, Path]) -> Stray | None:
    """Why that file cannot be taken; None where it can."""
    ending = file.suffix.lower()
    if ending not in ENDINGS:
        return Stray(file, f"not a recording: it must end in {', '.join(ENDINGS)}")
    if name not in contexts:
        near = get_close_matches(name, contexts, n=1)
        return Stray(file, "no message has this name", contexts[near[0]] if near else "")
    if name in taken:
        return Stray(file, f"the same message as {taken[name].name}")
    if not _begins_as_it_should(file, ending):
        return Stray(file, f"not the inside of a {ending} file: export it again")
    return None


def _begins_as_it_should(file: Path, ending: str) -> bool:
    with file.open("rb") as opened:
        start = opened.read(12)
    kind = start[8:12] == b"WAVE" if ending == ".wav" else True
    return kind and start.startswith(_BEGINS[ending])


def _copy(file: Path, folder: Path, name: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        kept = folder / f"{name}{file.suffix.lower()}"
        if kept.resolve() != file.resolve():
            shutil.copyfile(file, kept)
        for old in _others(folder, name, kept):
            old.unlink()
    except OSError as trouble:
        raise Missing(f"{file} cannot be copied to {folder}: {trouble.strerror}.") from None


def _others(folder: Path, name: str, kept: Path) -> Iterator[Path]:
    for ending in ENDINGS:
        path = folder / f"{name}{ending}"
        if path != kept and path.exists():
            yield path
