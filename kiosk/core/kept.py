"""What a visit remembers, by name: a small map that never changes and compares by value."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Value = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """Pairs of name and value, in the order of their names."""

    pairs: tuple[tuple[str, Value], ...] = ()

    def value(self, name: str) -> Value | None:
        """The value of that name, or None."""
        return next((value for key, value in self.pairs if key == name), None)

    def text(self, name: str) -> str:
        """The value of that name if it is one text, otherwise an empty text."""
        value = self.value(name)
        return value if isinstance(value, str) else ""

    def many(self, name: str) -> tuple[str, ...]:
        """The value of that name as a row of texts: a single text is a row of one."""
        value = self.value(name)
        if value is None:
            return ()
        return (value,) if isinstance(value, str) else value

    def put(self, name: str, value: Value) -> "Kept":
        """The same map with that one value put in or replaced."""
        return Kept(tuple(sorted([*self._without(name), (name, value)], key=_name)))

    def drop(self, name: str) -> "Kept":
        """The same map without that name."""
        return Kept(tuple(self._without(name)))

    def _without(self, name: str) -> Iterable[tuple[str, Value]]:
        return (pair for pair in self.pairs if pair[0] != name)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.pairs)


def _name(pair: tuple[str, Value]) -> str:
    return pair[0]
