"""Where each kept name comes from: so what it may hold, and whether it is a family's own word."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiosk.core.flow import Form, Pick, Run, Screen
from kiosk.core.guide import Guide
from kiosk.core.kept import Value
from kiosk.core.leading import answers_of, musts_of, ways_of

_COUNT = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True)
class Origin:
    """All that can have put something under one name.

    `words`: it was typed, or a check made it of what was typed. `secret`: a password field.
    `listed`: ids of options, picked or taken one by one. `returned`: words that loops gave.
    `counted`: how often a clock was started anew. `blank`: it may be an empty text.
    """

    words: bool = False
    secret: bool = False
    listed: frozenset[str] = frozenset()
    returned: frozenset[str] = frozenset()
    counted: bool = False
    blank: bool = False

    @property
    def is_private(self) -> bool:
        """Whether a family's own words, children or schools can stand there."""
        return self.words or self.secret or bool(self.listed)

    def allows(self, value: Value) -> bool:
        """Whether that value can have come from here."""
        return all(self._allows(part) for part in ((value,) if isinstance(value, str) else value))

    def _allows(self, part: str) -> bool:
        if self.words or part in self.listed or part in self.returned:
            return True
        if self.counted and _COUNT.fullmatch(part):
            return True
        return self.blank and not part

    def __or__(self, other: "Origin") -> "Origin":
        return Origin(
            self.words or other.words,
            self.secret or other.secret,
            self.listed | other.listed,
            self.returned | other.returned,
            self.counted or other.counted,
            self.blank or other.blank,
        )


def origins_of(guide: Guide) -> dict[str, Origin]:
    """The origin of every name that some flow of the guide keeps."""
    found: dict[str, Origin] = {}
    copies: list[tuple[str, str]] = []
    for flow in guide.flows.values():
        for screen in flow.screens.values():
            for name, origin in _kept_by(guide, screen):
                found[name] = found.get(name, Origin()) | origin
            copies += _copied_by(screen)
    return _with_copies(found, copies)


def _kept_by(guide: Guide, screen: Screen) -> Iterator[tuple[str, Origin]]:
    yield from ((must.keep, Origin(words=True)) for must in musts_of(screen) if must.keep)
    kept = (way.keep for row in ways_of(screen) for way in row if way.keep)
    yield from ((name, Origin(words=True)) for name in kept)
    for answer in answers_of(screen):
        if answer.restart:
            yield f"clock.{answer.restart}", Origin(counted=True)
        yield from ((name, Origin(blank=True)) for name in answer.set_)
    match screen:
        case Form() if screen.field.save:
            secret = screen.field.kind == "password"
            yield screen.field.save, Origin(words=not secret, secret=secret)
        case Pick():
            ids = frozenset(option.id for option in guide.options.get(screen.pick.of, ()))
            yield screen.pick.save, Origin(listed=ids)
        case Run() if screen.for_each:
            yield screen.save, Origin(returned=frozenset(guide.flows[screen.run].returns()))
            yield screen.item, Origin()


def _copied_by(screen: Screen) -> Iterator[tuple[str, str]]:
    """Each name that takes what stands under another one: (name, the other)."""
    for answer in answers_of(screen):
        yield from answer.set_.items()
    if isinstance(screen, Run) and screen.for_each:
        yield screen.item, screen.for_each


def _with_copies(found: Mapping[str, Origin], copies: list[tuple[str, str]]) -> dict[str, Origin]:
    """The same with what is copied from name to name, however far."""
    origins = dict(found)
    changed = True
    while changed:
        changed = False
        for name, source in copies:
            joined = origins[name] | origins.get(source, Origin())
            changed = changed or joined != origins[name]
            origins[name] = joined
    return origins
