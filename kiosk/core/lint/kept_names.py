"""What a flow shows and asks for was kept before: on every road that leads there."""

from collections.abc import Iterator

from kiosk.core.flow import Flow, Question, Screen
from kiosk.core.lint.gains import Names
from kiosk.core.lint.ground import Ground
from kiosk.core.lint.naming import Name, asked_by, shown_by
from kiosk.core.lint.saying import Said
from kiosk.core.lint.screens import not_there
from kiosk.core.shape.guessing import guess


def problems(ground: Ground, flow: Flow) -> Iterator[Said]:
    """Every name that is shown or asked for and cannot be there."""
    for name, screen in flow.screens.items():
        surely = ground.known.get((flow.flow, name))
        for shown in shown_by(screen):
            yield from _shown(ground, screen, shown, surely)
        for asked in asked_by(screen):
            if asked.name not in ground.kept:
                yield _never(ground, asked)


def _never(ground: Ground, name: Name) -> Said:
    said = f"nothing is ever kept under '{name.name}'{guess(name.name, ground.kept)}"
    return Said(name.marks, name.key, "K234", said)


def _shown(ground: Ground, screen: Screen, shown: Name, surely: Names | None) -> Iterator[Said]:
    large = isinstance(screen, Question) and shown.key in ("show", "beside")
    if large and shown.name not in ground.kept:
        yield _never(ground, shown)
    elif shown.name not in ground.braces:
        said = not_there(shown.name, ground.braces, "fact")
        yield Said(shown.marks, shown.key, "K217", said)
    elif shown.name in ground.rows:
        said = f"under '{shown.name}' there can be more than one: it cannot be shown"
        yield Said(shown.marks, shown.key, "K256", said)
    elif surely is not None and shown.name not in surely and shown.name not in ground.guide.facts:
        said = f"'{shown.name}' is not kept yet on every road that leads here"
        yield Said(shown.marks, shown.key, "K229", said)
