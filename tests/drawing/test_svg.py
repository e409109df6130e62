"""The picture is sound XML, shows every screen and answer, and needs neither colour nor font."""

import os
import re
import subprocess
import sys
from xml.etree.ElementTree import Element, fromstring

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from kiosk.core.guide import Guide
from kiosk.drawing.blocks import LABEL
from kiosk.drawing.cards import TONE_WORDS
from kiosk.drawing.chart import Chart
from kiosk.drawing.charting import chart_of
from kiosk.drawing.fitting import PAGE_MM
from kiosk.drawing.sheet import sheet_of
from kiosk.drawing.svg import svg_of
from kiosk.drawing.tally import Tally
from kiosk.station import Station
from tests.drawing.samples import RUNNING, SHIPPED, all_sheets, awkward_guide, big_guide

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = [*((name, False) for name in SHIPPED), *((name, True) for name in RUNNING)]

_DRAWS_RECORD = """
import sys
from datetime import datetime
from kiosk.drawing.charting import chart_of
from kiosk.drawing.svg import svg_of
from kiosk.resources import Folders
from kiosk.station import open_station
guide = open_station(Folders.shipped(), lambda: datetime(2026, 11, 23, 10)).guide
sys.stdout.reconfigure(encoding="utf-8", newline="\\n")
sys.stdout.write(svg_of(chart_of(guide, "record", unfold=True)))
"""


def picture_of(guide: Guide, name: str, *, unfold: bool = False) -> Element:
    return fromstring(svg_of(chart_of(guide, name, unfold=unfold)))  # noqa: S314 - our own


def words_in(element: Element) -> str:
    """All words that are drawn, in order, with single spaces."""
    texts = (text.text or "" for text in element.iter(f"{SVG}text"))
    return squeezed(" ".join(texts))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def shown(chart: Chart) -> list[str]:
    titles = [node.title for node in chart.nodes]
    return [*titles, *(arrow.label for arrow in chart.arrows if arrow.kind == "answer")]


@pytest.mark.parametrize(("name", "unfold"), DRAWN)
def test_every_screen_and_every_answer_is_in_the_picture(
    station: Station, name: str, unfold: bool
) -> None:
    chart = chart_of(station.guide, name, unfold=unfold)

    words = words_in(picture_of(station.guide, name, unfold=unfold))

    wanted = [words for one in chart.all_charts() for words in shown(one)]
    assert [one for one in wanted if squeezed(one) not in words] == []


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_flow_gives_the_same_picture_in_every_process(station: Station, seed: str) -> None:
    here = svg_of(chart_of(station.guide, "record", unfold=True))

    there = subprocess.run(  # noqa: S603 - our own program, and no words from outside
        [sys.executable, "-c", _DRAWS_RECORD],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert there.stdout == here


def test_words_that_xml_might_take_for_its_own_are_only_words() -> None:
    guide = awkward_guide()

    picture = picture_of(guide, "end")

    drawn = words_in(picture)
    wanted = [re.sub(r"[\x00-\x08]", "\ufffd", words) for words in shown(chart_of(guide, "end"))]
    assert [words for words in wanted if squeezed(words) not in drawn] == []
    assert picture.findall(f".//{SVG}script") == []


def test_a_screen_reader_gets_each_screen_as_a_group_with_what_it_leads_to(
    station: Station,
) -> None:
    picture = picture_of(station.guide, "email")

    group = next(one for one in picture.iter(f"{SVG}g") if one.get("id") == "email.can_open")

    name, story = group.findtext(f"{SVG}title"), group.findtext(f"{SVG}desc")
    assert name is not None
    assert re.fullmatch(r"\d+\. Can you open this mail now\? \(email/can_open\)", name)
    assert story is not None
    assert re.search(r"“No, I cannot open it” leads to \d+\.", story)
    assert picture.find(f"{SVG}title") is not None
    assert picture.get("aria-labelledby") == "name about"


@pytest.mark.parametrize("name", SHIPPED)
def test_screens_are_numbered_as_they_are_read_and_jumps_name_those_numbers(
    station: Station, name: str
) -> None:
    sheet = sheet_of(chart_of(station.guide, name, unfold=True), Tally())

    numbers = dict(sheet.numbers())

    jumps = {slip.jump for one in all_sheets(sheet) for slip in one.slips.values() if slip.jump}
    assert jumps <= set(numbers)
    assert len(set(numbers.values())) == len(numbers)
    assert numbers[sheet.chart.start] == "1"


def test_each_end_says_its_tone_in_a_word_and_has_a_shape_of_its_own() -> None:
    guide = big_guide(12, 1)

    picture = picture_of(guide, "big")

    ends = [
        one for one in picture.iter(f"{SVG}g") if (one.findtext(f"{SVG}title") or "").count("end")
    ]
    assert len(ends) == 6
    assert all(TONE_WORDS["later"] in words_in(end) for end in ends)


def test_the_picture_says_how_it_is_printed_and_how_long_each_line_of_text_is(
    station: Station,
) -> None:
    picture = picture_of(station.guide, "reply")

    lengths = [text.get("textLength") for text in picture.iter(f"{SVG}text")]

    assert None not in lengths
    assert "@media print" in (picture.findtext(f"{SVG}style") or "")
    assert picture.get("viewBox") == f"0 0 {picture.get('width')} {picture.get('height')}"


@pytest.mark.parametrize("name", SHIPPED)
def test_what_stands_on_the_arrows_can_be_read_on_one_sheet_of_paper(
    station: Station, name: str
) -> None:
    least_mm = 1.7  # 4.8 points: small print, but print

    picture = picture_of(station.guide, name)

    wide, high = float(picture.get("width", 0)), float(picture.get("height", 0))
    short, long = PAGE_MM
    page = (long, short) if wide > high else (short, long)
    assert LABEL.size * min(page[0] / wide, page[1] / high) >= least_mm


def test_the_picture_opens_in_qt_without_a_complaint(qtbot: QtBot, station: Station) -> None:
    data = QByteArray(svg_of(chart_of(station.guide, "setup")).encode())
    image = QImage(400, 400, QImage.Format.Format_ARGB32)
    image.fill(0)

    renderer = QSvgRenderer(data)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()

    assert renderer.isValid()
    assert image.pixelColor(5, 5).name() == "#fbf6ec"
