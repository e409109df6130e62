"""What the passes over a flow hold it against, worked out once for all flows of a guide."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.core.cover import graph as paths
from kiosk.core.guide import Guide
from kiosk.core.lint.gains import Gains, Names
from kiosk.core.lint.known import Spot, facts_by_name, roots_of, surely_kept
from kiosk.core.lint.naming import kept_names, known_braces, row_names, used_names


@dataclass(frozen=True)
class Art:
    """The names of the pictures and icons that there are."""

    pictures: frozenset[str] = frozenset()
    icons: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Ground:
    """A guide and what follows from it.

    `kept` are all names under which flows keep something, `used` those that something asks for,
    `rows` those that hold more than one value, `braces` those that may stand in braces. `known`
    tells what is surely kept on entry to each screen, `ending` in which flows a visit can end,
    `roots` with which it can begin.
    """

    guide: Guide
    art: Art
    kept: Names
    used: Names
    rows: Names
    braces: Names
    ending: Names
    roots: tuple[str, ...]
    gains: Gains
    known: Mapping[Spot, Names] = field(repr=False)


def ground_of(guide: Guide, art: Art) -> Ground:
    """All that follows from the guide."""
    return Ground(
        guide=guide,
        art=art,
        kept=kept_names(guide),
        used=used_names(guide),
        rows=row_names(guide),
        braces=known_braces(guide),
        ending=paths.enders(guide.flows),
        roots=roots_of(guide),
        gains=Gains(guide, facts_by_name(guide)),
        known=surely_kept(guide),
    )
