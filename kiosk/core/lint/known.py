"""What is surely kept when a screen is entered, whichever road led there: an analysis of all flows.

A name counts only if every road keeps it. What a family says on the roads is not looked at, so a
flow that never forgets is found sound, and a road that no family takes may still be told.
"""

from collections.abc import Iterator, Mapping

from kiosk.core.flow import Pick, Return, Run
from kiosk.core.guide import Guide
from kiosk.core.lint.gains import NOTHING, Gains, Names
from kiosk.core.lint.naming import used_names

Spot = tuple[str, str]

MOST_NAMES = 300


def surely_kept(guide: Guide) -> dict[Spot, Names]:
    """The names that are kept on entry to each (flow, screen) that a road leads to.

    Of all names, those that something shows or asks for. Where those are more than anybody can
    have meant, nothing is told.
    """
    return _Walk(guide, Gains(guide, facts_by_name(guide))).all()


def facts_by_name(guide: Guide) -> dict[str, Names]:
    """The facts that come with each name under which something of a list is kept."""
    lists: dict[str, str] = {}
    loops: list[tuple[str, str]] = []
    for flow in guide.flows.values():
        for screen in flow.screens.values():
            if isinstance(screen, Pick):
                lists[screen.pick.save] = screen.pick.of
            elif isinstance(screen, Run) and screen.for_each:
                loops.append((screen.item, screen.for_each))
    lists.update({item: lists[row] for item, row in loops if row in lists})
    return {name: _facts(guide, of) for name, of in lists.items()}


def roots_of(guide: Guide) -> tuple[str, ...]:
    """The flows that a visit can begin with: those that no other flow runs, and the help."""
    run = {child for flow in guide.flows.values() for child in runs_of(flow.screens)}
    return tuple(name for name in guide.flows if name not in run or name == guide.help)


def runs_of(screens: Mapping[str, object]) -> Iterator[str]:
    """The flows that these screens run."""
    return (screen.run for screen in screens.values() if isinstance(screen, Run))


def _facts(guide: Guide, of: str) -> Names:
    options = guide.options.get(of, ())
    return (
        frozenset.intersection(*(frozenset(one.facts) for one in options)) if options else NOTHING
    )


class _Walk:
    """One walk over all roads. What is known of a spot only ever shrinks, so the walk ends."""

    def __init__(self, guide: Guide, gains: Gains) -> None:
        self._guide = guide
        self._gains = gains
        self._asked = used_names(guide)
        self._known: dict[Spot, Names] = {}
        self._returned: dict[Spot, Names] = {}
        self._callers: dict[str, set[Spot]] = {}
        self._open: dict[Spot, None] = {}

    def all(self) -> dict[Spot, Names]:
        if len(self._asked) > MOST_NAMES:
            return {}
        for root in roots_of(self._guide):
            self._meet(root, self._guide.flows[root].start, NOTHING)
        while self._open:
            spot = next(iter(self._open))
            del self._open[spot]
            self._step(spot)
        return self._known

    def _step(self, spot: Spot) -> None:
        flow, name = spot
        screen, names = self._guide.flows[flow].screens[name], self._known[spot]
        for out in self._gains.outs(screen, names):
            self._meet(flow, out.way.go, out.after)
        if isinstance(screen, Run):
            self._run(spot, screen, names)
        if isinstance(screen, Return):
            self._return(flow, screen.return_, names)

    def _run(self, spot: Spot, screen: Run, names: Names) -> None:
        child = self._guide.flows.get(screen.run)
        if child is None:
            return
        self._callers.setdefault(screen.run, set()).add(spot)
        if screen.for_each:
            at_hand = {screen.item} | self._gains.facts.get(screen.item, NOTHING)
            self._meet(screen.run, child.start, names | at_hand)
            return
        self._meet(screen.run, child.start, names)
        for word, row in screen.after.items():
            gained = self._returned.get((screen.run, word))
            if gained is not None:
                for out in self._gains.row(row, names | gained):
                    self._meet(spot[0], out.way.go, out.after)

    def _return(self, flow: str, word: str, names: Names) -> None:
        before = self._returned.get((flow, word))
        now = names if before is None else before & names
        if now != before:
            self._returned[flow, word] = now
            self._open.update(dict.fromkeys(self._callers.get(flow, ())))

    def _meet(self, flow: str, screen: str, names: Names) -> None:
        if screen not in self._guide.flows[flow].screens:
            return
        spot = (flow, screen)
        before = self._known.get(spot)
        now = names & self._asked if before is None else before & names
        if now != before:
            self._known[spot] = now
            self._open[spot] = None
