"""A measured figure beside its budget: printed as one line, and counted when it is over."""

import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """What was measured, in words; the value; the most it may be; the unit."""

    what: str
    value: float
    most: float | None
    unit: str = ""

    @property
    def is_over(self) -> bool:
        """Whether the budget is broken."""
        return self.most is not None and self.value > self.most

    def __str__(self) -> str:
        budget = f"budget {self.most:g}{self.unit}" if self.most is not None else "no budget"
        mark = "OVER" if self.is_over else "ok"
        return f"{mark:>4}  {self.what:<58} {self.value:>9.3f}{self.unit:<4} {budget}"


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return statistics.median(values)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` (0 to 1) of all values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def report(figures: Sequence[Figure]) -> int:
    """Prints every figure; 1 when one is over its budget, else 0."""
    for figure in figures:
        sys.stdout.write(f"{figure}\n")
    return int(any(figure.is_over for figure in figures))
