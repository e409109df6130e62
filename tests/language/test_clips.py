"""Recordings: where each lies, which are missing, and what is taken from a folder of them."""

from pathlib import Path

import pytest

from kiosk.core.errors import Missing
from kiosk.core.messages import Message, messages_of_flow, messages_of_phrases
from kiosk.language.clips import Clips, clip_name, recordable, take_clips, without_clip
from kiosk.station import Station

TITLE = Message("email/have_one.title", "Do you have an email address?")
YES = Message("email/have_one.answer.yes", "Yes")
HOURS = Message("email/have_one.say.0", "We are here {here_hours}.")
LEFT = Message("shell.minutes_left", "1 minute left", "{count} minutes left")
MESSAGES = (TITLE, YES, HOURS, LEFT)

OGG = b"OggS and the rest"
WAV = b"RIFF0000WAVE and the rest"
MP3 = b"ID3 and the rest"


def put(folder: Path, name: str, inside: bytes = OGG) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(inside)
    return path


def test_a_recording_is_named_after_its_message(tmp_path: Path) -> None:
    there = put(tmp_path / "so", "email-have_one-title.mp3", MP3)

    clip = Clips((tmp_path,)).clip("so", "email/have_one.title")

    assert clip == there


def test_a_recording_is_of_one_language(tmp_path: Path) -> None:
    put(tmp_path / "so", "email-have_one-title.ogg")

    clips = Clips((tmp_path,))

    assert clips.clip("ti", "email/have_one.title") is None
    assert clips.clip("so", "email/have_one.answer.yes") is None
    assert clips.clip("so", "") is None


def test_the_schools_own_recording_comes_before_the_shipped_one(tmp_path: Path) -> None:
    own = put(tmp_path / "own" / "so", "email-have_one-title.wav", WAV)
    put(tmp_path / "shipped" / "so", "email-have_one-title.ogg")

    clips = Clips((tmp_path / "own", tmp_path / "shipped"))

    assert clips.clip("so", TITLE.context) == own


def test_what_holds_a_value_is_not_asked_for(tmp_path: Path) -> None:
    put(tmp_path / "so", "email-have_one-title.ogg")

    missing = without_clip(MESSAGES, Clips((tmp_path,)), "so")

    assert recordable(MESSAGES) == (TITLE, YES)
    assert missing == (YES,)


def test_no_two_shipped_messages_share_a_file_name(station: Station) -> None:
    messages = list(messages_of_phrases(""))
    for flow in station.guide.flows.values():
        messages += messages_of_flow(flow, "")

    names = [clip_name(message.context) for message in messages]

    assert len(names) > 500
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "name",
    [
        "email-have_one-title.ogg",
        "email/have_one.title.ogg",
        "email/have_one/title.ogg",
        "email-have_one-title.OGG",
    ],
)
def test_recordings_are_taken_flat_or_in_folders(tmp_path: Path, name: str) -> None:
    put(tmp_path / "new", name)

    taken = take_clips(tmp_path / "new", MESSAGES, tmp_path / "clips", "so")

    assert taken.contexts == (TITLE.context,)
    assert (tmp_path / "clips" / "so" / "email-have_one-title.ogg").read_bytes() == OGG


def test_a_new_recording_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    old = put(tmp_path / "clips" / "so", "email-have_one-title.ogg")
    put(tmp_path / "new", "email-have_one-title.wav", WAV)

    take_clips(tmp_path / "new", MESSAGES, tmp_path / "clips", "so")

    assert not old.exists()
    assert (tmp_path / "clips" / "so" / "email-have_one-title.wav").read_bytes() == WAV


@pytest.mark.parametrize(
    ("name", "inside", "why", "guess"),
    [
        ("email-have_one-titel.ogg", OGG, "no message has this name", "email/have_one.title"),
        ("zzz.ogg", OGG, "no message has this name", ""),
        ("email-have_one-say-0.ogg", OGG, "no message has this name", ""),
        ("notes.txt", b"text", "not a recording: it must end in .ogg, .mp3, .wav", ""),
        ("email-have_one-title.mp3", OGG, "not the inside of a .mp3 file: export it again", ""),
        ("email-have_one-title.wav", b"RIFF0000AVI ", "not the inside of a .wav file", ""),
        ("email-have_one-title.ogg", b"", "not the inside of a .ogg file", ""),
    ],
)
def test_a_file_that_fits_no_message_is_told_and_left(
    tmp_path: Path, name: str, inside: bytes, why: str, guess: str
) -> None:
    put(tmp_path / "new", name, inside)

    taken = take_clips(tmp_path / "new", (TITLE, HOURS), tmp_path / "clips", "so")

    assert taken.contexts == ()
    assert [stray.file.name for stray in taken.strays] == [name]
    assert taken.strays[0].why.startswith(why)
    if not name.startswith("email-have_one-say"):
        assert taken.strays[0].guess == guess
    assert not (tmp_path / "clips").exists()


def test_two_recordings_of_one_message_are_told(tmp_path: Path) -> None:
    put(tmp_path / "new", "email-have_one-title.mp3", MP3)
    put(tmp_path / "new", "email-have_one-title.ogg")

    taken = take_clips(tmp_path / "new", MESSAGES, tmp_path / "clips", "so")

    assert taken.contexts == (TITLE.context,)
    assert [stray.why for stray in taken.strays] == ["the same message as email-have_one-title.mp3"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    gone = tmp_path / "nowhere"

    with pytest.raises(Missing, match="nowhere"):
        take_clips(gone, MESSAGES, tmp_path / "clips", "so")
