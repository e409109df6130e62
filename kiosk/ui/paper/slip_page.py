"""The slip as blocks of a page: where the family stands, what is next, codes, the office."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen

from kiosk.handoff.slip import PRINTED, Slip, SlipCode, SlipStone, Step
from kiosk.language.manner import long_day
from kiosk.ui.lines import CENTRE, START
from kiosk.ui.paper.blocks import Block, Column, Columns, Rule
from kiosk.ui.paper.leaf import Leaf, Part
from kiosk.ui.paper.marks import Disc
from kiosk.ui.paper.sheet import PaperKind
from kiosk.ui.paper.writing import Writing
from kiosk.ui.theme import Role

# Millimetres.
_CELL_PAD = 2.0
_CAPTION = 40.0
_CODE = 33.0
_AFTER_CODE = 1.5
_LONGEST_LETTERS = 50.0


@dataclass(frozen=True)
class _Linked:
    """Columns with a line behind, from the middle of the first to that of the last."""

    columns: Columns
    down: float
    pen: QPen

    def height(self, width: float) -> float:
        return self.columns.height(width)

    def paint(self, painter: QPainter, at: QPointF, width: float) -> None:
        half = width / len(self.columns.columns) / 2
        left = at + QPointF(half, self.down)
        painter.setPen(self.pen)
        painter.drawLine(left, left + QPointF(width - 2 * half, 0))
        self.columns.paint(painter, at, width)


def slip_leaf(slip: Slip, writing: Writing) -> Leaf:
    """The slip, as it is written on the sheet of that writing."""
    page = _SlipPage(slip, writing)
    return Leaf(tuple(page.body()), page.foot())


@dataclass(frozen=True)
class _SlipPage:
    slip: Slip
    writing: Writing

    @property
    def narrow(self) -> bool:
        return self.writing.type.sheet.narrow

    def body(self) -> Iterator[Part]:
        gap = self.writing.type.dots(4.5 if self.narrow else 5.5)
        yield Part(self._head(), gap)
        if self.slip.stones:
            yield Part(self._stones(), gap)
        yield Part(self._here(), gap)
        rows = list(self._steps())
        close = self.writing.type.dots(2.4)
        yield from (Part(row, close) for row in rows[:-1])
        yield from (Part(row, gap) for row in rows[-1:])

    def foot(self) -> Block:
        write = self.writing
        parts: list[Block] = [self._codes()] if self.slip.codes else []
        parts.append(write.office(self.slip.office))
        parts.append(Rule(write.pen(Role.hairline, 0.3)))
        parts.append(write.line(self.slip.private, "english", Role.second_ink))
        return write.stack(parts, 5.0 if self.narrow else 3.2)

    def _head(self) -> Block:
        write, slip = self.writing, self.slip
        day = slip.made.date()
        own = long_day(slip.language, day)
        english = long_day("en", day)
        school = write.words(slip.office.school, "label", Role.primary)
        title = write.said(slip.heading, "heading" if self.narrow else "title")
        bar = Rule(write.pen(Role.primary, 1.6))
        if self.narrow:
            both = own if own == english else f"{own}\n{english}"
            return write.stack((bar, school, title, write.words(both, "english")), 2.4)
        dates: list[Block] = [write.words(own, "body", align=write.end)]
        if own != english:
            dates.append(write.english(english, write.end))
        names = write.stack((school, title), 2.0)
        top = write.beside(((names, 0), (write.stack(dates, 0.6), 48)), 4.0)
        return write.stack((bar, top), 4.0)

    def _stones(self) -> Block:
        write = self.writing
        label = write.line(self.slip.so_far)
        if self.narrow:
            return write.stack((label, *(self._stone(one) for one in self.slip.stones)), 1.6)
        cells = [
            Column(write.stack((self._disc(one), write.said(one.name, "label", align=CENTRE)), 1.6))
            for one in self.slip.stones
        ]
        row = Columns(cells, write.type.dots(3.0), write.right_to_left)
        linked = _Linked(row, write.type.dots(5.5), write.pen(Role.edge, 0.5))
        return write.stack((label, linked), 3.0)

    def _stone(self, stone: SlipStone) -> Block:
        kind: PaperKind = "label" if stone.state == "here" else "body"
        name = self.writing.line(stone.name, kind, Role.ink)
        return self.writing.beside(((self._disc(stone), 6.0), (name, 0)), 3.0, in_middle=True)

    def _disc(self, stone: SlipStone) -> Disc:
        """As on the screen: a tick is done, a thick edge is here, an empty disc is ahead."""
        write = self.writing
        across = 6.0 if self.narrow else 11.0
        icon = f"stone_{stone.id}"
        if stone.state == "done":
            edge = write.pen(Role.primary, 0.4)
            return write.disc("yes", across, Role.primary, Role.on_primary, edge)
        if stone.state == "here":
            fill = Role.card if self.narrow else Role.accent
            return write.disc(
                icon, across, fill, Role.ink, write.pen(Role.accent_edge, across / 10)
            )
        return write.disc(icon, across, Role.card, Role.second_ink, write.pen(Role.edge, 0.35))

    def _here(self) -> Block:
        write = self.writing
        title = write.line(self.slip.title, "heading", Role.ink)
        says = [write.line(one, "body", Role.ink) for one in self.slip.says]
        return write.stack((title, *says), 2.2)

    def _steps(self) -> Iterator[Block]:
        """Each of the steps; the first one has the title with it."""
        write = self.writing
        for number, step in enumerate(self.slip.steps, 1):
            above = [write.line(self.slip.next)] if number == 1 else []
            line = Rule(write.pen(Role.hairline, 0.3))
            yield write.stack((*above, line, self._step(number, step)), 2.4)

    def _step(self, number: int, step: Step) -> Block:
        write = self.writing
        parts: list[Block] = []
        if step.who.own:
            parts.append(write.words(step.who.own, "label"))
        parts.append(write.words(step.what.own))
        english = step.what.english or step.what.own
        who = step.who.english or step.who.own
        if step.what.english:
            parts.append(write.english(f"{who}: {english}" if who else english))
        what = write.stack(parts, 0.8)
        disc = write.number(number)
        if not step.when.own:
            return write.beside(((disc, 8.0), (what, 0)), 4.0)
        clock = write.icon("clock", 5.0, Role.primary)
        when = write.beside(((clock, 5.0), (write.said(step.when, "label"), 0)), 2.0)
        if self.narrow:
            return write.beside(((disc, 8.0), (write.stack((what, when), 1.6), 0)), 3.0)
        return write.beside(((disc, 8.0), (what, 0), (when, 50.0)), 4.0)

    def _codes(self) -> Block:
        write = self.writing
        label = write.line(self.slip.scan)
        if self.narrow:
            return write.stack((label, *(self._cell(one) for one in self.slip.codes)), 4.0)
        return write.panel(write.stack((label, *self._rows()), 3.0), 4.0, Role.tint)

    def _rows(self) -> Iterator[Block]:
        """The codes beside each other, as far as they fit."""
        row: list[tuple[Block, float]] = []
        for one in self.slip.codes:
            cell = (self._cell(one), self._least(one))
            if self._free([*row, cell]) < 0:
                yield self._row(row)
                row = []
            row.append(cell)
        yield self._row(row)

    def _least(self, one: SlipCode) -> float:
        """How wide a cell must be: for its code, and for the letters of a ticket on one line."""
        write, exact = self.writing, self.writing.type.exact
        letters = write.lines(one.code.line, "letters").natural_width() + 1
        most = exact(_LONGEST_LETTERS) if one.name == "ticket" else 0.0
        side, words = write.code(one.code, _CODE).side, min(letters, most)
        if self._has_room:
            inner = side + write.type.dots(_AFTER_CODE) + max(words, exact(_CAPTION))
        else:
            inner = max(side, words, exact(_CAPTION))
        return inner + 2 * write.type.dots(_CELL_PAD)

    @property
    def _has_room(self) -> bool:
        """Whether a caption has room beside its code."""
        return len(self.slip.codes) < len(PRINTED) and not self.narrow

    def _free(self, row: list[tuple[Block, float]]) -> float:
        """How much of the panel's width a row leaves."""
        dots, sheet = self.writing.type.dots, self.writing.type.sheet
        room = self.writing.type.exact(sheet.width - 2 * sheet.side) - 2 * dots(4.0)
        return room - sum(least for _, least in row) - dots(4.0) * (len(row) - 1)

    def _row(self, row: list[tuple[Block, float]]) -> Block:
        """White cells of one height that fill the panel."""
        write = self.writing
        more = self._free(row) / len(row)
        panels = [(write.panel(cell, _CELL_PAD, Role.card), least + more) for cell, least in row]
        high = max(panel.height(wide) for panel, wide in panels)
        cells = [Column(replace(panel, least=high), wide) for panel, wide in panels]
        return Columns(cells, write.type.dots(4.0), write.right_to_left)

    def _cell(self, one: SlipCode) -> Block:
        write, align = self.writing, START if self._has_room else CENTRE
        mark = write.code(one.code, _CODE)
        texts: list[Block] = [write.said(one.caption, "label", align=align)]
        if one.name == "ticket":
            texts.append(write.words(_in_halves(one.code.line), "letters", align=align))
        elif one.code.line:
            texts.append(write.address(one.code.line, align))
        if self._has_room:
            cells = [Column(mark, mark.side), Column(write.stack(texts, 1.4))]
            return Columns(cells, write.type.dots(_AFTER_CODE), write.right_to_left, in_middle=True)
        return write.stack((mark, *texts), 1.4)


def _in_halves(letters: str) -> str:
    """Four groups of a ticket's letters or more on two lines: no lonely group is left over."""
    groups = letters.split("-")
    half = (len(groups) + 1) // 2
    if len(groups) < 4:
        return letters
    return "-".join(groups[:half]) + "-\n" + "-".join(groups[half:])
