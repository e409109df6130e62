"""A saved visit that is broken or forged is begun again, or taken up without harm."""

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.events import (
    AskedHelp,
    Chosen,
)
from kiosk.core.guide import Guide
from kiosk.core.machine import advance, begin
from kiosk.core.saved.saving import StartAgain, resume, save
from kiosk.core.visit import Step, Visit
from tests.core.trips import (
    GuideOf,
    goes_on,
    taken_up,
    through_json,
    trip_of,
    visit_of,
)
from tests.oracles.happenings import SCRIPTS, SEEDS, random_visits
from tests.oracles.random_flows import Fate, random_guide

a_few = settings(max_examples=60, deadline=None)


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)


@given(JUNK)
@a_few
def test_anything_at_all_is_answered_kindly(junk: object) -> None:
    guide = random_guide(7, Fate(7))

    again = resume(guide, junk)

    assert again == StartAgain("unreadable")


@given(SCRIPTS, st.data())
@settings(max_examples=200, deadline=None)
def test_a_forged_visit_never_does_harm(script: list[int], data: st.DataObject) -> None:
    guide, happened = random_visits(11, script)
    saved = through_json(save(guide, happened[-1].after, private=True))

    forge(saved["moments"], data)

    goes_on(guide, resume(guide, saved))


WORDS = ("flow0", "flow1", "s0", "s1", "help", "back", "end", "999999", "X_STOP", "thing0")


@pytest.mark.sweep
@given(SEEDS, SCRIPTS, st.data())
@settings(max_examples=2_000, deadline=None)
def test_many_forged_visits_never_do_harm(
    seed: int, script: list[int], data: st.DataObject
) -> None:
    guide, happened = random_visits(seed, script)
    saved = through_json(save(guide, happened[-1].after, private=True))

    forge(saved["moments"], data)

    goes_on(guide, resume(guide, saved))


def forge(saved: Any, data: st.DataObject) -> None:
    """Changes random spots of the saved visit: mostly a text for another one, or for a word that
    could stand there; now and then a part for another part, or for junk."""
    for _ in range(data.draw(st.integers(1, 4))):
        spots = list(spots_of(saved))
        texts = [(table, key) for table, key in spots if isinstance(table[key], str)]
        how = data.draw(st.sampled_from(["word"] * 4 + ["text"] * 4 + ["part", "junk"]))
        table, key = data.draw(
            st.sampled_from(texts if texts and how in ("word", "text") else spots)
        )
        other, other_key = data.draw(st.sampled_from(texts if texts and how == "text" else spots))
        news = {"word": data.draw(st.sampled_from(WORDS)), "junk": data.draw(JUNK)}
        table[key] = news.get(how, copy.deepcopy(other[other_key]))


def spots_of(thing: Any) -> Any:
    """Every place of a JSON value at which something stands: the table or row, and its key."""
    if not isinstance(thing, dict | list):
        return
    for key in list(thing) if isinstance(thing, dict) else range(len(thing)):
        yield thing, key
        yield from spots_of(thing[key])


@pytest.mark.parametrize(
    ("what", "forged"),
    [
        ("another format", {"saved": 2}),
        ("true for one", {"saved": True}),
        ("no moment", {"moments": None}),
        ("a moment nowhere", {"moments": [{"stack": []}]}),
        ("too many moments", {"moments": [{"stack": [{"flow": "trip", "screen": "who"}]}] * 1_001}),
        ("too many names", {"drafts": {f"name {n}": "" for n in range(10_001)}}),
        ("a count of letters", {"moments": [{"stack": [{"flow": "trip", "screen": "who"}],
                                             "turns": {"trip/who": "many"}}]}),
        ("a language that is none", {"language": "en; drop"}),
        ("half a sign", {"trail": [["trip/who", "\ud800"]]}),
        ("a step of three", {"trail": [["trip/who", "yes", "no"]]}),
        ("a version that is a text", {"version": "1"}),
        ("a version that is true", {"version": True}),
    ],
)  # fmt: skip
def test_what_is_no_saved_visit_is_begun_again(
    guide_of: GuideOf, what: str, forged: dict[str, object]
) -> None:
    guide = trip_of(guide_of)
    saved = save(guide, visit_of(guide, Chosen("later")))

    again = resume(guide, {**saved, **forged})

    assert again == StartAgain("unreadable"), what


ROUNDS = {"flow": "trip", "screen": "rounds", "items": ["hill", "lake"], "results": ["seen"]}
THERE = {"flow": "place", "screen": "there"}
WHO = {"flow": "trip", "screen": "who"}
CALL = {"flow": "help", "screen": "call"}


def resumed_on(guide: Guide, *frames: dict[str, Any]) -> Visit | StartAgain:
    """What becomes of a saved visit to whose moments one is added that stands on these frames."""
    saved = save(guide, begin(guide))
    return resume(guide, {**saved, "moments": [*saved["moments"], {"stack": list(frames)}]})


@pytest.mark.parametrize("frames", [(ROUNDS, THERE), (ROUNDS, THERE, CALL), (WHO, CALL), (WHO,)])
def test_a_stack_that_a_visit_can_have_is_taken_up(
    guide_of: GuideOf, frames: tuple[dict[str, Any], ...]
) -> None:
    guide = trip_of(guide_of)

    again = resumed_on(guide, *frames)

    assert isinstance(again, Visit)
    assert [frame.screen for frame in again.now.stack] == [frame["screen"] for frame in frames]
    assert again.trail == ()


@pytest.mark.parametrize(
    ("what", "frames"),
    [
        ("a flow that is not begun here", [THERE]),
        ("a page that goes on by itself", [{**WHO, "screen": "rounds"}]),
        ("a page that decides", [{**WHO, "screen": "told"}]),
        ("a loop without items", [{**WHO, "screen": "rounds"}, THERE]),
        ("items where there is no loop", [{**ROUNDS, "screen": "who"}, CALL]),
        ("an item that nobody knows", [{**ROUNDS, "items": ["hill", "moon"]}, THERE]),
        ("a word that the flow never returns", [{**ROUNDS, "results": ["been"]}, THERE]),
        ("more turns than items", [{**ROUNDS, "results": ["seen", "seen"]}, THERE]),
        ("a flow that the page does not run", [ROUNDS, WHO]),
        ("a flow on a question", [WHO, THERE]),
        ("help on help", [WHO, CALL, CALL]),
        ("help on a page that decides", [{**WHO, "screen": "told"}, CALL]),
        ("a return inside", [ROUNDS, {**THERE, "screen": "seen"}]),
        ("a loop on top", [ROUNDS]),
        ("items on top", [{**ROUNDS, "screen": "who"}]),
        ("no such page", [{**WHO, "screen": "nothing"}]),
        ("no such flow", [{**WHO, "flow": "nothing"}]),
    ],
)
def test_a_stack_that_no_visit_can_have_is_not_taken_up(
    guide_of: GuideOf, what: str, frames: list[dict[str, Any]]
) -> None:
    guide = trip_of(guide_of)

    again = resumed_on(guide, *frames)

    assert isinstance(again, Visit)
    assert again.trail[-1:] == (Step(f"{frames[-1]['flow']}/{frames[-1]['screen']}", "resumed"),), (
        what
    )
    assert again.place == "trip/who"


@pytest.mark.parametrize(
    ("what", "moment"),
    [
        ("an end on a question", {"ended": "DONE"}),
        ("trouble on a page that is not help", {"trouble": "is"}),
        ("a refusal that the page cannot give", {"refusal": "is.else"}),
    ],
)
def test_what_a_page_cannot_have_is_left_out(
    guide_of: GuideOf, what: str, moment: dict[str, str]
) -> None:
    guide = trip_of(guide_of)
    saved = save(guide, begin(guide))

    again = resume(guide, {**saved, "moments": [{**saved["moments"][0], **moment}]})

    assert again == begin(guide), what


@pytest.mark.parametrize(("trouble", "kept"), [("is", "is"), ("is\nand more", ""), ("i" * 301, "")])
def test_trouble_is_one_short_line(guide_of: GuideOf, trouble: str, kept: str) -> None:
    guide = trip_of(guide_of)
    saved = save(guide, visit_of(guide, AskedHelp()))
    saved["moments"][-1]["trouble"] = trouble

    again = taken_up(guide, saved)

    assert again.trouble == kept


@pytest.mark.parametrize(
    ("place", "draft", "fits"),
    [
        ("trip/name", "Amona", True),
        ("trip/name", ["Amona"], False),
        ("trip/places", ["hill"], True),
        ("trip/places", ["moon"], False),
        ("trip/places", "hill", False),
        ("trip/secret", "Sesame", False),
        ("trip/who", "Amona", False),
        ("nowhere/name", "Amona", False),
    ],
)
def test_a_draft_fits_its_page(
    guide_of: GuideOf, place: str, draft: str | list[str], fits: bool
) -> None:
    guide = trip_of(guide_of)
    saved = save(guide, begin(guide))

    again = taken_up(guide, {**saved, "drafts": {place: draft}})

    assert bool(again.drafts.many(place)) == fits


def test_a_help_page_above_nothing_is_not_taken_up(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    saved = save(guide, visit_of(guide, Chosen("later"), AskedHelp()))

    again = [resume(guide, {**saved, "moments": saved["moments"][-count:]}) for count in (1, 2)]

    assert again[0] == StartAgain("nowhere")
    assert isinstance(again[1], Visit)
    assert advance(guide, again[1], Chosen("back")).place == "trip/wait"


def test_a_forged_count_cannot_stop_a_clock(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    saved = save(guide, visit_of(guide, Chosen("later")))
    saved["moments"][-1]["kept"] = {"clock.bus": "9" * 5_000}

    again = taken_up(guide, saved)

    assert again.place == "trip/who"
    goes_on(guide, again)
