"""What is in a page of each kind; nothing that was said once is asked twice."""

from collections.abc import Callable
from typing import Any

import pytest

from kiosk.core import view
from kiosk.core.events import Event, Picked, Typed, WentBack
from kiosk.core.guide import Guide
from tests.core.made import CHILD, PAGES, PARTS, view_after

GuideOf = Callable[..., Guide]


@pytest.fixture
def guide(guide_of: GuideOf) -> Guide:
    return guide_of(PAGES, CHILD, **PARTS)


def body_after(guide: Guide, *events: Event | str) -> Any:
    return view_after(guide, *events).body


def test_answers_are_shown_with_icons_and_filled_braces(guide: Guide) -> None:
    body = body_after(guide)

    assert body.answers[:2] == (
        view.Tile("form", "Form at Cedar Hill", "mail"),
        view.Tile("look", "Look", ""),
    )
    assert body.steps == ()


def test_a_field_shows_its_words_and_takes_the_question_as_its_label(guide: Guide) -> None:
    body = body_after(guide, "form")

    assert body == view.Form(
        kind="email",
        label="What is it?",
        button="Go on",
        hint="like Cedar Hill",
        answers=(view.Tile("out", "Out"),),
    )


def test_a_refusal_stands_beside_the_field_with_what_was_typed(guide: Guide) -> None:
    body = body_after(guide, "form", Typed("a"))

    assert (body.refusal, body.draft) == ("Longer, Cedar Hill", "a")


@pytest.mark.parametrize("way", [(Typed("ana@b.org"), "form"), (Typed("ana@b.org"), WentBack())])
def test_a_page_seen_again_shows_what_was_typed_there(
    guide: Guide, way: tuple[Event | str, ...]
) -> None:
    body = body_after(guide, "form", *way)

    assert (body.draft, body.refusal) == ("ana@b.org", "")


def test_a_list_seen_again_shows_what_was_picked_there(guide: Guide) -> None:
    body = body_after(guide, "schools", Picked(("east", "north")), "schools")

    assert body == view.Pick(
        options=tuple(
            view.PickOption(one, one.title(), "a street", "school")
            for one in ("north", "south", "east")
        ),
        at_least=2,
        at_most=3,
        button="These",
        search="Name",
        draft=("east", "north"),
    )


@pytest.mark.parametrize(
    ("typed", "groups"),
    [("ana@gmail.com", ("ana", "@", "gmail.com")), ("ana", ("ana",)), (None, ())],
)
def test_an_address_is_read_back_in_the_pieces_an_eye_can_check(
    guide: Guide, typed: str | None, groups: tuple[str, ...]
) -> None:
    events: list[Event | str] = ["form", Typed(typed)] if typed else []

    body = body_after(guide, *events, "look")

    assert body == view.ReadBack(groups, (view.Tile("menu", "Back"),))


def test_two_addresses_are_shown_beside_each_other(guide: Guide) -> None:
    body = body_after(guide, "form", Typed("ana@gmial.com"), "both")

    assert (body.groups, body.other) == ((), ("ana", "@", "gmial.com"))


@pytest.mark.parametrize(
    ("events", "steps"),
    [
        (("steps",), ("Open Cedar Hill", "Open your mail")),
        (("mail", Picked(("gmail",)), "steps"), ("Open Cedar Hill", "Open Gmail, Cedar Hill")),
        (("mail", Picked(("other",)), "steps"), ("Open Cedar Hill", "Open your mail")),
        (("mail", Picked(("gmail",)), "named"), ("Go to Proton",)),
        (("nowhere",), ()),
    ],
)
def test_a_card_is_that_of_the_own_mail_or_the_one_named_or_the_stand_in(
    guide: Guide, events: tuple[Event | str, ...], steps: tuple[str, ...]
) -> None:
    body = body_after(guide, *events)

    assert body.steps == steps


def test_a_password_page_tells_the_rules_and_what_may_not_stand_in_it(guide: Guide) -> None:
    said = ("form", Typed("ana@b.org"), "schools", Picked(("north", "east")), "secret")

    body = body_after(guide, *said)

    assert body == view.Password(
        label="Yours",
        rules=(view.RuleLine("least", "12 letters or more"),),
        personal=("ana@b.org", "North", "East"),
        button="Fine",
        idea="Words",
        answers=(view.Tile("menu", "Back"),),
    )


def test_a_clock_keeps_its_name_until_it_is_started_anew(guide: Guide) -> None:
    first = body_after(guide, "wait")
    again = body_after(guide, "wait", "menu", "wait")
    minutes = body_after(guide, "minutes")

    assert (first.clock, first.seconds) == ("reply:1", 300)
    assert again.clock == "reply:2"
    assert (minutes.clock, minutes.seconds) == ("pages/minutes:0", 120)


def test_the_last_page_tells_who_does_what_and_when(guide: Guide) -> None:
    shown = view_after(guide, "mail", Picked(("gmail",)), "bye")

    assert shown.page.title == "Bye, Gmail"
    assert shown.body == view.End(
        code="DONE",
        tone="done",
        todo=(view.Todo("You", "Ask Cedar Hill", "Today"), view.Todo("Cedar Hill", "Helps", "")),
        button="Leave",
    )


def test_a_last_page_without_errands_tells_how_to_begin_again(guide: Guide) -> None:
    body = body_after(guide, "plain")

    assert body.todo == (view.Todo("You", "Touch the screen to begin again.", "At any time"),)
    assert body.tone == "later"
