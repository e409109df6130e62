"""The rule sets: the shipped files, what makes a set unsound, and the sentences families read."""

import dataclasses

import pytest

from kiosk.checks.password import judge
from kiosk.checks.password_example import sound_example
from kiosk.checks.password_rules import (
    Forbidden,
    Required,
    RuleSet,
    rule_set_problems,
    signs_allowed,
    with_local_words,
)
from kiosk.checks.password_sentences import IDEA, NOTES, SENTENCES, notes_of, rules_of
from kiosk.core.guide import Rule
from kiosk.core.shape.reader import read_file
from kiosk.core.showing import rule_in
from kiosk.core.words import ENGLISH, placeholders
from kiosk.resources import flows_dir, read_text, yaml_files

FILES = {path.stem: path for path in yaml_files(flows_dir() / "rules")}
ROWS_OF_THE_TABLE = {
    "sps-source-current",
    "sps-source-2019",
    "powerschool-config",
    "powerschool-fresh-default",
    "powerschool-upgraded-parents",
    "henrico-powerschool",
    "ns-inschool-powerschool",
    "infinite-campus",
    "parentvue-ttsd",
    "skyward-dpisd",
    "skyward-tvcs",
    "aeries-config",
    "canvas-default",
    "canvas-iaia",
    "parentsquare",
    "summit",
    "eschooldata",
    "nist-800-63b-4",
}
NEVER_SAID = ("error", "invalid", "fail", "wrong", "must", "illegal", "incorrect", "character")


def shipped(name: str) -> RuleSet:
    return read_file(read_text(FILES[name]), FILES[name].name, RuleSet)


def a_set(**fields: object) -> RuleSet:
    return RuleSet(id="x", name="X", source=("here",), **fields)  # type: ignore[arg-type]


def said(rules: tuple[Rule, ...]) -> list[str]:
    return [rule_in(ENGLISH, rule) for rule in rules]


def test_every_portal_of_the_domain_table_has_a_file():
    assert set(FILES) == ROWS_OF_THE_TABLE


@pytest.mark.parametrize("name", FILES)
def test_a_shipped_file_reads_and_is_sound(name: str):
    rule_set = shipped(name)

    assert rule_set.id == name
    assert rule_set_problems(rule_set, name) == ()


@pytest.mark.parametrize("name", FILES)
def test_a_shipped_file_is_honest_about_what_is_not_known(name: str):
    rule_set = shipped(name)

    assert not rule_set.reviewed
    assert not rule_set.checked_on
    assert "# reviewed: false because" in read_text(FILES[name])
    assert name in {"nist-800-63b-4", "powerschool-config"} or "Not known:" in rule_set.note


@pytest.mark.parametrize("name", FILES)
def test_a_shipped_rule_set_can_be_met(name: str):
    rule_set = shipped(name)

    ticks = judge(rule_set, sound_example(rule_set))

    assert all(tick.met for tick in ticks)


@pytest.mark.parametrize(
    "rule_set",
    [
        a_set(min_classes=2),
        a_set(min_classes=3, min_length=6),
        a_set(min_classes=4, specials_allowed="%;"),
        a_set(require=Required(upper=3, lower=3, digit=2, special=2, letter=7), max_length=11),
        a_set(chars_forbidden="tTkK7?", min_length=40, require=Required(upper=9, digit=9)),
        a_set(max_repeat=1, max_sequence=2, min_length=64),
        a_set(specials_allowed="", max_length=4),
    ],
)
def test_the_sound_example_meets_what_can_be_met(rule_set: RuleSet):
    ticks = judge(rule_set, sound_example(rule_set))

    assert all(tick.met for tick in ticks)


@pytest.mark.parametrize(
    ("fields", "part"),
    [
        ({"min_length": 0}, "'min_length' is 1 or more"),
        ({"max_sequence": 1}, "'max_sequence' is 2 or more"),
        ({"lockout_minutes": -5}, "'lockout_minutes' is 1 or more"),
        ({"require": Required(digit=-1)}, "'digit' is how many"),
        ({"min_classes": 5}, "four kinds"),
        ({"min_length": 9, "max_length": 8}, "more than 'max_length', 8"),
        ({"require": Required(upper=2, digit=2), "max_length": 3}, "does not fit"),
        ({"require": Required(letter=4), "max_length": 3}, "does not fit"),
        ({"specials_allowed": "!#", "chars_forbidden": "#'"}, "at once: #"),
        ({"specials_allowed": "! #"}, "list signs only"),
        ({"chars_forbidden": " '"}, "space_allowed: false"),
        ({"require": Required(special=1), "specials_allowed": ""}, "none is allowed"),
        ({"checked_on": "30.9.2026"}, "like 2026-09-30"),
        ({"reviewed": True}, "on which day"),
        ({"source": ()}, "where the rules were read"),
    ],
)
def test_an_unsound_rule_set_is_told_in_one_sentence(fields: dict[str, object], part: str):
    rule_set = dataclasses.replace(a_set(), **fields)  # type: ignore[arg-type]

    problems = rule_set_problems(rule_set, "x.yaml")

    assert [part in problem.message for problem in problems] == [True]
    assert problems[0].code == "K193"


def test_a_problem_names_its_line():
    text = "id: x\nname: X\nsource: here\nmin_length: 9\nmax_length: 8\n"

    (problem,) = rule_set_problems(read_file(text, "x.yaml", RuleSet), "x.yaml")

    assert str(problem).startswith("x.yaml:4:1: K193 ")


def test_a_reviewed_set_with_its_day_is_sound():
    rule_set = a_set(reviewed=True, checked_on="2026-09-30", min_length=8, max_length=8)

    problems = rule_set_problems(rule_set, "x.yaml")

    assert problems == ()


def test_the_family_in_seattle_reads_four_short_rules():
    rules = rules_of(shipped("sps-source-current"))

    assert said(rules) == [
        "12 or more letters, numbers or signs",
        "No apostrophe ( ' )",
        "Not your name, your school or your email",
        "Not a password that many people use",
    ]


def test_the_rules_stand_in_a_fixed_order_and_each_once():
    everything = a_set(
        min_length=8,
        max_length=64,
        require=Required(upper=1, lower=2, digit=1, special=2, letter=4),
        min_classes=3,
        specials_allowed="!?#",
        chars_forbidden="'\"",
        space_allowed=False,
        forbid_contains=Forbidden(words=("canvas", "school")),
        max_repeat=3,
        max_sequence=3,
    )

    rules = rules_of(everything)

    assert said(rules) == [
        "8 or more letters, numbers or signs",
        "Not more than 64 letters, numbers or signs",
        "4 letters, like a",
        "One capital letter, like A",
        "2 small letters, like a",
        "One number, like 7",
        "2 signs, like ! ? #",
        "3 of these four: a capital letter, a small letter, a number, a sign",
        "The only signs you can use: ! ? #",
        "Not these signs: ' \"",
        "No spaces",
        "Not these words: canvas, school",
        "Not your name, your school or your email",
        "Not the same letter 4 times in a row",
        "No rows like abcd or 1234",
        "Not a password that many people use",
    ]
    assert len({rule.id for rule in rules}) == len(rules)


def test_a_rule_that_another_already_says_is_left_out():
    needs_both_cases = a_set(require=Required(upper=1, lower=1, letter=1))

    ids = [rule.id for rule in rules_of(needs_both_cases)]

    assert "letter" not in ids


def test_a_list_of_every_sign_is_not_read_out():
    ids = [rule.id for rule in rules_of(shipped("ns-inschool-powerschool"))]

    assert "only_signs" not in ids


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        ({"history": 5}, "Not one of the last 5 that you had."),
        ({"history": 1}, "Not the one you had before."),
        ({"breach_list": True}, "If the portal says it is not safe, think of a new one."),
        ({"expires_days": 60}, "You will need a new one every 60 days."),
        (
            {"lockout_tries": 5},
            "After 5 tries that do not match, ask the school to open your account.",
        ),
        (
            {"lockout_tries": 5, "lockout_minutes": 30},
            "Wait 30 minutes after 5 tries that do not match.",
        ),
        (
            {"lockout_tries": 5, "lockout_minutes": 1},
            "Wait 1 minute after 5 tries that do not match.",
        ),
        ({"user_name": "email"}, "Your user name is your email."),
        ({"case_of_username": "lower"}, "Type your user name in small letters."),
        ({"case_of_username": "upper"}, "Type your user name in capital letters."),
        ({"forbid_contains": Forbidden(username=True)}, "Do not put your user name in it."),
        ({"space_allowed": None}, "Leave out spaces. They may not work here."),
        ({"min_length": None}, "The portal may ask for more. It will tell you."),
    ],
)
def test_what_only_the_portal_can_judge_becomes_a_note(fields: dict[str, object], note: str):
    known = a_set(min_length=8, space_allowed=True)

    notes = notes_of(dataclasses.replace(known, **fields))  # type: ignore[arg-type]

    assert said(notes) == [note]
    assert notes_of(known) == ()


@pytest.mark.parametrize(
    "sentence",
    [IDEA, *(one for table in (SENTENCES, NOTES) for row in table.values() for one in row)],
)
def test_a_sentence_is_short_kind_and_plain(sentence: str):
    words = sentence.split()

    assert len(words) <= 16
    assert not [word for word in words if len(word.strip(",.")) > 10]
    assert not [part for part in NEVER_SAID if part in sentence.lower()]


@pytest.mark.parametrize("name", FILES)
def test_every_brace_of_a_rule_or_note_has_its_number(name: str):
    rule_set = shipped(name)

    for rule in (*rules_of(rule_set), *notes_of(rule_set)):
        assert set(placeholders(rule.text)) <= set(rule.numbers)
        assert rule.text in {**SENTENCES, **NOTES}[rule.id]


def test_a_rule_and_a_note_never_share_a_name():
    assert not set(SENTENCES) & set(NOTES)


def test_a_sign_that_is_forbidden_is_not_suggested():
    rule_set = a_set(require=Required(special=1), chars_forbidden="!?#-")

    sentence = said(rules_of(rule_set))[0]

    assert sentence == "One sign, like * + ="
    assert not signs_allowed(rule_set) & set("!?#-")


def test_the_words_of_a_site_join_those_of_the_portal():
    rule_set = with_local_words(shipped("sps-source-current"), ("Hamilton Hawks",))

    before = judge(shipped("sps-source-current"), "hawkshamilton2026")
    after = judge(rule_set, "hawkshamilton2026")

    assert before[-1].met
    assert not after[-1].met
