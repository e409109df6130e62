"""Which answer of a page counts as "done": the one on the shortest road to a happy end. Pure."""

from collections.abc import Iterator, Mapping

from kiosk.core.flow import Answer, Decide, End, Return, Run, Screen
from kiosk.core.guide import Guide
from kiosk.core.kept import Kept
from kiosk.core.leading import answers_of, targets_of, ways_of
from kiosk.core.stepping import way_on
from kiosk.core.visit import Moment

# How far it is to a happy end: flows still to be gone through, then pages within this one.
_Cost = tuple[int, int]
_THERE: _Cost = (0, 0)
_NEVER: _Cost = (1_000_000, 0)


def done_answer(guide: Guide, place: str) -> Answer | None:
    """The answer of that screen (flow/screen) that leads on, or None where none does as well as
    what else the page asks for: something typed or picked, or nothing at all on a last page."""
    flow, _, name = place.partition("/")
    screen = guide.screen(flow, name)
    costs = _costs(guide)
    ways = [costs[f"{flow}/{way.go}"] for row in ways_of(screen) for way in row]
    best = min(ways, default=_NEVER)
    if best >= _NEVER:
        return None
    for answer in answers_of(screen):
        if min(costs[f"{flow}/{way.go}"] for way in answer.go) == best:
            return answer
    return None


def _costs(guide: Guide) -> dict[str, _Cost]:
    """How far it is from every screen: first to ends within the same flow, then in all."""
    inside = _settled(guide, {})
    return _settled(guide, inside, over=True)


def _settled(guide: Guide, inside: Mapping[str, _Cost], *, over: bool = False) -> dict[str, _Cost]:
    """Costs made better until nothing changes. `over` lets a flow's return lead to the flow that
    ran it; `inside` tells of flows that hold an end themselves."""
    places = {
        f"{flow}/{name}": _NEVER for flow in guide.flows for name in guide.flows[flow].screens
    }
    changed = True
    while changed:
        changed = False
        for place in places:
            cost = _cost(guide, place, places, inside or places, over)
            if cost < places[place]:
                places[place], changed = cost, True
    return places


def _cost(
    guide: Guide,
    place: str,
    costs: Mapping[str, _Cost],
    inside: Mapping[str, _Cost],
    over: bool,
) -> _Cost:
    flow, _, name = place.partition("/")
    screen = guide.screen(flow, name)
    match screen:
        case End():
            return _THERE if screen.tone == "done" else _NEVER
        case Return():
            return _returned(guide, flow, screen.return_, costs) if over else _NEVER
        case Run():
            ends_in_it = inside[f"{screen.run}/{guide.flows[screen.run].start}"]
            here = [costs[f"{flow}/{go}"] for go in _after(guide, screen)]
            return _plus(min([*here, (ends_in_it[0], 0)]), (1, 0))
        case Decide():
            # What it will find is not known: no road counts on the better case.
            return max(_targets(flow, screen, costs), default=_NEVER)
        case _:
            return _plus(min(_targets(flow, screen, costs), default=_NEVER), (0, 1))


def _targets(flow: str, screen: Screen, costs: Mapping[str, _Cost]) -> Iterator[_Cost]:
    return (costs[f"{flow}/{go}"] for go, _ in targets_of(screen))


def _plus(cost: _Cost, more: _Cost) -> _Cost:
    return (cost[0] + more[0], cost[1] + more[1]) if cost < _NEVER else _NEVER


def _returned(guide: Guide, flow: str, word: str, costs: Mapping[str, _Cost]) -> _Cost:
    """Where that word leads in the flows that run this one. A flow that nobody runs is put on top
    of any page, and its return leads there."""
    runs = [
        (other, screen)
        for other in guide.flows
        for screen in guide.flows[other].screens.values()
        if isinstance(screen, Run) and screen.run == flow
    ]
    if not runs:
        return _THERE
    return min(
        (costs[f"{other}/{go}"] for other, run in runs for go in _after(guide, run, word)),
        default=_NEVER,
    )


def _after(guide: Guide, run: Run, word: str = "") -> Iterator[str]:
    """The screens that a run leads to, after that word or after any."""
    words = [word] if word else guide.flows[run.run].returns()
    for one in words:
        if run.for_each:
            # As if every item had given that word.
            given = Moment(stack=(), kept=Kept().put(run.save, (one,)))
            yield way_on(guide, given, run.next)[0].go
        else:
            yield from (way.go for way in run.after.get(one, ()))
