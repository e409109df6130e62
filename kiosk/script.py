"""A script of answers: one line a page, played through the core as a family would touch it.

A bare word is an answer's id. `type: TEXT`, `pick: ID, ID`, `password: TEXT`, `language: CODE` and
`go: back|help|time|stop|leave` are the other things that can happen; `go: confirmed` is a password
that the field is content with. `#` begins a note;
`# office: open` or `closed` makes `kiosk walk` play at such a time.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kiosk.core.errors import KioskError
from kiosk.core.events import (
    AskedHelp,
    Chosen,
    Confirmed,
    Elapsed,
    Event,
    LanguageChosen,
    LeftAlone,
    Picked,
    Stopped,
    Typed,
    WentBack,
)
from kiosk.core.machine import advance, begin
from kiosk.core.showing import view_of
from kiosk.core.view import Choice, End, Form, Password, Pick, ReadBack, View, Wait
from kiosk.core.visit import Visit
from kiosk.station import Station

_GO: dict[str, Event] = {
    "back": WentBack(),
    "help": AskedHelp(),
    "time": Elapsed(),
    "stop": Stopped(),
    "leave": LeftAlone(),
}


class DoesNotFit(KioskError):
    """A line of the script does not fit the page it meets; says which, and what would fit."""


@dataclass(frozen=True)
class Line:
    """One line of a script: its number, what happens, and to what."""

    number: int
    verb: str
    value: str


def read_script(text: str) -> tuple[Line, ...]:
    """The lines of a script, without notes and empty ones."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    for number, raw in enumerate(text.splitlines(), 1):
        said = raw.split(" #")[0].strip() if not raw.lstrip().startswith("#") else ""
        verb, colon, value = said.partition(":")
        if colon:
            yield Line(number, verb.strip(), value.strip())
        elif said:
            yield Line(number, "answer", said)


def play(station: Station, lines: tuple[Line, ...], seen: Callable[[View], None]) -> Visit:
    """Plays the script from the first page and hands every page to `seen`.

    Gives the visit at its end. Raises DoesNotFit where a line does not fit, or where the script is
    over before the visit is.
    """
    visit = begin(station.guide)
    view = _view(station, visit)
    seen(view)
    for line in lines:
        if visit.ended:
            raise DoesNotFit(f"line {line.number}: the visit is over, it reached {visit.ended}")
        after = advance(station.guide, visit, _event(station, view, line))
        if after is visit:
            raise DoesNotFit(f"line {line.number}: {_said(line)} does not fit {_fitting(view)}")
        visit, view = after, _view(station, after)
        seen(view)
    if not visit.ended:
        raise DoesNotFit(f"the script is over, but the visit is not: it stands on {_fitting(view)}")
    return visit


def script_of(events: tuple[Event, ...]) -> str:
    """A script that plays these events; `go: confirmed` stands for a password, which none holds."""
    return "".join(f"{_written(event)}\n" for event in events)


def _written(event: Event) -> str:
    match event:
        case Chosen(answer):
            return answer
        case Typed(text):
            return f"type: {text}"
        case Picked(options):
            return f"pick: {', '.join(options)}"
        case Confirmed():
            return "go: confirmed"
        case LanguageChosen(language):
            return f"language: {language}"
        case _:
            return next(f"go: {name}" for name, known in _GO.items() if known == event)


def _view(station: Station, visit: Visit) -> View:
    words = station.words.get(visit.language) or station.words["en"]
    return view_of(station.guide, visit, words)


def _event(station: Station, view: View, line: Line) -> Event:
    match line.verb:
        case "answer":
            return Chosen(line.value)
        case "type":
            return Typed(line.value)
        case "pick":
            return Picked(tuple(one.strip() for one in line.value.split(",")))
        case "password":
            return _judged(station, view, line)
        case "language":
            return LanguageChosen(line.value)
        case "go" if line.value == "confirmed":
            return Confirmed()
        case "go" if line.value in _GO:
            return _GO[line.value]
    raise DoesNotFit(f"line {line.number}: {_said(line)} is nothing a script can say")


def _said(line: Line) -> str:
    """The line as it stands in the script, but for a password."""
    if line.verb == "password":
        return "'password: ...'"
    return f"'{line.value}'" if line.verb == "answer" else f"'{line.verb}: {line.value}'"


def _judged(station: Station, view: View, line: Line) -> Event:
    personal = view.body.personal if isinstance(view.body, Password) else ()
    open_rules = [tick.id for tick in station.judge(line.value, personal) if not tick.met]
    if open_rules:
        raise DoesNotFit(f"line {line.number}: the password misses: {', '.join(open_rules)}")
    return Confirmed()


def _fitting(view: View) -> str:
    """The page and what can be said there."""
    match view.body:
        case Choice() | ReadBack():
            fits = _ids(view.body)
        case Wait():
            fits = [*_ids(view.body), "go: time"]
        case Pick():
            ids = [option.id for option in view.body.options]
            fits = [f"pick: {', '.join(ids[: view.body.at_least])}", *_ids(view.body)]
        case Password():
            fits = ["password: ...", *_ids(view.body)]
        case End():
            fits = []
        case Form():
            fits = ["type: ...", *_ids(view.body)]
    return f"{view.page.place} ({' | '.join(fits)})"


def _ids(body: Choice | ReadBack | Form | Pick | Password | Wait) -> list[str]:
    return [tile.id for tile in body.answers]
