"""Loose ends of a flow: what is said and never used, or does not do what it seems to."""

import re
from collections.abc import Iterator

from kiosk.core.conditions import OK
from kiosk.core.flow import Answer, Flow, Form, Must, Question, Run, Screen, Told, Wait, Way
from kiosk.core.guide import Guide
from kiosk.core.leading import answers_of, musts_of, ways_of
from kiosk.core.lint.gains import suggests
from kiosk.core.lint.ground import Ground
from kiosk.core.lint.naming import kept_by
from kiosk.core.lint.saying import Said

_NAME = re.compile(r"[a-z][a-z0-9_]*")


def advice(ground: Ground, flow: Flow) -> Iterator[Said]:
    """Every loose end of the flow."""
    if flow.version < 1:
        yield Said(flow.at, "version", "K253", "count versions from 1")
    yield from _names(flow)
    waits = frozenset(ground.guide.waits) - _waited_for(ground.guide)
    for name, screen in flow.screens.items():
        yield from _unused(ground, screen)
        for row in ways_of(screen):
            yield from _row(ground.guide, row)
        for must in musts_of(screen):
            yield from _must(ground.guide, must)
        for answer in answers_of(screen):
            yield from _answer(flow, name, answer)
            if answer.restart in waits:
                said = f"no page waits for '{answer.restart}': there is no clock to start anew"
                yield Said(answer.at, "restart", "K247", said)
        yield from _ignored(screen)


def _waited_for(guide: Guide) -> frozenset[str]:
    screens = (screen for flow in guide.flows.values() for screen in flow.screens.values())
    return frozenset(screen.wait.for_ for screen in screens if isinstance(screen, Wait))


def _unused(ground: Ground, screen: Screen) -> Iterator[Said]:
    is_secret = isinstance(screen, Form) and screen.field.kind == "password"
    for kept in kept_by(screen):
        if kept.name not in ground.used and not (is_secret and kept.key == "save"):
            said = f"'{kept.name}' is kept, and nothing asks for it: leave it out"
            yield Said(kept.marks, kept.key, "K235", said)


def _names(flow: Flow) -> Iterator[Said]:
    names = [(flow.at, "flow", flow.flow)]
    names += [(screen.at, "", name) for name, screen in flow.screens.items()]
    for screen in flow.screens.values():
        names += [(answer.at, "id", answer.id) for answer in answers_of(screen)]
        names += [(kept.marks, kept.key, kept.name) for kept in kept_by(screen)]
    for marks, key, name in names:
        if not _NAME.fullmatch(name):
            said = f"'{name[:40]}' is a name: small letters, digits and _, as in 'type_it'"
            yield Said(marks, key, "K252", said)


def _row(guide: Guide, row: tuple[Way, ...]) -> Iterator[Said]:
    keeps = any(way.keep for way in row)
    if len(row) > 1 and not keeps and len({way.go for way in row}) == 1:
        said = f"whatever the checks find, this leads to '{row[0].go}'"
        yield Said(row[0].at, "go", "K249", said)
    for way in row:
        check = guide.checks.get(way.if_)
        for key in ("of", "with", "is", "keep"):
            if not way.if_ and key in way.at.keys:
                said = f"'{key}' does nothing here: there is no 'if' beside it"
                yield Said(way.at, key, "K248", said)
        if check and way.keep and not suggests(check, way.is_):
            said = f"'{way.if_}' offers nothing to keep when it finds '{way.is_}'"
            yield Said(way.at, "keep", "K251", said)


def _must(guide: Guide, must: Must) -> Iterator[Said]:
    check = guide.checks.get(must.must)
    if check is None:
        return
    if must.keep and not any(suggests(check, outcome) for outcome in check.outcomes):
        said = f"'{must.must}' never offers anything to keep"
        yield Said(must.at, "keep", "K251", said)
    if must.else_ and set(check.outcomes) <= {OK, *must.when}:
        said = f"'when' handles every outcome of '{must.must}': this is never used"
        yield Said(must.at, "else", "K259", said)


def _answer(flow: Flow, name: str, answer: Answer) -> Iterator[Said]:
    here = flow.screens[name]
    for way in answer.go:
        there = flow.screens.get(way.go)
        if way.go == name:
            said = f"'{answer.id}' leads to its own page: nothing seems to happen"
            yield Said(answer.at, "go", "K233", said)
        elif isinstance(here, Told) and isinstance(there, Told) and here.title == there.title:
            said = f"'{way.go}' has the same title as this page: nothing seems to happen"
            yield Said(answer.at, "go", "K260", said)


def _ignored(screen: Screen) -> Iterator[Said]:
    match screen:
        case Run():
            useless = ("after",) if screen.for_each else ("item", "save", "next")
            when = "with" if screen.for_each else "without"
            for key in _written(screen, useless):
                yield Said(screen.at, key, "K245", f"'{key}' does nothing {when} 'for_each'")
        case Question() if screen.show:
            for key in _written(screen, ("steps", "card")):
                yield Said(screen.at, key, "K246", f"'{key}' is not seen on a page with 'show'")
        case Question() if screen.beside:
            yield Said(screen.at, "beside", "K246", "'beside' is only seen beside 'show'")
        case Form() if screen.field.kind == "password" and screen.checks:
            said = "a password is judged by the rule set, in its field: these are never asked"
            yield Said(screen.at, "checks", "K254", said)
        case Wait() if not screen.answers:
            said = "a family can only wait here: give an answer for those who cannot"
            yield Said(screen.at, "answers", "K258", said)


def _written(screen: Screen, keys: tuple[str, ...]) -> Iterator[str]:
    return (key for key in keys if key in screen.at.keys)
