"""Any page can be looked at by itself, with answers that make its sentences read well."""

import pytest

from kiosk.core.events import Chosen, WentBack
from kiosk.core.kept import Kept
from kiosk.core.machine import advance
from kiosk.core.sample_visit import in_new_guide, sample_answers, seen_screens, visit_at
from kiosk.core.showing import view_of
from kiosk.station import Station

FLOW = """
flow: lunch
version: 1
start: hungry
screens:
  hungry: {ask: Are you hungry?, answers: [{id: a, text: I am, go: cook}]}
  cook: {tell: Wait, answers: [{id: b, text: Go on, go: done}]}
  sort: {decide: done}
  done: {tell: Enjoy, end: X_DONE}
"""


def test_every_shipped_screen_is_shown_without_an_empty_brace(station: Station) -> None:
    guide = station.guide
    places = [(flow, name) for flow in guide.flows for name in seen_screens(guide, flow)]

    pages = [view_of(guide, visit_at(guide, *place), station.words["en"]).page for place in places]

    assert len(pages) > 80
    assert [page.place for page in pages] == ["/".join(place) for place in places]
    assert [page for page in pages if "{" in page.title + "".join(page.says)] == []


def test_what_is_kept_is_an_example_of_what_each_flow_asks(station: Station) -> None:
    kept = sample_answers(station.guide)

    said = {name: kept.text(name) for name in ("email", "guess", "provider", "schools", "school")}

    first = station.guide.options["schools"][0].id
    assert said == {
        "email": "amina@example.com",
        "guess": "amina@example.com",
        "provider": "gmail",
        "schools": first,
        "school": first,
    }
    assert kept.value("password") is None


def test_only_screens_on_which_a_family_can_stand_are_offered(guide_of) -> None:
    guide = guide_of(FLOW)

    seen = seen_screens(guide, "lunch")

    assert seen == ("hungry", "cook", "done")
    assert sample_answers(guide) == Kept()


def test_a_visit_goes_on_in_a_changed_guide_where_its_page_still_is(guide_of) -> None:
    guide = guide_of(FLOW)
    visit = advance(guide, visit_at(guide, "lunch", "hungry"), Chosen("a"))

    same = in_new_guide(guide_of(FLOW.replace("Wait", "Wait a little")), visit)

    assert same == visit
    assert advance(guide, visit, WentBack()).place == "lunch/hungry"


@pytest.mark.parametrize(
    ("was", "is_now", "left"),
    [
        ("hungry", "thirsty", ("lunch/cook", 0)),
        ("cook", "bake", None),
        ("flow: lunch", "flow: dinner", None),
        ("cook: {tell: Wait, answers: [{id: b, text: Go on, go: done}]}", "cook: {go: done}", None),
    ],
)
def test_what_an_edit_took_away_is_nowhere_to_go_back_to(guide_of, was, is_now, left) -> None:
    guide = guide_of(FLOW)
    visit = advance(guide, visit_at(guide, "lunch", "hungry"), Chosen("a"))
    changed = guide_of(FLOW.replace(was, is_now).replace("cook: {go:", "cook: {decide:"))

    kept = in_new_guide(changed, visit)

    assert (kept and (kept.place, len(kept.before))) == left
