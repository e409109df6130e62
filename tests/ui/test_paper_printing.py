"""Where a page goes: to a printer, into the folder for staff, or nowhere with a sentence."""

import os
import stat
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter

from kiosk.core.words import ENGLISH
from kiosk.handoff.payloads import portal
from kiosk.handoff.slip import PaperCard, Slips
from kiosk.resources import assets_dir
from kiosk.site.shapes import Printing
from kiosk.station import Station
from kiosk.ui.paper.outcome import NoPrinter, NotSaved, Printed, Saved
from kiosk.ui.paper.printing import FindPrinter, Paper

NOW = datetime(2026, 11, 23, 10, 5, 7, tzinfo=UTC)


@pytest.fixture
def card(station: Station, qapp) -> PaperCard:
    """Something to print."""
    return Slips(station.guide, station.site).card(ENGLISH, portal("families.example"), NOW)


def no_printer(name: str) -> QPrinter | None:
    """A machine without printers."""
    return None


def printing_into(file: Path) -> FindPrinter:
    """A machine whose one printer is called Desk, and prints into a file."""

    def found(name: str) -> QPrinter | None:
        if name not in ("", "Desk"):
            return None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        return printer

    return found


def paper(printing: Printing, beside: Path, find_printer: FindPrinter = no_printer) -> Paper:
    """The paper of a station whose site file lies in that folder."""
    return Paper(printing, beside, assets_dir(), find_printer)


def millimetres(file: Path) -> tuple[int, int]:
    """How large the first page of a PDF is."""
    box = PdfReader(file).pages[0].mediabox
    return round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)


def test_a_page_is_saved_for_staff_alone_under_its_time(card: PaperCard, tmp_path: Path) -> None:
    saving = paper(Printing(folder="slips"), tmp_path)

    outcome = saving.print_card(card)

    path = tmp_path / "slips" / "2026-11-23_100507_1.pdf"
    assert outcome == Saved(path)
    assert path.read_bytes().startswith(b"%PDF")
    assert os.name == "nt" or stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_a_page_of_the_same_second_replaces_none(card: PaperCard, tmp_path: Path) -> None:
    saving = paper(Printing(folder="slips"), tmp_path)
    first = saving.print_card(card)
    assert isinstance(first, Saved)
    first.path.write_bytes(b"of another family")

    second = saving.print_card(card)

    assert second == Saved(tmp_path / "slips" / "2026-11-23_100507_2.pdf")
    assert first.path.read_bytes() == b"of another family"


def test_a_folder_that_cannot_be_written_to_is_said_to_staff(
    card: PaperCard, tmp_path: Path
) -> None:
    (tmp_path / "slips").write_text("a file, no folder")

    outcome = paper(Printing(folder="slips"), tmp_path).print_card(card)

    assert isinstance(outcome, NotSaved)
    assert str(tmp_path / "slips") in outcome.reason


def test_without_a_printer_and_a_folder_there_is_no_paper(card: PaperCard, tmp_path: Path) -> None:
    outcome = paper(Printing(), tmp_path).print_card(card)

    assert outcome == NoPrinter()


@pytest.mark.parametrize(
    ("name", "size"), [("letter", (216, 279)), ("a4", (210, 297)), ("receipt", (80, None))]
)
def test_a_printer_gets_the_paper_that_the_site_has(
    card: PaperCard, tmp_path: Path, name: str, size: tuple[int, int | None]
) -> None:
    file = tmp_path / "printed.pdf"
    printing = Printing(paper=name)  # type: ignore[arg-type]  # one of the three names

    outcome = paper(printing, tmp_path, printing_into(file)).print_card(card)

    width, height = millimetres(file)
    assert outcome == Printed()
    assert width == size[0]
    assert height == size[1] or (size[1] is None and 150 < height < 400)


def test_a_printer_that_is_gone_leaves_the_page_in_the_folder(
    card: PaperCard, tmp_path: Path
) -> None:
    file = tmp_path / "printed.pdf"
    printing = Printing(printer="Hall", folder="slips")

    outcome = paper(printing, tmp_path, printing_into(file)).print_card(card)

    assert isinstance(outcome, Saved)
    assert not file.exists()


def test_a_folder_without_a_printers_name_goes_before_the_usual_printer(
    card: PaperCard, tmp_path: Path
) -> None:
    file = tmp_path / "printed.pdf"

    outcome = paper(Printing(folder="slips"), tmp_path, printing_into(file)).print_card(card)

    assert isinstance(outcome, Saved)
    assert not file.exists()


def test_a_text_that_no_code_holds_is_said_to_staff(card: PaperCard, tmp_path: Path) -> None:
    long = replace(card, portal=portal("families.example/" + "a" * 3000))

    outcome = paper(Printing(folder="slips"), tmp_path).print_card(long)

    assert isinstance(outcome, NotSaved)
    assert "shorter" in outcome.reason
    assert not (tmp_path / "slips").exists()
