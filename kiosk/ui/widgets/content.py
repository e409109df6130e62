"""What stands on a card, from top to bottom: well done, title, sentences, body, help offered."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from kiosk.core.view import Page
from kiosk.ui.kit import Kit
from kiosk.ui.theme import LEAST_GAP, Role
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flowing import Flowing
from kiosk.ui.widgets.note import IconLabel, Note
from kiosk.ui.widgets.text import Text
from kiosk.ui.wishes import LookAround, TakeHome, Wish

# Millimetres, where there is room and where there is not.
_ABOVE = (6.4, 1.0)
_SIDE = (9.4, 4.4)
_AFTER_PRAISE = (2.5, 0.8)
_AFTER_TITLE = (4.0, 1.6)
_BETWEEN = (2.4, 1.0)
_BEFORE_BODY = (7.0, 1.6)

_YIELDING = 2  # the first step of squeezing at which words above a field are hidden


@runtime_checkable
class _Squeezed(Protocol):
    """A part of a body that needs less room where it must."""

    def squeeze(self, tight: bool) -> None:
        """Takes as little room as it may, or as much as it likes again."""


class Content(QWidget):
    """One page's column. Room to spare goes to the body first, then above and below.

    A body whose vertical size policy is Expanding takes all of it. Where a field and the keys
    under it must be seen together, the words above them `yield_room`: the sentences, what the body
    says that `gives_way`, and at last the title. What a body `leads` with is its first step or
    answer, or the address or clock that they are about.
    """

    wished = Signal(object)

    def __init__(self, page: Page, body: QWidget, kit: Kit, yield_room: bool = False) -> None:
        super().__init__()
        self._kit = kit
        self._body = body
        self._gaps: list[tuple[QSpacerItem, tuple[float, float]]] = []
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._body_column = body.layout()
        self._squeezed = [
            part for part in body.findChildren(QWidget) if isinstance(part, _Squeezed)
        ]
        wished = getattr(body, "wished", None)
        if wished is not None:
            wished.connect(self.wished)
        self._body_gap = self._body_column.spacing() if self._body_column else 0
        self.title = Text(page.title, kit, "title").may_hold_focus()
        fills = body.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Expanding
        self._column.addStretch(0 if fills else 2)
        if page.well_done:
            self._column.addWidget(_praise(page.well_done, kit))
            self._add_gap(_AFTER_PRAISE)
        self._column.addWidget(self.title)
        self._says = [Text(say, kit, "body", Role.second_ink) for say in page.says]
        for say in self._says:
            self._column.addWidget(say)
        words: list[QWidget] = [*self._says, *getattr(body, "gives_way", ()), self.title]
        self._yields = words if yield_room else []
        self._add_gap(_BEFORE_BODY)
        self._column.addWidget(body, 9)
        if page.offer_help:
            self._column.addSpacing(kit.theme.gap())
            self._column.addWidget(Note(kit.phrases.stuck, kit, "help"))
        self._add_offers(page, kit)
        self._column.addStretch(0 if fills else 3)
        self.squeeze(0)

    def _add_offers(self, page: Page, kit: Kit) -> None:
        """What one can turn to besides; in the last row of the body, where that has one."""
        offers = []
        if page.offer_home:
            offers.append(self._offer(kit.phrases.take_home, "phone", TakeHome(), kit))
        if page.offer_practice:
            offers.append(self._offer(kit.phrases.look_around, "star", LookAround(), kit))
        last = getattr(self._body, "last", None)
        if isinstance(last, Flowing):
            last.add(offers)
        elif offers:
            self._column.addSpacing(kit.theme.gap())
            self._column.addWidget(Flowing(offers, kit))

    def _offer(self, words: str, icon: str, wish: Wish, kit: Kit) -> Button:
        button = Button(words, kit, "secondary", icon)
        button.clicked.connect(lambda: self.wished.emit(wish))
        return button

    @property
    def is_wide(self) -> bool:
        """Whether it needs the width more than a picture: a field and its keys, or a list."""
        return bool(self._yields) or getattr(self._body, "is_wide", False)

    @property
    def refusal(self) -> QWidget | None:
        """The words that tell what the body did not take, if there are any."""
        refusal: QWidget | None = getattr(self._body, "refusal", None)
        return refusal

    def steps(self, keep_words: bool = False) -> int:
        """How many ways of squeezing there are, or how many that hide no words."""
        return _YIELDING + (0 if keep_words else len(self._yields))

    def squeeze(self, step: int) -> None:
        """Takes all the room at step 0, small distances and a smaller title at 1.

        From 2 on, the title is smaller yet, and one more of the words above a field is hidden. They
        stay part of what a screen reader says: the field has its label's words for a name.
        """
        px = self._kit.theme.px
        tight = step > 0 or self._kit.theme.look.tight
        yields = step >= _YIELDING
        self.title.restyle("label" if yields else "title_small" if tight else "title")
        if self._body_column:
            self._body_column.setSpacing(px(LEAST_GAP) if tight else self._body_gap)
        for part in self._squeezed:
            part.squeeze(tight)
        side, above = px(_SIDE[tight]), px(_ABOVE[tight])
        self._column.setContentsMargins(side, above, side, above)
        for gap, size in self._gaps:
            gap.changeSize(0, px(size[tight]))
        for number, say in enumerate(self._says):
            say.setContentsMargins(0, px((_BETWEEN if number else _AFTER_TITLE)[tight]), 0, 0)
        for number, words in enumerate(self._yields, start=_YIELDING):
            words.setVisible(number > step)
        self._column.invalidate()

    def fold(self, folded: bool) -> None:
        """Has a tile in place of what must be seen whole, such as a code; or that thing itself."""
        fold = getattr(self._body, "fold", None)
        if fold is not None:
            fold(folded)

    def shows_at_once(self, room: int) -> bool:
        """Whether what must be seen whole is in sight at first, in a room of so many pixels."""
        parts: tuple[QWidget, ...] = getattr(self._body, "whole_at_once", ())
        says = sum(say.height() for say in self._says)
        return all(bottom - says <= room for bottom in self._bottoms(parts))

    def bring_up(self, room: int) -> bool:
        """Puts the sentences under the body where that brings what it `leads` with into `room`.

        That is a height in pixels. Tells whether it did. The title stays first, and what a screen
        reader says stays as it is.
        """
        needed = sum(say.height() for say in self._says)
        if not any(bottom - needed <= room < bottom for bottom in self._lead_bottoms()):
            return False
        for number, say in enumerate(self._says, start=1):
            self._column.removeWidget(say)
            self._column.insertWidget(self._column.indexOf(self._body) + number, say)
        return True

    def _lead_bottoms(self) -> list[int]:
        leads: tuple[QWidget, ...] = getattr(self._body, "leads", ())
        return self._bottoms(leads)

    def _bottoms(self, parts: tuple[QWidget, ...]) -> list[int]:
        return [part.mapTo(self, QPoint(0, part.height())).y() for part in parts]

    def _add_gap(self, size: tuple[float, float]) -> None:
        gap = QSpacerItem(0, 0)
        self._gaps.append((gap, size))
        self._column.addItem(gap)


def _praise(words: str, kit: Kit) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(kit.theme.px(2.2))
    px = round(kit.theme.font("body").pixelSize() * 1.3)
    row.addWidget(IconLabel("yes", kit, px, Role.good), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(words, kit, "label"), 1)
    return line
