"""The text of a site file: one place changes, and every other letter stays as it was written."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.errors import KioskError
from kiosk.core.shape.source import Scalar, Table, parse
from kiosk.staff.site_changes import lines_changed
from kiosk.staff.site_letters import Leaf
from kiosk.staff.site_text import added, changed, changed_at_once, removed
from kiosk.staff.site_tree import Keys, child, plain, root_of
from tests.staff.site_texts import EXAMPLE, IN_BRACES, ONE_A_LINE, TEXTS, texts

KEYS = [
    ("district",),
    ("portal", "name"),
    ("schools", 0, "phone"),
    ("schools", 0, "office", "hours"),
]
WORDS = st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda said: said.isprintable())
SCHOOL = {"id": "x", "name": "X", "phone": "1", "office": {"days": "Mon", "hours": "8:00-9:00"}}


@settings(max_examples=25, deadline=None)
@given(texts(), st.sampled_from(KEYS), WORDS)
def test_a_changed_value_touches_its_own_line_and_keeps_the_comment_on_it(
    text: str, keys: tuple[str | int, ...], said: str
) -> None:
    made = changed(text, keys, said)

    lines = lines_changed(text, made)
    assert plain(child(root_of(made), keys)) == said
    assert [line.sign for line in lines] in ([], ["-", "+"])
    if lines and "  #" in lines[0].text:
        note = lines[0].text[lines[0].text.index("  #") :]
        assert lines[1].text.endswith(note)
    assert made.count("\r\n") == text.count("\r\n")


@settings(max_examples=25, deadline=None)
@given(texts(), st.sampled_from(["clips", "subject_word"]), WORDS)
def test_a_key_that_is_put_in_and_taken_out_leaves_every_byte_as_it_was(
    text: str, key: str, said: str
) -> None:
    keys = ("portal", key) if key == "subject_word" else ("station", key)
    start = removed(text, keys)

    made = changed(start, keys, said)

    back = removed(made, keys) if child(root_of(start), keys[:1]) else start
    assert plain(child(root_of(made), keys)) == said
    assert back == start


@settings(max_examples=25, deadline=None)
@given(texts())
def test_a_school_that_is_added_and_removed_leaves_every_byte_as_it_was(text: str) -> None:
    many = len(plain(child(root_of(text), ("schools",))))

    made = added(text, ("schools",), [SCHOOL])

    assert plain(child(root_of(made), ("schools", many))) == SCHOOL
    assert removed(made, ("schools", many)) == text


@settings(max_examples=25, deadline=None)
@given(texts(), st.integers(0, 1))
def test_a_school_that_is_removed_takes_no_comment_of_another_line_with_it(
    text: str, number: int
) -> None:
    gone = plain(child(root_of(text), ("schools", number)))

    made = removed(text, ("schools", number))

    left = plain(child(root_of(made), ("schools",)))
    assert gone not in left
    assert notes_in(text) - notes_in(made) == notes_inside(text, number)


def notes_in(text: str) -> Counter[str]:
    return Counter(line for line in text.splitlines() if line.startswith("#"))


def notes_inside(text: str, number: int) -> Counter[str]:
    """The notes between the first and the last line of that school, which go with it."""
    school = child(root_of(text), ("schools", number))
    hours = child(school, ("office", "hours"))
    if school is None or hours is None:
        return Counter()
    return notes_in(text[school.start_mark.index : hours.end_mark.index])


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    "said", ["no", "12:30", "0555", "true", "null", "~", "- a", "# a", "a: b", ""]
)
def test_what_other_programs_would_read_otherwise_gets_quotes(text: str, said: str) -> None:
    made = changed(text, ("portal", "name"), said)

    tree, problems = parse(made, "site.yaml")
    assert isinstance(tree, Table)
    portal = tree.entry("portal")
    assert portal is not None
    assert isinstance(portal.value, Table)
    name = portal.value.entry("name")
    assert name is not None
    assert isinstance(name.value, Scalar)
    assert (problems, name.value.text, name.value.quoted) == ([], said, True)


def test_quotes_stay_what_they_were() -> None:
    single = changed(IN_BRACES, ("district",), "O'Hara's Schools")
    double = changed(EXAMPLE, ("wifi", "password"), "come-in-please")

    assert "district: 'O''Hara''s Schools'  # the old name" in single
    assert '{name: CedarHill-Guest, password: "come-in-please"}   # the network' in double


def test_a_list_that_has_one_a_line_keeps_the_comments_of_those_that_stay() -> None:
    made = changed(ONE_A_LINE, ("languages",), ["so", "en"])

    assert "languages:\n- so\n- en  # first\n\nevents" in made


def test_a_list_in_brackets_stays_in_brackets() -> None:
    made = changed(IN_BRACES, ("languages",), ["en", "so"])

    assert "languages: [en, so]\n" in made


def test_the_last_thing_of_a_list_leaves_an_empty_list() -> None:
    without = removed(ONE_A_LINE, ("events", 0))

    assert plain(child(root_of(without), ("events",))) == []
    assert plain(
        child(root_of(added(without, ("events",), [{"name": "Spring"}])), ("events",))
    ) == [{"name": "Spring"}]


def test_a_section_with_nothing_in_it_is_filled() -> None:
    made = changed(IN_BRACES, ("wifi", "name"), "Guests")

    assert plain(child(root_of(made), ("wifi",))) == {"name": "Guests"}


def test_many_values_at_once_are_as_one_after_the_other() -> None:
    values: dict[Keys, Leaf] = {
        ("schools", n, key): f"new {n}" for n in (0, 1) for key in ("phone", "email", "name")
    }

    together = changed_at_once(ONE_A_LINE, values)

    one_by_one = ONE_A_LINE
    for keys, said in values.items():
        one_by_one = changed(one_by_one, keys, said)
    assert together == one_by_one


@pytest.mark.parametrize(
    "text",
    [
        "a: &here x\nb: *here\n",  # a change of one would change the other
        "a:\n  - - x\n",
        "just words",
        "a: [",
        "",
    ],
)
def test_a_file_that_cannot_be_changed_in_one_place_is_left_alone(text: str) -> None:
    with pytest.raises(KioskError):
        removed(changed(text, ("b",), "y"), ("a", 0, 0))
