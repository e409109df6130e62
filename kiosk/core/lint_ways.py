"""The ways of a flow: every target, check, outcome and return is there, and each is handled."""

import difflib
from collections.abc import Iterable, Iterator, Mapping

from kiosk.core.conditions import OK, Check, Plain
from kiosk.core.flow import (
    Answer,
    Decide,
    End,
    Flow,
    Form,
    Handler,
    Must,
    Pick,
    Question,
    Return,
    Run,
    Screen,
    Wait,
    Way,
    answers_of,
    musts_of,
    targets_of,
    ways_of,
)
from kiosk.core.guide import Guide
from kiosk.core.marks import Marks

Said = tuple[Marks, str, str, str]


def problems(guide: Guide, flow: Flow) -> Iterator[Said]:
    """Every problem of the flow's ways on, as (marks, key, code, message)."""
    for screen in flow.screens.values():
        for target, marks in targets_of(screen):
            if target not in flow.screens:
                guess = _guess(target, flow.screens)
                yield marks, "go", "K202", f"there is no screen '{target}' in this flow{guess}"
        yield from _empty_rows(screen)
        for row in ways_of(screen):
            yield from _row(guide, row)
        for must in musts_of(screen):
            yield from _must(guide, must)
        for answer in answers_of(screen):
            yield from _answer(guide, answer)
        if isinstance(screen, Run):
            yield from _run(guide, screen)


def _empty_rows(screen: Screen) -> Iterator[Said]:
    rows = [(answer.at, "go", answer.go) for answer in answers_of(screen)]
    match screen:
        case Form() | Pick() | Wait():
            rows.append((screen.at, "next", screen.next))
        case Decide():
            rows.append((screen.at, "decide", screen.decide))
        case Run():
            rows.extend((screen.at, "after", row) for row in screen.after.values())
        case Question() | End() | Return():
            pass
    empty = "it is empty: say where to go"
    yield from ((at, key, "K208", empty) for at, key, row in rows if not row)


def _row(guide: Guide, row: tuple[Way, ...]) -> Iterator[Said]:
    if row[-1].if_:
        yield row[-1].at, "if", "K208", "the last way has no 'if': say where to go otherwise"
    for way in row[:-1]:
        if not way.if_:
            yield way.at, "go", "K209", "what follows this way is never reached: it has no 'if'"
    for way in row:
        if way.if_:
            check = guide.checks.get(way.if_)
            if check is None:
                yield (
                    way.at,
                    "if",
                    "K204",
                    f"there is no check '{way.if_}'{_guess(way.if_, guide.checks)}",
                )
                continue
            yield from _params(check, way.with_, way.at)
            if way.is_ not in check.outcomes:
                yield way.at, "is", "K207", _not_an_outcome(check, way.is_)


def _must(guide: Guide, must: Must) -> Iterator[Said]:
    check = guide.checks.get(must.must)
    if check is None:
        yield (
            must.at,
            "must",
            "K204",
            f"there is no check '{must.must}'{_guess(must.must, guide.checks)}",
        )
        return
    yield from _params(check, must.with_, must.at)
    for outcome in must.when:
        if outcome not in check.outcomes or outcome == OK:
            yield must.at, "when", "K207", _not_an_outcome(check, outcome)
    open_ones = [one for one in check.outcomes if one not in must.when and one != OK]
    if open_ones and must.else_ is None:
        names = ", ".join(open_ones)
        yield (
            must.at,
            "must",
            "K206",
            f"say what happens for these outcomes of '{check.name}': {names}",
        )
    for handler in [*must.when.values(), *([must.else_] if must.else_ else [])]:
        yield from _handler(handler)


def _handler(handler: Handler) -> Iterator[Said]:
    if bool(handler.say) == bool(handler.go):
        yield handler.at, "say", "K224", "give one of 'say' and 'go'"


def _answer(guide: Guide, answer: Answer) -> Iterator[Said]:
    if answer.restart and answer.restart not in guide.waits:
        guess = _guess(answer.restart, guide.waits)
        yield answer.at, "restart", "K222", f"there is no wait '{answer.restart}'{guess}"


def _params(check: Check, given: Mapping[str, Plain], marks: Marks) -> Iterator[Said]:
    for name in given:
        if name not in check.params:
            guess = _guess(name, check.params)
            yield marks, "with", "K205", f"the check '{check.name}' takes no '{name}'{guess}"


def _run(guide: Guide, screen: Run) -> Iterator[Said]:
    child = guide.flows.get(screen.run)
    if child is None:
        yield (
            screen.at,
            "run",
            "K203",
            f"there is no flow '{screen.run}'{_guess(screen.run, guide.flows)}",
        )
        return
    if screen.for_each:
        for key in ("item", "save", "next"):
            if not getattr(screen, key):
                yield screen.at, "for_each", "K211", f"'for_each' needs '{key}' beside it"
        return
    yield from _after(screen, child.returns())


def _after(screen: Run, returns: tuple[str, ...]) -> Iterator[Said]:
    for word in returns:
        if word not in screen.after:
            message = f"say where to go after '{screen.run}' returns '{word}'"
            yield screen.at, "after", "K210", message
    for word in screen.after:
        if word not in returns:
            guess = _guess(word, returns)
            yield screen.at, "after", "K210", f"'{screen.run}' never returns '{word}'{guess}"


def _not_an_outcome(check: Check, said: str) -> str:
    names = ", ".join(outcome for outcome in check.outcomes)
    return f"'{said}' is no outcome of '{check.name}' ({names}){_guess(said, check.outcomes)}"


def _guess(said: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(said, list(known), n=1)
    return f"; did you mean '{close[0]}'?" if close else ""
