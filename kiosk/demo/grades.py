"""What a grade is: points got of points possible, and where that stands on the scale."""

from collections.abc import Iterable

from kiosk.demo.world import Grade, Work


def percent_of(works: Iterable[Work]) -> int:
    """Points got of points possible, 0 to 100; -1 where nothing counts yet.

    What is missing counts as nothing got; what is exempt, or has no grade yet, does not count.
    """
    counting = [work for work in works if work.state not in ("exempt", "ahead")]
    possible = sum(work.points for work in counting if work.state == "missing" or _graded(work))
    if not possible:
        return -1
    return round(100 * sum(work.got or 0 for work in counting) / possible)


def _graded(work: Work) -> bool:
    return work.got is not None


def standing_of(scale: Iterable[Grade], percent: int) -> Grade | None:
    """The grade of the scale that so many percent are; None where nothing counts yet."""
    fitting = [grade for grade in scale if percent >= grade.from_percent]
    return max(fitting, key=lambda grade: grade.from_percent) if percent >= 0 else None
