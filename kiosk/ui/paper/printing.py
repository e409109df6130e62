"""Puts a slip or a card on paper: by a printer of this machine, or as a PDF for staff to print.

QtPrintSupport is read in only when the first page is printed. On Linux it finds printers through
libcups.so.2, which is in the Debian package libcups2.
"""

from collections.abc import Callable
from datetime import datetime
from itertools import count
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter

from kiosk.core.errors import KioskError
from kiosk.handoff.slip import PaperCard, Slip
from kiosk.records.whole_files import put_new
from kiosk.site.shapes import Printing
from kiosk.ui.fonts import Fonts
from kiosk.ui.paper.outcome import NoPrinter, NotSaved, Outcome, Printed, Saved
from kiosk.ui.paper.painting import Content, Laid, Press
from kiosk.ui.paper.sheet import SHEETS

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

# A printer keeps the names of its last jobs for all to see: they say nothing.
_JOB = "Portal Kiosk"

FindPrinter = Callable[[str], "QPrinter | None"]
"""Gives the printer of that name, or the machine's usual one for an empty name, or None."""


def printer_of_machine(name: str) -> "QPrinter | None":
    """The printer of that name, or the usual one, as the system knows them."""
    try:
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
    except ImportError:
        return None
    info = QPrinterInfo.printerInfo(name) if name else QPrinterInfo.defaultPrinter()
    if info.isNull():
        return None
    return QPrinter(info, QPrinter.PrinterMode.HighResolution)


class Paper:
    """The paper of one station. Pages are painted in the thread that asks, within half a second.

    A named printer comes first, then the folder, then the machine's usual printer. No family's word
    is in a file's name or a job's. A folder that is not absolute lies `beside` the site file.
    """

    def __init__(
        self,
        printing: Printing,
        beside: Path,
        assets: Path,
        find_printer: FindPrinter = printer_of_machine,
    ) -> None:
        self._printing = printing
        self._folder = beside / printing.folder if printing.folder else None
        self._assets = assets
        self._find_printer = find_printer

    def print_slip(self, slip: Slip) -> Outcome:
        """Puts the slip on paper. Never raises for what a machine may lack."""
        return self._put(slip, slip.made)

    def print_card(self, card: PaperCard) -> Outcome:
        """Puts the card on paper. Never raises for what a machine may lack."""
        return self._put(card, card.made)

    def _put(self, content: Content, made: datetime) -> Outcome:
        try:
            press = Press(self._assets, Fonts(self._assets / "fonts"))
            laid = press.lay(content, SHEETS[self._printing.paper])
        except KioskError as missing:
            return NotSaved(str(missing))
        if self._folder is None:
            return self._print(laid)
        printed = self._print(laid) if self._printing.printer else NoPrinter()
        return printed if isinstance(printed, Printed) else _save(laid, self._folder, made)

    def _print(self, laid: Laid) -> Outcome:
        printer = self._find_printer(self._printing.printer)
        if printer is None:
            return NoPrinter()
        printer.setDocName(_JOB)
        printer.setCreator(_JOB)
        printer.setResolution(laid.sheet.dpi)
        printer.setFullPage(True)
        laid.set_up(printer)
        if laid.paint(printer):
            return Printed()
        return NotSaved(f"The printer {printer.printerName()} took no page: is it switched on?")


def pdf_of(laid: Laid) -> bytes:
    """The pages as a PDF. It names neither a family nor the machine."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(_JOB)
    writer.setCreator(_JOB)
    writer.setResolution(laid.sheet.dpi)
    laid.set_up(writer)
    laid.paint(writer)
    return bytes(buffer.data().data())


def _save(laid: Laid, folder: Path, made: datetime) -> Outcome:
    """Under a name by the time, with a number where that is taken: a file is never replaced."""
    names = (folder / f"{made:%Y-%m-%d_%H%M%S}_{number}.pdf" for number in count(1))
    path = next(name for name in names if not lexists(name))
    try:
        put_new(path, pdf_of(laid))
    except OSError as refused:
        why = refused.strerror or "it cannot be written to"
        return NotSaved(f"No page could be saved in {folder}: {why}. Please mend the folder.")
    return Saved(path)
