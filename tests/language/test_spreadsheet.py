"""A catalogue goes out as a table and comes back: what a spreadsheet does to it costs no word."""

import csv
from io import StringIO

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.errors import FilesNotSound
from kiosk.core.messages import Message
from kiosk.language.catalogue import (
    mark_reviewed,
    new_catalogue,
    read_catalogue,
    say,
    state_of,
    texts_of,
    updated,
)
from kiosk.language.languages import LANGUAGES
from kiosk.language.spreadsheet import HEADS, Taken, table_of, take_table
from kiosk.resources import translations_dir
from tests.language.made import ARABIC, BACK, LEFT, SOMALI, WAIT, filled

SUM = Message("email/look.answer.plus", "+ More")


def rows_of(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(table.removeprefix("\ufeff"), newline="")))


def table_with(rows: list[dict[str, str]], heads: tuple[str, ...] = HEADS, mark: str = ",") -> str:
    written = StringIO(newline="")
    writer = csv.DictWriter(written, heads, delimiter=mark, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


def changed(catalogue: polib.POFile, context: str, /, **cells: str) -> str:
    """The table of the catalogue, with other cells in the rows of one sentence."""
    rows = rows_of(table_of(catalogue))
    return table_with([row | cells if row["context"] == context else row for row in rows])


def codes(catalogue: polib.POFile, table: str) -> list[tuple[int, str]]:
    """The row and the code of every refusal; a refusal changes nothing."""
    before = str(catalogue)
    with pytest.raises(FilesNotSound) as unsound:
        take_table(catalogue, table, "so.csv", "Amina")
    assert str(catalogue) == before
    return [(one.line, one.code) for one in unsound.value.problems]


def test_a_table_has_a_row_a_sentence_and_one_for_each_form() -> None:
    catalogue = filled([WAIT, LEFT], SOMALI)
    mark_reviewed(catalogue[0], True)

    table = table_of(catalogue)

    assert table.startswith("\ufeffcontext,form,english,note,state,translation,reviewed\r\n")
    wait, one, many = (tuple(row.values()) for row in rows_of(table))
    assert wait == (WAIT.context, "", WAIT.english, "", "reviewed", "so0 Wait a little", "yes")
    assert one == (LEFT.context, "0", "1 letter", "", "draft", "so0 {count} letters", "")
    assert many == (LEFT.context, "1", "{count} letters", "", "draft", "so1 {count} letters", "")


def test_a_sentence_that_is_out_of_date_brings_its_former_english() -> None:
    catalogue = updated(filled([WAIT], SOMALI), [Message(WAIT.context, "Please wait")], SOMALI)

    (row,) = rows_of(table_of(catalogue))

    assert (row["state"], row["note"]) == ("out of date", "The English was: Wait a little")


@pytest.mark.parametrize("reviewer", ["", "Amina"])
@pytest.mark.parametrize("code", sorted(path.stem for path in translations_dir().glob("*.po")))
def test_a_shipped_catalogue_goes_out_and_comes_back_the_same(code: str, reviewer: str) -> None:
    catalogue = read_catalogue(translations_dir() / f"{code}.po")
    before = str(catalogue)

    taken = take_table(catalogue, table_of(catalogue), f"{code}.csv", reviewer)

    assert taken == Taken(0, 0)
    assert str(catalogue) == before


_TEXTS = st.text(
    st.one_of(st.sampled_from("'=+-@,;\t\n\"\\ab "), st.characters(categories=["L", "N", "P"])),
    max_size=30,
)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(_TEXTS, min_size=2, max_size=2),
    _TEXTS.filter(lambda text: text.strip() != ""),
    st.booleans(),
)
def test_any_text_comes_back_as_it_was(words: list[str], english: str, reviewed: bool) -> None:
    messages = [Message("a", english), Message("b", "one", english)]
    catalogue = updated(new_catalogue(), messages, SOMALI)
    say(catalogue[0], words[:1])
    say(catalogue[1], words)
    for entry in catalogue:
        mark_reviewed(entry, reviewed)
    before = str(catalogue)

    taken = take_table(catalogue, table_of(catalogue), "so.csv", "")

    assert (taken, str(catalogue)) == (Taken(0, 0), before)


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@A1", "\t=1", "\uff1d1", "'=1", "''+1"])
def test_no_cell_is_a_sum_to_a_spreadsheet_and_the_words_are_the_same_after(start: str) -> None:
    catalogue = updated(new_catalogue(), [SUM], SOMALI)
    say(catalogue[0], [f"{start} x"])

    (row,) = rows_of(table_of(catalogue))
    take_table(catalogue, table_with([row | {"reviewed": "yes"}]), "so.csv", "Amina")

    assert (row["translation"], row["english"]) == (f"'{start} x", "'+ More")
    assert catalogue[0].msgstr.strip() == f"{start} x".strip()


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_table_may_come_from_any_spreadsheet(mark: str) -> None:
    catalogue = filled([WAIT, LEFT], SOMALI)
    rows = [row | {"mine": "x", "translation": f"{row['form']} {{count}} «a», \"b\"; c\nd"} for row
            in rows_of(table_of(catalogue)) if row["form"]]  # fmt: skip
    heads = ("mine", "translation", "form", "english", "context")
    table = table_with(rows[::-1], heads, mark).replace("translation", " Translation ")

    taken = take_table(catalogue, "\ufeff" + table.replace("c\nd", "c\r\nd"), "so.csv", "")

    assert taken == Taken(1, 0)
    assert texts_of(catalogue[1]) == [
        '0 {count} «a», "b"; c\nd',
        '1 {count} «a», "b"; c\nd',
    ]
    assert catalogue[0].msgstr == "so0 Wait a little"


def test_rows_without_numbers_are_the_forms_in_their_order() -> None:
    catalogue = filled([LEFT], SOMALI)
    heads = ("context", "english", "translation")
    rows = [row | {"translation": f"{word} {{count}}"} for row, word in
            zip(rows_of(table_of(catalogue)), ("hal", "badan"), strict=True)]  # fmt: skip

    take_table(catalogue, table_with(rows, heads), "so.csv", "")

    assert texts_of(catalogue[0]) == ["hal {count}", "badan {count}"]


def test_some_forms_of_a_sentence_may_come_alone_and_the_others_stay() -> None:
    catalogue = filled([LEFT], ARABIC)
    rows = [row for row in rows_of(table_of(catalogue)) if row["form"] == "3"]

    take_table(catalogue, table_with([rows[0] | {"translation": "{count} x"}]), "ar.csv", "Amina")

    assert texts_of(catalogue[0])[2:5] == [
        "ar2 {count} letters",
        "{count} x",
        "ar4 {count} letters",
    ]
    assert state_of(catalogue[0]) == "draft"


def test_new_words_are_a_draft_without_a_reviewer_and_reviewed_with_one() -> None:
    for reviewer, state in (("", "draft"), ("Amina Ali", "reviewed")):
        catalogue = filled([WAIT, BACK], SOMALI)
        table = changed(catalogue, WAIT.context, translation="Sug", reviewed=" Yes ")

        taken = take_table(catalogue, table, "so.csv", reviewer)

        assert taken == Taken(1, int(state == "reviewed"))
        assert (catalogue[0].msgstr, state_of(catalogue[0])) == ("Sug", state)
        assert state_of(catalogue[1]) == "draft"
        assert catalogue.metadata.get("Last-Translator", "") == reviewer


def test_new_words_for_a_reviewed_sentence_wait_for_a_review_again() -> None:
    catalogue = filled([WAIT], SOMALI, reviewed=True)

    taken = take_table(catalogue, changed(catalogue, WAIT.context, translation="Sug"), "so.csv", "")

    assert (taken, state_of(catalogue[0])) == (Taken(1, 0), "draft")


def test_a_reviewer_takes_no_review_of_others_back() -> None:
    catalogue = filled([WAIT], SOMALI, reviewed=True)

    take_table(catalogue, changed(catalogue, WAIT.context, reviewed=""), "so.csv", "Amina")

    assert state_of(catalogue[0]) == "reviewed"


@pytest.mark.parametrize(
    ("cells", "reviewer", "state"),
    [
        ({}, "", "out of date"),
        ({}, "Amina", "out of date"),
        ({"reviewed": "yes"}, "", "out of date"),
        ({"reviewed": "yes"}, "Amina", "reviewed"),
        ({"translation": "Sug"}, "", "draft"),
        ({"translation": "Sug", "reviewed": "yes"}, "Amina", "reviewed"),
    ],
)
def test_stale_words_are_not_shown_until_a_speaker_agrees_or_writes_new_ones(
    cells: dict[str, str], reviewer: str, state: str
) -> None:
    catalogue = updated(filled([WAIT], SOMALI), [Message(WAIT.context, "Please wait")], SOMALI)

    take_table(catalogue, changed(catalogue, WAIT.context, **cells), "so.csv", reviewer)

    assert state_of(catalogue[0]) == state


def test_an_empty_cell_changes_nothing_and_is_not_reviewed() -> None:
    catalogue = updated(new_catalogue(), [WAIT, BACK], SOMALI)
    say(catalogue[1], ["Dib"])
    before = str(catalogue)
    rows = [row | {"translation": "", "reviewed": "yes"} for row in rows_of(table_of(catalogue))]

    taken = take_table(catalogue, table_with(rows[:1]), "so.csv", "Amina")

    assert (taken, str(catalogue)) == (Taken(0, 0), before)


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"context": "no/such.title"}, [(2, "K431")]),
        ({"english": "Wait"}, [(2, "K432")]),
        ({"translation": "Sug {school}"}, [(2, "K424")]),
        ({"translation": "<b>Sug</b>"}, [(2, "K425")]),
        ({"translation": "Sug  yar"}, [(2, "K426")]),
        ({"english": "Wait", "translation": "Sug  {x}"}, [(2, "K424"), (2, "K426"), (2, "K432")]),
    ],
)
def test_every_row_that_does_not_fit_is_told_and_nothing_is_changed(
    cells: dict[str, str], found: list[tuple[int, str]]
) -> None:
    catalogue = filled([WAIT, BACK, LEFT], SOMALI)

    assert codes(catalogue, changed(catalogue, WAIT.context, **cells)) == found


def test_rows_are_counted_as_a_spreadsheet_counts_them() -> None:
    catalogue = filled([WAIT, BACK], SOMALI)
    table = table_of(catalogue).replace("\r\n", "\r\n\r\n,,,,,,\r\n", 1)
    broken = table.replace("so0 Back", '"so0\nBack {x}"').replace("so0 Wait a little", "{y}")

    assert codes(catalogue, broken) == [(4, "K424"), (5, "K424")]


@pytest.mark.parametrize("form", ["0", "2", "x", ""])
def test_rows_that_are_not_of_the_sentences_forms_are_told(form: str) -> None:
    catalogue = filled([WAIT, LEFT], SOMALI)
    rows = rows_of(table_of(catalogue))

    assert codes(catalogue, table_with([*rows[:2], rows[2] | {"form": form}])) == [(4, "K433")]


def test_a_form_for_many_must_name_the_number_and_one_for_one_need_not() -> None:
    catalogue = filled([LEFT], SOMALI)
    one, many = rows_of(table_of(catalogue))
    hal = one | {"translation": "hal"}

    taken = take_table(catalogue, table_with([hal, many]), "so.csv", "")

    assert taken == Taken(1, 0)
    assert codes(catalogue, table_with([hal, many | {"translation": "badan"}])) == [(3, "K423")]


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("", (1, "K430")),
        ("\n", (1, "K430")),
        ("context,english\na,b\n", (1, "K430")),
        ('context,english,translation\nshell.back,Back,"Dib\n', (2, "K429")),
        ('context,english,translation\nshell.back,"Back"x,Dib\n', (2, "K429")),
        ("context,english,translation\nshell.back,Back," + "x" * 200_000, (2, "K429")),
    ],
)
def test_what_is_not_a_table_is_told(table: str, found: tuple[int, str]) -> None:
    assert codes(filled([BACK], SOMALI), table) == [found]


def test_every_language_that_is_shipped_can_be_reviewed_by_table() -> None:
    for language in LANGUAGES.values():
        catalogue = filled([BACK, LEFT], language)
        rows = [row | {"reviewed": "x"} for row in rows_of(table_of(catalogue))]

        taken = take_table(catalogue, table_with(rows), "x.csv", "Amina")

        assert taken == Taken(0, 2)
        assert {state_of(entry) for entry in catalogue} == {"reviewed"}


def test_a_slip_that_was_there_before_keeps_no_other_word_out() -> None:
    catalogue = filled([WAIT, BACK], SOMALI)
    say(catalogue[1], ["Dib  {u}"])

    table = changed(catalogue, WAIT.context, translation="Sug")

    assert take_table(catalogue, table, "so.csv", "") == Taken(1, 0)


def test_a_sentence_that_stands_in_two_rows_is_told() -> None:
    catalogue = filled([WAIT], SOMALI)
    rows = rows_of(table_of(catalogue))

    assert codes(catalogue, table_with(2 * rows)) == [(3, "K433")]
