"""The picture of a flow as SVG: for a screen, for a page of paper, and for a screen reader."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiosk.drawing import pens
from kiosk.drawing.blocks import PLAIN
from kiosk.drawing.chart import Chart, Pair
from kiosk.drawing.fitting import PAGE_MM
from kiosk.drawing.lanes import Scale, lanes
from kiosk.drawing.layout import Spot
from kiosk.drawing.legend import legend_of
from kiosk.drawing.letters import Face, wrapped
from kiosk.drawing.shapes import card, lines, seams, sign
from kiosk.drawing.sheet import FRAME_TOP, Sheet, sheet_of
from kiosk.drawing.slips import Slip
from kiosk.drawing.tally import Tally
from kiosk.drawing.telling import name_of, story_of, summary_of
from kiosk.drawing.wording import first_capital, words_of

MARGIN, SPACE = 30.0, 22.0
LEAST_WIDTH = 620.0
NAME, ABOUT = Face(24, 32, "semibold"), Face(14, 19)

_EVERYWHERE = "Every page also has Back, Ask for help and Start over. They are not drawn."
_ABOUT = "Where it says \u201cabout\u201d, the count follows from the pages before and after."


def svg_of(chart: Chart, tally: Tally | None = None) -> str:
    """The picture, as the text of an SVG file. Without a tally nothing is counted on it."""
    counted = tally or Tally()
    sheet = sheet_of(chart, counted)
    most = max((visits.came for visits in counted.visits.values()), default=0)
    return _Picture(sheet, counted, dict(sheet.numbers()), Scale(most)).text()


@dataclass(frozen=True)
class _Picture:
    sheet: Sheet
    tally: Tally
    numbers: Mapping[str, str]
    scale: Scale

    def text(self) -> str:
        plan = self.sheet.plan
        inner = max(plan.width, LEAST_WIDTH)
        head = self._head(inner)
        top = MARGIN + sum(face.leading for _, face in head) + 2 * SPACE
        foot = top + plan.height + 2 * SPACE
        key = legend_of(self.sheet, inner, counted=bool(self.tally.visits))
        notes = self._notes(inner)
        height = foot + key.height + PLAIN.leading * len(notes) + MARGIN
        parts = [
            *self._for_readers(),
            _print_rules(inner + 2 * MARGIN, height),
            pens.box(0, 0, inner + 2 * MARGIN, height, fill=pens.PAPER, class_="paper"),
            *_left_lines(head, MARGIN, pens.INK),
            *self._charts(self.sheet, Spot(MARGIN + (inner - plan.width) / 2, top, 0, 0)),
            pens.element("g", key.drawn(MARGIN, foot), aria_hidden="true"),
            *_left_lines([(note, PLAIN) for note in notes], foot + key.height, pens.QUIET),
        ]
        return _document(inner + 2 * MARGIN, height, parts)

    def _head(self, width: float) -> list[tuple[str, Face]]:
        chart = self.sheet.chart
        about = wrapped(chart.about, ABOUT, width)
        return [(first_capital(words_of(chart.flow)), NAME), *((line, ABOUT) for line in about)]

    def _notes(self, width: float) -> list[str]:
        said = [_EVERYWHERE]
        if any(not known.exact for known in self.tally.pairs.values()):
            said.append(_ABOUT)
        if self.tally.unplaced:
            said.append(
                f"{self.tally.unplaced:,} counted steps belong to screens or answers that this "
                "version does not have. They are left out."
            )
        said.append(f"Version {self.sheet.chart.version} of the flow.")
        return [line for sentence in said for line in wrapped(sentence, PLAIN, width)]

    def _for_readers(self) -> Iterator[str]:
        chart = self.sheet.chart
        name = f"{first_capital(words_of(chart.flow))}: a picture of the flow"
        yield pens.element("title", [pens.safe(name)], id="name")
        yield pens.element("desc", [pens.safe(summary_of(chart))], id="about")

    def _charts(self, sheet: Sheet, at: Spot) -> Iterator[str]:
        """The chart, and within it those that are drawn open; `at` is its upper left corner."""
        shift = {"transform": f"translate({at.x:.1f} {at.y:.1f})"}
        drawn = [*seams(sheet.plan), *lanes(sheet.plan.strokes, sheet.slips, self.scale)]
        slips = (
            part
            for link, slip in sheet.slips.items()
            for part in self._slip(slip, sheet.plan.labels[link])
        )
        yield pens.element("g", drawn, fill="none", aria_hidden="true", **shift)
        yield pens.element("g", (self._box(sheet, node) for node in sheet.order), **shift)
        yield pens.element("g", slips, aria_hidden="true", **shift)

    def _box(self, sheet: Sheet, node: str) -> str:
        one, spot = sheet.cards[node], sheet.plan.boxes[node]
        name = pens.element("title", [pens.safe(name_of(one.node, self.numbers))])
        story = story_of(sheet.chart, one.node, self.numbers, self.tally)
        parts = [name, pens.element("desc", [pens.safe(story)])]
        jumps = [link for link, slip in sheet.slips.items() if slip.jump == node]
        parts += card(one, spot, self.numbers[node], self._sources(jumps))
        inner = sheet.sheets.get(node)
        if inner:
            left = spot.x + (spot.width - inner.plan.width) / 2
            parts += self._charts(inner, Spot(left, spot.y + one.height + FRAME_TOP, 0, 0))
        return pens.element("g", parts, id=node.replace("/", "."), role="graphics-object group")

    def _sources(self, links: list[Pair]) -> list[str]:
        """The numbers of the screens that those links come from, the lowest first."""
        sources = {source for source, _ in links}
        return [number for node, number in self.numbers.items() if node in sources]

    def _slip(self, slip: Slip, spot: Spot) -> Iterator[str]:
        yield from lines(slip.block, spot.x + spot.width / 2, spot.y)
        if slip.jump:
            words = slip.sign.format(number=self.numbers[slip.jump])
            yield from sign(words, spot, back=slip.back)


def _left_lines(rows: list[tuple[str, Face]], top: float, fill: str) -> Iterator[str]:
    y = top
    for words, face in rows:
        y += face.leading
        yield pens.text_from(words, MARGIN, y - face.leading * 0.25, face, fill)


def _print_rules(width: float, height: float) -> str:
    """On paper the picture fills one page, upright or turned, on white."""
    short, long = PAGE_MM
    page = (long, short) if width > height else (short, long)
    turned = "landscape" if width > height else "portrait"
    rules = (
        f"@media print{{@page{{size:{turned};margin:9mm}}"
        f"svg{{width:{page[0]:.0f}mm;height:{page[1]:.0f}mm}}"
        ".paper{fill:#fff}.halo{stroke:#fff}}"
    )
    return pens.element("style", [rules])


def _document(width: float, height: float, parts: list[str]) -> str:
    body = "\n".join(parts)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" role="graphics-document document" '
        f'aria-labelledby="name about" font-family="{pens.FONTS}" text-anchor="middle">\n'
        f"{body}\n</svg>\n"
    )
