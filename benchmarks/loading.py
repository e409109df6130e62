"""How long flows take to load and to be found sound, at 100, 1,000 and 10,000 screens: linear?"""

import sys
import time

from benchmarks.budget import Figure, median, report
from kiosk.core.builtin_checks import BUILTIN_CHECKS
from kiosk.core.flow import Flow
from kiosk.core.guide import Guide
from kiosk.core.lint.problems import Art, problems_of
from kiosk.core.shape.reader import read_file

SIZES = (100, 1_000, 10_000)
RUNS = 3


def text_of(screens: int) -> str:
    """A flow of that many screens: questions with answers that lead on, back and to the end."""
    lines = ["flow: long", "version: 1", "start: s0", "screens:"]
    for n in range(screens):
        lines += [
            f"  s{n}:",
            f"    ask: Is this page number {n}?",
            "    say: One short sentence about it.",
            "    answers:",
            f"      - {{id: on, text: Go on, go: s{n + 1}}}",
            f"      - {{id: again, text: Once more, go: s{max(0, n - 1)}}}",
            f"      - {{id: stop, text: Stop here, go: s{screens}}}",
        ]
    lines += [f"  s{screens}:", "    tell: The end", "    end: DONE"]
    return "\n".join(lines)


def seconds_to_load(screens: int) -> float:
    """From text to a flow that was found sound, in seconds: the median of a few runs."""
    text = text_of(screens)
    runs = []
    for _ in range(RUNS):
        start = time.perf_counter()
        flow = read_file(text, "long.yaml", Flow)
        guide = Guide({"long": flow}, "long", {check.name: check for check in BUILTIN_CHECKS})
        problems = problems_of(guide, {"long": "long.yaml"}, Art())
        runs.append(time.perf_counter() - start)
        if problems:
            raise SystemExit(f"the flow is not sound: {problems[0]}")
    return median(runs)


def main() -> int:
    """Prints the figures; 1 when loading is not linear."""
    seconds = [seconds_to_load(size) for size in SIZES]
    figures = [
        Figure(f"loading {size:,} screens", value * 1000, None, " ms")
        for size, value in zip(SIZES, seconds, strict=True)
    ]
    for n in (1, 2):
        growth = seconds[n] / seconds[n - 1] / (SIZES[n] / SIZES[n - 1])
        what = f"growth a screen from {SIZES[n - 1]:,} to {SIZES[n]:,} (1 is linear)"
        figures.append(Figure(what, growth, 1.6, "x"))
    return report(figures)


if __name__ == "__main__":
    sys.exit(main())
