"""What a visit remembers is a value: it compares by what is in it, and never changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.kept import Kept, Value

NAMES = st.sampled_from(["email", "schools", "provider", "guess"])
VALUES = st.text(max_size=5) | st.lists(st.text(max_size=3), max_size=3).map(tuple)


@pytest.mark.parametrize(
    ("value", "text", "many"),
    [
        ("gmail", "gmail", ("gmail",)),
        ("", "", ("",)),
        (("a", "b"), "", ("a", "b")),
        ((), "", ()),
    ],
)
def test_a_value_can_be_asked_as_a_text_and_as_a_row(
    value: Value, text: str, many: tuple[str, ...]
) -> None:
    kept = Kept().put("it", value)

    assert kept.value("it") == value
    assert (kept.text("it"), kept.many("it")) == (text, many)


def test_a_name_that_is_not_there_has_no_value() -> None:
    kept = Kept().put("email", "a@b.org")

    assert kept.value("guess") is None
    assert (kept.text("guess"), kept.many("guess")) == ("", ())


@given(st.dictionaries(NAMES, VALUES))
def test_the_order_of_putting_makes_no_difference(values: dict[str, Value]) -> None:
    forward, backward = Kept(), Kept()

    for name, value in values.items():
        forward = forward.put(name, value)
    for name, value in reversed(values.items()):
        backward = backward.put(name, "something before").put(name, value)

    assert forward == backward
    assert hash(forward) == hash(backward)
    assert list(forward) == sorted(values)


@given(st.dictionaries(NAMES, VALUES, min_size=1), NAMES, VALUES)
def test_putting_and_dropping_leave_what_was_there_as_it_was(
    values: dict[str, Value], name: str, value: Value
) -> None:
    before = Kept(tuple(sorted(values.items())))

    after = before.put(name, value)

    assert dict(before.pairs) == values
    assert after.value(name) == value
    assert after.drop(name) == before.drop(name)
    assert name not in set(after.drop(name))
