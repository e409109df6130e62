"""Three words as an idea for a password: what the list holds, and that each rule set takes them."""

import random
import re
from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest

from kiosk.checks.common_passwords import CommonPasswords
from kiosk.checks.password import judge
from kiosk.checks.password_hint import strength_hint
from kiosk.checks.password_rules import Required, RuleSet
from kiosk.core.shape.reader import read_file
from kiosk.core.view import Tick
from kiosk.handoff.ideas import WORDS, Choose, Judged, idea, words_of
from kiosk.resources import flows_dir, read_text, yaml_files

RULES = flows_dir() / "rules"
FILES = {path.stem: path for path in yaml_files(RULES)}
LIST = words_of(read_text(RULES / "idea_words.txt"))
COMMON = CommonPasswords(read_text(RULES / "common_passwords.txt"))
MANY = 40


def by_chance(seed: int = 7) -> Choose:
    """A choice that falls the same in every run."""
    return random.Random(seed).choice  # noqa: S311 - nothing here is kept secret


def by(rule_set: RuleSet, personal: tuple[str, ...] = ()) -> Judged:
    return lambda text: judge(rule_set, text, personal, COMMON)


def shipped(name: str) -> RuleSet:
    return read_file(read_text(FILES[name]), FILES[name].name, RuleSet)


def a_set(**fields: object) -> RuleSet:
    return RuleSet(id="x", name="X", source=("here",), **fields)  # type: ignore[arg-type]


def words_in(text: str) -> list[str]:
    """The words of an idea: parted by signs and digits, or by capitals."""
    return [word.lower() for word in re.findall(r"[A-Z]?[a-z]+", text)]


def alike(one: str, other: str) -> bool:
    """Whether one letter put in, left out, changed or moved by one makes one word the other."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) == 1:
        return any(longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer)))
    places = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    swapped = len(places) == 2 and one[places[0]] + one[places[1]] == (
        other[places[1]] + other[places[0]]
    )
    return len(places) <= 1 or (swapped and places[1] - places[0] == 1)


def pairs_of_like_length() -> Iterator[tuple[str, str]]:
    return (pair for pair in combinations(LIST, 2) if abs(len(pair[0]) - len(pair[1])) <= 1)


def test_the_list_has_five_hundred_short_words_in_plain_letters():
    shape = re.compile(r"[a-z]{4,7}")

    odd = [word for word in LIST if not shape.fullmatch(word)]

    assert len(LIST) >= 500
    assert odd == []
    assert len(set(LIST)) == len(LIST)


def test_no_two_words_are_alike_but_for_one_letter():
    near = [pair for pair in pairs_of_like_length() if alike(*pair)]

    assert near == []
    assert alike("river", "rivet")
    assert alike("trial", "trail")
    assert alike("pear", "pearl")


def test_lines_of_notes_are_no_words():
    text = "# Sky, and more\ncloud snow\n\n# Land\nriver\n"

    assert words_of(text) == ("cloud", "snow", "river")


@pytest.mark.parametrize("name", FILES)
def test_every_shipped_rule_set_takes_its_ideas(name):
    rule_set, choose = shipped(name), by_chance()

    made = [idea(LIST, by(rule_set), choose) for _ in range(MANY)]

    assert all(text is not None for text in made)
    for text in filter(None, made):
        assert all(tick.met for tick in judge(rule_set, text, (), COMMON)), text
        assert len(words_in(text)) == WORDS, text
        assert set(words_in(text)) <= set(LIST), text


@pytest.mark.parametrize(
    ("rules", "shape"),
    [
        ({}, r"[a-z]+-[a-z]+-[a-z]+"),
        ({"chars_forbidden": "'"}, r"[a-z]+-[a-z]+-[a-z]+"),
        ({"require": Required(digit=1)}, r"[a-z]+-[a-z]+-[a-z]+[2-9]"),
        ({"require": Required(upper=1, digit=1, special=1)}, r"[A-Z][a-z]+-[a-z]+-[a-z]+[2-9]"),
        ({"require": Required(special=3)}, r"[a-z]+-[a-z]+-[a-z]+!"),
        ({"require": Required(upper=3)}, r"([A-Z][a-z]+-?){3}"),
        ({"min_classes": 4, "specials_allowed": "!"}, r"[A-Z][a-zA-Z]+[2-9]!"),
        ({"specials_allowed": ""}, r"[a-z]+"),
    ],
)
def test_an_idea_has_what_the_rules_ask_for_and_no_more(rules, shape):
    made = idea(LIST, by(a_set(**rules)), by_chance())

    assert made is not None
    assert re.fullmatch(shape, made), made


@pytest.mark.parametrize(("at_least", "at_most"), [(24, 30), (12, 14), (21, 21)])
def test_longer_or_shorter_words_are_taken_where_the_rules_say_how_long(at_least, at_most):
    rule_set = a_set(min_length=at_least, max_length=at_most)

    made = idea(LIST, by(rule_set), by_chance())

    assert made is not None
    assert at_least <= len(made) <= at_most


def test_where_three_words_cannot_fit_there_is_no_idea():
    rule_set = a_set(max_length=11)

    assert idea(LIST, by(rule_set), by_chance()) is None
    assert idea(("one", "two"), by(a_set()), by_chance()) is None


def test_an_idea_holds_none_of_the_familys_own_words():
    words = ("cedar", "river", "spoon", "yellow")
    at_cedar = by(a_set(), ("Cedar Hill Middle School",))

    made = {idea(words, at_cedar, by_chance(seed)) for seed in range(MANY)}

    assert made <= {None} | {text for text in made if text and "cedar" not in text}
    assert any(made)


def test_a_word_stands_once_in_an_idea_whatever_chance_says():
    def the_first(row: object) -> str:
        return str(row[0])  # type: ignore[index]

    made = idea(LIST[:5], by(a_set()), the_first)

    assert made == "-".join(LIST[:3])


def test_each_idea_is_another_one():
    choose = by_chance()

    made = [idea(LIST, by(a_set()), choose) for _ in range(MANY)]

    assert all(one != after for one, after in pairwise(made))
    assert len(set(made)) == MANY


def test_no_idea_is_easy_to_guess():
    choose = by_chance()

    hints = [strength_hint(idea(LIST, by(a_set()), choose) or "") for _ in range(12)]

    assert set(hints) == {"good"}


def test_nothing_is_asked_of_a_judge_but_how_the_rules_stand():
    seen: list[str] = []

    def judged(text: str) -> tuple[Tick, ...]:
        seen.append(text)
        return (Tick("at_least", len(text) >= 8),)

    made = idea(LIST, judged, by_chance())

    assert seen == ["", made]


def test_the_station_makes_ideas_that_its_own_judge_takes(station):
    own = ("amina@example.com", station.site.school_here().name)

    made = [station.idea(own) for _ in range(MANY)]

    assert len(set(made)) > 1
    assert all(tick.met for text in made for tick in station.judge(text, own))
