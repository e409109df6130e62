"""What differs between two site files, as staff read it."""

import dataclasses
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import pytest

from kiosk.site.shapes import Site
from kiosk.staff.site_changes import LABELS, Line, changes_said, lines_changed
from kiosk.staff.site_text import added, changed, removed
from tests.staff.site_texts import EXAMPLE


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (
            changed(EXAMPLE, ("schools", 0, "phone"), "555-0199"),
            "Phone of Cedar Hill Middle School: 555-0142 -> 555-0199",
        ),
        (
            changed(EXAMPLE, ("schools", 3, "email"), "office@example.org"),
            "Email of River Bend K-8: nothing -> office@example.org",
        ),
        (changed(EXAMPLE, ("only_reviewed",), True), "Show reviewed languages only: no -> yes"),
        (changed(EXAMPLE, ("languages",), ["en", "es"]), "Languages: en, es, so, am, ti, om, ar"),
        (removed(EXAMPLE, ("schools", 6)), "School taken out: Juniper Middle School"),
        (added(EXAMPLE, ("events",), [{"name": "Fall"}]), "New event: Fall"),
        (removed(EXAMPLE, ("events",)), "Event taken out: Family Portal Night"),
        (removed(EXAMPLE, ("wifi",)), "Name of the guests' Wi-Fi: CedarHill-Guest -> nothing"),
        (
            changed(EXAMPLE, ("station", "px_per_mm"), 4.25),
            "Pixels on a millimeter of the screen: 3.9 -> 4.25",
        ),
    ],
)
def test_a_change_is_said_in_words(after: str, said: str) -> None:
    sentences = changes_said(EXAMPLE, after)

    assert sentences[0].startswith(said)


def test_another_order_of_the_schools_is_said_once() -> None:
    lines = EXAMPLE.splitlines(keepends=True)
    start = next(n for n, line in enumerate(lines) if "id: cedar_hill" in line)
    turned = [*lines[:start], *lines[start + 6 : start + 12], *lines[start : start + 6]]

    sentences = changes_said(EXAMPLE, "".join([*turned, *lines[start + 12 :]]))

    assert sentences == ("Schools: they stand in another order",)


def test_the_same_file_has_no_changes() -> None:
    assert changes_said(EXAMPLE, f"# seen\n{EXAMPLE}") == ()


def test_each_line_is_told_with_its_number_in_its_own_file() -> None:
    found = lines_changed("a: 1\nb: 2\nc: 3\n", "a: 1\nc: 4\n")

    assert found == (Line("-", 2, "b: 2"), Line("-", 3, "c: 3"), Line("+", 2, "c: 4"))


def test_every_key_that_a_site_file_may_have_has_words_for_staff() -> None:
    keys = set(keys_of(Site))

    assert keys == set(LABELS)


def keys_of(kind: Any, above: str = "") -> Iterator[str]:
    """Each key of a site file, with those of the tables in it."""
    hints = get_type_hints(kind)
    for field in dataclasses.fields(kind):
        if field.name == "at":
            continue
        yield above + field.name
        inner = [hints[field.name], *get_args(hints[field.name])]
        for one in filter(dataclasses.is_dataclass, inner):
            yield from keys_of(one, f"{above}{field.name}.")
