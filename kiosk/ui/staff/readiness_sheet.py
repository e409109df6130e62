"""Puts a plain text on paper for staff: on the station's printer, or as a PDF in its folder."""

from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageSize, QPdfWriter, QTextDocument

from kiosk.records.whole_files import put_whole
from kiosk.site.shapes import Printing
from kiosk.ui.paper.printing import FindPrinter

PRINTED = "The page is on its way to the printer."
SAVED: Final = "The page is saved for you to print: {path}"
NOT_SAVED: Final = "The page could not be saved in {folder}: {why}."
_POINTS = 11
_SIZES = {"letter": QPageSize.PageSizeId.Letter, "a4": QPageSize.PageSizeId.A4}


class Sheets:
    """Where this station's sheets go. Without a printer they go into `folder`."""

    def __init__(self, printing: Printing, folder: Path, find_printer: FindPrinter) -> None:
        self._printing = printing
        self._folder = Path(printing.folder) if printing.folder else folder
        self._find_printer = find_printer

    def printer_name(self) -> str:
        """The name of the printer that pages go to, or nothing where they go into a folder."""
        printer = self._find_printer(self._printing.printer) if self._prints() else None
        return printer.printerName() if printer is not None else ""

    def put(self, text: str, font: QFont, made: datetime) -> str:
        """Puts the text on paper; gives a sentence for staff."""
        document = QTextDocument(text)
        small = QFont(font.families())
        small.setPointSize(_POINTS)
        document.setDefaultFont(small)
        printer = self._find_printer(self._printing.printer) if self._prints() else None
        if printer is not None:
            printer.setDocName("Portal Kiosk")
            self._print(document, printer)
            return PRINTED
        path = self._folder / f"ready_{made:%Y-%m-%d_%H%M%S}.pdf"
        try:
            put_whole(path, self._pdf(document))
        except OSError as refused:
            why = refused.strerror or "it cannot be written to"
            return NOT_SAVED.format(folder=self._folder, why=why)
        return SAVED.format(path=path)

    def _prints(self) -> bool:
        return bool(self._printing.printer) or not self._printing.folder

    def _pdf(self, document: QTextDocument) -> bytes:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setTitle("Portal Kiosk")
        self._print(document, writer)
        return bytes(buffer.data().data())

    def _print(self, document: QTextDocument, device: QPagedPaintDevice) -> None:
        size = _SIZES.get(self._printing.paper, QPageSize.PageSizeId.Letter)
        device.setPageSize(QPageSize(size))
        document.print_(device)
