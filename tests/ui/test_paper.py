"""Slips and cards on paper, looked at as a phone and an eye would: in the pixels of the pages."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from kiosk.core.codes import Code
from kiosk.core.flow import End, Wait
from kiosk.core.kept import Kept
from kiosk.core.sample_visit import seen_screens, visit_at
from kiosk.handoff.matrix import matrix_of
from kiosk.handoff.payloads import next_steps, portal
from kiosk.handoff.slip import PaperCard, Slip, Slips
from kiosk.resources import assets_dir
from kiosk.station import Station
from kiosk.ui.art import Art
from kiosk.ui.fonts import Fonts
from kiosk.ui.paper.card_page import face_room, folding
from kiosk.ui.paper.marks import CodeMark
from kiosk.ui.paper.painting import Press, drawn_codes
from kiosk.ui.paper.printing import pdf_of
from kiosk.ui.paper.sheet import SHEETS, PaperName, Type
from kiosk.ui.paper.writing import Writing
from tests.handoff.scanning import scans

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
LANGUAGES = ("en", "ar", "am", "zh-Hans", "so")
PAPERS: tuple[PaperName, ...] = ("letter", "a4", "receipt")
DOTS_PER_MM = 6.0
WHITE = 255
# Millimetres at the sides that usual printers cannot reach; on a roll of 80 they print 72.
UNPRINTABLE = {"letter": 6.4, "a4": 6.4, "receipt": 4.0}


@pytest.fixture
def press(qapp) -> Press:
    """Paints with the shipped fonts and drawings."""
    return Press(assets_dir(), Fonts(assets_dir() / "fonts"))


def slip_of(station: Station, language: str, place: str = "reply/no_reply") -> Slip:
    """A slip with three codes, of a visit in which an address was typed."""
    flow, _, screen = place.partition("/")
    visit = visit_at(station.guide, flow, screen, language)
    kept: Kept = visit.now.kept.put("email", "amina.canary@example.com")
    slips = Slips(station.guide, station.site)
    words = station.words[language]
    steps = ("Xafiiska u sheeg in waxba aanay imaan.", "Mar kale eeg iimaylkaaga caawa.")
    codes = {
        "portal": portal(station.site.portal.address),
        "next": next_steps("Waxa ku xiga", steps, "Cedar Hill, 555-0142"),
        "ticket": Code("KIOSK:0123456789ABCDEFGHJKMNPQRSTVWXYZ", "K7QM-4RT2-XW8P"),
    }
    return slips.slip(replace(visit, now=replace(visit.now, kept=kept)), words, codes, NOW)


def card_of(station: Station, language: str) -> PaperCard:
    """The card to write on."""
    words = station.words[language]
    return Slips(station.guide, station.site).card(words, portal(station.site.portal.address), NOW)


def pictures_of(pdf: bytes) -> Iterator[QImage]:
    """The pages in grey, on white, as a printer would make them."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    for number in range(document.pageCount()):
        size = document.pagePointSize(number) * (DOTS_PER_MM * 25.4 / 72)
        page = document.render(number, QSize(round(size.width()), round(size.height())))
        picture = QImage(page.size(), QImage.Format.Format_RGB32)
        picture.fill(0xFFFFFFFF)
        painter = QPainter(picture)
        painter.drawImage(0, 0, page)
        painter.end()
        yield picture
    document.close()


def rows_of(picture: QImage) -> list[bytes]:
    """The picture in grey, row by row."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    data, step = bytes(grey.constBits()), grey.bytesPerLine()
    return [data[y * step : y * step + grey.width()] for y in range(grey.height())]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_on_a_slip_is_read_from_the_paper(
    station: Station, press: Press, language: str, paper: PaperName
) -> None:
    slip = slip_of(station, language)

    laid = press.lay(slip, SHEETS[paper])
    (picture,) = pictures_of(pdf_of(laid))
    found = scans(rows_of(picture))

    assert isinstance(laid.content, Slip)
    codes = {one.name: one.code.text for one in laid.content.codes}
    assert {"portal", "ticket"} <= set(codes)
    assert {scan.text for scan in found} == set(codes.values())
    assert {scan.level for scan in found} == {"M"}


@pytest.mark.parametrize("paper", PAPERS)
def test_a_code_is_large_on_whole_dots_and_has_white_around(press: Press, paper: PaperName) -> None:
    matrix = matrix_of("https://families.example")
    mark = CodeMark(Type(SHEETS[paper], press.fonts, "en"), matrix, 30.0)
    side = round(mark.side)
    picture = QImage(side, side, QImage.Format.Format_RGB32)
    picture.fill(0xFF000000)

    painter = QPainter(picture)
    mark.paint(painter, QPointF(0, 0), side)
    painter.end()

    module, left_over = divmod(side, len(matrix) + 8)
    dark = [
        [picture.pixel(x * module, y * module) & 255 == 0 for x in range(side // module)]
        for y in range(side // module)
    ]
    assert left_over == 0
    assert module >= 0.8 * SHEETS[paper].dots_per_mm
    assert [row[4:-4] for row in dark[4:-4]] == [list(row) for row in matrix]
    assert sum(map(sum, dark)) == sum(map(sum, matrix))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_edge_of_the_paper_stays_white(
    station: Station, press: Press, language: str, paper: PaperName
) -> None:
    edge = round(UNPRINTABLE[paper] * DOTS_PER_MM)
    contents = (slip_of(station, language), card_of(station, language))

    rows = [
        rows_of(picture)
        for content in contents
        for picture in pictures_of(pdf_of(press.lay(content, SHEETS[paper])))
    ]

    for page in rows:
        assert min(min(row[:edge] + row[-edge:]) for row in page) == WHITE
        assert min(min(row) for row in (*page[:20], *page[-20:])) == WHITE
        assert min(min(row) for row in page) < 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_receipt_has_no_colour(station: Station, press: Press, language: str) -> None:
    laid = press.lay(slip_of(station, language), SHEETS["receipt"])

    (picture,) = pictures_of(pdf_of(laid))

    colors = set(memoryview(picture.constBits()).cast("I").tolist())
    assert all(c & 255 == c >> 8 & 255 == c >> 16 & 255 for c in colors)


def test_an_english_page_reads_from_top_to_foot(station: Station, press: Press) -> None:
    slip = slip_of(station, "en")

    reader = PdfReader(BytesIO(pdf_of(press.lay(slip, SHEETS["letter"]))))

    text = " ".join(reader.pages[0].extract_text().split())
    wanted = (slip.heading, slip.title, slip.next, slip.steps[0].what, slip.office.hours)
    places = [text.find(one.own) for one in wanted]
    assert -1 not in places
    assert places == sorted(places)
    assert "K7QM-4RT2-XW8P" in text


@pytest.mark.parametrize("paper", PAPERS)
def test_a_file_holds_no_word_of_a_family(station: Station, press: Press, paper: PaperName) -> None:
    pdf = pdf_of(press.lay(slip_of(station, "en"), SHEETS[paper]))

    reader = PdfReader(BytesIO(pdf))

    said = " ".join(page.extract_text() for page in reader.pages) + str(reader.metadata)
    assert "your email address" in " ".join(said.split())
    assert "canary" not in said
    assert b"canary" not in pdf


@pytest.mark.parametrize("language", ["ar", "am", "vi"])
def test_the_slip_of_every_last_or_waiting_page_fits_one_sheet(
    station: Station, press: Press, language: str
) -> None:
    guide = station.guide
    places = [
        f"{flow}/{screen}"
        for flow in guide.flows
        for screen in seen_screens(guide, flow)
        if isinstance(guide.screen(flow, screen), End | Wait)
    ]

    more = [
        place
        for place in places
        if len(press.lay(slip_of(station, language, place), SHEETS["letter"]).pages) > 1
    ]

    assert len(places) > 20
    assert more == []


def test_what_does_not_fit_goes_onto_a_second_sheet(station: Station, press: Press) -> None:
    slip = slip_of(station, "en")
    long = replace(slip, steps=slip.steps * 5)

    laid = press.lay(long, SHEETS["a4"])
    first, second = pictures_of(pdf_of(laid))

    assert scans(rows_of(first)) == ()
    assert {scan.text for scan in scans(rows_of(second))} >= {slip.codes[0].code.text}


def test_all_words_of_the_card_fit_between_its_lines(station: Station, press: Press) -> None:
    over = []
    for language in station.words:
        for paper in PAPERS:
            card = card_of(station, language)
            made_of = Type(SHEETS[paper], press.fonts, language)
            art = Art(press.assets, made_of.theme, card.right_to_left)
            drawn = drawn_codes(card)
            whole = folding(card, Writing(made_of, art, drawn, card.right_to_left))
            width, height = face_room(whole.writing)
            if max(whole.front.height(width), whole.back.height(width)) > height:
                over.append((language, paper))

    assert over == []


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_card_opens_the_portal(
    station: Station, press: Press, language: str, paper: PaperName
) -> None:
    card = card_of(station, language)

    (picture,) = pictures_of(pdf_of(press.lay(card, SHEETS[paper])))

    assert {scan.text for scan in scans(rows_of(picture))} == {card.portal.text}
