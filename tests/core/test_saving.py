"""A saved visit: taken up exactly, or at the nearest page that is still there, or begun again."""

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.events import (
    AskedHelp,
    Chosen,
    Event,
    LanguageChosen,
    LeftAlone,
    Picked,
    Typed,
    WentBack,
)
from kiosk.core.flow import Flow
from kiosk.core.guide import Guide, Option
from kiosk.core.machine import advance, begin
from kiosk.core.reader import read_file
from kiosk.core.roads import Roads, events_at
from kiosk.core.saving import StartAgain, hash_of, resume, save
from kiosk.core.showing import view_of
from kiosk.core.visit import Step, Visit
from kiosk.core.words import ENGLISH
from kiosk.station import Station
from tests.oracles.happenings import SCRIPTS, SEEDS, random_visits
from tests.oracles.random_flows import Fate, random_guide

GuideOf = Callable[..., Guide]

TRIP = """
flow: trip
version: 1
start: who
screens:
  who:
    ask: Are you going?
    answers:
      - {id: "yes", text: "Yes", go: name}
      - {id: later, text: Later, go: wait}
  wait:
    wait: {minutes: 5}
    tell: Take your time
    answers: [{id: now, text: Now, restart: bus, go: name}]
    next: name
  name:
    ask: What is your name?
    field: {kind: name, save: name}
    checks: [{must: is, with: {value: Amina}, else: Please say Amina}]
    next: places
  places:
    ask: Where to?
    pick: {of: places, save: places, at_least: 1, at_most: 3}
    next: rounds
  rounds:
    run: place
    for_each: places
    item: place
    save: answers
    next: home
  home:
    ask: Home again, {name}?
    answers: [{id: "yes", text: "Yes", go: told}]
  told:
    decide: [{if: is_known, of: name, go: end}, {go: end}]
  end: {tell: Good bye, end: DONE}
"""

PLACE = """
flow: place
version: 1
start: there
screens:
  there:
    ask: Are you there?
    answers: [{id: here, text: "Yes", go: seen}, {id: lost, text: "No", go: lost}]
  lost:
    tell: Look around
    answers: [{id: next, text: Next, go: seen}]
  seen: {return: seen}
"""

PLACES = {"places": (Option("hill", "The Hill"), Option("lake", "The Lake"), Option("sea", "Sea"))}
ON_THE_WAY = (Chosen("yes"), Typed("Amina"), Picked(("hill", "lake")), Chosen("here"))
a_few = settings(max_examples=60, deadline=None)


def trip_of(guide_of: GuideOf, trip: str = TRIP, place: str = PLACE) -> Guide:
    return guide_of(trip, place, options=PLACES, waits={"bus": 60})


def visit_of(guide: Guide, *events: Event) -> Visit:
    visit = begin(guide)
    for event in events:
        visit = advance(guide, visit, event)
    return visit


def through_json(saved: object) -> Any:
    return json.loads(json.dumps(saved))


def taken_up(guide: Guide, saved: object) -> Visit:
    visit = resume(guide, through_json(saved))
    assert isinstance(visit, Visit), visit
    return visit


# Exact, where the flows are the same


def test_every_page_and_end_of_the_shipped_flows_is_taken_up_exactly(
    station: Station, roads: Roads
) -> None:
    guide = station.guide
    visits = [visit_of(guide, *road) for road in (*roads.places.values(), *roads.ends.values())]

    again = [taken_up(guide, save(guide, visit, private=True)) for visit in visits]

    assert again == visits


@given(SEEDS, SCRIPTS)
@a_few
def test_any_moment_of_any_flow_is_taken_up_exactly(seed: int, script: list[int]) -> None:
    guide, happened = random_visits(seed, script)
    visits = [one.after for one in happened[::4]]

    again = [taken_up(guide, save(guide, visit, private=True)) for visit in visits]

    assert again == visits


@pytest.mark.sweep
@given(SEEDS, SCRIPTS)
@settings(max_examples=2_000, deadline=None)
def test_many_moments_of_any_flow_are_taken_up_exactly(seed: int, script: list[int]) -> None:
    guide, happened = random_visits(seed, script)
    visits = [happened[len(happened) // 2].after, happened[-1].after]

    again = [taken_up(guide, save(guide, visit, private=True)) for visit in visits]

    assert again == visits


def test_a_visit_without_own_words_needs_no_leave_to_be_taken_up_exactly(
    guide_of: GuideOf,
) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, LanguageChosen("so"), Chosen("later"), Chosen("now"))

    again = taken_up(guide, save(guide, visit))

    assert again == visit
    assert (again.language, again.now.kept.text("clock.bus")) == ("so", "1")


def test_back_works_on_a_visit_that_was_taken_up(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, *ON_THE_WAY)

    again = taken_up(guide, save(guide, visit, private=True))

    assert advance(guide, again, WentBack()) == advance(guide, visit, WentBack())


def test_the_same_files_elsewhere_have_the_same_hash(guide_of: GuideOf) -> None:
    one = trip_of(guide_of)
    moved = trip_of(guide_of, f"# a note\n\n{TRIP}")

    changed = trip_of(guide_of, place=PLACE.replace("Look around", "Look round"))

    assert hash_of(one) == hash_of(moved)
    assert hash_of(one) != hash_of(changed)


# What is never saved without leave


def test_without_leave_nothing_that_the_family_said_is_saved(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, *ON_THE_WAY)

    text = json.dumps(save(guide, visit))

    assert [word for word in ("Amina", "hill", "lake") if word in text] == []
    assert '"seen"' not in text


def test_without_leave_the_visit_stands_where_nothing_was_said_yet(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, *ON_THE_WAY)

    again = taken_up(guide, save(guide, visit))

    assert again.place == "trip/name"
    assert again.now == visit_of(guide, Chosen("yes")).now
    assert again.trail == (*visit.trail, Step("place/there", "saved"))


def test_with_leave_a_refused_name_comes_back_as_a_draft(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, Chosen("yes"), Typed("Amona"))

    kept, left_out = save(guide, visit, private=True), save(guide, visit)

    assert taken_up(guide, kept) == visit
    assert "Amona" not in json.dumps(left_out)
    assert taken_up(guide, left_out).now.refusal == ("is.else", "Please say Amina")


def test_shipped_words_are_private(station: Station, roads: Roads) -> None:
    guide = station.guide
    visits = [visit_of(guide, *road) for road in roads.places.values()]
    own = {word for visit in visits for word in own_words(visit)}

    texts = [json.dumps(save(guide, visit)) for visit in visits]

    assert {"cedar_hill", "gmail"} <= own
    assert [word for word in own for text in texts if f'"{word}"' in text] == []


def own_words(visit: Visit) -> set[str]:
    kept = [visit.now.kept.many(name) for name in ("email", "guess", "provider", "schools")]
    return {word for words in kept for word in words}


# Flows that have changed since


def test_a_changed_sentence_does_not_move_the_visit(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, *ON_THE_WAY)
    newer = trip_of(guide_of, TRIP.replace("Home again", "Back home"))

    again = taken_up(newer, save(guide, visit, private=True))

    assert again == visit


def test_a_refusal_is_said_in_the_words_of_today(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, Chosen("yes"), Typed("Amona"))
    newer = trip_of(guide_of, TRIP.replace("Please say Amina", "Say Amina if you please"))

    again = taken_up(newer, save(guide, visit, private=True))

    assert again.now.refusal == ("is.else", "Say Amina if you please")


@pytest.mark.parametrize(
    ("what", "old", "new", "stands_on"),
    [
        ("the page is gone", "there", "at_it", "trip/places"),
        ("the inner flow returns another word", "seen: {return: seen}", "seen: {return: been}",
         "place/there"),
        ("the flow is run elsewhere", "rounds", "tours", "trip/places"),
        ("the loop is none any more", "for_each: places\n    item: place\n    save: answers\n    "
         "next: home", "after: {seen: home}", "trip/places"),
        ("the page shows what was never said", "Are you there?", "Are you there, {nickname}?",
         "trip/places"),
        ("the page shows a text that was never said", "ask: Are you there?",
         "show: nickname\n    ask: Are you there?", "trip/places"),
        ("what was picked is kept under another name", "save: places", "save: spots",
         "trip/places"),
    ],
)  # fmt: skip
def test_where_a_page_does_not_fit_the_nearest_earlier_one_is_shown(
    guide_of: GuideOf, what: str, old: str, new: str, stands_on: str
) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, *ON_THE_WAY[:3])
    trip, place = TRIP.replace(old, new), PLACE.replace(old, new)
    newer = trip_of(guide_of, trip, place)

    again = taken_up(newer, save(guide, visit, private=True))

    assert again.place == stands_on, what
    assert view_of(newer, again, ENGLISH).page.place == stands_on


def test_a_moved_visit_says_so_in_its_trail(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, *ON_THE_WAY)
    newer = trip_of(guide_of, TRIP.replace("rounds", "tours"))

    again = taken_up(newer, save(guide, visit, private=True))

    assert again.trail == (*visit.trail, Step("place/there", "resumed"))


def test_a_school_that_the_site_does_not_know_now_is_not_taken_up(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, *ON_THE_WAY)
    smaller = replace(guide, options={"places": PLACES["places"][1:]})

    again = taken_up(smaller, save(guide, visit, private=True))

    assert again.place == "trip/places"


def test_a_visit_that_nothing_is_left_of_is_begun_again(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = visit_of(guide, Chosen("later"))
    newer = trip_of(guide_of, TRIP.replace("who", "whoever").replace("wait:\n", "waits:\n"))

    again = resume(newer, through_json(save(guide, visit)))

    assert again == StartAgain("nowhere")


def test_a_visit_of_another_flow_is_begun_again(guide_of: GuideOf) -> None:
    guide = trip_of(guide_of)
    visit = begin(guide)

    again = resume(replace(guide, start="place"), save(guide, visit))

    assert again == StartAgain("other_flow")


@given(SEEDS, SEEDS, SCRIPTS)
@a_few
def test_a_visit_of_any_flow_meets_any_newer_one_without_harm(
    seed: int, newer_seed: int, script: list[int]
) -> None:
    guide, happened = random_visits(seed, script)
    newer = random_guide(newer_seed, Fate(newer_seed))

    again = resume(newer, through_json(save(guide, happened[-1].after, private=True)))

    goes_on(newer, again)


def goes_on(guide: Guide, visit: Visit | StartAgain) -> None:
    """A visit that was taken up can be shown, and whatever happens then can be shown too."""
    if isinstance(visit, StartAgain):
        return
    view_of(guide, visit, ENGLISH)
    for event in (*events_at(guide, visit), WentBack(), LeftAlone()):
        after = advance(guide, visit, event)
        view_of(guide, after, ENGLISH)
        assert not after.trouble


@pytest.mark.sweep
@given(SEEDS, SEEDS, SCRIPTS)
@settings(max_examples=2_000, deadline=None)
def test_many_visits_meet_newer_flows_without_harm(
    seed: int, newer_seed: int, script: list[int]
) -> None:
    guide, happened = random_visits(seed, script)
    newer = random_guide(newer_seed, Fate(newer_seed))

    again = resume(newer, through_json(save(guide, happened[-1].after, private=True)))

    goes_on(newer, again)


# What is broken or forged

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
        ("too many moments", {"moments": [{}] * 1_001}),
        ("a count of letters", {"moments": [{"stack": [{"flow": "trip", "screen": "who"}],
                                             "turns": {"trip/who": "many"}}]}),
        ("a language that is none", {"language": "en; drop"}),
        ("half a sign", {"trail": [["trip/who", "\ud800"]]}),
        ("a step of three", {"trail": [["trip/who", "yes", "no"]]}),
        ("a version that is a text", {"version": "1"}),
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


def test_a_flow_is_read_as_it_was_hashed() -> None:
    flow = read_file(TRIP, "trip.yaml", Flow)

    again = read_file(f"\n\n{TRIP}", "other.yaml", Flow)

    assert flow == again
