"""A visit takes one event further, and one that does not fit leaves it as it is."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.core.events import (
    AskedHelp,
    Chosen,
    Confirmed,
    Elapsed,
    Event,
    LanguageChosen,
    LeftAlone,
    Picked,
    Stopped,
    Typed,
    WentBack,
)
from kiosk.core.guide import Guide
from kiosk.core.kept import Value
from kiosk.core.machine import advance, begin
from kiosk.core.visit import Step
from tests.core.made import after
from tests.core.made_tour import CANARY, PARTS, TOUR

GuideOf = Callable[..., Guide]


@pytest.fixture
def guide(guide_of: GuideOf) -> Guide:
    return guide_of(TOUR, **PARTS)


@pytest.mark.parametrize(
    ("before", "event"),
    [
        ((), Chosen("nobody says this")),
        ((), Typed("a")),
        ((), Picked(("north",))),
        ((), Confirmed()),
        ((), Elapsed()),
        ((), WentBack()),
        (("form",), Chosen("who")),
        (("form",), Confirmed()),
        (("form",), Picked(("north",))),
        (("pick",), Picked(())),
        (("pick",), Picked(("north", "south"))),
        (("pick",), Picked(("atlantis",))),
        (("pick",), Typed("north")),
        (("few",), Picked(("north",))),
        (("few",), Picked(("north", "north"))),
        (("few",), Picked(("north", "south", "south"))),
        (("few",), Picked(("north", "south", "east", "west"))),
        (("wait",), Typed("a")),
        (("secret",), Typed(CANARY)),
        (("secret",), Elapsed()),
        (("bye",), Chosen("bye")),
        (("bye",), Elapsed()),
        (("bye",), Stopped()),
        (("bye",), LeftAlone()),
        ((AskedHelp(),), AskedHelp()),
        (("form", Stopped()), Typed("a")),
        ((Stopped(),), Chosen("form")),
        (("form", Stopped()), WentBack()),
        (("form", LeftAlone()), WentBack()),
        (("form", LeftAlone()), AskedHelp()),
        (("form", LeftAlone()), Stopped()),
    ],
)
def test_an_event_that_does_not_fit_gives_back_the_very_same_visit(
    guide: Guide, before: tuple[Event | str, ...], event: Event
) -> None:
    visit = after(guide, *before)

    untouched = advance(guide, visit, event)

    assert untouched is visit


@pytest.mark.parametrize(
    ("event", "place", "kept", "by"),
    [
        (("form", Typed("abc")), "tour/who", {"guess": "ABC of ABC", "typed": "ABC"}, "typed"),
        (("form", Typed("far")), "tour/pick", {"typed": "FAR"}, "refused.elsewhere"),
        (("form", "out"), "tour/who", {"copy": "", "clock.reply": "1"}, "out"),
        (("pick", Picked(("south",))), "tour/who", {"school": "south"}, "picked"),
        (
            ("few", Picked(("east", "north"))),
            "tour/who",
            {"schools": ("east", "north")},
            "picked",
        ),
        (("wait", Elapsed()), "tour/bye", {}, "time"),
        (("wait", "now"), "tour/who", {}, "now"),
        (("secret", Confirmed()), "tour/who", {}, "confirmed"),
    ],
)
def test_an_event_that_fits_leads_on_keeps_what_was_said_and_leaves_a_trail(
    guide: Guide,
    event: tuple[Event | str, ...],
    place: str,
    kept: dict[str, Value],
    by: str,
) -> None:
    visit = after(guide, *event)

    assert visit.place == place
    assert dict(visit.now.kept.pairs) == kept
    assert visit.trail[-1] == Step(f"tour/{event[0]}", by)


def test_an_answer_copies_what_is_kept_and_starts_the_clock_anew_each_time(guide: Guide) -> None:
    visit = after(guide, "form", Typed("abc"), "form", "out", "form", "out")

    assert visit.now.kept.text("copy") == "ABC"
    assert visit.now.kept.text("clock.reply") == "2"


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("ab", ("judged.short", "Longer please")),
        ("odd", ("judged.else", "Not this one")),
        ("nor", ("also.no", "Nor this")),
    ],
)
def test_a_refusal_stays_on_the_page_with_what_was_typed_and_keeps_nothing(
    guide: Guide, text: str, refusal: tuple[str, str]
) -> None:
    asked = after(guide, "form")

    refused = advance(guide, asked, Typed(text))

    assert (refused.place, refused.now.refusal) == ("tour/form", refusal)
    assert refused.now.kept == asked.now.kept
    assert refused.before == asked.before
    assert refused.drafts.text("tour/form") == text


def test_each_refusal_counts_as_a_turn_so_that_help_is_offered_in_time(guide: Guide) -> None:
    visit = after(guide, "form", Typed("ab"), Typed("ab"))

    assert visit.now.turns.text("tour/form") == "3"


@pytest.mark.parametrize("event", [Typed("abc"), Typed("far"), Chosen("out"), AskedHelp()])
def test_a_refusal_is_gone_once_the_visit_goes_on(guide: Guide, event: Event) -> None:
    refused = after(guide, "form", Typed("ab"))

    gone_on = advance(guide, refused, event)

    assert refused.now.refusal is not None
    assert gone_on.now.refusal is None


def test_a_sound_text_after_a_refusal_is_taken(guide: Guide) -> None:
    visit = after(guide, "form", Typed("ab"), Typed("abc"))

    assert visit.place == "tour/who"
    assert visit.now.kept.text("typed") == "ABC"


def test_back_restores_the_moment_before_and_drafts_outlive_it(guide: Guide) -> None:
    asked = after(guide, "form")
    answered = advance(guide, asked, Typed("abc"))

    back = advance(guide, answered, WentBack())

    assert back.now == asked.now
    assert back.before == asked.before
    assert back.drafts.text("tour/form") == "abc"
    assert [step.by for step in back.trail] == ["form", "typed", "back"]


def test_another_language_changes_nothing_else(guide: Guide) -> None:
    asked = after(guide, "form", Typed("ab"))

    visit = advance(guide, asked, LanguageChosen("so"))
    gone_on = advance(guide, visit, Typed("abc"))

    assert visit == replace(asked, language="so")
    assert gone_on.language == "so"


def test_a_visit_can_begin_in_a_language(guide: Guide) -> None:
    visit = begin(guide, "vi")

    assert (visit.language, visit.place) == ("vi", "tour/who")
