"""A catalogue through the years: sentences come, change, go, come back, and no words are lost."""

from dataclasses import replace
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.errors import FilesNotSound, KioskError, Missing
from kiosk.core.messages import Message
from kiosk.language.catalogue import (
    Tally,
    mark_reviewed,
    new_catalogue,
    read_catalogue,
    say,
    state_of,
    tally_of,
    texts_of,
    updated,
    write,
)
from kiosk.language.languages import Language
from tests.language.made import ARABIC, BACK, LEFT, SOMALI, WAIT, entry_of, filled, kept, opened


def test_a_new_catalogue_has_every_message_with_its_place_and_its_note() -> None:
    catalogue = updated(new_catalogue(), [BACK, WAIT, LEFT], ARABIC)

    assert [entry.msgctxt for entry in catalogue] == [BACK.context, WAIT.context, LEFT.context]
    back, wait, left = catalogue
    assert (back.msgid, back.comment) == ("Back", "A button.")
    assert wait.occurrences == [("flows/reply.yaml", "7")]
    assert (left.msgid_plural, len(left.msgstr_plural)) == ("{count} letters", 6)
    assert left.flags == ["python-brace-format"]
    assert {state_of(entry) for entry in catalogue} == {"untranslated"}


def test_changed_english_is_out_of_date_and_a_family_reads_the_new_english(tmp_path: Path) -> None:
    old = filled([WAIT, LEFT], SOMALI, reviewed=True)
    new_wait = replace(WAIT, english="Please wait")
    new_left = replace(LEFT, many="{count} letters more")

    catalogue = kept(updated(old, [new_wait, new_left], SOMALI), tmp_path)

    wait, left = catalogue
    assert (wait.msgstr, wait.previous_msgid) == ("so0 Wait a little", "Wait a little")
    assert (left.previous_msgid, left.previous_msgid_plural) == ("1 letter", "{count} letters")
    assert [state_of(entry) for entry in catalogue] == ["out of date", "out of date"]
    book = opened(catalogue, SOMALI)
    assert book.pgettext(WAIT.context, "Please wait") == "Please wait"
    assert book.npgettext(LEFT.context, LEFT.english, new_left.many, 5) == "{count} letters more"


def test_a_kiosk_that_has_not_been_updated_shows_the_new_english_too() -> None:
    book = opened(filled([WAIT], SOMALI), SOMALI)

    assert book.pgettext(WAIT.context, "Wait a little") == "so0 Wait a little"
    assert book.pgettext(WAIT.context, "Please wait") == "Please wait"


def test_english_that_changes_twice_still_tells_what_the_words_stood_for() -> None:
    catalogue = filled([WAIT], SOMALI)

    for english in ("Please wait", "Wait, please"):
        catalogue = updated(catalogue, [replace(WAIT, english=english)], SOMALI)

    assert entry_of(catalogue, WAIT.context).previous_msgid == "Wait a little"


def test_english_that_changes_back_has_its_words_again_as_a_draft() -> None:
    catalogue = filled([WAIT, LEFT], SOMALI, reviewed=True)
    other = [replace(WAIT, english="Please wait"), replace(LEFT, many="{count} more")]

    back = updated(updated(catalogue, other, SOMALI), [WAIT, LEFT], SOMALI)

    assert [state_of(entry) for entry in back] == ["draft", "draft"]
    assert entry_of(back, WAIT.context).msgstr == "so0 Wait a little"
    assert {entry.previous_msgid for entry in back} == {None}


@pytest.mark.parametrize("reviewed", [True, False])
def test_the_same_english_elsewhere_is_a_draft_whoever_reviewed_the_first(reviewed: bool) -> None:
    catalogue = filled([WAIT], SOMALI, reviewed=reviewed)
    again = replace(WAIT, context="record/wait.title")

    updated_ = updated(catalogue, [WAIT, again], SOMALI)

    assert entry_of(updated_, again.context).msgstr == "so0 Wait a little"
    assert state_of(entry_of(updated_, again.context)) == "draft"
    assert state_of(entry_of(updated_, WAIT.context)) == ("reviewed" if reviewed else "draft")


def test_words_that_are_out_of_date_are_never_taken_for_another_place() -> None:
    old = updated(filled([WAIT], SOMALI), [replace(WAIT, english="Please wait")], SOMALI)
    other = Message("record/wait.title", "Please wait")

    catalogue = updated(old, [replace(WAIT, english="Please wait"), other], SOMALI)

    assert state_of(entry_of(catalogue, other.context)) == "untranslated"


@pytest.mark.parametrize("reviewed", [True, False])
def test_what_is_gone_is_kept_as_obsolete_and_taken_up_when_it_is_back(
    tmp_path: Path, reviewed: bool
) -> None:
    before = filled([BACK, WAIT], SOMALI, reviewed=reviewed)

    gone = kept(updated(before, [BACK], SOMALI), tmp_path)
    back = kept(updated(gone, [BACK, WAIT], SOMALI), tmp_path)

    assert [entry.msgctxt for entry in gone if entry.obsolete] == [WAIT.context]
    assert opened(gone, SOMALI).pgettext(WAIT.context, WAIT.english) == WAIT.english
    assert [entry.obsolete for entry in back] == [0, 0]
    assert state_of(entry_of(back, WAIT.context)) == ("reviewed" if reviewed else "draft")
    assert entry_of(back, WAIT.context).msgstr == "so0 Wait a little"


def test_a_sentence_without_words_that_is_gone_leaves_nothing_behind() -> None:
    catalogue = updated(new_catalogue(), [BACK, WAIT], SOMALI)

    assert [entry.msgctxt for entry in updated(catalogue, [BACK], SOMALI)] == [BACK.context]


def test_a_half_translated_sentence_keeps_its_half_and_counts_as_untranslated() -> None:
    catalogue = updated(new_catalogue(), [LEFT], ARABIC)
    half = ["", "one", "two", "", "", ""]
    say(catalogue[0], half)

    there = updated(catalogue, [LEFT], ARABIC)
    gone = updated(there, [BACK], ARABIC)

    assert list(there[0].msgstr_plural.values()) == half
    assert state_of(there[0]) == "untranslated"
    assert list(entry_of(gone, LEFT.context).msgstr_plural.values()) == half
    assert opened(there, ARABIC).npgettext(LEFT.context, LEFT.english, LEFT.many, 2) == LEFT.many


@pytest.mark.parametrize(
    ("forms", "taken"),
    [
        (["one", "many"], ["one", "many", "many", "many", "many", "many"]),
        (["all"], ["all"] * 6),
        ([*"abcdef"], [*"abcdef"]),
    ],
)
def test_words_with_too_few_forms_are_a_draft_with_as_many_as_the_language_has(
    forms: list[str], taken: list[str]
) -> None:
    catalogue = updated(new_catalogue(), [LEFT], ARABIC)
    say(catalogue[0], forms)

    entry = updated(catalogue, [LEFT], ARABIC)[0]

    assert texts_of(entry) == taken
    assert state_of(entry) == ("reviewed" if len(forms) == 6 else "draft")


def test_a_sentence_that_speaks_of_a_number_now_is_out_of_date() -> None:
    catalogue = filled([replace(LEFT, many="")], SOMALI, reviewed=True)

    entry = updated(catalogue, [LEFT], SOMALI)[0]

    assert texts_of(entry) == ["so0 1 letter", "so0 1 letter"]
    assert state_of(entry) == "out of date"


def test_an_old_entry_that_an_editor_left_behind_does_not_hide_the_one_in_use() -> None:
    catalogue = filled([WAIT], SOMALI, reviewed=True)
    old = polib.POEntry(msgctxt=WAIT.context, msgid="Old", msgstr="Hore", obsolete=True)
    catalogue.append(old)

    new = updated(catalogue, [WAIT], SOMALI)

    assert [(entry.msgstr, bool(entry.obsolete)) for entry in new] == [
        ("so0 Wait a little", False),
        ("Hore", True),
    ]


def test_what_a_translator_wrote_for_others_and_the_header_stay() -> None:
    catalogue = filled([WAIT], SOMALI)
    catalogue[0].tcomment = "Ask Amina."
    catalogue.header = "Thanks to all"
    catalogue.metadata["Language-Team"] = "Parents of Cedar Valley"

    new = updated(catalogue, [WAIT], SOMALI)

    assert (new[0].tcomment, new.header) == ("Ask Amina.", "Thanks to all")
    assert new.metadata["Language-Team"] == "Parents of Cedar Valley"


def test_the_header_says_what_tools_and_the_kiosk_need_and_how_far_it_is(tmp_path: Path) -> None:
    catalogue = filled([BACK, WAIT, LEFT], ARABIC)
    mark_reviewed(catalogue[0], True)

    header = kept(catalogue, tmp_path, "ar.po").metadata

    assert header["Language"] == "ar"
    assert header["Plural-Forms"] == ARABIC.plural
    assert (header["X-Name"], header["X-English-Name"]) == ("العربية", "Arabic")
    assert (header["X-Direction"], header["X-Font"]) == ("rtl", "Noto Sans Arabic")
    assert header["X-Review-State"] == "1 reviewed, 2 draft, 0 out of date"


def test_the_template_has_two_forms_and_no_words_and_no_language(tmp_path: Path) -> None:
    template = kept(updated(new_catalogue(), [BACK, LEFT], None), tmp_path, "kiosk.pot")

    assert "Language" not in template.metadata
    assert [state_of(entry) for entry in template] == ["untranslated", "untranslated"]
    assert sorted(template[1].msgstr_plural) == [0, 1]


def test_the_tally_counts_each_message_once_by_its_state() -> None:
    catalogue = filled([BACK, WAIT, LEFT], SOMALI)
    mark_reviewed(catalogue[0], True)
    messages = [BACK, replace(WAIT, english="Wait"), LEFT, Message("new.title", "New")]

    tally = tally_of(catalogue, messages)

    assert tally == Tally(of=4, translated=2, reviewed=1, out_of_date=1)
    assert tally.drafts == 1


# What polib writes, it has to read: letters of any script, quotes, backslashes, new lines.
_TEXTS = st.text(
    st.one_of(
        st.sampled_from("ab \"\\\n\t'{}#~|=+-@"), st.characters(categories=["L", "M", "N", "P"])
    ),
    min_size=1,
    max_size=40,
).filter(lambda text: text.strip() != "" and "\r" not in text)
_MESSAGES = st.dictionaries(
    st.sampled_from(["a/b.title", "a/b.say.0", "c.title", "d.title"]),
    st.tuples(_TEXTS, st.one_of(st.just(""), _TEXTS)),
).map(lambda made: [Message(context, *english) for context, english in made.items()])


def all_words(catalogue: polib.POFile) -> set[str]:
    """Every text of every translation, in use or not."""
    words = {entry.msgstr for entry in catalogue}
    return {*words, *(text for one in catalogue for text in one.msgstr_plural.values())} - {""}


@settings(max_examples=60, deadline=None)
@given(st.lists(_MESSAGES, min_size=1, max_size=4), st.booleans())
def test_no_words_are_lost_and_none_is_called_reviewed_that_was_not(
    years: list[list[Message]], reviewed: bool
) -> None:
    catalogue = filled(years[0], SOMALI, reviewed=reviewed)
    stood = {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in catalogue}

    for messages in years:
        before = all_words(catalogue)
        catalogue = updated(catalogue, messages, SOMALI)
        in_use = [one.msgctxt for one in catalogue if not one.obsolete]
        assert in_use == [message.context for message in messages]
        assert before <= all_words(catalogue)

    for entry in catalogue:
        if state_of(entry) == "reviewed":
            assert reviewed
            assert (entry.msgctxt, entry.msgid, entry.msgid_plural) in stood


@settings(max_examples=60, deadline=None)
@given(_MESSAGES, _MESSAGES)
def test_a_catalogue_is_read_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, now: list[Message], then: list[Message]
) -> None:
    catalogue = updated(updated(filled(now, SOMALI), then, SOMALI), now, SOMALI)

    read = kept(catalogue, tmp_path_factory.getbasetemp())

    def facts(one: polib.POEntry) -> tuple[object, ...]:
        return (one.msgctxt, one.msgid, texts_of(one), state_of(one), bool(one.obsolete))

    assert [facts(one) for one in read] == [facts(one) for one in catalogue]
    assert str(kept(read, tmp_path_factory.getbasetemp())) == str(read)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_broken_catalogue_is_told_with_a_line_and_nothing_else_happens(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = str(filled([BACK, WAIT, LEFT], ARABIC))
    start, end = sorted(data.draw(st.tuples(*2 * [st.integers(0, len(whole))])))
    put = data.draw(st.sampled_from(["", '"', "msgid", "\n", "#~ ", "[9]", "\\", "\x00", "x"]))
    path = tmp_path_factory.getbasetemp() / "broken.po"
    path.write_text(whole[:start] + put + whole[end:], encoding="utf-8", newline="")

    try:
        read_catalogue(path)
    except FilesNotSound as unsound:
        (problem,) = unsound.problems
        assert problem.code == "K428"
        assert 1 <= problem.line <= whole.count("\n") + 3


def test_the_line_of_what_cannot_be_read_is_the_files_own(tmp_path: Path) -> None:
    path = tmp_path / "so.po"
    path.write_text('msgid ""\nmsgstr ""\n\nmsgid "a"\nmsgstr "b\n', encoding="utf-8")

    with pytest.raises(FilesNotSound) as unsound:
        read_catalogue(path)

    assert [(one.line, one.code) for one in unsound.value.problems] == [(5, "K428")]


@pytest.mark.parametrize("rule", ["two", "nplurals=2; plural=n+", "nplurals=1; plural=(n != 1);"])
def test_a_header_without_a_plural_rule_that_holds_is_told(tmp_path: Path, rule: str) -> None:
    catalogue = filled([LEFT], Language("so", "Soomaali", "Somali"))
    catalogue.metadata["Plural-Forms"] = rule

    with pytest.raises(FilesNotSound, match="K428"):
        kept(catalogue, tmp_path)


def test_a_file_that_is_not_there_and_one_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    with pytest.raises(Missing, match="is not there"):
        read_catalogue(tmp_path / "so.po")
    (tmp_path / "file").touch()
    with pytest.raises(KioskError, match="cannot be written"):
        write(new_catalogue(), tmp_path / "file" / "so.po")
