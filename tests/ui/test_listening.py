"""A page is read aloud: from which touch, in which voice, with what mark, and when it stops."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from kiosk.core.idle import IdleLimits
from kiosk.core.phrases import Phrases
from kiosk.core.reading_aloud import script_of
from kiosk.core.words import Words
from kiosk.language.clips import NO_CLIPS, Clips
from kiosk.ui.controller import Controller, Rules
from kiosk.ui.listening import RATES, Listening
from kiosk.ui.screens.end import TodoRow
from kiosk.ui.theme import Look
from kiosk.ui.voice.orders import Ended, Hush, ListVoices, Play, Say, WarmUp
from kiosk.ui.voice.sounds import Sounds
from kiosk.ui.widgets.listen_bar import Pill
from kiosk.ui.widgets.reading_mark import ReadingMark
from tests.ui.finding import STAGES, button, buttons, place_of, shown, touch, touch_at, words_on
from tests.ui.samples import HOUSE, PRACTISE, SAMPLES, many_languages, mirrored
from tests.ui.speaking import ARABIC, ENGLISH, FakeSpeaker
from tests.ui.visits import GUIDE

LIMITS = IdleLimits(ask_after_seconds=150, asking_seconds=30, last_page_seconds=30)
FIRST = "Do you have an email address?"
ANSWERS = ["Yes, I have one", "Wait for a message", "I have it all"]
CONTROLS = ["Again", "Slower", "Faster"]


class Kiosk:
    """A running kiosk with a voice that a test can watch."""

    def __init__(self, window, controller, speaker, clock) -> None:
        self.window, self.controller, self.speaker = window, controller, speaker
        self._clock = clock

    def wait(self, seconds: float) -> None:
        self._clock.now += seconds
        self.controller.tick()

    def touch(self, words: str) -> None:
        self.wait(1)
        touch(self.window, words)

    def press(self, key: Qt.Key) -> None:
        self.wait(1)
        QTest.keyClick(self.window.windowHandle(), key)

    def offers(self, words: str) -> bool:
        return words in [one.accessibleName() for one in buttons(self.window)]

    def finish_page(self) -> None:
        while not self.speaker.is_quiet():
            self.speaker.finish_line()


@pytest.fixture
def kiosk_with(open_window, clock):
    """Starts a kiosk with those recordings; its voice speaks English and Arabic."""

    def started(clips: Clips = NO_CLIPS) -> Kiosk:
        house, look = many_languages(), Look(motion=False)
        window = open_window((1366, 768), look, house, full_screen=True)
        speaker = FakeSpeaker()
        listening = Listening(window, speaker, Sounds(clips))
        controller = Controller(Rules(GUIDE, house.words, LIMITS, look), window, clock, listening)
        controller.start()
        controller.watch(window.windowHandle())
        speaker.list_voices(ENGLISH, ARABIC)
        speaker.orders.clear()
        return Kiosk(window, controller, speaker, clock)

    return started


@pytest.fixture
def kiosk(kiosk_with):
    return kiosk_with()


@pytest.fixture
def begun(kiosk):
    kiosk.touch("Touch to begin")
    return kiosk


@pytest.fixture
def reading(begun):
    begun.touch("Listen")
    begun.speaker.begin()
    return begun


def test_the_page_is_read_from_its_title_to_its_last_answer(begun):
    begun.touch("Listen")

    begun.finish_page()

    assert begun.speaker.texts() == [FIRST, *ANSWERS]
    assert {line.voice for line in begun.speaker.lines()} == {ENGLISH}


def test_when_all_is_read_it_can_be_read_again(reading):
    reading.finish_page()
    offered = reading.offers("Listen")
    reading.speaker.orders.clear()

    reading.touch("Listen")

    assert offered
    assert reading.speaker.texts() == [FIRST]


def test_until_the_voice_begins_the_button_asks_for_a_moment(begun):
    begun.touch("Listen")
    waiting = begun.offers("One moment")

    begun.speaker.begin()

    assert waiting
    assert begun.offers("Pause")
    assert not begun.offers("One moment")


def test_one_touch_pauses_and_one_goes_on_with_the_same_sentence(reading):
    reading.speaker.finish_line()

    reading.touch("Pause")
    quiet = reading.speaker.is_quiet()
    reading.touch("Go on")

    assert quiet
    assert reading.speaker.texts() == [FIRST, ANSWERS[0], ANSWERS[0]]


def test_one_touch_repeats_the_page_from_its_top(reading):
    reading.speaker.finish_line()

    reading.touch("Again")

    assert reading.speaker.texts() == [FIRST, ANSWERS[0], FIRST]


def test_what_is_still_told_of_a_sentence_that_was_cut_short_is_passed_over(reading):
    old = reading.speaker.lines()[-1].number
    reading.touch("Again")

    reading.speaker.told.emit(Ended(old))

    assert reading.speaker.texts() == [FIRST, FIRST]


def test_the_speed_goes_from_half_to_double_in_seven_steps(reading):
    for _ in RATES:
        if reading.offers("Faster"):
            reading.touch("Faster")
    up = [line.rate for line in reading.speaker.lines()]
    for _ in range(2 * len(RATES)):
        if reading.offers("Slower"):
            reading.touch("Slower")
    everything = [line.rate for line in reading.speaker.lines()]

    assert RATES == (50, 60, 75, 100, 125, 150, 200)
    assert up == [100, 125, 150, 200]
    assert everything[len(up) :] == [150, 125, 100, 75, 60, 50]
    assert set(reading.speaker.texts()) == {FIRST}


def test_the_next_visitor_finds_the_usual_speed_and_a_voice_that_knows_nothing(reading):
    reading.touch("Faster")
    rests = reading.speaker.rests

    reading.controller.start_afresh()
    reading.touch("Touch to begin")
    reading.touch("Listen")

    assert reading.speaker.rests == rests + 1
    assert reading.speaker.lines()[-1].rate == 100


def test_the_second_family_of_the_day_need_not_wait_for_the_voice(reading):
    before = [order for order in reading.speaker.orders if isinstance(order, WarmUp)]
    reading.controller.start_afresh()

    reading.touch("Touch to begin")

    assert before == []
    assert isinstance(reading.speaker.orders[-1], WarmUp)


def test_a_touch_on_an_answer_stops_the_reading_and_the_next_page_is_quiet(reading):
    reading.touch("Yes, I have one")

    assert reading.speaker.is_quiet()
    assert reading.offers("Listen")
    assert "What is your address?" in words_on(reading.window)
    assert reading.speaker.texts() == [FIRST]


def test_a_touch_beside_everything_stops_it_too(reading):
    reading.wait(1)

    touch_at(reading.window, reading.window.rect().center())

    assert reading.speaker.is_quiet()
    assert reading.offers("Listen")


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_Tab, Qt.Key.Key_Escape])
def test_any_key_stops_what_a_touch_began(reading, key):
    reading.press(key)

    assert reading.speaker.is_quiet()
    assert reading.offers("Listen")


def test_by_key_one_walks_through_the_controls_without_stopping_it(begun):
    begun.wait(1)
    listen = button(begun.window, "Listen")
    listen.setFocus(Qt.FocusReason.TabFocusReason)
    begun.press(Qt.Key.Key_Space)
    begun.speaker.begin()

    begun.press(Qt.Key.Key_Backtab)
    still = not begun.speaker.is_quiet()
    held = begun.window.focusWidget().accessibleName()
    begun.press(Qt.Key.Key_A)

    assert still
    assert held in CONTROLS
    assert begun.speaker.is_quiet()


def test_a_panel_that_opens_stops_it(reading):
    reading.touch("Text size")

    assert reading.speaker.is_quiet()
    assert Hush() in reading.speaker.orders


def test_nobody_is_asked_or_sent_away_while_the_page_is_read(reading):
    for _ in range(20):
        reading.wait(60)
    asked_while_reading = reading.offers("Yes, I am here")
    reading.finish_page()
    reading.wait(151)

    assert not asked_while_reading
    assert reading.offers("Yes, I am here")


def test_a_paused_page_does_not_hold_the_station(reading):
    reading.touch("Pause")

    reading.wait(151)

    assert reading.offers("Yes, I am here")


def test_a_family_that_listened_hears_the_question_whether_it_is_there(reading):
    reading.finish_page()
    reading.speaker.orders.clear()

    reading.wait(151)
    reading.wait(1)
    reading.finish_page()

    assert reading.speaker.texts() == [Phrases().still_there, Phrases().still_there_says]
    assert reading.offers("Yes, I am here")


def test_hearing_the_question_does_not_answer_it(reading):
    reading.finish_page()
    reading.wait(151)
    reading.speaker.begin()

    reading.wait(31)

    assert reading.offers("Touch to begin")
    assert reading.speaker.is_quiet()


def test_the_answer_cuts_the_question_short_and_the_page_can_be_read_again(reading):
    reading.finish_page()
    reading.wait(151)

    reading.touch("Yes, I am here")
    quiet = reading.speaker.is_quiet()

    assert quiet
    assert reading.offers("Listen")
    assert not reading.offers("Again")


def test_while_the_question_is_heard_the_page_under_it_stays_as_it_was(reading):
    reading.finish_page()
    before = [pill.accessibleName() for pill in shown(reading.window) if isinstance(pill, Pill)]

    reading.wait(151)
    reading.speaker.begin()

    after = [pill.accessibleName() for pill in shown(reading.window) if isinstance(pill, Pill)]
    assert before == after == ["Listen"]


def test_the_next_family_is_asked_in_silence_again(reading):
    reading.finish_page()
    reading.controller.start_afresh()
    reading.touch("Touch to begin")
    reading.speaker.orders.clear()

    reading.wait(151)

    assert reading.offers("Yes, I am here")
    assert reading.speaker.texts() == []


def test_a_family_that_did_not_listen_is_asked_in_silence(begun):
    begun.wait(151)

    assert begun.offers("Yes, I am here")
    assert begun.speaker.texts() == []


def test_the_last_page_stays_while_it_is_read(begun):
    begun.touch("I have it all")
    begun.touch("Listen")
    for _ in range(4):
        begun.wait(20)
    stayed = "You are done" in words_on(begun.window)

    begun.finish_page()
    begun.wait(31)

    assert stayed
    assert begun.offers("Touch to begin")


def test_the_mark_follows_what_is_read(reading):
    mark = reading.window.findChild(ReadingMark)
    marked = []

    for words in [FIRST, *ANSWERS]:
        centre = place_of(part_saying(reading.window, words), reading.window).center()
        marked.append(mark.isVisible() and place_of(mark, reading.window).contains(centre))
        reading.speaker.finish_line()

    assert marked == [True] * 4
    assert not mark.isVisible()


def part_saying(window, words):
    labels = [one for one in window.findChildren(QLabel) if one.isVisible() and one.text() == words]
    return labels[0] if labels else button(window, words)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("turn", [replace, mirrored])
def test_every_sentence_of_every_kind_of_page_is_marked_where_it_stands(
    open_window, qapp, name, turn
):
    window = open_window(STAGES["wide"], Look(motion=False), HOUSE)
    view = turn(SAMPLES[name])
    window.show_view(view)
    page = window.page()
    mark = window.findChild(ReadingMark)
    lines = script_of(view, Phrases(), page.clock_words())

    unmarked, outside = [], []
    for line in lines:
        page.mark(line.shown)
        if not mark.isVisible():
            unmarked.append(line.part)
        elif mark.visibleRegion().isEmpty():
            outside.append(line.part)

    # A password's label is the name of its field, for those who hear the page.
    assert unmarked == (["label"] if name == "password" else [])
    assert outside == []


@pytest.mark.parametrize("turn", [replace, mirrored])
def test_words_on_a_panel_have_the_mark_around_the_whole_panel(open_window, qapp, turn):
    window = open_window(STAGES["wide"], Look(motion=False), HOUSE)
    window.show_view(turn(SAMPLES["done"]))
    mark = window.findChild(ReadingMark)
    panels = window.findChildren(TodoRow)

    seen = []
    for words in ("today", "this week", "from now on"):
        window.page().mark(words)
        around = place_of(mark, window)
        seen.append([around.contains(place_of(panel, window), proper=True) for panel in panels])

    assert seen == [[True, False, False], [False, True, False], [False, False, True]]


def test_the_same_words_twice_are_marked_one_after_the_other(open_window, qapp):
    window = open_window(STAGES["wide"], Look(motion=False), HOUSE)
    window.show_view(SAMPLES["done"])
    mark = window.findChild(ReadingMark)

    tops = []
    for _ in range(2):
        window.page().mark("You")
        tops.append(place_of(mark, window).top())

    assert tops[0] < tops[1]


def test_what_is_read_further_down_is_brought_into_sight(open_window, qapp):
    window = open_window(STAGES["small"], Look(motion=False, size=3), HOUSE)
    window.show_view(SAMPLES["steps"])
    last = button(window, "I cannot open this page")
    before = last.visibleRegion().isEmpty()

    window.page().mark("I cannot open this page")

    assert before
    assert last.visibleRegion().boundingRect() == last.rect()


def test_a_page_without_a_voice_or_recordings_offers_no_listening(kiosk):
    kiosk.touch("Soomaali")

    assert not kiosk.offers("Listen")
    assert FIRST in words_on(kiosk.window)


def test_recordings_are_heard_where_no_voice_is(kiosk_with, tmp_path):
    clips = Clips((recorded(tmp_path, "so", "title", "answer-yes", "answer-wait", "answer-done"),))
    kiosk = kiosk_with(clips)
    kiosk.touch("Soomaali")

    kiosk.touch("Listen")
    kiosk.finish_page()

    heard = [Path(line.file).name for line in kiosk.speaker.lines() if isinstance(line, Play)]
    assert heard == [
        "setup-first-title.ogg",
        "setup-first-answer-yes.ogg",
        "setup-first-answer-wait.ogg",
        "setup-first-answer-done.ogg",
    ]


def test_a_page_with_one_sentence_unrecorded_offers_no_listening(kiosk_with, tmp_path):
    clips = Clips((recorded(tmp_path, "so", "title", "answer-yes", "answer-wait"),))
    kiosk = kiosk_with(clips)

    kiosk.touch("Soomaali")

    assert not kiosk.offers("Listen")


def test_a_recording_comes_before_the_voice(kiosk_with, tmp_path):
    kiosk = kiosk_with(Clips((recorded(tmp_path, "en", "title"),)))
    kiosk.touch("Touch to begin")

    kiosk.touch("Listen")
    kiosk.finish_page()

    assert [type(line) for line in kiosk.speaker.lines()] == [Play, Say, Say, Say]


def recorded(folder: Path, language: str, *parts: str) -> Path:
    (folder / language).mkdir()
    for part in parts:
        (folder / language / f"setup-first-{part}.ogg").write_bytes(b"OggS")
    return folder


def test_another_language_is_read_by_its_own_voice(kiosk):
    kiosk.touch("العربية")

    kiosk.touch("Listen")

    assert kiosk.speaker.lines()[-1] == Say(
        kiosk.speaker.lines()[-1].number, FIRST, ARABIC, rate=100
    )


def test_a_voice_that_breaks_takes_its_button_away_and_tells_staff(reading, caplog):
    reading.speaker.break_line("the sound card is gone")

    assert not reading.offers("Listen")
    assert not reading.offers("Pause")
    assert "the sound card is gone" in caplog.text
    assert FIRST not in caplog.text


def test_after_a_break_the_next_family_is_heard_again(reading):
    reading.speaker.break_line()
    reading.speaker.orders.clear()

    reading.controller.start_afresh()
    asked = ListVoices() in reading.speaker.orders
    reading.touch("Touch to begin")
    hidden = not reading.offers("Listen")
    reading.speaker.list_voices(ENGLISH)

    assert asked
    assert hidden
    assert reading.offers("Listen")


def test_a_machine_that_does_not_answer_is_asked_again_by_the_next_visit(kiosk):
    listening = kiosk.window.findChild(Listening)
    kiosk.controller.start_afresh()
    answered = list(kiosk.speaker.orders)
    listening.look_for_voices()
    kiosk.speaker.orders.clear()

    kiosk.controller.start_afresh()

    assert ListVoices() not in answered
    assert ListVoices() in kiosk.speaker.orders


def test_a_voice_that_is_never_heard_is_given_up(reading, qtbot):
    patience = reading.window.findChild(Listening)._patience
    assert patience.isActive()

    with qtbot.waitSignal(patience.timeout):
        patience.start(0)

    assert not reading.offers("Pause")


def test_a_typed_password_is_never_spoken(open_window, clock):
    canary = "Canary-4711-canary"
    window = open_window((1366, 768), Look(motion=False), HOUSE)
    speaker = FakeSpeaker()
    listening = Listening(window, speaker, Sounds(Clips(()), (ENGLISH,)))
    view = replace(PRACTISE, language="en")
    window.show_view(view)
    listening.show(view, Words("en", "English"))
    QTest.keyClicks(window.page().findChild(QLineEdit), canary)

    touch(window, "Listen")
    while not speaker.is_quiet():
        speaker.finish_line()

    assert window.page().findChild(QLineEdit).text() == canary
    told = str(speaker.orders)
    assert len(speaker.texts()) == 8
    assert not any(canary[start : start + 4] in told for start in range(len(canary) - 3))


def test_a_key_on_a_password_page_stops_the_reading_and_is_not_read(open_window, clock, qapp):
    window = open_window((1366, 768), Look(motion=False), HOUSE)
    speaker = FakeSpeaker()
    listening = Listening(window, speaker, Sounds(Clips(()), (ENGLISH,)))
    controller = Controller(Rules(GUIDE, HOUSE.words, LIMITS, Look()), window, clock, listening)
    controller.watch(window.windowHandle())
    window.show_view(PRACTISE)
    listening.show(PRACTISE, Words("en", "English"))
    touch(window, "Listen")

    touch(window, "q")

    assert speaker.is_quiet()
    assert speaker.texts() == ["Try your password here"]
    assert window.page().findChild(QLineEdit).text() == "q"


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("size", [0, 1, 2, 3])
def test_the_controls_have_room_on_every_stage(open_window, qapp, stage, size):
    look = Look(motion=False, size=size)
    window = open_window(STAGES[stage], look, many_languages())
    speaker = FakeSpeaker()
    listening = Listening(window, speaker, Sounds(Clips(()), (ENGLISH,)))
    window.show_view(SAMPLES["question"])
    listening.show(SAMPLES["question"], Words("en", "English"))
    touch(window, "Listen")
    speaker.begin()
    qapp.processEvents()

    pills = [button(window, words) for words in ("Pause", *CONTROLS, "Text size", "Contrast")]
    places = [place_of(pill, window) for pill in pills]

    assert all(window.rect().contains(place) for place in places)
    assert not any(
        one.intersects(other) for n, one in enumerate(places) for other in places[n + 1 :]
    )
    assert all(min(place.width(), place.height()) >= 12.7 * 3.9 for place in places)
