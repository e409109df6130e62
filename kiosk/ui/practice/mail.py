"""The mailbox of the practice, and one message in it, in the manner of a usual mail program."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.core.events import Chosen
from kiosk.core.scenes import Mail, Mailbox, MailFolder, Press, Twice
from kiosk.ui.kit import Kit
from kiosk.ui.practice.mail_row import MailRow
from kiosk.ui.practice.panel import Panel
from kiosk.ui.practice.twice import PressTile
from kiosk.ui.theme import LEAST_GAP, Role
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.columns import Columns, Plan, Plans
from kiosk.ui.widgets.note import IconLabel, Note
from kiosk.ui.widgets.text import Text
from kiosk.ui.widgets.tile_grid import TileGrid

_FOLDERS, _LINES = 62.0, 110.0
_BESIDE_UP_TO = 1  # the size of letters with which a folder's name fits into that column


class MailBar(QWidget):
    """The bar over a mail program: an envelope, and whose mailbox it is."""

    whole = True

    def __init__(self, owner: str, kit: Kit) -> None:
        super().__init__()
        self._fill = kit.theme.color(Role.tint)
        row = QHBoxLayout(self)
        side, above = kit.theme.px(3), kit.theme.px(1.4)
        row.setContentsMargins(side, above, side, above)
        row.setSpacing(side)
        px = round(kit.theme.font("label").pixelSize() * 1.3)
        row.addWidget(IconLabel("mail", kit, px))
        row.addWidget(Text(owner, kit, "small"), 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._fill)


class MailboxBody(QWidget):
    """Folders at the start side, or as tabs over the list; the messages of the open one."""

    happened = Signal(object)
    spreads = True  # over the whole card

    def __init__(self, body: Mailbox, kit: Kit) -> None:
        super().__init__()
        folders = [self._folder(folder, kit) for folder in body.folders]
        self._rows = [self._row(body, number, kit) for number in range(len(body.lines))]
        parts: tuple[QWidget, ...] = tuple(self._rows) or (Text(body.nothing, kit),)
        lines = _column(parts, kit.theme.px(LEAST_GAP))
        tabs = body.look == "tabs" or kit.theme.look.size > _BESIDE_UP_TO
        tiles = TileGrid(folders, kit, two_from=2, high=13.0, most=len(folders) if tabs else 2)
        bar = MailBar(body.owner, kit)
        over = Plan(above=(bar, tiles, lines))
        beside = over if tabs else Plan(above=(bar,), left=(tiles,), right=(lines,))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        plans = Plans(beside, beside, over, _FOLDERS, _LINES)
        column.addWidget(Columns(plans, kit))
        column.addStretch(1)

    def first_focus(self) -> QWidget:
        """The newest message; with none, the page itself."""
        return self._rows[0] if self._rows else self

    def _folder(self, folder: MailFolder, kit: Kit) -> PressTile:
        count = f" ({folder.unread})" if folder.unread else ""
        name = Twice(f"{folder.name.english}{count}", folder.name.own)
        return PressTile(Press(folder.id, name, folder.icon), kit, self, checked=folder.open)

    def _row(self, body: Mailbox, number: int, kit: Kit) -> MailRow:
        line = body.lines[number]
        row = MailRow(line, body.look, kit)
        row.clicked.connect(lambda: self.happened.emit(Chosen(line.id)))
        return row


class MailBody(QWidget):
    """One open message: what to do with it, who wrote it, its words, and the link in it."""

    happened = Signal(object)
    spreads = True  # over the whole card

    def __init__(self, body: Mail, kit: Kit) -> None:
        super().__init__()
        does = [PressTile(press, kit, self) for press in body.does]
        self._link = self._button(body.link, kit) if body.link else None
        sheet = Panel(kit, tuple(self._parts(body, kit)), Role.card)
        says = (Note(body.own, kit, "globe"),) if body.own else ()
        buttons = TileGrid(does, kit, two_from=2, high=13.0)
        below = Plan(above=(MailBar(body.owner, kit), buttons, sheet, *says))
        self._first: QWidget = self._link or does[-1]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Columns(Plans(below, below, below, _FOLDERS, _LINES), kit))
        column.addStretch(1)

    def first_focus(self) -> QWidget:
        """The link, or the last button where there is none."""
        return self._first

    def _parts(self, body: Mail, kit: Kit) -> Iterator[QWidget]:
        yield Text(body.subject, kit, "title_small")
        yield Text(f"{body.sender} \u00b7 {body.when}", kit, "label")
        yield Text(body.address, kit, "mono")
        for paragraph in body.paragraphs:
            yield Text(paragraph, kit)
        if self._link is not None:
            yield _at_start(self._link)

    def _button(self, press: Press, kit: Kit) -> Button:
        button = Button(press.name.english, kit, "primary", press.icon)
        button.clicked.connect(lambda: self.happened.emit(Chosen(press.id)))
        return button


def _column(parts: tuple[QWidget, ...], gap: int) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    for part in parts:
        column.addWidget(part)
    return box


def _at_start(part: QWidget) -> QWidget:
    """The widget as wide as its words, at the start side."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(part)
    row.addStretch(1)
    return box
