"""What is told of a catalogue: counts in its first line, slips with the line of their sentence."""

from dataclasses import replace
from pathlib import Path

import polib
import pytest

from kiosk.core.messages import Message
from kiosk.language.catalogue import line_of, mark_reviewed, say, updated
from kiosk.language.catalogue_findings import findings_in_catalogue, too_long
from kiosk.language.languages import LANGUAGES, Language
from kiosk.language.slips import columns, room_of, slips_in
from tests.language.made import ARABIC, BACK, LEFT, SOMALI, WAIT, entry_of, filled, kept

RUSSIAN = LANGUAGES["ru"]
STONE = Message("shell.stone_email", "Email")
ASK = Message("a/b.title", "Ask {school}, {count} times", "Ask {school}, {count} times")


def told(catalogue: polib.POFile, messages: list[Message]) -> list[str]:
    return [one.code for one in findings_in_catalogue(catalogue, messages, "so.po")]


def test_a_catalogue_that_a_speaker_has_read_has_nothing_to_tell() -> None:
    messages = [BACK, WAIT, LEFT]

    assert told(filled(messages, SOMALI, reviewed=True), messages) == []


def test_what_is_missing_out_of_date_or_a_draft_is_counted() -> None:
    catalogue = filled([BACK, WAIT, LEFT], SOMALI)
    messages = [BACK, replace(WAIT, english="Wait"), LEFT, STONE]

    found = findings_in_catalogue(catalogue, messages, "so.po")

    assert [(one.code, one.line, one.message.split(" sentences")[0]) for one in found] == [
        ("K420", 1, "1 of 4"),
        ("K421", 1, "1"),
        ("K422", 1, "2 of 4"),
    ]


@pytest.mark.parametrize(
    ("english", "words", "found"),
    [
        ("Ask {school}", "Weydii {school}", []),
        ("Ask {school}", "Weydii", ["K423"]),
        ("Ask {school}", "Weydii {iskuul}", ["K424", "K423"]),
        ("Ask", "<b>Weydii</b>", ["K425"]),
        ("Ask", "**Weydii**", ["K425"]),
        ("Ask", "Weydii&nbsp;x", ["K425"]),
        ("Ask", "Weydii  x", ["K426"]),
        ("Ask", " Weydii", ["K426"]),
        ("Ask", "", []),
        ("3 < 5", "3 < 5 & 7", []),
    ],
)
def test_each_slip_of_a_text_is_found(english: str, words: str, found: list[str]) -> None:
    assert [code for code, _ in slips_in(english, words)] == found


@pytest.mark.parametrize(
    ("language", "form", "found"),
    [
        (ARABIC, 0, []),
        (ARABIC, 1, []),
        (ARABIC, 2, []),
        (ARABIC, 3, ["K423"]),
        (ARABIC, 5, ["K423"]),
        (RUSSIAN, 0, ["K423"]),
        (SOMALI, 0, []),
        (SOMALI, 1, ["K423"]),
        (LANGUAGES["vi"], 0, ["K423"]),
    ],
)
def test_a_number_may_be_left_out_only_where_it_is_the_only_one_of_its_form(
    language: Language, form: int, found: list[str]
) -> None:
    catalogue = filled([ASK], language, reviewed=True)
    texts = list(catalogue[0].msgstr_plural.values())
    say(catalogue[0], [*texts[:form], "{school}", *texts[form + 1 :]])

    assert told(catalogue, [ASK]) == found
    say(catalogue[0], [*texts[:form], "{count}", *texts[form + 1 :]])
    assert told(catalogue, [ASK]) == ["K423"]


def test_a_slip_is_told_with_the_line_on_which_its_entry_begins(tmp_path: Path) -> None:
    catalogue = filled([BACK, WAIT], SOMALI, reviewed=True)
    say(catalogue[1], ["Sug  {x}"])
    read = kept(catalogue, tmp_path)
    lines = (tmp_path / "so.po").read_text(encoding="utf-8").splitlines()

    found = findings_in_catalogue(read, [BACK, WAIT], "so.po")

    entry = read[1]
    assert [(one.code, one.line) for one in found] == [
        ("K424", line_of(entry)),
        ("K426", line_of(entry)),
    ]
    assert lines[line_of(entry) - 1] == "#: flows/reply.yaml:7"


def test_words_that_no_family_sees_are_not_held_against_anybody() -> None:
    old = filled([BACK, WAIT], SOMALI, reviewed=True)
    for entry in old:
        say(entry, ["{x}  <b>"])
    changed = replace(BACK, english="To the page before")

    catalogue = updated(old, [changed], SOMALI)

    assert entry_of(catalogue, WAIT.context).obsolete
    mark_reviewed(entry_of(catalogue, WAIT.context), True)
    assert [code for code in told(catalogue, [STONE]) if code > "K422"] == []


def test_words_too_long_for_their_place_are_told_and_chinese_counts_twice() -> None:
    messages = [STONE, WAIT]
    catalogue = filled(messages, SOMALI, reviewed=True)
    say(catalogue[0], ["電" * 9])
    say(catalogue[1], ["x" * 110])
    assert told(catalogue, messages) == []

    say(catalogue[0], ["電" * 10])
    say(catalogue[1], ["x" * 111])

    assert told(catalogue, messages) == ["K427", "K427"]
    assert len(too_long(catalogue, messages)) == 2
    assert (columns("電x"), room_of("shell.back", "")) == (3, 0)
