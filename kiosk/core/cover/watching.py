"""Watches a guide at work: notes each answer taken, each outcome of a check, each end reached.

The watched guide asks the very same checks under names of their places, so that each outcome is
known by the place that asked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from kiosk.core.conditions import OK, Situation, Verdict
from kiosk.core.events import Event
from kiosk.core.flow import (
    Answer,
    Decide,
    End,
    Flow,
    Form,
    Must,
    Pick,
    Question,
    Return,
    Run,
    Screen,
    Wait,
    Way,
)
from kiosk.core.guide import Guide
from kiosk.core.kept import Value
from kiosk.core.leading import answers_of, musts_of
from kiosk.core.machine import advance, begin
from kiosk.core.visit import Visit

Kind = Literal["answer", "outcome", "end"]
KINDS: tuple[Kind, ...] = ("answer", "outcome", "end")
OTHERWISE = "otherwise"


@dataclass(frozen=True, order=True)
class Goal:
    """Something to cover: an answer, an outcome or an end, on a place (flow/screen)."""

    kind: Kind
    place: str
    what: str


@dataclass(frozen=True)
class Happening:
    """A visit after one event, and the goals that were met on the way there."""

    visit: Visit
    met: frozenset[Goal]


class Watched:
    """A guide that notes what happens in it. `goals` are all there are, met or not."""

    def __init__(self, guide: Guide) -> None:
        self._noted: list[Goal] = []
        self._checks = dict(guide.checks)
        names = flows_run_from(guide)
        self.guide = replace(
            guide,
            flows={name: self._flow(guide.flows[name]) for name in names},
            checks=self._checks,
        )
        self.goals = frozenset(goal for name in names for goal in _goals(guide, guide.flows[name]))

    def begin(self) -> Happening:
        """A visit on the first page."""
        self._noted.clear()
        visit = begin(self.guide)
        return Happening(visit, frozenset(self._noted))

    def advance(self, visit: Visit, event: Event) -> Happening:
        """The visit one event further. An event that does not fit gives the very same visit."""
        self._noted.clear()
        after = advance(self.guide, visit, event)
        if after is not visit:
            self._noted.append(Goal("answer", visit.place, after.trail[-1].by))
            if after.ended:
                self._noted.append(Goal("end", after.place, after.ended))
        return Happening(after, self.goals.intersection(self._noted))

    def _flow(self, flow: Flow) -> Flow:
        screens = {
            name: self._screen(screen, f"{flow.flow}/{name}")
            for name, screen in flow.screens.items()
        }
        return replace(flow, screens=screens)

    def _screen(self, screen: Screen, place: str) -> Screen:
        match screen:
            case Question():
                return replace(screen, answers=self._answers(screen.answers, place))
            case Form():
                answers = self._answers(screen.answers, place)
                checks = tuple(self._must(must, place) for must in screen.checks)
                next_ = self._row(screen.next, place, "next")
                return replace(screen, answers=answers, checks=checks, next=next_)
            case Pick() | Wait():
                answers = self._answers(screen.answers, place)
                return replace(screen, answers=answers, next=self._row(screen.next, place, "next"))
            case Decide():
                return replace(screen, decide=self._row(screen.decide, place, "decide"))
            case Run():
                after = {word: self._row(row, place, word) for word, row in screen.after.items()}
                return replace(screen, after=after, next=self._row(screen.next, place, "next"))
            case End() | Return():
                return screen

    def _answers(self, answers: tuple[Answer, ...], place: str) -> tuple[Answer, ...]:
        return tuple(replace(one, go=self._row(one.go, place, one.id)) for one in answers)

    def _row(self, row: tuple[Way, ...], place: str, label: str) -> tuple[Way, ...]:
        return tuple(
            replace(way, if_=self._watch(way.if_, place, _asked(way, label), way.is_))
            if way.if_
            else way
            for way in row
        )

    def _must(self, must: Must, place: str) -> Must:
        return replace(must, must=self._watch(must.must, place, must.must, ""))

    def _watch(self, name: str, place: str, asked: str, wanted: str) -> str:
        """Puts the check in once more, under a name of its place; `wanted` is the outcome that
        opens a way, where it guards one. Gives the new name."""
        check, noted = self._checks[name], self._noted

        def judge(value: Value, situation: Situation) -> Verdict:
            verdict = check.judge(value, situation)
            open_way = not wanted or verdict.outcome == wanted
            outcome = verdict.outcome if open_way else OTHERWISE
            noted.append(Goal("outcome", place, f"{asked} = {outcome}"))
            return verdict

        new = f"{place} {asked}"
        self._checks[new] = replace(check, name=new, judge=judge)
        return new


def flows_run_from(guide: Guide) -> tuple[str, ...]:
    """The flow that the guide starts with, those it runs, directly or not, and the one for help."""
    found = [guide.start]
    for name in found:
        screens = guide.flows[name].screens.values()
        runs = [screen.run for screen in screens if isinstance(screen, Run)]
        found += [run for run in dict.fromkeys(runs) if run not in found]
    return tuple(dict.fromkeys([*found, guide.help]))


def _goals(guide: Guide, flow: Flow) -> Iterator[Goal]:
    for name, screen in flow.screens.items():
        place = f"{flow.flow}/{name}"
        yield from (Goal("answer", place, done) for done in _doings(screen))
        for must in musts_of(screen):
            outcomes = guide.checks[must.must].outcomes
            yield from (Goal("outcome", place, f"{must.must} = {word}") for word in outcomes)
        for label, row in _rows(screen).items():
            for way in (way for way in row if way.if_):
                asked = _asked(way, label)
                yield Goal("outcome", place, f"{asked} = {way.is_}")
                yield Goal("outcome", place, f"{asked} = {OTHERWISE}")
        match screen:
            case End():
                yield Goal("end", place, screen.end)
            case Return() if flow.flow == guide.start:
                yield Goal("end", place, screen.return_)


def _doings(screen: Screen) -> Iterator[str]:
    """What a family can do on that page, as the trail calls it."""
    yield from (answer.id for answer in answers_of(screen))
    match screen:
        case Form():
            yield "confirmed" if screen.field.kind == "password" else "typed"
        case Pick():
            yield "picked"
        case Wait():
            yield "time"


def _rows(screen: Screen) -> Mapping[str, tuple[Way, ...]]:
    """Every row of ways by the name that tells it from the others of that screen."""
    rows = {answer.id: answer.go for answer in answers_of(screen)}
    match screen:
        case Form() | Pick() | Wait():
            return {**rows, "next": screen.next}
        case Decide():
            return {"decide": screen.decide}
        case Run():
            return {**screen.after, "next": screen.next}
        case Question() | End() | Return():
            return rows


def _asked(way: Way, label: str) -> str:
    """A guard in words: the row it stands in, the check, of what, and with what."""
    params = [str(value) for value in way.with_.values()]
    words = [f"{label}:", way.if_, *([way.of] if way.of else []), *params]
    if way.is_ != OK:
        words.append(way.is_)
    return " ".join(words)
