"""Hides small numbers in what leaves the school: few families could be told from each other."""

from collections.abc import Sequence

LEAST_SHOWN = 10


def hidden(counts: Sequence[int], least: int = LEAST_SHOWN) -> tuple[int | None, ...]:
    """Parts of a known sum, with None in place of each that is under `least`.

    One hidden part alone is the sum less the others, and parts that hide little between them are
    nearly known: so the next smallest are hidden too, until two or more hide `least` or more.
    """
    order = sorted(range(len(counts)), key=lambda at: counts[at])
    small = sum(count < least for count in counts)
    kept_back = order[:small]
    for at in order[small:]:
        if not kept_back or _is_enough([counts[one] for one in kept_back], least):
            break
        kept_back.append(at)
    return tuple(None if at in kept_back else count for at, count in enumerate(counts))


def _is_enough(counts: Sequence[int], least: int) -> bool:
    return len(counts) > 1 and sum(counts) >= least
