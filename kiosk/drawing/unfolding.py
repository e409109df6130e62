"""Unfolds a flow, and every flow that it runs, into one statechart."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from kiosk.core.conditions import OK, Plain
from kiosk.core.flow import (
    Decide,
    End,
    Flow,
    Form,
    Handler,
    Must,
    Pick,
    Return,
    Run,
    Screen,
    Told,
    Wait,
    Way,
)
from kiosk.core.guide import Guide
from kiosk.core.leading import answers_of
from kiosk.drawing.portable import (
    Guard,
    Kind,
    NotPortable,
    State,
    Statechart,
    Transition,
    answer_event,
    token,
    trail_event,
)

MOST_STATES = 50_000
DEEPEST = 60

Back = Callable[[str], tuple[Transition, ...]]


def statechart_of(guide: Guide, name: str) -> Statechart:
    """The statechart of the sound flow `name`. Raises NotPortable when a flow runs itself, or when
    all that is run would be more than 50,000 states."""
    unfolding = _Unfolding(guide)
    flow = guide.flows[name]
    states = unfolding.states(_Spot(flow, "", (name,), None))
    guards = tuple(unfolding.guards.values())
    return Statechart(token(name), flow.about, token(flow.start), states, guards)


@dataclass(frozen=True)
class _Spot:
    """A flow where it is run: the id around it, the flows under way, and what follows its returns
    (None for the outermost flow, whose returns end the visit)."""

    flow: Flow
    around: str
    running: tuple[str, ...]
    back: Back | None

    def id_of(self, screen: str) -> str:
        return f"{self.around}.{token(screen)}" if self.around else token(screen)


class _Unfolding:
    """One unfolding: counts the states, and gives each condition one name."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._count = 0
        self._names: set[str] = set()
        self.guards: dict[object, Guard] = {}

    def states(self, spot: _Spot) -> tuple[State, ...]:
        self._count += len(spot.flow.screens)
        if self._count > MOST_STATES:
            raise NotPortable(f"'{spot.running[0]}' unfolds into more than {MOST_STATES:,} states.")
        return tuple(self._state(spot, name) for name in spot.flow.screens)

    def _state(self, spot: _Spot, name: str) -> State:
        screen = spot.flow.screens[name]
        if isinstance(screen, Run):
            return self._run(spot, name, screen)
        place = f"{spot.flow.flow}/{name}"
        here = spot.id_of(name)
        title = screen.title if isinstance(screen, Told) else ""
        if isinstance(screen, End):
            return State(here, "seen", place, title, final=True)
        if isinstance(screen, Return):
            if spot.back is None:
                return State(here, "seen", place, final=True)
            return State(here, "passed", place, transitions=spot.back(screen.return_))
        kind: Kind = "passed" if isinstance(screen, Decide) else "seen"
        transitions = tuple(self._transitions(spot, name, screen))
        return State(here, kind, place, title, transitions=transitions)

    def _transitions(self, spot: _Spot, name: str, screen: Screen) -> Iterator[Transition]:
        for answer in answers_of(screen):
            yield from self._ways(spot, name, answer_event(screen, answer.id), answer.go)
        match screen:
            case Decide():
                yield from self._ways(spot, name, "", screen.decide)
            case Form() if screen.field.kind == "password":
                yield from self._ways(spot, name, "confirmed", screen.next)
            case Form():
                yield from self._refusals(spot, name, screen)
                yield from self._ways(spot, name, "typed", screen.next)
            case Pick():
                yield from self._ways(spot, name, "picked", screen.next)
            case Wait():
                yield from self._ways(spot, name, "time", screen.next)
            case _:
                return

    def _ways(
        self, spot: _Spot, name: str, event: str, ways: tuple[Way, ...]
    ) -> Iterator[Transition]:
        for way in ways:
            guard = self._asked(way.if_, way.of, way.with_, way.is_) if way.if_ else None
            yield Transition(event, spot.id_of(way.go), guard, way.go == name)

    def _refusals(self, spot: _Spot, name: str, form: Form) -> Iterator[Transition]:
        """One transition for each outcome that refuses. Where two checks of the field share an
        outcome and handle it differently, a guard tells which of them it was."""
        found: dict[str, list[tuple[Must, str]]] = {}
        for must in form.checks:
            for outcome, handler in self._handled(must):
                found.setdefault(outcome, []).append((must, handler.go))
        for outcome, handlers in found.items():
            event = trail_event(f"refused.{outcome}")
            alike = len({go for _, go in handlers}) == 1
            for n, (must, go) in enumerate(handlers[:1] if alike else handlers, 1):
                last = alike or n == len(handlers)
                save = form.field.save
                guard = None if last else self._asked(must.must, save, must.with_, outcome)
                target = spot.id_of(go) if go else ""
                yield Transition(event, target, guard, go == name)

    def _handled(self, must: Must) -> Iterator[tuple[str, Handler]]:
        check = self._guide.checks.get(must.must)
        yield from must.when.items()
        if must.else_ and check:
            others = [one for one in check.outcomes if one not in must.when and one != OK]
            yield from ((outcome, must.else_) for outcome in others)

    def _run(self, spot: _Spot, name: str, screen: Run) -> State:
        here, place = spot.id_of(name), f"{spot.flow.flow}/{name}"
        if screen.run in spot.running:
            raise NotPortable(f"The flow '{screen.run}' runs itself: it has no end of states.")
        if len(spot.running) > DEEPEST:
            raise NotPortable(f"More than {DEEPEST} flows run one inside the other.")
        flow = self._guide.flows[screen.run]
        running = (*spot.running, screen.run)
        if screen.for_each:
            again = (Transition("", f"{here}.next_item"),)
            inner = _Spot(flow, f"{here}.item", running, lambda _: again)
            return self._loop(spot, name, screen, inner)

        def back(word: str) -> tuple[Transition, ...]:
            return tuple(self._ways(spot, name, "", screen.after[word]))

        states = self.states(_Spot(flow, here, running, back))
        start = f"{here}.{token(flow.start)}"
        return State(here, "inside", place, initial=start, states=states)

    def _loop(self, spot: _Spot, name: str, screen: Run, inner: _Spot) -> State:
        """A state that asks for the next item, beside the flow that each item goes through."""
        here, place = spot.id_of(name), f"{spot.flow.flow}/{name}"
        asking = f"{here}.next_item"
        wanted = Guard(f"has_next_item_{here}", for_each=screen.for_each, loop=here)
        guard = self._named(("for_each", here), wanted)
        more = Transition("", inner.around, guard)
        after = tuple(self._ways(spot, name, "", screen.next))
        start = inner.id_of(inner.flow.start)
        item = State(inner.around, "inside", place, initial=start, states=self.states(inner))
        ask = State(asking, "passed", place, transitions=(more, *after))
        return State(here, "inside", place, initial=asking, states=(ask, item))

    def _asked(self, check: str, of: str, with_: Mapping[str, Plain], is_: str) -> Guard:
        key = (check, of, tuple(sorted(repr(one) for one in with_.items())), is_)
        words = ["if", check, *(["of", of] if of else [])]
        for name, value in with_.items():
            words += [name, *(value if isinstance(value, tuple) else (str(value),))]
        words += ["is", is_] if is_ != OK else []
        return self._named(key, Guard("_".join(words), check, of, with_, is_))

    def _named(self, key: object, wanted: Guard) -> Guard:
        """The guard of that key; a new one has its wanted name, or that with a number."""
        if key not in self.guards:
            plain = re.sub(r"\W", "_", wanted.variable, flags=re.ASCII)
            name, count = plain, 2
            while name in self._names:
                name, count = f"{plain}_{count}", count + 1
            self._names.add(name)
            self.guards[key] = replace(wanted, variable=name)
        return self.guards[key]
