"""`kiosk words`, the table of languages and a translator's tools; `kiosk check` of their files."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.commands.all_words import all_messages
from kiosk.language.catalogue import (
    TEMPLATE,
    mark_reviewed,
    read_catalogue,
    say,
    state_of,
    write,
)
from kiosk.language.languages import LANGUAGES
from tests.conftest import Call, change
from tests.language.made import filled

Kiosk = Callable[..., Call]

FIRST = "help/call.title"


@pytest.fixture
def flows(tmp_path: Path) -> Path:
    """A school's own flows: one page, and the page for help."""
    folder = tmp_path / "flows"
    folder.mkdir()
    (folder / "help.yaml").write_text(
        "flow: help\nversion: 1\nstart: call\nscreens:\n"
        "  call: {tell: Someone will come, answers: [{id: back, text: Go on, go: back}]}\n"
        "  back: {return: back}\n",
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def words(tmp_path: Path, flows: Path) -> Path:
    """A folder with the template, and a Somali and a Russian catalogue of those flows."""
    folder = tmp_path / "words"
    for code in ("so", "ru"):
        write(filled(all_messages(flows), LANGUAGES[code]), folder / f"{code}.po")
    return folder


@pytest.fixture
def call(kiosk: Kiosk, flows: Path, words: Path) -> Kiosk:
    """`kiosk words` with those folders."""

    def called(*rest: object) -> Call:
        return kiosk("words", "--flows", flows, "--words", words, *rest)

    return called


def row_of(call: Call, code: str) -> list[str]:
    (row,) = [line.split() for line in call.out.splitlines() if line.startswith(f"{code} ")]
    return row


def test_the_table_has_a_row_a_language_with_english_first(
    call: Kiosk, words: Path, flows: Path
) -> None:
    catalogue = read_catalogue(words / "so.po")
    mark_reviewed(catalogue[0], True)
    say(catalogue[1], [""])
    say(catalogue[2], ["x" * 200])
    write(catalogue, words / "so.po")
    count = len(all_messages(flows))

    told = call()

    assert (told.code, told.err) == (0, "")
    assert row_of(told, "en") == [
        "en",
        "English",
        str(count),
        str(count),
        "0",
        "0",
        "the",
        "source",
    ]
    assert row_of(told, "so")[1:6] == ["Somali", str(count - 1), "1", "0", "0"]
    assert row_of(told, "so")[6:] == ["partly", "reviewed"]
    assert "draft, no speaker has reviewed it" in told.out
    assert told.out.endswith("or any editor of PO files.\n")


@pytest.mark.parametrize(
    ("reviewed", "state"), [(0, "draft, no speaker"), (1, "partly reviewed"), (9999, "reviewed")]
)
def test_a_language_is_called_reviewed_only_when_every_sentence_is(
    call: Kiosk, words: Path, reviewed: int, state: str
) -> None:
    catalogue = read_catalogue(words / "so.po")
    for entry in catalogue[:reviewed]:
        mark_reviewed(entry, True)
    write(catalogue, words / "so.po")

    assert " ".join(row_of(call(), "so")[6:]).startswith(state)


def test_an_update_takes_new_and_changed_sentences_into_every_catalogue(
    call: Kiosk, words: Path, flows: Path
) -> None:
    change(flows / "help.yaml", "Someone will come", "Somebody comes")
    change(flows / "help.yaml", "Go on,", "Go on now,")

    told = call("update")

    assert told.code == 0
    assert told.out.startswith(f"{len(all_messages(flows))} sentences are in {TEMPLATE}")
    assert row_of(told, "so")[4] == row_of(told, "ru")[4] == "2"
    english = [entry.msgid for entry in read_catalogue(words / TEMPLATE)]
    assert "Somebody comes" in english
    somali = {entry.msgctxt: entry for entry in read_catalogue(words / "so.po")}
    assert somali[FIRST].previous_msgid == "Someone will come"
    again = {path: path.read_bytes() for path in words.iterdir()}
    call("update")
    assert {path: path.read_bytes() for path in words.iterdir()} == again


def test_a_table_goes_out_and_its_new_words_come_back(
    call: Kiosk, words: Path, tmp_path: Path
) -> None:
    table = tmp_path / "so.csv"

    out = call("export", "so", "-o", table)
    same = call("import", "so", table)
    change(table, "so0 Someone will come,", "Qof baa imanaya,yes")
    draft = call("import", "so", table)
    reviewed = call("import", "so", table, "--reviewed-by", "Amina Ali")

    assert f"kiosk words import so {table} --reviewed-by NAME" in out.out
    assert same.out == "so.po: 0 sentences have new words, as drafts until a review.\n"
    assert draft.out.startswith("so.po: 1 sentences have new words, as drafts")
    assert reviewed.out.endswith("0 sentences have new words; 1 were reviewed by Amina Ali.\n")
    catalogue = read_catalogue(words / "so.po")
    (first,) = [entry for entry in catalogue if entry.msgctxt == FIRST]
    assert (first.msgstr, state_of(first)) == ("Qof baa imanaya", "reviewed")
    assert catalogue.metadata["Last-Translator"] == "Amina Ali"
    assert catalogue.metadata["X-Review-State"].startswith("1 reviewed, ")


def test_a_table_is_written_here_and_named_after_its_language(
    call: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert call("export", "ru").code == 0

    written = (tmp_path / "ru.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbfcontext,form,english")
    assert b"\r\r\n" not in written


def test_a_table_that_is_named_after_another_language_is_not_taken(
    call: Kiosk, words: Path, tmp_path: Path
) -> None:
    call("export", "ru", "-o", tmp_path / "ru.csv")

    told = call("import", "so", tmp_path / "ru.csv")

    assert told.code == 1
    assert "ru.csv is named after another language: kiosk words import ru" in told.err


def test_a_table_of_another_language_or_of_other_flows_changes_nothing(
    call: Kiosk, words: Path, tmp_path: Path
) -> None:
    russian = tmp_path / "table.csv"
    call("export", "ru", "-o", russian)
    change(russian, FIRST, "help/gone.title")
    before = (words / "so.po").read_bytes()

    told = call("import", "so", russian)

    assert told.code == 1
    assert f"{russian}:" in told.err
    assert "K431" in told.err
    assert "K433" in told.err
    assert (words / "so.po").read_bytes() == before


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        (("export", "xx"), "There is no catalogue 'xx'; there are: ru, so."),
        (("import", "xx", "x.csv"), "There is no catalogue 'xx'; there are: ru, so."),
        (("import", "so", "no.csv"), "no.csv is not there."),
        (("clips", "xx"), "There is no catalogue 'xx'; there are: ru, so."),
        (("clips", "so", "--from", "nowhere"), "There is no folder nowhere."),
        (("clips", "--from", "nowhere"), "Say which language they are in"),
        (("new", "so", "--name", "Soomaali"), "is there already. 'kiosk words' tells"),
        (("new", "en", "--name", "English"), "'en' cannot be begun."),
        (("new", "../so", "--name", "So"), "'../so' cannot be begun."),
        (("new", "pa"), "Say what the language calls itself: kiosk words new pa --name NAME"),
    ],
)
def test_what_does_not_fit_is_one_sentence_and_nothing_is_changed(
    call: Kiosk, words: Path, rest: tuple[str, ...], said: str
) -> None:
    before = {path.name: path.read_bytes() for path in words.iterdir()}

    told = call(*rest)

    assert (told.code, told.out) == (1, "")
    assert said in told.err
    assert told.err.count("\n") == 1
    assert {path.name: path.read_bytes() for path in words.iterdir()} == before


def test_a_table_that_is_no_text_is_told(call: Kiosk, tmp_path: Path) -> None:
    (tmp_path / "so.csv").write_bytes("context,english\n".encode("utf-16"))

    assert (
        "is not a text file in UTF-8. Save it as UTF-8."
        in call("import", "so", tmp_path / "so.csv").err
    )


def test_a_place_that_cannot_be_written_is_told(
    kiosk: Kiosk, call: Kiosk, flows: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    below = tmp_path / "file" / "words"

    table = call("export", "so", "-o", below / "so.csv")
    update = kiosk("words", "--flows", flows, "--words", below, "update")
    new = kiosk("words", "--flows", flows, "--words", below, "new", "ti")

    assert [one.code for one in (table, update, new)] == [1, 1, 1]
    assert all("cannot be written" in one.err for one in (table, update, new))


def test_a_catalogue_that_cannot_be_read_is_told_with_its_line(call: Kiosk, words: Path) -> None:
    (words / "ru.po").write_text('msgid "a"\nmsgtsr "b"\n', encoding="utf-8")

    for rest in ((), ("update",), ("export", "ru")):
        told = call(*rest)

        assert told.code == 1
        assert f"{words / 'ru.po'}:2:1: K428" in told.err


def test_a_new_language_is_begun_with_what_is_known_of_it(
    call: Kiosk, words: Path, flows: Path
) -> None:
    own = call("new", "ur", "--name", "اردو", "--english", "Urdu", "--right-to-left")
    known = call("new", "ar")

    assert (own.code, known.code) == (0, 0)
    assert "put 'ur' under 'languages' in the site file" in own.out
    header = read_catalogue(words / "ur.po").metadata
    assert (header["X-Name"], header["X-English-Name"]) == ("اردو", "Urdu")
    assert (header["X-Direction"], header["Language"]) == ("rtl", "ur")
    assert read_catalogue(words / "ar.po").metadata["X-Name"] == "العربية"
    assert row_of(call(), "ur") == ["ur", "Urdu", "0", "0", "0", "0", "empty"]


def test_a_plural_rule_that_is_put_into_the_header_brings_its_forms(
    call: Kiosk, words: Path
) -> None:
    call("new", "pl", "--name", "Polski")
    rule = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
    catalogue = read_catalogue(words / "pl.po")
    catalogue.metadata["Plural-Forms"] = rule
    write(catalogue, words / "pl.po")

    call("update")

    now = read_catalogue(words / "pl.po")
    assert now.metadata["Plural-Forms"] == rule
    assert {len(entry.msgstr_plural) for entry in now if entry.msgid_plural} == {3}


def test_a_folder_that_is_not_there_yet_is_made_for_a_new_language(
    kiosk: Kiosk, flows: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "our" / "words"

    told = kiosk("words", "--flows", flows, "--words", folder, "new", "ti")

    assert told.code == 0
    assert (folder / "ti.po").exists()


def test_recordings_are_counted_named_where_they_lack_and_taken_in(
    call: Kiosk, tmp_path: Path
) -> None:
    clips, source = tmp_path / "clips", tmp_path / "recorded"
    source.mkdir()
    (source / "help-call-title.ogg").write_bytes(b"OggS and more")
    (source / "help-cal-title.ogg").write_bytes(b"OggS and more")

    before = call("clips", "so", "--clips", clips)
    taken = call("clips", "so", "--clips", clips, "--from", source)
    after = call("clips", "so", "--clips", clips)
    counts = call("clips", "--clips", clips)
    english = call("clips", "en", "--clips", clips)

    assert "help-call-title: so0 Someone will come\n" in before.out
    assert "help-cal-title.ogg was left: no message has this name" in taken.out
    assert "did you mean help/call.title?" in taken.out
    assert taken.out.endswith(f"Taken into {clips / 'so'}: 1.\n")
    assert "help-call-title:" not in after.out
    assert "help-call-title: Someone will come\n" in english.out
    assert [line.split(" of ")[0] for line in counts.out.splitlines()[:3]] == [
        "en: 0",
        "ru: 0",
        "so: 1",
    ]


def test_words_that_no_family_hears_are_not_asked_to_be_recorded(
    call: Kiosk, flows: Path, tmp_path: Path
) -> None:
    change(flows / "help.yaml", "Someone will come", "Somebody comes")

    assert "help-call-title" not in call("clips", "so", "--clips", tmp_path).out


def check(kiosk: Kiosk, flows: Path, words: Path, *paths: Path) -> Call:
    return kiosk("check", "--flows", flows, "--words", words, *paths)


def test_a_catalogue_that_is_checked_by_name_tells_its_drafts_too(
    kiosk: Kiosk, flows: Path, words: Path
) -> None:
    count = len(all_messages(flows))

    one = check(kiosk, flows, words, words / "so.po")
    folder = check(kiosk, flows, words, words)

    assert one.code == 0
    assert f"so.po:1:1: K422 advice: {count} of {count} sentences are drafts" in one.out
    assert (folder.code, folder.out.count("K422")) == (0, 2)


def test_a_slip_in_a_catalogue_or_a_table_is_told_and_a_wrong_value_stops_the_check(
    kiosk: Kiosk, flows: Path, words: Path, tmp_path: Path
) -> None:
    catalogue = read_catalogue(words / "so.po")
    table = tmp_path / "so.csv"
    kiosk("words", "--flows", flows, "--words", words, "export", "so", "-o", table)
    change(table, "so0 Someone will come", "Qof {baa} imanaya")
    say(catalogue[0], ["Dib {u}"])
    write(catalogue, words / "so.po")

    of_words = check(kiosk, flows, words, words / "so.po")
    of_table = check(kiosk, flows, words, table)

    assert (of_words.code, of_table.code) == (1, 1)
    assert "K424" in of_words.out
    assert "K424" in of_table.out
    assert "Qof {baa}" not in (words / "so.po").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["somali.csv", "xx.csv"])
def test_a_table_is_named_after_its_language(
    kiosk: Kiosk, flows: Path, words: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text("context,english,translation\n", encoding="utf-8")

    told = check(kiosk, flows, words, tmp_path / name)

    assert told.code == 1
    assert f"{name} should be named after a language with a catalogue: so.csv." in told.err


def test_a_check_of_all_that_is_shipped_tells_slips_of_words_and_no_drafts(
    kiosk: Kiosk, words: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "all"
    folder.mkdir()
    shutil.copy(words / "so.po", folder)

    told = kiosk("check", "--words", folder)

    assert "so.po:1:1: K420" in told.out
    assert "K422" not in told.out
