"""What stands beside the page in the author's window: each place to mend, with its line."""

from html import escape
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QTextEdit

from kiosk.core.errors import FilesNotSound, KioskError, Problem
from kiosk.ui.fonts import NEXT
from kiosk.ui.theme import Role, Theme

# For the author at a desk, not for a family at the kiosk: pixels of a desktop window.
WIDTH = 380
_MARGIN = 22
_HEADING, _TEXT = 22, 17

_STYLE = f"""
h1 {{ font: bold {_HEADING}px "{NEXT}"; margin: 0 0 4px 0 }}
p {{ font-family: "{NEXT}"; font-size: {_TEXT}px; margin: 0 0 14px 0 }}
p.place {{ font-weight: bold; margin: 0 }}
"""


class ToMend(QTextEdit):
    """A column for what keeps the files from being shown; hidden while there is nothing."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName("What to mend")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        colors = QPalette()
        colors.setColor(QPalette.ColorRole.Base, theme.color(Role.note))
        colors.setColor(QPalette.ColorRole.Text, theme.color(Role.ink))
        self.setPalette(colors)
        self.document().setDocumentMargin(_MARGIN)
        self.document().setDefaultStyleSheet(_STYLE)
        self.hide()

    def tell(self, trouble: KioskError, file: Path) -> None:
        """Lists the problems: the place with the code, and below it the sentence."""
        if isinstance(trouble, FilesNotSound):
            told = [_told(one, file) for one in trouble.problems]
        else:
            told = [_sentence(str(trouble))]
        heading = "<h1>What to mend</h1>"
        about = _sentence("The page is the last good one.")
        self.setHtml(heading + about + "".join(told))


def _told(one: Problem, file: Path) -> str:
    other = "" if Path(one.file) == file else f"{Path(one.file).name} "
    place = f"line {one.line}, column {one.column}" if one.line else "the whole file"
    return f'<p class="place">{escape(other)}{place} · {one.code}</p>{_sentence(one.message)}'


def _sentence(words: str) -> str:
    return f"<p>{escape(words)}</p>"
