"""Pages with one code on them, and what a scanner finds on their pixels: `-m tests.ui.codes`.

Run in a process of its own with QT_SCALE_FACTOR set, as on a screen of finer pixels. Prints the
ratio, and then one line for each code that is not read as it was meant or is not sharp.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kiosk.core.codes import Code
from kiosk.handoff.calendar import Reminder
from kiosk.handoff.matrix import matrix_of
from kiosk.handoff.payloads import next_steps, office, portal, remind, wifi
from kiosk.ui.kit import Kit
from kiosk.ui.theme import THEMES, Look, Role
from kiosk.ui.widgets.code import CodeWidget
from tests.handoff.scanning import Scan, scans
from tests.ui.samples_bodies import kit_for

# What ISO/IEC 18004 and the cameras of old phones ask: not what the widget believes.
QUIET = 4
LEAST_MODULE = 0.8

PORTAL = "https://ps.seattleschools.example.org/public/home.html"
STEPS = (
    "Open your mail at home and look for a letter from the school.",
    "If there is none on Friday, call the office.",
    "Sign in, and look at the grades together.",
)
REMINDER = Reminder(0, time(18), "America/Los_Angeles", "የልጅዎን ውጤት ይመልከቱ", url=PORTAL)
LETTER = "Hello,\nI would like to sign in to the parent portal.\nMy child goes to your school."
CODES = {
    "short": portal("example.org"),
    "portal": portal(PORTAL),
    "office": office("front.office@cedarhill.example.org", "Parent portal", LETTER),
    "office_am": office("office@example.org", "የወላጅ መግቢያ", "ሰላም፣\nየትምህርት ቤት ደብዳቤ እፈልጋለሁ።"),
    "wifi": wifi('Cedar; "Hill" Guest', "river:yellow,spoon\\"),
    "next": next_steps("What to do next", STEPS, "School: 206-555-0100"),
    "next_ar": next_steps("ما عليك فعله", ["افتح بريدك في البيت", "اتصل بالمدرسة"], "206-555-0100"),
    "remind": remind(REMINDER, date(2026, 10, 5), datetime(2026, 10, 5, 17, tzinfo=UTC)),
}
_DARK_IN_LIGHT = re.compile(rb"\xff(\x00{9,})\xff")


class Page(QWidget):
    """A page in the colour of paper with one code in it."""

    def __init__(self, kit: Kit, code: Code, most: int | None = None, wide: int = 0) -> None:
        super().__init__()
        self._paper = kit.theme.color(Role.paper)
        self.code = CodeWidget(kit, code, most)
        column = QVBoxLayout(self)
        column.setContentsMargins(23, 23, 23, 23)
        column.addWidget(self.code)
        width = wide or self.code.sizeHint().width()
        self.resize(width + 46, self.code.heightForWidth(width) + 46)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._paper)


def grey(image: QImage) -> tuple[bytes, ...]:
    """Its rows, one byte a pixel; 0 is black."""
    made = image.convertToFormat(QImage.Format.Format_Grayscale8)
    bits, stride, width = bytes(made.constBits()), made.bytesPerLine(), made.width()
    return tuple(bits[y * stride : y * stride + width] for y in range(made.height()))


@dataclass(frozen=True)
class Seen:
    """A page's pixels, and the code on it. All lengths are pixels of the screen."""

    rows: tuple[bytes, ...]
    ratio: float

    def scan(self) -> Scan:
        """The one code that a scanner finds."""
        (found,) = scans(self.rows)
        return found

    def corner(self) -> tuple[int, int]:
        """Left and top of the first dark square: the mark at the left begins with seven of them."""
        for top, row in enumerate(self.rows):
            mark = _DARK_IN_LIGHT.search(row)
            if mark:
                return mark.start(1), top
        raise AssertionError("no code on this page")

    def module(self) -> float:
        """How wide one square is, from the seven at the top of the mark."""
        left, top = self.corner()
        row = self.rows[top][left:]
        return row.index(255) / 7

    def is_exactly(self, text: str) -> bool:
        """Whether every pixel of the code and of its quiet zone is black or white where it must."""
        (left, top), module = self.corner(), int(self.module())
        blank = (False,) * QUIET
        rows = [(*blank, *row, *blank) for row in matrix_of(text)]
        empty = [(False,) * len(rows[0])] * QUIET
        left, top = left - QUIET * module, top - QUIET * module
        for number, squares in enumerate([*empty, *rows, *empty]):
            wanted = b"".join(bytes([0 if dark else 255]) * module for dark in squares)
            for row in self.rows[top + number * module : top + (number + 1) * module]:
                if row[left : left + len(wanted)] != wanted:
                    return False
        return self.module() == module


def seen(page: Page) -> Seen:
    """What stands on a page's pixels."""
    image = page.grab().toImage()
    return Seen(grey(image), image.devicePixelRatio())


def troubles(page: Page, code: Code, density: float) -> Iterator[str]:
    """What a phone could not read as it was meant; nothing where all is well."""
    found = seen(page)
    if found.scan().text != code.text:
        yield f"read {found.scan().text!r}"
    if not found.is_exactly(code.text):
        yield "a square is not sharp"
    if found.module() < LEAST_MODULE * density * found.ratio:
        yield f"a square is only {found.module() / density / found.ratio:.2f} mm"


def main() -> int:
    """Every code in every theme at two densities."""
    app = QApplication(sys.argv[:1])
    lines = [f"ratio {app.devicePixelRatio():g}"]
    for theme in THEMES:
        for density in (3.9, 5.5):
            kit = kit_for(Look(theme=theme, px_per_mm=density))
            for name, code in CODES.items():
                page = Page(kit, code)
                told = troubles(page, code, density)
                lines += [f"{name} {theme} {density}: {trouble}" for trouble in told]
                page.deleteLater()
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
