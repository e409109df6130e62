"""What a visit remembers, by name: a small map that never changes and compares by value."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Value = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """Pairs of name and value, in the order of their names."""

    pairs: tuple[tuple[str, Value], ...] = ()

    def value(self, name: str) -> Value | None:
        """The value of that name, or None."""
        at = bisect_left(self.pairs, (name,))
        found = at < len(self.pairs) and self.pairs[at][0] == name
        return self.pairs[at][1] if found else None

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
        at = bisect_left(self.pairs, (name,))
        after = at + (at < len(self.pairs) and self.pairs[at][0] == name)
        return Kept((*self.pairs[:at], (name, value), *self.pairs[after:]))

    def one_more(self, name: str) -> "Kept":
        """The same map with the count of that name, a text of digits, one higher."""
        pairs = self.pairs
        at = bisect_left(pairs, (name,))
        if at < len(pairs) and pairs[at][0] == name:
            count = str(int(str(pairs[at][1])) + 1)
            return Kept((*pairs[:at], (name, count), *pairs[at + 1 :]))
        return Kept((*pairs[:at], (name, "1"), *pairs[at:]))

    def drop(self, name: str) -> "Kept":
        """The same map without that name."""
        return Kept(tuple(self._without(name)))

    def _without(self, name: str) -> Iterable[tuple[str, Value]]:
        return (pair for pair in self.pairs if pair[0] != name)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.pairs)
