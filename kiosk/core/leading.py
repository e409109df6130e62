"""Where a screen leads: its answers, its checks, its ways on, and the screens at their ends."""

from kiosk.core.flow import (
    Answer,
    Decide,
    End,
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
from kiosk.core.marks import Marks


def answers_of(screen: Screen) -> tuple[Answer, ...]:
    """The answers a family may touch on that screen."""
    match screen:
        case Question() | Form() | Pick() | Wait():
            return screen.answers
        case End() | Run() | Decide() | Return():
            return ()


def musts_of(screen: Screen) -> tuple[Must, ...]:
    """The checks of what is typed on that screen."""
    return screen.checks if isinstance(screen, Form) else ()


def ways_of(screen: Screen) -> tuple[tuple[Way, ...], ...]:
    """Every row of ways that leads on from that screen."""
    rows = [answer.go for answer in answers_of(screen)]
    match screen:
        case Form() | Pick() | Wait():
            rows.append(screen.next)
        case Decide():
            rows.append(screen.decide)
        case Run():
            rows.extend(screen.after.values())
            rows.append(screen.next)
        case Question() | End() | Return():
            pass
    return tuple(row for row in rows if row)


def targets_of(screen: Screen) -> tuple[tuple[str, Marks], ...]:
    """Every screen that this one can lead to within its flow, with where that is written."""
    ways = [(way.go, way.at) for row in ways_of(screen) for way in row]
    for must in musts_of(screen):
        handlers = [*must.when.values(), *([must.else_] if must.else_ else [])]
        ways += [(handler.go, handler.at) for handler in handlers if handler.go]
    return tuple(ways)
