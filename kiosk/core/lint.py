"""What a flow means, held against what the site knows: every problem, with its place.

Each pass is a small generator of (marks, key, code, message); `problems_of` runs them all.
"""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kiosk.core import lint_ways, paths
from kiosk.core.errors import Problem
from kiosk.core.flow import (
    End,
    Field,
    Flow,
    Form,
    Pick,
    Picking,
    Question,
    Run,
    Screen,
    Told,
    Wait,
    answers_of,
    musts_of,
    ways_of,
)
from kiosk.core.guide import Guide
from kiosk.core.marks import Marks
from kiosk.core.words import placeholders

Said = tuple[Marks, str, str, str]


@dataclass(frozen=True)
class Art:
    """The names of the pictures and icons that there are."""

    pictures: frozenset[str] = frozenset()
    icons: frozenset[str] = frozenset()


def problems_of(guide: Guide, files: dict[str, str], art: Art) -> list[Problem]:
    """Every problem of every flow of the guide; `files` names the file of each flow."""
    braces = known_braces(guide)
    ending = paths.enders(guide.flows)
    found: list[Problem] = []
    for name, flow in guide.flows.items():
        passes: list[Iterable[Said]] = [
            lint_ways.problems(guide, flow),
            _graph(flow, ending),
            _screens(guide, flow, art),
            _braces(flow, braces),
        ]
        found += [
            Problem(files[name], marks.of(key).line, marks.of(key).column, code, message)
            for said in passes
            for marks, key, code, message in said
            if message
        ]
    return found


def known_braces(guide: Guide) -> frozenset[str]:
    """Every name that may stand in braces: site facts, options' facts, and what flows keep."""
    names = set(guide.facts)
    for options in guide.options.values():
        for option in options:
            names.update(option.facts)
    for flow in guide.flows.values():
        for screen in flow.screens.values():
            names.update(_kept_by(screen))
    return frozenset(names - {""})


def _kept_by(screen: Screen) -> Iterator[str]:
    yield from (must.keep for must in musts_of(screen))
    yield from (way.keep for row in ways_of(screen) for way in row)
    yield from (name for answer in answers_of(screen) for name in answer.set_)
    match screen:
        case Form():
            yield screen.field.save
        case Pick():
            yield screen.pick.save
        case Run():
            yield from (screen.item, screen.save)


def _graph(flow: Flow, ending: frozenset[str]) -> Iterator[Said]:
    if flow.start not in flow.screens:
        yield flow.at, "start", "K201", f"there is no screen '{flow.start}' to start on"
        return
    for name in paths.unreachable(flow):
        yield flow.screens[name].at, "", "K212", f"nothing leads to the screen '{name}'"
    for name in paths.endless(flow, ending):
        yield flow.screens[name].at, "", "K213", f"from '{name}' a family can never reach an end"
    for name in paths.circles(flow):
        yield flow.screens[name].at, "decide", "K214", f"'{name}' comes round to itself for ever"


def _screens(guide: Guide, flow: Flow, art: Art) -> Iterator[Said]:
    for name, screen in flow.screens.items():
        if isinstance(screen, Told):
            yield from _told(name, screen, art)
        yield from _answers(screen, art)
        match screen:
            case Form():
                yield from _field(screen.field)
            case Pick():
                yield from _pick(screen.pick, guide)
            case Wait() if screen.wait.for_:
                key = screen.wait.for_
                yield screen.wait.at, "for", "K222", _known(key, guide.waits, "wait")
            case Wait() if screen.wait.minutes <= 0:
                yield screen.wait.at, "minutes", "K222", "say how many minutes, or name a wait"
            case Question() if screen.card:
                errands = {card.errand for card in guide.cards}
                wanted = screen.card
                yield wanted.at, "errand", "K223", _known(wanted.errand, errands, "card")


def _told(name: str, screen: Told, art: Art) -> Iterator[Said]:
    if bool(screen.ask) == bool(screen.tell):
        yield screen.at, "ask", "K216", f"'{name}' needs one of 'ask' and 'tell', not both"
    if screen.picture:
        yield screen.at, "picture", "K218", _known(screen.picture, art.pictures, "picture")


def _answers(screen: Screen, art: Art) -> Iterator[Said]:
    answers = answers_of(screen)
    if isinstance(screen, Question) and not answers:
        yield screen.at, "answers", "K225", "give one answer or more"
    ids = [answer.id for answer in answers]
    texts = [answer.text for answer in answers]
    for answer in answers:
        if ids.count(answer.id) > 1:
            yield answer.at, "id", "K215", f"two answers have the id '{answer.id}'"
        if texts.count(answer.text) > 1:
            yield answer.at, "text", "K219", f"two answers say '{answer.text}'"
        if answer.icon:
            yield answer.at, "icon", "K218", _known(answer.icon, art.icons, "icon")


def _field(field: Field) -> Iterator[Said]:
    if field.kind == "password" and field.save:
        yield field.at, "save", "K220", "a password is never kept: leave 'save' out"
    if field.kind != "password" and not field.save:
        yield field.at, "kind", "K220", "say with 'save' under which name it is kept"


def _pick(pick: Picking, guide: Guide) -> Iterator[Said]:
    yield pick.at, "of", "K221", _known(pick.of, guide.options, "list")
    if not 1 <= pick.at_least <= pick.at_most:
        yield pick.at, "at_least", "K226", "choose 1 or more, up to 'at_most'"


def _known(said: str, known: Iterable[str], kind: str) -> str:
    """What to say of a name that is not known, or an empty text."""
    names = list(known)
    if said in names:
        return ""
    close = difflib.get_close_matches(said, names, n=1)
    return f"there is no {kind} '{said}'" + (f"; did you mean '{close[0]}'?" if close else "")


def _braces(flow: Flow, known: frozenset[str]) -> Iterator[Said]:
    for screen in flow.screens.values():
        for marks, key, text in texts_of(screen):
            for name in placeholders(text):
                yield marks, key, "K217", _known(name, known, "fact")


def texts_of(screen: Screen) -> Iterator[tuple[Marks, str, str]]:
    """Every text of a screen that a family may see, with its place: (marks, key, text)."""
    for answer in answers_of(screen):
        yield answer.at, "text", answer.text
    for must in musts_of(screen):
        handlers = [*must.when.values(), *([must.else_] if must.else_ else [])]
        yield from ((handler.at, "say", handler.say) for handler in handlers if handler.say)
    if isinstance(screen, Told):
        yield from _told_texts(screen)


def _told_texts(screen: Told) -> Iterator[tuple[Marks, str, str]]:
    yield screen.at, "ask" if screen.ask else "tell", screen.title
    yield from ((screen.at, "say", say) for say in screen.say)
    if screen.well_done:
        yield screen.at, "well_done", screen.well_done
    match screen:
        case Question():
            yield from ((screen.at, "steps", step) for step in screen.steps)
        case Form():
            field = screen.field
            yield from ((field.at, key, getattr(field, key)) for key in ("label", "hint", "button"))
        case Pick():
            yield from (
                (screen.pick.at, key, getattr(screen.pick, key)) for key in ("search", "button")
            )
        case End():
            yield screen.at, "button", screen.button
            for todo in screen.todo:
                yield from ((todo.at, key, getattr(todo, key)) for key in ("who", "what", "when"))
