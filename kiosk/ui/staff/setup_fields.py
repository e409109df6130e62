"""The pages of the set-up that change one value: typed, or chosen from a few."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.staff.site_file import Draft
from kiosk.staff.site_letters import Value
from kiosk.ui.kit import Kit
from kiosk.ui.staff.setup_bench import NO, YES, Bench, Build, Page, shown, value_at
from kiosk.ui.staff.setup_topics import Row, Topic
from kiosk.ui.theme import LEAST_GAP
from kiosk.ui.widgets.announce import announce
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.field import FieldBox, QuietLine
from kiosk.ui.widgets.field_row import FieldRow
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.keys import PASSWORD, PASSWORD_LOW, PHONE
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.tile import TileButton

KEEP = "Take this"
LEAVE = "Leave it as it was"
_WHOLE = "Write a whole number, like 30."
_NUMBER = "Write a number, like 3.9."
_NOW = "Now: {value}"


class Typing(QWidget):
    """A field with its keyboard and the button that takes what was typed.

    `take` gets the text and gives a sentence, which is then shown above the field, or nothing.
    """

    def __init__(
        self, label: str, text: str, kit: Kit, take: Callable[[str], str], digits: bool = False
    ) -> None:
        super().__init__()
        self._take = take
        self.line = QuietLine(kit)
        self.line.setText(text)
        self.line.setAccessibleName(label)
        self._note = Note("", kit, "note")
        self._note.hide()
        keep = Button(KEEP, kit, "primary", "yes")
        keyboard = Keyboard(*((PHONE, PHONE) if digits else (PASSWORD, PASSWORD_LOW)), kit)
        keyboard.setVisible(kit.touch_keyboard)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(kit.theme.px(LEAST_GAP))
        for part in (self._note, FieldRow(FieldBox(self.line, kit, "mono"), keep, kit), keyboard):
            column.addWidget(part)
        keep.clicked.connect(self._hand_in)
        self.line.returnPressed.connect(self._hand_in)
        keyboard.typed.connect(self.line.insert)
        keyboard.erased.connect(self.line.backspace)
        self.setTabOrder(self.line, keyboard)
        self.setTabOrder(keyboard, keep)
        self.setFocusProxy(self.line)

    def _hand_in(self) -> None:
        said = self._take(self.line.text().strip())
        if said:
            self._note.say(said)
            self._note.show()
            announce(self, said)
            self.line.setFocus()


def topic_page(topic: Topic) -> Build:
    """The page of a topic: its rows with their values, each a way to change it."""

    def build(bench: Bench) -> Page:
        page = Page(bench, topic.title, topic.says)
        page.tiles(row_tiles(page, topic.rows, build))
        site = bench.site()
        if topic.section and value_at(site, (topic.section,)):
            off = page.button(topic.off, lambda: _leave_out(bench, topic, build), "no")
            page.ways(off)
        return page.end()

    return build


def row_tiles(page: Page, rows: tuple[Row, ...], back: Build) -> list[TileButton]:
    """A tile for each row, with the value it has now."""
    site = page.bench.site()
    return [
        page.tile(row.label(), _value_shown(row, value_at(site, row.keys)), "", editor(row, back))
        for row in rows
    ]


def _value_shown(row: Row, value: object) -> str:
    return dict(row.choices).get(str(value), shown(value))


def _leave_out(bench: Bench, topic: Topic, back: Build) -> None:
    bench.tried(lambda draft: draft.take_out((topic.section,)))
    bench.go(back)


def editor(row: Row, back: Build) -> Build:
    """The page that changes that row, and then goes back."""

    def build(bench: Bench) -> Page:
        page = Page(bench, row.label(), row.says)
        value = value_at(bench.site(), row.keys)
        if row.kind in ("choice", "yes_no"):
            page.tiles(_choices(bench, row, value, back))
        else:
            text = "" if value == "" or value == () else shown(value)
            take = _taking(bench, row, back)
            page.ask(Typing(row.label(), text, bench.kit, take, row.kind == "whole"))
        page.ways(page.button(LEAVE, lambda: bench.go(back), "back"))
        return page.end()

    return build


def _choices(bench: Bench, row: Row, value: object, back: Build) -> list[TileButton]:
    flags: tuple[tuple[Value, str], ...] = ((True, YES), (False, NO))
    choices = row.choices if row.kind == "choice" else flags
    tiles = []
    for one, label in choices:
        tile = TileButton(label, bench.kit, checkable=True)
        tile.set_picked(one == value)
        tile.clicked.connect(lambda _=False, one=one: _choose(bench, row, one, back))
        tiles.append(tile)
    return tiles


def _choose(bench: Bench, row: Row, value: Value, back: Build) -> None:
    bench.tried(lambda draft: draft.put(row.keys, value))
    bench.go(back)


def _taking(bench: Bench, row: Row, back: Build) -> Callable[[str], str]:
    """Takes what was typed into the draft; gives what is off with it as a sentence."""

    def take(text: str) -> str:
        value = _value_of(row, text)
        if value is None:
            return _WHOLE if row.kind == "whole" else _NUMBER
        said = bench.tried(lambda draft: _put(draft, row, value))
        if not said:
            bench.go(back)
        return said

    return take


def _put(draft: Draft, row: Row, value: Value) -> Draft:
    return draft.put(row.keys, value)


def _value_of(row: Row, text: str) -> Value | None:
    """What was typed as the file takes it, or None where it is no number."""
    if row.kind == "words":
        return [word.strip() for word in text.split(",") if word.strip()]
    if row.kind == "whole":
        return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else None
    if row.kind == "number":
        parts = text.split(".")
        plain = text.isascii() and len(parts) <= 2 and all(part.isdigit() for part in parts)
        return float(text) if plain else None
    return text
