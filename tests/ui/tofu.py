"""Counts the boxes a family would see for letters that no shipped font has: `-m tests.ui.tofu`.

Run in a process of its own with FONTCONFIG_FILE set to an empty configuration, so that no font of
the system can help out. Prints one line a box: language, kind of type, letter, text.
"""

import sys
from collections.abc import Iterable, Iterator
from typing import get_args

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QTextLayout

from kiosk.language.languages import LANGUAGES
from kiosk.resources import assets_dir
from kiosk.ui.fonts import Fonts
from kiosk.ui.theme import Kind, Look, Theme
from tests.every_text import SHIPPED, texts_in

# What Qt makes up where fontconfig knows none.
_NO_FONTS = {"Monospace", "Sans Serif", "Serif"}
# One for each weight, and the two whose first family is another.
KINDS: tuple[Kind, ...] = ("body", "label", "title", "mono", "huge")
assert set(KINDS) <= set(get_args(Kind))


def has_box(text: str, font: QFont) -> bool:
    """Whether some letter of the text is drawn as glyph 0, the box."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.beginLayout()
    while layout.createLine().isValid():
        pass
    layout.endLayout()
    return any(0 in run.glyphIndexes() for run in layout.glyphRuns())


def boxes(language: str, texts: Iterable[str], theme: Theme) -> Iterator[str]:
    """One line for each text with a box in it."""
    for kind in KINDS:
        font = theme.font(kind, language)
        for text in texts:
            if has_box(text, font):
                letters = "".join(sorted({one for one in text if has_box(one, font)}))
                yield f"{language} {kind} {letters!r} in {text!r}"


def main() -> int:
    """Prints every box, then how many texts were looked at; 2 where fonts of the system are seen.

    A letter that no font has must give a box, or the count would prove nothing.
    """
    application = QGuiApplication(["tofu"])
    of_system = set(QFontDatabase.families()) - _NO_FONTS
    if of_system:
        sys.stdout.write(f"fonts of the system: {sorted(of_system)}\n")
        return 2
    theme = Theme(Look(), Fonts(assets_dir() / "fonts"))
    if not has_box("\U0001f600", theme.font("body")):
        return 2
    count = 0
    for language in SHIPPED:
        texts = [*texts_in(language)]
        names = [one.name for one in LANGUAGES.values()]
        found = list(boxes(language, texts, theme))
        for code, name in zip(LANGUAGES, names, strict=True):
            found += boxes(code, [name], theme) if language == "en" else ()
        sys.stdout.write("".join(f"{line}\n" for line in found))
        count += len(texts)
    sys.stdout.write(f"{count} texts in {len(SHIPPED)} languages\n")
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
