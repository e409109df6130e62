"""A presentation is led by its keys, stays what it is under its covers, and runs by itself."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from kiosk.core.events import Chosen, Confirmed, LanguageChosen, Stopped, Typed, WentBack
from kiosk.core.scenes import SceneView, TypedOut
from kiosk.core.view import Form, Password, View
from kiosk.demo.presenting import (
    Jump,
    Move,
    Presenting,
    Show,
    Touched,
    begin_presenting,
    page_at,
    practice_at,
    present,
    title_of,
    words_to_mark,
)
from kiosk.demo.speaker_phrases import SpeakerPhrases, time_since
from tests.demo.shows import PASSWORD, shipped_show


@pytest.fixture(scope="module")
def show() -> Show:
    """The shipped show."""
    return shipped_show()


def after(
    show: Show, moves: Iterable[Move | Jump | Touched], now: Presenting | None = None
) -> Presenting:
    now = now or begin_presenting(show)
    for move in moves:
        now = present(show, now, move)
    return now


def slide_of(show: Show, name: str) -> Jump:
    return Jump([slide.id for slide in show.order.slides].index(name))


def test_keys_go_on_and_back_to_both_ends_and_to_a_number_and_never_past_them(show: Show) -> None:
    last = len(show.order.slides) - 1

    ways: list[list[Move | Jump | Touched]] = [
        ["next", "next"],
        ["next", "back", "back"],
        ["last", "next"],
        ["last", "first"],
        [Jump(4)],
        [Jump(4), Jump(last + 1)],
    ]
    slides = [after(show, way).slide for way in ways]

    assert slides == [2, 0, last, 0, 4, 4]


def test_a_pause_keeps_the_slide_and_the_key_that_ends_it_goes_nowhere(show: Show) -> None:
    paused = after(show, ["next", "pause"])

    by = {move: present(show, paused, move) for move in ("pause", "next", "back", "stay")}

    assert paused.paused
    assert all(not now.paused and now.slide == 1 for now in by.values())


def test_leaving_takes_two_presses_and_any_other_key_between_them_stays(show: Show) -> None:
    once = after(show, ["leave"])

    assert once.asking
    assert not once.left
    assert after(show, ["leave", "leave"]).left
    for other in ("next", "back", "stay", "pause", "keys"):
        now = after(show, ["leave", other, "leave"])
        assert (now.left, now.asking) == (False, True), other


def test_one_cover_at_most_lies_over_the_page(show: Show) -> None:
    covers: tuple[Move, ...] = ("pause", "keys", "leave")

    pairs = [after(show, [one, other]) for one in covers for other in covers if one != other]

    assert all([now.paused, now.keys, now.asking].count(True) == 1 for now in pairs)


def test_another_language_keeps_the_slide_and_goes_round(show: Show) -> None:
    now = after(show, [slide_of(show, "plan")])

    spoken = [now := present(show, now, "language") for _ in range(3)]

    assert [one.language for one in spoken] == ["es", "ar", "en"]
    assert {one.slide for one in spoken} == {now.slide}
    assert page_at(show, spoken[0]).page.title == "¿Sí?"
    assert page_at(show, spoken[1]).right_to_left


def test_a_touch_plays_on_and_the_order_goes_on_as_if_it_had_not_been(show: Show) -> None:
    home = after(show, [slide_of(show, "home")])

    touched = present(show, home, Touched(Chosen("english")))

    assert practice_at(show, touched).place == "course"
    assert present(show, touched, "back") == home
    assert present(show, touched, "next").slide == home.slide + 1


@pytest.mark.parametrize("way_out", [Stopped(), Chosen("leave")])
def test_the_page_s_own_ways_out_lead_back_to_the_slide(
    show: Show, way_out: Stopped | Chosen
) -> None:
    home = after(show, [slide_of(show, "home")])
    elsewhere = present(show, home, Touched(Chosen("english")))

    assert present(show, elsewhere, Touched(way_out)) == home
    assert present(show, home, Touched(way_out)) == home


def test_back_on_the_page_goes_to_where_the_page_came_from_or_to_the_slide_before(
    show: Show,
) -> None:
    home = after(show, [slide_of(show, "home")])
    elsewhere = present(show, home, Touched(Chosen("english")))

    back = present(show, elsewhere, Touched(WentBack()))
    before = present(show, home, Touched(WentBack()))

    assert practice_at(show, back) == practice_at(show, home)
    assert before.slide == home.slide - 1


def test_a_language_that_is_touched_stays_for_the_slides_that_follow(show: Show) -> None:
    now = after(show, [Touched(LanguageChosen("ar")), "next"])

    assert (now.language, practice_at(show, now).language) == ("ar", "ar")
    assert after(show, [Touched(LanguageChosen("xx"))]).language == "en"


def test_nothing_that_is_typed_gets_anywhere(show: Show) -> None:
    slides = range(len(show.order.slides))

    typed = [after(show, [Jump(slide), Touched(Typed("canary"))]) for slide in slides]

    assert all(now == after(show, [Jump(now.slide)]) for now in typed)


def test_no_page_of_any_scenario_or_language_has_a_field(show: Show) -> None:
    shows = [shipped_show(one) for one in ("here", "spam", "late", "expired", "impostor")]

    pages = [
        page_at(one, Presenting(slide, language))
        for one in shows
        for slide in range(len(one.order.slides))
        for language in one.words
    ]

    assert not [page for page in pages if isinstance(page.body, Form | Password)]


def test_the_made_up_password_leads_on_to_the_grades(show: Show) -> None:
    now = after(show, [slide_of(show, "password")])

    page = page_at(show, now)

    assert isinstance(page, SceneView)
    assert isinstance(page.body, TypedOut)
    assert page.body.text == PASSWORD
    assert practice_at(show, present(show, now, Touched(Confirmed()))).place == "home"


def test_what_is_marked_stands_on_the_page_until_it_is_touched(show: Show) -> None:
    now = after(show, [slide_of(show, "missing_work")])

    marked = words_to_mark(show, now)

    assert marked in {
        work.title for course in show.world.students[0].courses for work in course.works
    }
    assert words_to_mark(show, present(show, now, Touched(Chosen("home")))) == ""
    assert words_to_mark(show, after(show, [])) == ""


def test_by_itself_it_goes_to_the_end_and_begins_again(show: Show) -> None:
    last = len(show.order.slides) - 1
    alone = begin_presenting(show, alone=True)

    at_end = after(show, ["turn"] * last, alone)
    again = present(show, at_end, "turn")

    assert at_end.slide == last
    assert (again.slide, again.language, again.alone) == (0, "en", True)


def test_by_itself_it_may_speak_another_language_each_round() -> None:
    show = shipped_show(every_language=True)
    now = begin_presenting(show, alone=True)

    rounds = []
    for _ in range(4):
        rounds.append(now.language)
        now = after(show, ["turn"] * len(show.order.slides), now)

    assert rounds == ["en", "es", "ar", "en"]


def test_whatever_a_person_does_stops_what_runs_by_itself(show: Show) -> None:
    alone = begin_presenting(show, alone=True)
    moves: tuple[Move | Jump | Touched, ...] = (
        *("next", "pause", "notes", "language", "keys", "alone", "leave", "other"),
        *(Jump(2), Touched(Chosen("grades"))),
    )

    stopped = [present(show, alone, move) for move in moves]

    assert not [now for now in stopped if now.alone]
    assert present(show, stopped[0], "turn") == stopped[0]


def test_it_runs_by_itself_again_when_asked_but_not_under_a_cover(show: Show) -> None:
    now = after(show, ["alone"])

    assert present(show, now, "turn").slide == 1
    assert present(show, replace(now, paused=True), "turn").slide == 0


def test_a_presentation_begins_in_a_language_that_there_is(show: Show) -> None:
    languages = [begin_presenting(show, language).language for language in ("ar", "xx", "")]

    assert languages == ["ar", "en", "en"]


def test_the_title_past_the_last_slide_is_empty_and_the_speaker_is_told_so(show: Show) -> None:
    phrases = SpeakerPhrases()
    count = len(show.order.slides)

    nexts = [phrases.what_next(title_of(show, slide, "en")) for slide in (1, count)]

    assert nexts == ["Next: Find the message from the school", "This is the last scene."]
    assert phrases.where(3, 20) == "Scene 3 of 20"


@pytest.mark.parametrize(
    ("seconds", "written"), [(0, "0:00"), (65.9, "1:05"), (3599, "59:59"), (3661, "1:01:01")]
)
def test_the_time_that_has_passed_is_written_as_on_a_stop_watch(
    seconds: float, written: str
) -> None:
    assert time_since(seconds) == written


def test_a_page_that_is_no_password_is_the_page_a_family_sees(show: Show) -> None:
    page = page_at(show, begin_presenting(show))

    assert isinstance(page, View)
    assert page.page.banner
