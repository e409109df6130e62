"""The clocks of waiting pages: they run on while a family looks at other pages of its visit."""


class WaitClocks:
    """When each clock runs out, by its name. All times are seconds of one monotonic clock."""

    def __init__(self) -> None:
        self._ends: dict[str, float] = {}

    def visit(self, name: str, seconds: float, now: float) -> float:
        """The seconds left on that clock; one that is new or has run out starts again."""
        if self._ends.get(name, now) <= now:
            self._ends[name] = now + seconds
        return self._ends[name] - now

    def left(self, name: str, now: float) -> float:
        """The seconds left, never fewer than 0."""
        return max(self._ends.get(name, now) - now, 0.0)

    def is_over(self, name: str, now: float) -> bool:
        """Whether that clock was started and has run out since."""
        return name in self._ends and self._ends[name] <= now

    def forget(self) -> None:
        """Stops all clocks: another family comes."""
        self._ends.clear()
