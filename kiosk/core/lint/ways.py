"""The ways of a flow: every target, check, outcome and return is there, and each is handled."""

from collections.abc import Iterator, Mapping

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
)
from kiosk.core.guide import Guide
from kiosk.core.leading import answers_of, musts_of, targets_of, ways_of
from kiosk.core.lint.ground import Ground
from kiosk.core.lint.saying import Said
from kiosk.core.marks import Marks
from kiosk.core.shape.guessing import guess


def problems(ground: Ground, flow: Flow) -> Iterator[Said]:
    """Every problem of the flow's ways on."""
    for screen in flow.screens.values():
        for target, marks in targets_of(screen):
            if target not in flow.screens:
                close = guess(target, flow.screens)
                yield Said(
                    marks, "go", "K202", f"there is no screen '{target}' in this flow{close}"
                )
        yield from _empty_rows(screen)
        for row in ways_of(screen):
            yield from _row(ground.guide, row)
        for must in musts_of(screen):
            yield from _must(ground.guide, must)
        for answer in answers_of(screen):
            yield from _answer(ground.guide, answer)
        if isinstance(screen, Run):
            yield from _run(ground.guide, screen)


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
    yield from (Said(at, key, "K208", empty) for at, key, row in rows if not row)


def _row(guide: Guide, row: tuple[Way, ...]) -> Iterator[Said]:
    if row[-1].if_:
        said = "the last way has no 'if': say where to go otherwise"
        yield Said(row[-1].at, "if", "K208", said)
    asked: set[object] = set()
    for n, way in enumerate(row):
        if not way.if_:
            if n < len(row) - 1:
                said = "what follows this way is never reached: it has no 'if'"
                yield Said(way.at, "go", "K209", said)
            continue
        yield from _condition(guide, way)
        question = (way.if_, way.of, tuple(way.with_.items()), way.is_)
        if question in asked:
            said = "the same is asked above: this way is never taken"
            yield Said(way.at, "if", "K250", said)
        asked.add(question)


def _condition(guide: Guide, way: Way) -> Iterator[Said]:
    check = guide.checks.get(way.if_)
    if check is None:
        yield Said(way.at, "if", "K204", _no_check(guide, way.if_))
        return
    yield from _params(check, way.with_, way.at)
    if way.is_ not in check.outcomes:
        yield Said(way.at, "is", "K207", _not_an_outcome(check, way.is_))


def _must(guide: Guide, must: Must) -> Iterator[Said]:
    check = guide.checks.get(must.must)
    if check is None:
        yield Said(must.at, "must", "K204", _no_check(guide, must.must))
        return
    yield from _params(check, must.with_, must.at)
    for outcome in must.when:
        if outcome == OK:
            said = "leave 'ok' out: then the visit goes on by 'next'"
            yield Said(must.at, "when", "K207", said)
        elif outcome not in check.outcomes:
            yield Said(must.at, "when", "K207", _not_an_outcome(check, outcome))
    open_ones = [one for one in check.outcomes if one not in must.when and one != OK]
    if open_ones and must.else_ is None:
        said = f"say what happens for these outcomes of '{check.name}': {', '.join(open_ones)}"
        yield Said(must.at, "must", "K206", said)
    for handler in [*must.when.values(), *([must.else_] if must.else_ else [])]:
        yield from _handler(handler)


def _handler(handler: Handler) -> Iterator[Said]:
    if bool(handler.say) == bool(handler.go):
        yield Said(handler.at, "say", "K224", "give one of 'say' and 'go'")


def _answer(guide: Guide, answer: Answer) -> Iterator[Said]:
    if answer.restart and answer.restart not in guide.waits:
        close = guess(answer.restart, guide.waits)
        said = f"there is no wait '{answer.restart}'{close}"
        yield Said(answer.at, "restart", "K222", said)


def _params(check: Check, given: Mapping[str, Plain], marks: Marks) -> Iterator[Said]:
    for name in given:
        if name not in check.params:
            said = f"the check '{check.name}' takes no '{name}'{guess(name, check.params)}"
            yield Said(marks, "with", "K205", said)
    for name in check.params:
        shown = [one.situation.params.get(name) for one in check.examples]
        if shown and name not in given and None not in shown:
            said = f"the check '{check.name}' needs '{name}': {check.params[name]}"
            yield Said(marks, "with", "K243", said)
        wants_text = bool(shown) and all(isinstance(one, str) for one in shown)
        if wants_text and not isinstance(given.get(name, ""), str):
            said = f"'{name}' is compared with a text: put '{given[name]}' in quotes"
            yield Said(marks, "with", "K244", said)


def _run(guide: Guide, screen: Run) -> Iterator[Said]:
    child = guide.flows.get(screen.run)
    if child is None:
        said = f"there is no flow '{screen.run}'{guess(screen.run, guide.flows)}"
        yield Said(screen.at, "run", "K203", said)
        return
    if screen.for_each:
        for key in ("item", "save", "next"):
            if not getattr(screen, key):
                yield Said(screen.at, "for_each", "K211", f"'for_each' needs '{key}' beside it")
        return
    yield from _after(screen, child.returns())


def _after(screen: Run, returns: tuple[str, ...]) -> Iterator[Said]:
    for word in returns:
        if word not in screen.after:
            said = f"say where to go after '{screen.run}' returns '{word}'"
            yield Said(screen.at, "after", "K210", said)
    for word in screen.after:
        if word not in returns:
            said = f"'{screen.run}' never returns '{word}'{guess(word, returns)}"
            yield Said(screen.at, "after", "K210", said)


def _no_check(guide: Guide, said: str) -> str:
    return f"there is no check '{said}'{guess(said, guide.checks)}"


def _not_an_outcome(check: Check, said: str) -> str:
    names = ", ".join(outcome for outcome in check.outcomes)
    return f"'{said}' is no outcome of '{check.name}' ({names}){guess(said, check.outcomes)}"
