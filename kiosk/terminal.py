"""Plays a visit in a terminal, with the same core as the window: for machines without a screen."""

import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kiosk.core.events import (
    AskedHelp,
    Chosen,
    Confirmed,
    Elapsed,
    Event,
    Picked,
    Stopped,
    Typed,
    WentBack,
)
from kiosk.core.machine import advance, begin
from kiosk.core.phrases import Phrases, phrases_in
from kiosk.core.showing import view_of
from kiosk.core.view import Choice, End, Form, Password, Pick, ReadBack, Tile, View, Wait
from kiosk.station import Station

WIDTH = 76

_MARKS = {"done": "\u2713", "here": "\u25cf", "ahead": "\u25cb"}


@dataclass(frozen=True)
class Console:
    """How a terminal is read and written. `read_secret` does not show what is typed."""

    read: Callable[[str], str]
    read_secret: Callable[[str], str]
    write: Callable[[str], None]


def play(station: Station, console: Console) -> str:
    """Plays one visit, page by page, until it ends. Gives the end's code."""
    visit = begin(station.guide)
    phrases = phrases_in(station.words["en"])
    while True:
        view = view_of(station.guide, visit, station.words["en"])
        console.write("\n".join(lines_of(view)))
        if visit.ended:
            return visit.ended
        event = _ask(view, phrases, station, console)
        after = advance(station.guide, visit, event) if event else visit
        if after is visit:
            console.write(f"  {phrases.terminal_again}")
        visit = after


def lines_of(view: View) -> Iterator[str]:
    """The page as lines of text, at most 76 wide."""
    page = view.page
    yield ""
    yield "\u2500" * WIDTH
    if page.progress:
        yield "   ".join(_stone(stone.name, stone.state) for stone in page.stones)
        yield ""
    if page.well_done:
        yield page.well_done
    yield from textwrap.wrap(page.title.upper(), WIDTH)
    for say in page.says:
        yield from textwrap.wrap(say, WIDTH)
    yield from _body(view)


def _stone(name: str, state: str) -> str:
    return f"{_MARKS[state]} {name}"


def _body(view: View) -> Iterator[str]:
    match view.body:
        case Pick():
            yield from _numbered([option.name for option in view.body.options])
            yield from _tiles(view.body.answers, len(view.body.options))
        case End():
            yield from _todo(view.body)
        case _:
            yield from _before_answers(view.body)
            yield from _tiles(view.body.answers)


def _before_answers(body: Choice | ReadBack | Form | Password | Wait) -> Iterator[str]:
    match body:
        case Choice():
            yield from (f"  {n}. {step}" for n, step in enumerate(body.steps, 1))
        case ReadBack():
            yield from (
                f"      {' '.join(groups)}" for groups in (body.groups, body.other) if groups
            )
        case Form():
            yield f"  {body.hint}"
            yield f"  \u2192 {body.refusal}" if body.refusal else ""
        case Password():
            yield from (f"  {_MARKS['ahead']} {rule.text}" for rule in body.rules)
        case Wait():
            yield f"  ({body.seconds // 60} min)"


def _todo(body: End) -> Iterator[str]:
    for todo in body.todo:
        when = f" ({todo.when})" if todo.when else ""
        yield from textwrap.wrap(
            f"\u2022 {todo.who}: {todo.what}{when}", WIDTH, subsequent_indent="  "
        )
    yield f"[{body.code}]"


def _tiles(tiles: tuple[Tile, ...], after: int = 0) -> Iterator[str]:
    yield from _numbered([tile.text for tile in tiles], after)


def _numbered(texts: list[str], after: int = 0) -> Iterator[str]:
    yield from (f"  [{n}] {text}" for n, text in enumerate(texts, after + 1))


def _ask(view: View, phrases: Phrases, station: Station, console: Console) -> Event | None:
    said = console.read(f"  {phrases.terminal_prompt} ").strip()
    commands: dict[str, Event] = {"b": WentBack(), "?": AskedHelp(), "q": Stopped()}
    if said in commands:
        return commands[said]
    match view.body:
        case Form() if not _touched(said, view.body.answers):
            return Typed(said)
        case Password() if not _touched(said, view.body.answers):
            return _password(view.body, phrases, station, console)
        case Pick() if _picked(said, view.body):
            return Picked(_picked(said, view.body))
        case Wait() if not said:
            return Elapsed()
        case Pick():
            return _touched(said, view.body.answers, len(view.body.options))
        case End():
            return None
    return _touched(said, view.body.answers)


def _password(body: Password, phrases: Phrases, station: Station, console: Console) -> Event | None:
    """The password is read, judged and forgotten here."""
    ticks = station.judge(console.read_secret(f"  {body.label}: "), body.personal)
    for rule, tick in zip(body.rules, ticks, strict=True):
        more = phrases.more_to_go.of(tick.to_go) if tick.to_go else ""
        mark = _MARKS["done"] if tick.met else _MARKS["ahead"]
        console.write(f"  {mark} {rule.text} {more}".rstrip())
    return Confirmed() if all(tick.met for tick in ticks) else None


def _picked(said: str, body: Pick) -> tuple[str, ...]:
    numbers = [_number(part) for part in said.replace(",", " ").split()]
    chosen = [number - 1 for number in numbers if 0 < number <= len(body.options)]
    return tuple(body.options[number].id for number in sorted(set(chosen)))


def _touched(said: str, answers: tuple[Tile, ...], after: int = 0) -> Event | None:
    number = _number(said) - after
    return Chosen(answers[number - 1].id) if 0 < number <= len(answers) else None


def _number(said: str) -> int:
    """The number that was typed, or 0 where it is none that could stand before an answer."""
    return int(said) if said.isdecimal() and len(said) < 5 else 0
