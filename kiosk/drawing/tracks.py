"""Finds a track for every line that must go sideways between two rows, with few crossings.

All lines from one box, or to one box or trunk, are one net: one stem on the one side, the others'
ends on the other, and a bar between them. Bars that would touch lie on different tracks.
"""

from collections.abc import Sequence
from dataclasses import dataclass

NEAR = 7.0
STRAIGHT = 0.75
SAME_SPOT = 1000


@dataclass(frozen=True)
class Net:
    """The ends of one net in the row above and in the row below, as x."""

    uppers: tuple[float, ...]
    lowers: tuple[float, ...]

    def span(self) -> tuple[float, float]:
        """The ends of its bar."""
        ends = self.uppers + self.lowers
        return min(ends), max(ends)

    def straight(self) -> bool:
        """Whether it needs no bar."""
        left, right = self.span()
        return right - left < STRAIGHT


def tracks_of(nets: Sequence[Net]) -> list[int]:
    """The track of each net, from 0 at the top; a straight net has -1."""
    bent = [number for number, net in enumerate(nets) if not net.straight()]
    tracks = [-1] * len(nets)
    laid: list[int] = []
    for number in _best_order(nets, bent):
        under = [tracks[other] for other in laid if _touch(nets[number], nets[other])]
        tracks[number] = max(under, default=-1) + 1
        laid.append(number)
    return tracks


def _touch(one: Net, other: Net) -> bool:
    left, right = one.span()
    start, end = other.span()
    return left - NEAR < end and start - NEAR < right


def _best_order(nets: Sequence[Net], bent: list[int]) -> list[int]:
    """From top to bottom; neighbours change places as long as that undoes crossings."""
    better = {
        (one, other): _cost(nets[one], nets[other]) - _cost(nets[other], nets[one])
        for one in bent
        for other in bent
        if one != other and _touch(nets[one], nets[other])
    }
    order = sorted(bent, key=lambda one: sum(better.get((one, other), 0) for other in bent))
    for _ in bent:
        changed = False
        for spot in range(len(order) - 1):
            pair = (order[spot], order[spot + 1])
            if better.get(pair, 0) > 0:
                order[spot], order[spot + 1] = order[spot + 1], order[spot]
                changed = True
        if not changed:
            break
    return order


def _cost(over: Net, under: Net) -> int:
    """The crossings when the bar of `over` lies above that of `under`; shared spots cost most."""
    left, right = over.span()
    start, end = under.span()
    crossed = sum(left < x < right for x in under.uppers)
    crossed += sum(start < x < end for x in over.lowers)
    shared = sum(abs(x - y) < NEAR for x in under.uppers for y in over.lowers)
    return crossed + SAME_SPOT * shared
