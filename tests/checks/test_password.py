"""A password against the rules of every shipped portal, and against single rules."""

import dataclasses
import gc
import json
import sys
import time
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.checks.common_passwords import CommonPasswords
from kiosk.checks.password import findings, judge, password_check
from kiosk.checks.password_rules import Forbidden, Required, RuleSet
from kiosk.checks.password_sentences import rules_of
from kiosk.core.conditions import Situation
from kiosk.core.shape.reader import read_file
from kiosk.core.words import Sheet, Words
from kiosk.resources import flows_dir, read_text, yaml_files

SHIPPED = {
    path.stem: read_file(read_text(path), path.name, RuleSet)
    for path in yaml_files(flows_dir() / "rules")
}
FAMILY = ("maria.lopez85@example.com", "Green Lake Elementary School", "Ali Bo Academy")
COMMON = CommonPasswords(read_text(flows_dir() / "rules" / "common_passwords.txt"))
SEATTLE = SHIPPED["sps-source-current"]


def bare(**fields: object) -> RuleSet:
    """A rule set with these rules and nothing that the kiosk adds."""
    return RuleSet(id="x", name="X", source=("here",), kiosk_adds=(), **fields)  # type: ignore[arg-type]


def open_rules(rule_set: RuleSet, typed: str) -> set[str]:
    return {tick.id for tick in judge(rule_set, typed, FAMILY, COMMON) if not tick.met}


@pytest.mark.parametrize(
    ("rule_set", "typed", "still_open"),
    [
        ("sps-source-current", "riverspoon1", {"at_least"}),
        ("sps-source-current", "riverspoon12", set()),
        ("sps-source-current", "river yellow spoon", set()),
        ("sps-source-current", "riveryellow'spoon", {"no_apostrophe"}),
        ("sps-source-current", "riveryellow\u2019spoon", {"no_apostrophe"}),
        ("sps-source-current", "seattle2026school", {"common"}),
        ("sps-source-current", "SeattleSource!", {"common"}),
        ("sps-source-current", "rainyseattlemorning", set()),
        ("sps-source-current", "P@ssw0rd2026!", {"common"}),
        ("sps-source-current", "password1234", {"common"}),
        ("sps-source-current", "123456789012", {"common"}),
        ("sps-source-current", "aaaaaaaaaaaa", {"common"}),
        ("sps-source-current", "abababababab", {"common"}),
        ("sps-source-current", "Lopez loves soup", {"personal"}),
        ("sps-source-current", "MARIALOVESSOUP", {"personal"}),
        ("sps-source-current", "greenteapotmountain", {"personal"}),
        ("sps-source-current", "snowflakemountain", set()),
        ("sps-source-current", "snow lake mountain", {"personal"}),
        ("sps-source-current", "californiarivers", set()),
        ("sps-source-current", "elementarywatson", set()),
        ("sps-source-current", "", {"at_least", "no_apostrophe", "personal", "common"}),
        ("sps-source-2019", "riverspo", set()),
        ("sps-source-2019", "riversp", {"at_least"}),
        ("sps-source-2019", "river'sp", {"no_apostrophe"}),
        ("sps-source-2019", "sunshine", {"common"}),
        ("powerschool-config", "rv", set()),
        ("powerschool-config", "letmein", {"common"}),
        ("powerschool-fresh-default", "Rivr7?x", set()),
        ("powerschool-fresh-default", "Riv7?x", {"at_least"}),
        ("powerschool-fresh-default", "riverspoon", {"upper", "digit", "special"}),
        ("powerschool-fresh-default", "RIVERSPOON7?", {"lower"}),
        ("powerschool-upgraded-parents", "rivers7x", set()),
        ("powerschool-upgraded-parents", "rivr7", {"at_least"}),
        ("henrico-powerschool", "RiverSpoon7?", set()),
        ("henrico-powerschool", "RiverSpoon7@", {"special", "no_signs"}),
        ("henrico-powerschool", "RiverSpoon7?@", {"no_signs"}),
        ("henrico-powerschool", "riverspoon7?", {"upper"}),
        ("ns-inschool-powerschool", "RiverSpoon7\\", set()),
        ("ns-inschool-powerschool", "RiverSpoon7", {"special"}),
        ("ns-inschool-powerschool", "RiverSpoon7 ", {"special"}),
        ("infinite-campus", "RIVERSPOON7!", set()),
        ("infinite-campus", "riverspoon", {"upper", "digit", "special"}),
        ("parentvue-ttsd", "rvspo7", set()),
        ("parentvue-ttsd", "rvsp7", {"at_least"}),
        ("parentvue-ttsd", "ParentVUE2026", {"common"}),
        ("skyward-dpisd", "Myd@gSk1p", set()),
        ("skyward-dpisd", "MydogSk1p", {"special"}),
        ("skyward-tvcs", "rv", set()),
        ("skyward-tvcs", "skyward2026", {"common"}),
        ("aeries-config", "Welcome", {"common"}),
        ("aeries-config", "ADMIN", {"common"}),
        ("aeries-config", "changeme", {"common"}),
        ("aeries-config", "welcomeriverspoon", set()),
        ("canvas-default", "riverspo", set()),
        ("canvas-default", "r1-ver sp" * 28 + "abc", set()),
        ("canvas-default", "r1-ver sp" * 28 + "abcd", {"at_most"}),
        ("canvas-iaia", "river-yellow-spo", set()),
        ("canvas-iaia", "riveryellowspoo", {"at_least"}),
        ("parentsquare", "riverspoon", set()),
        ("parentsquare", "iloveyou", {"common"}),
        ("summit", "riverspoon7", set()),
        ("summit", "riverspoon", {"at_least"}),
        ("summit", "bigmariariver", {"personal"}),
        ("summit", "river85spoon8", set()),
        ("eschooldata", "rivrs7", set()),
        ("eschooldata", "rivers", {"digit"}),
        ("eschooldata", "river7" + "xy-" * 15, {"at_most"}),
        ("nist-800-63b-4", "river yellow sp", set()),
        ("nist-800-63b-4", "river yellow s", {"at_least"}),
        ("nist-800-63b-4", "ወንዝ ቢጫ ማንኪያ ተራራ", set()),
    ],
)
def test_a_password_leaves_open_just_the_rules_it_does_not_meet(
    rule_set: str, typed: str, still_open: set[str]
):
    rules = SHIPPED[rule_set]

    found = open_rules(rules, typed)

    assert found == still_open


def test_the_table_tries_every_shipped_rule_set():
    table = test_a_password_leaves_open_just_the_rules_it_does_not_meet.pytestmark[0]

    tried = {row[0] for row in table.args[1]}

    assert tried == set(SHIPPED)


@pytest.mark.parametrize(
    ("rule_set", "typed", "met"),
    [
        (bare(max_repeat=3), "aaab", True),
        (bare(max_repeat=3), "baaaa", False),
        (bare(max_repeat=3), "\n\n\n\n", False),
        (bare(max_repeat=1), "hello", False),
        (bare(max_sequence=3), "abcx123", True),
        (bare(max_sequence=3), "xABCDx", False),
        (bare(max_sequence=3), "x4321", False),
        (bare(max_sequence=3), "7890", False),
        (bare(max_sequence=3), "myqwert", False),
        (bare(max_sequence=3), "fdsa", False),
        (bare(max_sequence=3), "acegikm", True),
        (bare(space_allowed=False), "two words", False),
        (bare(space_allowed=False), "two\u00a0words", False),
        (bare(space_allowed=False), "two-words", True),
        (bare(specials_allowed="!?"), "river!", True),
        (bare(specials_allowed="!?"), "river#", False),
        (bare(specials_allowed="!?"), "river…", False),
        (bare(specials_allowed=""), "river7", True),
        (bare(specials_allowed=""), "river!", False),
        (bare(chars_forbidden="'\"<"), 'riv"er', False),
        (bare(chars_forbidden="'\"<"), "riv\u02bcer", False),
        (bare(min_classes=3), "river7", False),
        (bare(min_classes=3), "River7", True),
        (bare(require=Required(letter=2)), "7777r", False),
        (bare(require=Required(letter=2)), "7777rs", True),
        (bare(require=Required(upper=1)), "École", False),
        (bare(require=Required(digit=1)), "river٣", False),
        (bare(forbid_contains=Forbidden(words=("Canvas",))), "mycanvasbag", False),
        (bare(forbid_contains=Forbidden(parts=True)), "xyziaz85", True),
        (bare(forbid_contains=Forbidden(parts=True)), "freealimony", False),
        (bare(common_list=True), "dragon", False),
        (bare(common_list=True), "Michael", False),
        (bare(banned=("Rumpelstilz",)), "rumpelstilz", False),
        (bare(banned=("Rumpelstilz",)), "rumpelstilzchen", True),
    ],
)
def test_a_single_rule_says_yes_or_not_yet(rule_set: RuleSet, typed: str, met: bool):
    (rule,) = rules_of(rule_set)

    (tick,) = judge(rule_set, typed, FAMILY, COMMON)

    assert (tick.id, tick.met) == (rule.id, met)


@pytest.mark.parametrize(
    ("rule_set", "typed", "to_go"),
    [
        (bare(min_length=12), "", 12),
        (bare(min_length=12), "ninechars", 3),
        (bare(min_length=12), "twelve chars", 0),
        (bare(min_length=12), "more than twelve", 0),
        (bare(require=Required(digit=3)), "a1", 2),
        (bare(require=Required(special=2)), "a!", 1),
        (bare(min_classes=4), "aB", 2),
        (bare(max_length=4), "sixsix", 0),
        (bare(chars_forbidden="'"), "'", 0),
    ],
)
def test_a_rule_that_counts_says_how_many_are_to_go(rule_set: RuleSet, typed: str, to_go: int):
    (tick,) = judge(rule_set, typed)

    assert tick.to_go == to_go
    assert to_go == 0 or not tick.met


@pytest.mark.parametrize(
    ("typed", "characters"),
    [
        ("ሰላም", 3),
        ("مدرسة", 5),
        ("😀😀", 2),
        ("é", 1),
        ("e\u0301", 1),
        ("mật khẩu", 8),
        (unicodedata.normalize("NFD", "mật khẩu"), 8),
        ("한글", 2),
        ("   ", 3),
    ],
)
def test_one_code_point_after_composing_is_one_character(typed: str, characters: int):
    rule_set = bare(min_length=20)

    (tick,) = judge(rule_set, typed)

    assert tick.to_go == 20 - characters


def test_in_an_empty_field_no_rule_is_met():
    ticks = [tick for rules in SHIPPED.values() for tick in judge(rules, "", FAMILY, COMMON)]

    assert not [tick for tick in ticks if tick.met]


TYPED = st.text(max_size=80) | st.text("abcABC123!?' @é", max_size=80)


@given(typed=TYPED, personal=st.tuples(st.text(max_size=40), st.text(max_size=40)))
@example(typed="\0seattle\ud800", personal=("\0@", "\ud800"))
@example(typed="İİİİ", personal=("İ@x.org", "ǅ"))
def test_whatever_is_typed_gets_one_tick_a_rule(typed: str, personal: tuple[str, str]):
    for rule_set in SHIPPED.values():
        ticks = judge(rule_set, typed, personal, COMMON)

        assert [tick.id for tick in ticks] == [rule.id for rule in rules_of(rule_set)]
        assert all(tick.to_go == 0 for tick in ticks if tick.met)
        assert all(tick.to_go >= 0 for tick in ticks)


# A mark that joins the letter before it makes no character more, and may even join two into one.
WITHOUT_MARKS = st.text(st.characters(exclude_categories=("Mn", "Mc", "Me", "Cs")), max_size=30)


@given(typed=WITHOUT_MARKS, more=WITHOUT_MARKS)
def test_adding_characters_never_takes_the_minimum_length_away(typed: str, more: str):
    rule_set = bare(min_length=12)

    (before,) = judge(rule_set, typed)
    (after,) = judge(rule_set, typed + more)

    assert after.met or not before.met
    assert after.to_go <= before.to_go


@given(typed=st.text("abcXYZ019!?' ", max_size=40))
def test_the_check_says_ok_just_when_every_tick_is_met(typed: str):
    check = password_check(SEATTLE, FAMILY, COMMON)

    verdict = check.judge(typed, Situation())

    met = all(tick.met for tick in judge(SEATTLE, typed, FAMILY, COMMON))
    assert verdict.outcome == ("empty" if not typed else "ok" if met else "not_yet")
    assert verdict.suggestion is None


@pytest.mark.parametrize("rule_set", SHIPPED.values(), ids=SHIPPED)
def test_every_example_of_the_check_has_the_outcome_it_names(rule_set: RuleSet):
    check = password_check(rule_set, FAMILY, COMMON)

    outcomes = {one.outcome for one in check.examples}
    found = [check.judge(one.value, one.situation).outcome for one in check.examples]

    assert outcomes == set(check.outcomes)
    assert found == [one.outcome for one in check.examples]


def test_several_values_at_once_are_no_password():
    check = password_check(SEATTLE)

    verdict = check.judge(("riveryellow", "spoon"), Situation())

    assert verdict.outcome == "empty"


def test_the_findings_are_plain_data_in_the_language_asked_for():
    spanish = Words(
        "es",
        "Español",
        book=Sheet({("rules.no_apostrophe", "No apostrophe ( ' )"): "Sin apóstrofo"}),
    )

    found = findings(SEATTLE, judge(SEATTLE, "riverspoon1", FAMILY, COMMON), spanish)

    assert json.loads(json.dumps(found))[:2] == [
        {"id": "at_least", "met": False, "words": "12 or more letters, numbers or signs"},
        {"id": "no_apostrophe", "met": True, "words": "Sin apóstrofo"},
    ]


def test_nothing_made_from_a_password_holds_it():
    canary = a_canary()
    check = password_check(SEATTLE, FAMILY, COMMON)
    referred_to = sys.getrefcount(canary)

    ticks = judge(SEATTLE, canary, FAMILY, COMMON)
    made = [ticks, check, check.judge(canary, Situation()), findings(SEATTLE, ticks)]

    assert canary not in "".join(repr(one) for one in made)
    assert sys.getrefcount(canary) == referred_to
    assert not list(_texts_that_hold(canary))


def test_a_password_that_is_no_text_is_not_told_in_the_exception():
    canary = a_canary()

    with pytest.raises(TypeError) as caught:
        judge(SEATTLE, [canary])  # type: ignore[arg-type]

    assert canary not in str(caught.value)


@pytest.mark.parametrize("typed", ["x" * 10_000, "abc1" * 2_500, "ሰላም " * 2_500, "<'" * 5_000])
def test_a_very_long_password_is_judged_at_once(typed: str):
    every_rule = dataclasses.replace(
        SHIPPED["powerschool-fresh-default"], max_repeat=3, max_sequence=3, space_allowed=False
    )

    began = time.perf_counter()
    ticks = judge(every_rule, typed, FAMILY, COMMON)
    took = time.perf_counter() - began

    assert ticks[0].met
    assert took < 0.25  # some 0.01 s; what grows with the square of the length takes seconds


def a_canary() -> str:
    """A password that stands nowhere else in memory, not even in the source of this test."""
    return "-".join(("canary", "4711", "yellow"))


def _texts_that_hold(canary: str) -> Iterator[str]:
    """What is kept anywhere in memory with the password in it, small letters and all."""
    gc.collect()
    for one in gc.get_objects():
        if isinstance(one, tuple | list | dict | set | frozenset):
            for part in tuple(one.values() if isinstance(one, dict) else one):
                inner = part if isinstance(part, tuple) else (part,)
                yield from (
                    text for text in inner if isinstance(text, str) and canary in text.lower()
                )
