"""The tour: which pictures are taken, what they are called, and the sheet that shows them all."""

import json
import os
import re
import subprocess
import sys
from argparse import ArgumentTypeError
from pathlib import Path

import pytest

from kiosk.commands.tour import columns_of
from kiosk.commands.tour_names import SIZES, STAGES, Column, Lens, names_of, several
from kiosk.commands.tour_pages import Stop
from kiosk.commands.tour_sheet import write_sheet
from kiosk.core.errors import KioskError, Missing
from kiosk.core.machine import begin

ELSEWHERE = re.compile(r"https?://|//cdn|@import|\burl\(|src=\"|<link")


def test_an_option_takes_one_name_some_or_all() -> None:
    read = several(SIZES)

    taken = [read("large"), read("large,small,large"), read("all")]

    assert taken == [("large",), ("large", "small"), SIZES]


def test_a_slip_in_an_option_is_answered_with_the_nearest_name() -> None:
    with pytest.raises(ArgumentTypeError, match=r"invalid choice: 'larg'.*did you mean 'large'"):
        several(SIZES)("small,larg")


def test_a_picture_is_called_by_what_differs() -> None:
    columns = [Column(code, "largest", "warm", STAGES[3]) for code in ("so", "ar")]

    alone, together = names_of(columns[:1]), names_of(columns)

    assert list(alone.values()) == [""]
    assert list(together.values()) == [".so", ".ar"]


def test_every_combination_that_is_asked_for_is_a_column(station) -> None:
    lens = Lens(STAGES[:2], SIZES, ("warm", "low_glare"), ("so", "ar"))

    columns = columns_of(lens, station)

    assert len(set(columns)) == 2 * 4 * 2 * 2
    assert len(set(names_of(columns).values())) == len(columns)


def test_all_languages_are_those_of_the_station(station) -> None:
    columns = columns_of(Lens(languages=("all",)), station)

    assert [column.language for column in columns] == list(station.words)


def test_no_language_is_the_stations_own(station) -> None:
    assert [column.language for column in columns_of(Lens(), station)] == ["en"]


def test_an_unknown_language_is_told_with_those_that_there_are(station) -> None:
    with pytest.raises(Missing, match=r"no words for 'xx'; it has: en, es"):
        columns_of(Lens(languages=("xx",)), station)


@pytest.fixture
def sheet(station, tmp_path) -> str:
    """The sheet of the first two pages in two languages."""
    stops = [Stop("attract", station), Stop("setup-who", station, begin(station.guide))]
    columns = columns_of(Lens(languages=("en", "ar")), station)
    return write_sheet(tmp_path, station, stops, columns).read_text(encoding="utf-8")


def test_the_sheet_knows_every_picture_by_its_name(sheet) -> None:
    found = re.search(r'id="data">(.*?)</script>', sheet, re.DOTALL)
    assert found is not None

    data = json.loads(found[1])

    names = [page["name"] + way["ending"] for page in data["pages"] for way in data["columns"]]
    assert names == ["attract.en", "attract.ar", "setup-who.en", "setup-who.ar"]
    assert data["pages"][1]["title"]


def test_the_sheet_takes_nothing_from_elsewhere(sheet) -> None:
    assert ELSEWHERE.findall(sheet) == []


def test_a_name_cannot_break_out_of_the_data(station, tmp_path) -> None:
    stops = [Stop("</script><b>", station)]

    sheet = write_sheet(tmp_path, station, stops, columns_of(Lens(), station))

    assert "</script><b>" not in sheet.read_text(encoding="utf-8")


def test_a_sheet_that_cannot_be_written_is_told(station, tmp_path) -> None:
    (tmp_path / "index.html").mkdir()

    with pytest.raises(KioskError, match="cannot be written"):
        write_sheet(tmp_path, station, [], columns_of(Lens(), station))


def test_the_tour_paints_each_page_in_each_way_and_a_small_picture_of_it(tmp_path) -> None:
    words = ("-o", str(tmp_path), "--language", "so,ar", "--size", "small,largest")
    more = ("--stage", "1024x600", "--only", "setup-who", "--sheet")

    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "kiosk", "tour", *words, *more],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    names = {f"setup-who.{code}.{size}" for code in ("so", "ar") for size in ("small", "largest")}
    assert {file.stem for file in tmp_path.glob("*.png")} == names
    assert {file.stem for file in Path(tmp_path, "thumbs").glob("*.jpg")} == names
    assert "4 pictures" in done.stdout
    assert "index.html" in done.stdout
    assert len({file.read_bytes() for file in tmp_path.glob("*.png")}) == len(names)
