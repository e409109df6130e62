"""The voice's process and what it is told: real ones, with the engine Qt has for tests."""

import ctypes
import subprocess
import sys
import wave
from pathlib import Path
from types import UnionType

import pytest
from PySide6.QtCore import QProcess

from kiosk.core.messages import Message
from kiosk.language.clips import NO_CLIPS, Clips
from kiosk.ui.voice.apart import command, python_path
from kiosk.ui.voice.orders import (
    Began,
    Broke,
    Ended,
    Hush,
    Listed,
    ListVoices,
    Play,
    Say,
    Voice,
    WarmUp,
    read_news,
    read_order,
    written,
)
from kiosk.ui.voice.readiness import how_heard, voices_here
from kiosk.ui.voice.speaker import SpeakerApart
from kiosk.ui.voice.voices import rate_of, voice_for

MARY = Voice("en_US", "Mary")
# As eSpeak NG's voices arrive here: Qt knows no locale for the ones under "C".
THERE = (
    Voice("C", "Greek (Ancient)"),
    Voice("C", "Chinese (Mandarin, latin as English)"),
    Voice("C", "Chinese (Mandarin, latin as Pinyin)"),
    Voice("am_ET", "Amharic"),
    Voice("ar_EG", "Arabic"),
    Voice("en_GB", "English (Great Britain)"),
    Voice("en_US", "English (Caribbean)"),
    Voice("en_US", "English (America)"),
    Voice("es_ES", "Spanish (Spain)"),
    Voice("es_419", "Spanish (Latin America)"),
    Voice("fr_CH", "French (Switzerland)"),
    Voice("fr_FR", "French (France)"),
    Voice("om_ET", "Oromo"),
    Voice("sq_AL", "Albanian"),
    Voice("yue_HK", "Chinese (Cantonese)"),
)


@pytest.fixture
def speaker(qtbot):
    """A process with Qt's own engine for tests; it is gone when the test ends."""
    if sys.platform.startswith("linux") and not _has_pulse():
        pytest.skip("Qt's speech needs libpulse0, even where nothing is to be heard")
    made = SpeakerApart(engine="mock")
    yield made
    made.end()
    made.deleteLater()


def _has_pulse() -> bool:
    try:
        ctypes.CDLL("libpulse.so.0")
    except OSError:
        return False
    return True


def processes(speaker: SpeakerApart) -> list[QProcess]:
    return speaker.findChildren(QProcess)


def news_of(speaker, qtbot, order, last: type | UnionType, within_ms: int = 20_000) -> list[object]:
    """All that is told after an order, up to the first news of that kind."""
    told: list[object] = []
    speaker.told.connect(told.append)
    with qtbot.waitSignal(
        speaker.told, timeout=within_ms, check_params_cb=lambda news: isinstance(news, last)
    ):
        speaker.order(order)
    speaker.told.disconnect(told.append)
    return told


@pytest.mark.parametrize(
    "message",
    [
        ListVoices(),
        WarmUp(),
        Hush(),
        Say(3, "Línea ቃል \n “x”", MARY, 150),
        Play(4, "/clips/so/email-title.ogg", 50),
        Began(3),
        Ended(3),
        Broke(3, "no sound"),
        Listed((MARY, Voice("C", "Chinese")), ""),
        Listed((), "nobody answers"),
    ],
)
def test_what_is_written_on_one_side_is_read_on_the_other(message):
    line = written(message)

    read = (
        read_order(line)
        if isinstance(message, ListVoices | WarmUp | Hush | Say | Play)
        else read_news(line)
    )

    assert read == message
    assert line.count(b"\n") == 1


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[]",
        b"{}",
        b'{"is": "Sing"}',
        b'{"is": "Say"}',
        b'{"is": "Ended", "number": 1}',
        b'{"is": "Say", "number": 1, "text": "x", "voice": {}, "pitch": 2}',
    ],
)
def test_a_line_that_is_no_order_is_refused(line):
    with pytest.raises(ValueError, match=r"."):
        read_order(line)


@pytest.mark.parametrize(
    ("language", "voice"),
    [
        ("en", "English (America)"),
        ("es", "Spanish (Latin America)"),
        ("fr", "French (France)"),
        ("am", "Amharic"),
        ("om", "Oromo"),
        ("ar", "Arabic"),
        ("zh-Hans", "Chinese (Mandarin, latin as Pinyin)"),
        ("zh-Hant", "Chinese (Mandarin, latin as Pinyin)"),
        ("zh", "Chinese (Mandarin, latin as Pinyin)"),
        ("so", None),
        ("ti", None),
        ("vi", None),
        ("s", None),
    ],
)
def test_a_language_is_spoken_by_a_voice_of_its_own_or_by_none(language, voice):
    found = voice_for(language, THERE)

    assert (found.name if found else None) == voice


def test_without_mandarin_only_the_traditional_script_is_read_in_cantonese():
    there = [voice for voice in THERE if "Mandarin" not in voice.name]

    voices = [voice_for(language, there) for language in ("zh-Hant", "zh-Hans")]

    assert voices == [Voice("yue_HK", "Chinese (Cantonese)"), None]


@pytest.mark.parametrize(
    ("percent", "rate"),
    [(100, 0.0), (50, -0.944), (75, -0.472), (150, 0.304), (200, 0.607), (10, -1.0), (900, 1.0)],
)
def test_a_speed_in_percent_is_told_in_the_engines_own_measure(percent, rate):
    told = rate_of(percent)

    assert told == pytest.approx(rate, abs=0.001)


def test_the_process_lists_its_voices(speaker, qtbot):
    told = news_of(speaker, qtbot, ListVoices(), Listed)

    assert isinstance(told[-1], Listed)
    assert MARY in told[-1].voices
    assert told[-1].why == ""


def test_the_process_says_a_line_and_tells_when_it_begins_and_ends(speaker, qtbot):
    told = news_of(speaker, qtbot, Say(7, "One two three", MARY), Ended)

    assert told == [Began(7), Ended(7)]


def test_a_line_that_is_cut_short_never_ends(speaker, qtbot):
    speaker.order(Say(1, "A line of a good many words that takes a while to say", MARY))

    told = news_of(speaker, qtbot, Say(2, "Another", MARY), Ended)

    assert Ended(1) not in told
    assert told[-1] == Ended(2)


def test_a_voice_of_another_language_is_not_taken_instead(speaker, qtbot):
    news_of(speaker, qtbot, Say(1, "Yes", MARY), Ended)

    told = news_of(speaker, qtbot, Say(2, "Haa", Voice("so_SO", "Mary")), Ended | Broke)

    assert told == [Broke(2, "no voice Mary")]


def test_a_recording_is_played_or_it_is_told_why_not(speaker, qtbot, tmp_path):
    clip = tmp_path / "clip.wav"
    with wave.open(str(clip), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(1600))

    told = news_of(speaker, qtbot, Play(1, str(clip)), Ended | Broke)

    assert told in ([Began(1), Ended(1)], [Broke(1, "this machine has no sound output")])


def test_a_silent_visit_has_no_process_and_one_that_listened_leaves_none(speaker, qtbot):
    before = processes(speaker)
    news_of(speaker, qtbot, ListVoices(), Listed)
    while_used = processes(speaker)
    speaker.rest()

    qtbot.waitUntil(lambda: processes(speaker) == [], timeout=10_000)

    assert before == []
    assert len(while_used) == 1


def test_when_the_process_dies_the_window_hears_of_it(speaker, qtbot):
    speaker.order(Say(9, "A line of a good many words that takes a while to say", MARY))
    process = processes(speaker)[0]
    assert process.waitForStarted()

    with qtbot.waitSignal(speaker.told, timeout=10_000) as told:
        process.kill()

    assert told.args == [Broke(9, "the program that speaks has ended")]


def test_after_a_death_the_next_order_is_heard_again(speaker, qtbot):
    speaker.order(ListVoices())
    with qtbot.waitSignal(speaker.told, timeout=10_000):
        processes(speaker)[0].kill()

    told = news_of(speaker, qtbot, Say(2, "Again", MARY), Ended)

    assert told == [Began(2), Ended(2)]


def test_the_process_ends_when_the_window_is_gone(tmp_path):
    program, *arguments = command("mock")
    path = python_path("")

    done = subprocess.run(  # noqa: S603 - our own program
        [program, *arguments],
        input=written(Say(1, "x", MARY)),
        env={"PYTHONPATH": path, "HOME": str(tmp_path)},
        capture_output=True,
        timeout=30,
        check=False,
    )

    assert done.returncode == 0


@pytest.mark.parametrize(
    ("order", "news"),
    [
        (ListVoices(), Listed),
        (Say(1, "x", MARY), Broke),
        (Play(1, "x.ogg"), Broke),
    ],
)
def test_where_a_library_is_missing_the_process_tells_which(order, news):
    program = (
        "import sys; sys.modules.update({'PySide6.QtTextToSpeech': None,"
        " 'PySide6.QtMultimedia': None});"
        "from kiosk.ui.voice.aloud import main; main('mock')"
    )

    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program],
        input=written(WarmUp()) + written(Hush()) + written(order),
        env={"PYTHONPATH": python_path("")},
        capture_output=True,
        timeout=30,
        check=False,
    )
    told = read_news(done.stdout)

    assert isinstance(told, news)
    assert "PySide6.Qt" in told.why


def test_staff_are_told_when_nothing_speaks_here():
    listed = voices_here("nonsense")

    assert listed.voices == ()
    assert listed.why


def test_staff_see_how_each_language_is_heard(tmp_path: Path):
    (tmp_path / "so").mkdir()
    (tmp_path / "so" / "a-title.ogg").write_bytes(b"OggS")
    messages = (Message("a.title", "Hello"), Message("a.say.0", "At {here}"), Message("a.no", "No"))
    languages = {"en": "English", "so": "Soomaali", "ti": "ትግርኛ"}

    heard = how_heard(languages, messages, Clips((tmp_path,)), Listed(THERE))

    assert [one.told() for one in heard] == [
        "Listen in English: 0 of 2 sentences recorded, speaks with the voice English (America)",
        "Listen in Soomaali: 1 of 2 sentences recorded, otherwise silent, because this machine has "
        "no voice for it",
        "Listen in ትግርኛ: 0 of 2 sentences recorded, otherwise silent, because this machine has "
        "no voice for it",
    ]
    assert heard[1].todo == "'kiosk words clips so' lists the sentences to record."


def test_staff_see_what_to_install_where_nothing_speaks():
    messages = (Message("a.title", "Hello"),)

    heard = how_heard({"en": "English"}, messages, NO_CLIPS, Listed((), "no answer"))

    assert "because nothing speaks here (no answer)" in heard[0].told()
    assert "apt-get install speech-dispatcher" in heard[0].todo


def test_the_window_is_told_nothing_of_speech_before_it_is_used():
    program = (
        "import sys; import kiosk.ui.listening, kiosk.ui.voice.speaker;"
        "print([name for name in sys.modules if 'TextToSpeech' in name or 'Multimedia' in name])"
    )

    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program],
        env={"PYTHONPATH": python_path("")},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "[]"
