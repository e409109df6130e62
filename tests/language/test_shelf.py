"""The catalogues of a station: opened when they are wanted, kept where machines read them fast."""

from dataclasses import replace
from pathlib import Path

import polib
import pytest

from kiosk.core.errors import FilesNotSound, Missing
from kiosk.core.words import ENGLISH
from kiosk.language.catalogue import mark_reviewed, new_catalogue, read_catalogue, updated, write
from kiosk.language.languages import LANGUAGES
from kiosk.language.shelf import Shelf
from tests.language.made import ARABIC, BACK, LEFT, SOMALI, WAIT, filled


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a Somali and an Arabic catalogue, all drafts."""
    words = tmp_path / "words"
    for language in (SOMALI, ARABIC, LANGUAGES["ru"]):
        write(filled([BACK, WAIT, LEFT], language), words / f"{language.code}.po")
    return words


def said(shelf: Shelf, language: str) -> str:
    return shelf.words([language])[language].of(BACK.context, BACK.english)


def kept_in(cache: Path) -> list[str]:
    return sorted(path.name for path in cache.iterdir())


def test_languages_are_offered_in_the_sites_order_with_their_name_and_direction(
    folder: Path, tmp_path: Path
) -> None:
    words = Shelf(folder, tmp_path / "cache").words(["ar", "en", "so"])

    assert [(one.name, one.right_to_left) for one in words.values()] == [
        ("العربية", True),
        ("English", False),
        ("Soomaali", False),
    ]
    assert words["en"] is ENGLISH
    assert words["so"].of(BACK.context, BACK.english) == "so0 Back"
    assert words["so"].say(LEFT.context, LEFT.english, {"count": 3}, LEFT.many) == "so1 3 letters"


def test_what_machines_read_is_kept_once_and_made_anew_when_the_catalogue_changes(
    folder: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    assert said(Shelf(folder, cache), "so") == "so0 Back"
    (first,) = kept_in(cache)
    text = (folder / "so.po").read_text(encoding="utf-8")
    (folder / "so.po").write_text(text.replace("so0 Back", "Dib"), encoding="utf-8")

    now = said(Shelf(folder, cache), "so")

    assert now == "Dib"
    (second,) = kept_in(cache)
    assert second != first


def test_what_is_kept_is_read_and_not_made_again(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    said(Shelf(folder, cache), "so")
    kept = cache / kept_in(cache)[0]
    before = kept.stat()

    said(Shelf(folder, cache), "so")

    assert (kept.stat().st_mtime_ns, kept.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


@pytest.mark.parametrize("length", [0, 3, 40, 400, -5, -1])
def test_a_file_of_the_cache_that_was_cut_off_is_made_again(
    folder: Path, tmp_path: Path, length: int
) -> None:
    cache = tmp_path / "cache"
    said(Shelf(folder, cache), "so")
    kept = cache / kept_in(cache)[0]
    whole = kept.read_bytes()
    kept.write_bytes(whole[:length])

    now = said(Shelf(folder, cache), "so")

    assert now == "so0 Back"
    assert kept.read_bytes() == whole


def test_a_file_of_the_cache_with_another_letter_in_it_is_made_again(
    folder: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    said(Shelf(folder, cache), "so")
    kept = cache / kept_in(cache)[0]
    kept.write_bytes(kept.read_bytes().replace(b"so0 Back", b"so0 Bock"))

    assert said(Shelf(folder, cache), "so") == "so0 Back"


def test_a_cache_that_cannot_be_written_costs_time_and_nothing_else(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()

    assert said(Shelf(folder, tmp_path / "file" / "cache"), "so") == "so0 Back"


def test_two_catalogues_at_most_are_open_and_one_put_away_is_opened_again(
    folder: Path, tmp_path: Path
) -> None:
    shelf = Shelf(folder, tmp_path / "cache")
    words = shelf.words(["so", "ar", "ru"])
    arabic, russian = shelf.book("ar"), shelf.book("ru")

    somali = words["so"].of(BACK.context, BACK.english)

    assert somali == "so0 Back"
    assert shelf.book("ru") is russian
    assert shelf.book("ar") is not arabic


@pytest.mark.parametrize(
    ("reviewed", "offered"), [((), []), ((0,), []), ((0, 1), []), ((0, 1, 2), ["so"])]
)
def test_only_reviewed_hides_a_language_with_a_draft(
    folder: Path, tmp_path: Path, reviewed: tuple[int, ...], offered: list[str]
) -> None:
    catalogue = read_catalogue(folder / "so.po")
    for n in reviewed:
        mark_reviewed(catalogue[n], True)
    write(catalogue, folder / "so.po")

    strict = Shelf(folder, tmp_path / "cache", only_reviewed=True).words(["en", "so"])
    free = Shelf(folder, tmp_path / "cache").words(["en", "so"])

    assert list(strict) == ["en", *offered]
    assert list(free) == ["en", "so"]


def test_only_reviewed_hides_a_language_in_which_nothing_is_said(tmp_path: Path) -> None:
    write(updated(new_catalogue(), [BACK], SOMALI), tmp_path / "so.po")

    assert Shelf(tmp_path, tmp_path / "cache", only_reviewed=True).words(["so"]) == {}


def test_only_reviewed_shows_english_for_what_is_out_of_date_and_asks_not_for_what_is_gone(
    tmp_path: Path,
) -> None:
    old = filled([BACK, WAIT, LEFT], SOMALI, reviewed=True)
    mark_reviewed(old[2], False)
    write(updated(old, [BACK, replace(WAIT, english="Wait")], SOMALI), tmp_path / "so.po")

    words = Shelf(tmp_path, tmp_path / "cache", only_reviewed=True).words(["so"])

    assert words["so"].of(BACK.context, BACK.english) == "so0 Back"
    assert words["so"].of(WAIT.context, "Wait") == "Wait"


def test_reviewed_words_and_all_words_are_kept_apart(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"

    Shelf(folder, cache).words(["so"])
    Shelf(folder, cache, only_reviewed=True).words(["so"])

    assert [name.rsplit("-", 1)[0] for name in kept_in(cache)] == ["so-all", "so-reviewed"]


def test_a_catalogue_of_another_tool_needs_no_header_of_ours(tmp_path: Path) -> None:
    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain"}
    catalogue.append(polib.POEntry(msgctxt="shell.back", msgid="Back", msgstr="رجوع"))
    (tmp_path / "ar.po").write_text(str(catalogue), encoding="utf-8")
    (tmp_path / "mam.po").write_text(str(catalogue), encoding="utf-8")

    words = Shelf(tmp_path, tmp_path / "cache").words(["ar", "mam"])

    assert (words["ar"].name, words["ar"].right_to_left) == ("العربية", True)
    assert (words["mam"].name, words["mam"].right_to_left) == ("mam", False)
    assert words["ar"].of("shell.back", "Back") == "رجوع"


def test_forms_are_counted_by_the_rule_of_the_file_whoever_wrote_it(tmp_path: Path) -> None:
    french = filled([LEFT], LANGUAGES["fr"])
    french[0].msgstr_plural = {0: "one", 1: "a million", 2: "many"}
    french.metadata["Plural-Forms"] = "nplurals=3; plural=(n < 2 ? 0 : n%1000000==0 ? 1 : 2);"
    write(french, tmp_path / "fr.po")

    words = Shelf(tmp_path, tmp_path / "cache").words(["fr"])["fr"]

    assert [words.of_number(LEFT.context, LEFT.english, LEFT.many, n) for n in (1, 5)] == [
        "one",
        "many",
    ]


def test_a_catalogue_that_is_gone_or_broken_is_told(folder: Path, tmp_path: Path) -> None:
    shelf = Shelf(folder, tmp_path / "cache")
    (folder / "ru.po").write_text('msgid "a"\nmsgtsr "b"\n', encoding="utf-8")

    with pytest.raises(Missing, match=r"ti\.po cannot be read"):
        shelf.words(["ti"])
    with pytest.raises(FilesNotSound, match="K428"):
        shelf.words(["ru"])
    assert [shelf.has(code) for code in ("en", "so", "ti")] == [True, True, False]
