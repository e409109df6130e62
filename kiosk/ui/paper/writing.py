"""Makes words, icons and discs for one sheet in one language, for the slip and the card."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPen

from kiosk.core.codes import Code
from kiosk.handoff.matrix import Matrix
from kiosk.handoff.slip import Office, Said
from kiosk.ui.art import Art
from kiosk.ui.lines import START, Lines
from kiosk.ui.paper.blocks import Block, Column, Columns, Panel, Stack, Words
from kiosk.ui.paper.marks import CodeMark, Disc, Icon
from kiosk.ui.paper.sheet import PaperKind, Type
from kiosk.ui.theme import Role

_MAY_BREAK = "\u200b"
_BEFORE = 10.0  # millimetres that a disc may take before a line


class Writing:
    """Makes the small parts of a page; distances are millimetres that shrink with the words.

    `drawn` are the codes that it may put on the page, by the text they hold.
    """

    def __init__(
        self, made_of: Type, art: Art, drawn: Mapping[str, Matrix], right_to_left: bool
    ) -> None:
        self.type = made_of
        self.right_to_left = right_to_left
        self._drawn = drawn
        self._art = art

    @property
    def end(self) -> Qt.AlignmentFlag:
        """The side where a line ends."""
        # Without "absolute", Qt takes the left for the side where a line begins.
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        return left if self.right_to_left else Qt.AlignmentFlag.AlignRight

    def words(
        self,
        text: str,
        kind: PaperKind = "body",
        role: Role = Role.ink,
        align: Qt.AlignmentFlag = START,
    ) -> Words:
        """A text."""
        return Words(self.lines(text, kind), self.type.color(role), align)

    def lines(self, text: str, kind: PaperKind) -> Lines:
        """A text to be drawn by another block."""
        return Lines(text, self.type.font(kind), self.right_to_left)

    def said(
        self,
        said: Said,
        kind: PaperKind = "body",
        role: Role = Role.ink,
        align: Qt.AlignmentFlag = START,
    ) -> Block:
        """A text in the family's language, and smaller under it in English."""
        own = self.words(said.own, kind, role, align)
        if not said.english:
            return own
        return self.stack((own, self.english(said.english, align)), 0.6)

    def english(self, text: str, align: Qt.AlignmentFlag = START) -> Words:
        """English for the office."""
        return self.words(text, "english", Role.second_ink, align)

    def address(self, text: str, align: Qt.AlignmentFlag = START) -> Words:
        """An address to type: it may break after each of its parts."""
        for sign in "/.":
            text = text.replace(sign, sign + _MAY_BREAK)
        return self.words(text, "mono", align=align)

    def stack(self, blocks: Sequence[Block], gap: float) -> Stack:
        """Blocks one under another."""
        return Stack(blocks, self.type.dots(gap))

    def beside(
        self, columns: Sequence[tuple[Block, float]], gap: float, in_middle: bool = False
    ) -> Columns:
        """Blocks beside each other, each with a width in millimetres, or 0 for what is left."""
        cells = [Column(block, self.type.dots(width)) for block, width in columns]
        return Columns(cells, self.type.dots(gap), self.right_to_left, in_middle)

    def line(self, said: Said, kind: PaperKind = "label", role: Role = Role.primary) -> Block:
        """As `said`, with the English after it where both have room on one line of the sheet."""
        if not said.english:
            return self.said(said, kind, role)
        own, english = self.words(said.own, kind, role), self.english(said.english)
        gap, sheet = self.type.dots(2.5), self.type.sheet
        wide = own.lines.natural_width() + 1
        room = self.type.exact(sheet.width - 2 * sheet.side - _BEFORE)
        if wide + gap + english.lines.natural_width() > room:
            return self.said(said, kind, role)
        both = [Column(own, wide), Column(english)]
        return Columns(both, gap, self.right_to_left, in_middle=True)

    def panel(self, block: Block, pad: float, fill: Role) -> Panel:
        """A block on a ground with round corners."""
        dots = self.type.dots
        return Panel(block, dots(pad), dots(3.0), self.type.color(fill))

    def pen(self, role: Role, mm: float) -> QPen:
        """A line of that thickness, never less than a dot."""
        pen = QPen(self.type.color(role), max(1.0, self.type.dots(mm)))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen

    def icon(self, name: str, mm: float, role: Role = Role.ink) -> Icon:
        """An icon in the colour of a role."""
        return Icon(self._art.icon(name, round(self.type.dots(mm)), role))

    def disc(self, icon: str, mm: float, fill: Role, ink: Role, edge: QPen) -> Disc:
        """An icon on a disc."""
        pixmap = self._art.icon(icon, round(self.type.dots(mm * 0.58)), ink)
        return Disc(self.type.dots(mm), self.type.color(fill), edge, pixmap)

    def number(self, number: int) -> Disc:
        """The number of a step, on a disc."""
        dots, color = self.type.dots, self.type.color
        edge = self.pen(Role.primary, 0.3)
        lines = self.lines(str(number), "label")
        return Disc(dots(8.0), color(Role.primary), edge, number=lines, ink=color(Role.on_primary))

    def code(self, code: Code, wanted: float) -> CodeMark:
        """A code, as large as `wanted` if its text is short, and the same at every scale."""
        return CodeMark(self.type, self._drawn[code.text], wanted)

    def office(self, office: Office) -> Block:
        """How to reach the school: where it is, its phone, its hours."""
        where = self.stack(
            (
                self.said(office.title, "label", Role.primary),
                self.words("\n".join(filter(None, (office.school, office.address)))),
            ),
            0.8,
        )
        phone = self._marked("phone", self.words(office.phone, "phone"))
        hours = self._marked("clock", self.said(office.hours))
        if self.type.sheet.narrow:
            return self.stack((where, phone, hours), 3.0)
        return self.beside(((where, 0), (phone, 54), (hours, 66)), 6.0, in_middle=True)

    def _marked(self, icon: str, block: Block) -> Block:
        drawn = self.icon(icon, 6.0, Role.primary)
        return self.beside(((drawn, 6.0), (block, 0)), 2.4, in_middle=True)
