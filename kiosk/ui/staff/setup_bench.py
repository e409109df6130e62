"""What each page of the set-up is made with, and the parts that those pages share.

The words of the staff's pages are English only, and stand in the module of their page.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.core.errors import KioskError
from kiosk.site.shapes import Site
from kiosk.staff.site_file import Draft
from kiosk.ui.kit import Kit
from kiosk.ui.staff.desk import Desk
from kiosk.ui.theme import TARGET, Role
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flowing import Flowing
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.text import Text
from kiosk.ui.widgets.tile import TileButton
from kiosk.ui.widgets.tile_grid import TileGrid

NOT_SET = "not set"
YES, NO = "Yes", "No"


@dataclass(frozen=True)
class Bench:
    """`draft` gives the file as it stands now, `take` puts another draft in its place, and `go`
    shows another page. `home` is where the school's tables are looked for."""

    kit: Kit
    desk: Desk
    draft: Callable[[], Draft]
    take: Callable[[Draft], None]
    go: Callable[["Build"], None]
    home: Path

    def site(self) -> Site | None:
        """The site as it stands now, if its file can be read."""
        return self.draft().read()[0]

    def tried(self, change: Callable[[Draft], Draft]) -> str:
        """Takes the changed draft, if it brings no problem that was not there. Gives the problem
        as a sentence, or nothing."""
        before = self.draft()
        try:
            after = change(before)
        except KioskError as trouble:
            return str(trouble)
        known = {problem.message for problem in before.read()[1]}
        new = [one.message for one in after.read()[1] if one.message not in known]
        if new:
            return f"{new[0][:1].upper()}{new[0][1:]}."
        self.take(after)
        return ""


Build = Callable[[Bench], QWidget]


class Page(QWidget):
    """A title, what the page is for, and rows, one under the other. `first` gets the focus."""

    def __init__(self, bench: Bench, title: str, says: str = "") -> None:
        super().__init__()
        self.bench, self.kit = bench, bench.kit
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self.kit.theme.gap())
        self.title = Text(title, self.kit, "title_small").may_hold_focus()
        self.first: QWidget = self.title
        self.put(self.title)
        if says:
            self.put(Text(says, self.kit, "body", Role.second_ink))

    def put(self, *rows: QWidget) -> None:
        """Puts rows below those that are there."""
        for row in rows:
            self._column.addWidget(row)

    def ask(self, row: QWidget) -> None:
        """Puts a row that the focus goes to when the page is shown."""
        self.first = row
        self.put(row)

    def say(self, words: str) -> None:
        """Puts a sentence below what is there."""
        self.put(Text(words, self.kit))

    def note(self, words: str) -> Note:
        """Puts a note below what is there."""
        note = Note(words, self.kit, "note")
        self.put(note)
        return note

    def tile(self, words: str, detail: str, icon: str, go: Build) -> TileButton:
        """A tile that leads to another page."""
        tile = TileButton(words, self.kit, icon, detail)
        tile.clicked.connect(lambda: self.bench.go(go))
        return tile

    def tiles(self, tiles: Sequence[TileButton]) -> None:
        """Puts tiles below what is there, side by side where there is room."""
        if tiles:
            self.put(TileGrid(tiles, self.kit, two_from=2, high=TARGET))

    def ways(self, *buttons: Button) -> None:
        """Puts buttons below what is there, in a row."""
        self.put(Flowing(buttons, self.kit))

    def button(self, words: str, does: Callable[[], object], icon: str = "") -> Button:
        """A button that does that, for `ways`."""
        button = Button(words, self.kit, "secondary", icon)
        button.clicked.connect(lambda: does())
        return button

    def end(self) -> "Page":
        """Leaves the rest of the room free, below all rows."""
        self._column.addStretch(1)
        return self


def shown(value: object) -> str:
    """A value of the site file as staff read it."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value) or NOT_SET
    return f"{value:g}" if isinstance(value, float) else str(value or NOT_SET)


def value_at(site: object, keys: tuple[str | int, ...]) -> object:
    """What the site has under those keys, with its usual value where the file says nothing."""
    for key in keys:
        if site is None:
            return ""
        row = site if isinstance(site, tuple) else ()
        site = row[key] if isinstance(key, int) else getattr(site, key)
    return "" if site is None else site
