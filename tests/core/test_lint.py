"""What a flow says: each slip is told with its place, its code and a guess, all at once."""

from collections.abc import Callable

import pytest

from kiosk.core.guide import Guide, Option
from kiosk.core.lint.problems import known_braces
from tests.core.made_slips import PART, SOUND, problems

GuideOf = Callable[..., Guide]


def test_a_sound_flow_has_no_problem(guide_of: GuideOf) -> None:
    assert problems(guide_of, SOUND) == []


@pytest.mark.parametrize(
    ("was", "is_now", "expected"),
    [
        (
            "{id: pick, text: Pick,",
            "{id: mail, text: Pick,",
            "10:10: K215 two answers have the id 'mail'\n9:10: K215 two answers have the id 'mail'",
        ),
        (
            "{id: pick, text: Pick,",
            "{id: pick, text: Mail,",
            "10:20: K219 two answers say 'Mail'\n9:20: K219 two answers say 'Mail'",
        ),
        (
            "    ask: Type it\n",
            "    ask: Type it\n    tell: Do it\n",
            "13:5: K216 'form' needs one of 'ask' and 'tell', not both",
        ),
        (
            "{ask: Which?, pick",
            "{say: Which?, pick",
            "19:9: K216 'pick' needs one of 'ask' and 'tell', not both",
        ),
        (
            "{district}?",
            "{distrct}?",
            "6:5: K217 there is no fact 'distrct'; did you mean 'district'?",
        ),
        (
            "{district}?",
            "{District}?",
            "6:5: K217 there is no fact 'District'; did you mean 'district'?",
        ),
        (
            'what: "Ask {district}"',
            'what: "Ask {districts}"',
            "24:67: K217 there is no fact 'districts'; did you mean 'district'?",
        ),
        (
            "picture: house",
            "picture: hose",
            "7:5: K218 there is no picture 'hose'; did you mean 'house'?",
        ),
        (
            "icon: mail,",
            "icon: mial,",
            "9:32: K218 there is no icon 'mial'; did you mean 'mail'?",
        ),
        (
            "field: {kind: email, save: typed}",
            "field: {kind: password, save: typed}",
            "14:29: K220 a password is never kept: leave 'save' out",
        ),
        (
            "pick: {of: schools,",
            "pick: {of: shcools,",
            "19:30: K221 there is no list 'shcools'; did you mean 'schools'?",
        ),
        (
            "wait: {wait: reply,",
            "wait: {wait: repyl,",
            "20:16: K222 there is no wait 'repyl'; did you mean 'reply'?",
        ),
        (
            "wait: {wait: reply,",
            "wait: {wait: {minutes: 0},",
            "20:17: K222 say how many minutes, or name a wait",
        ),
        (
            "restart: reply",
            "restart: repyl",
            "9:44: K222 there is no wait 'repyl'; did you mean 'reply'?",
        ),
        (
            "card: spam",
            "card: spma",
            "18:34: K223 there is no card 'spma'; did you mean 'spam'?",
        ),
        (
            "else: {go: pick}",
            "else: {go: pick, say: Look}",
            "16:80: K224 give one of 'say' and 'go'",
        ),
        (
            "answers: [{id: ok, text: OK, go: pick}]}\n  pick",
            "answers: []}\n  pick",
            "18:40: K225 give one answer or more\n"
            "18:9: K213 from 'card' a family can never reach an end",
        ),
        (
            "{of: schools, save: school}",
            "{of: schools, save: school, at_least: 3, at_most: 2}",
            "19:57: K226 choose 1 or more, up to 'at_most'",
        ),
        (
            "{of: schools, save: school}",
            "{of: schools, save: school, at_least: 0}",
            "19:57: K226 choose 1 or more, up to 'at_most'",
        ),
    ],
)
def test_a_slip_is_told_with_its_place_its_code_and_a_guess(
    guide_of: GuideOf, was: str, is_now: str, expected: str
) -> None:
    assert SOUND.count(was) == 1

    told = problems(guide_of, SOUND.replace(was, is_now))

    assert told == [f"made.yaml:{one}" for one in expected.splitlines()]


def test_all_slips_of_a_flow_are_told_at_once(guide_of: GuideOf) -> None:
    text = SOUND.replace("next: card", "next: crad").replace("card: spam", "card: spma")
    text = text.replace("picture: house", "picture: hose").replace("else: {go: pick}", "else: {}")

    told = problems(guide_of, text)

    codes = sorted(one.split(": ")[1][:4] for one in told)
    assert codes == ["K202", "K212", "K213", "K218", "K223", "K224"]


def test_what_may_stand_in_braces_is_what_the_site_knows_and_what_flows_keep(
    guide_of: GuideOf,
) -> None:
    options = {"schools": (Option("north", "North", facts={"school_phone": "555"}),)}
    guide = guide_of(SOUND, PART, facts={"district": "Valley"}, options=options)

    names = known_braces(guide)

    assert names == {"all", "better", "district", "one", "school", "school_phone", "typed"}
