"""Shows pages in several languages, and prints the font files that are in memory afterwards."""

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kiosk.core.words import Words
from kiosk.language.languages import LANGUAGES
from kiosk.resources import assets_dir
from kiosk.ui.theme import Look
from kiosk.ui.window import Window
from tests.ui.samples import HOUSE, SAMPLES


def main() -> int:
    """Writes one line each time that a file is mapped. Linux only."""
    application = QApplication(["fonts"])
    words = {code: Words(code, one.name, one.right_to_left) for code, one in LANGUAGES.items()}
    house = replace(HOUSE, words=words)
    window = Window(house, assets_dir(), Look(motion=False), full_screen=True)
    window.resize(1366, 768)
    window.show()
    for code in ("en", "ko", "am", "zh-Hant"):
        window.show_attract()
        application.processEvents()
        for page in ("email", "question", "read_back"):
            window.show_view(replace(SAMPLES[page], language=code))
            application.processEvents()
    maps = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
    sys.stdout.write("".join(f"{Path(one).name}\n" for one in maps if "/assets/fonts/" in one))
    return 0


if __name__ == "__main__":
    sys.exit(main())
