"""What is surely kept after each way out of a screen, given what was kept when it was entered.

What a check tells about the value it is asked of comes from the check's own examples.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiosk.core.conditions import OK, Check
from kiosk.core.flow import Decide, End, Form, Must, Pick, Question, Return, Run, Screen, Wait, Way
from kiosk.core.guide import Guide
from kiosk.core.leading import answers_of

Names = frozenset[str]

NOTHING: Names = frozenset()


@dataclass(frozen=True, slots=True)
class Out:
    """One way out: where to, what is kept before its check is asked, and what after."""

    way: Way
    before: Names
    after: Names


@dataclass(frozen=True)
class Gains:
    """What the ways of a guide's flows add. `facts` are the words for braces that come with a name,
    such as {school_phone} with a school."""

    guide: Guide
    facts: Mapping[str, Names]

    def outs(self, screen: Screen, names: Names) -> Iterator[Out]:
        """Every way out of the screen but those of a flow that it runs."""
        for answer in answers_of(screen):
            yield from self.row(answer.go, names | frozenset(answer.set_))
        match screen:
            case Form():
                yield from self._form(screen, names)
            case Pick():
                yield from self.row(screen.next, names | self._picked(screen))
            case Wait():
                yield from self.row(screen.next, names)
            case Decide():
                yield from self.row(screen.decide, names)
            case Run():
                yield from self.row(screen.next, names | {screen.save})
            case Question() | End() | Return():
                pass

    def row(self, row: tuple[Way, ...], names: Names) -> Iterator[Out]:
        """The ways of one row. A way that was not taken tells something, too."""
        for way in row:
            check = self.guide.checks.get(way.if_)
            if check is None:
                yield Out(way, names, names)
                continue
            after = names
            if way.of and tells_known(check, way.is_):
                after = names | {way.of} | self.facts.get(way.of, NOTHING)
            if way.keep and suggests(check, way.is_):
                after |= {way.keep}
            yield Out(way, names, after)
            if way.of and of_nothing(check) == {way.is_}:
                names = names | {way.of} | self.facts.get(way.of, NOTHING)

    def _picked(self, screen: Pick) -> Names:
        comes = self.facts.get(screen.pick.save, NOTHING) if screen.pick.at_most == 1 else NOTHING
        return comes | {screen.pick.save}

    def _form(self, screen: Form, names: Names) -> Iterator[Out]:
        kept = names | ({screen.field.save} - {""})
        for must in screen.checks:
            check = self.guide.checks.get(must.must)
            if check is None:
                continue
            yield from _handled(must, check, kept)
            if must.keep and suggests(check, OK):
                kept |= {must.keep}
        yield from self.row(screen.next, kept)


def suggests(check: Check, outcome: str) -> bool:
    """Whether the check offers a better value each time it has that outcome."""
    offers = [one.suggestion is not None for one in check.examples if one.outcome == outcome]
    return bool(offers) and all(offers)


def tells_known(check: Check, outcome: str) -> bool:
    """Whether that outcome tells that there is a value at all."""
    found = of_nothing(check)
    return bool(found) and outcome not in found


def of_nothing(check: Check) -> set[str]:
    """What the check is shown to find where there is no value; empty where no example tells."""
    return {one.outcome for one in check.examples if not one.value}


def _handled(must: Must, check: Check, kept: Names) -> Iterator[Out]:
    others = [one for one in check.outcomes if one != OK and one not in must.when]
    handled = [([outcome], handler) for outcome, handler in must.when.items()]
    if must.else_:
        handled.append((others, must.else_))
    for outcomes, handler in handled:
        if handler.go:
            keeps = must.keep and all(suggests(check, one) for one in outcomes)
            after = kept | {must.keep} if keeps else kept
            yield Out(Way(go=handler.go, at=handler.at), kept, after)
