"""The screens of a flow, each by itself: what it names is there, and nothing in it disagrees."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from kiosk.core.codes import CODES, DEEDS
from kiosk.core.flow import End, Field, Flow, Form, Pick, Picking, Question, Screen, Told, Wait
from kiosk.core.guide import Guide
from kiosk.core.having import NEEDS
from kiosk.core.leading import answers_of
from kiosk.core.lint.ground import Art, Ground
from kiosk.core.lint.saying import Said
from kiosk.core.shape.guessing import guess
from kiosk.core.visit import LEFT_ALONE, STOPPED

# A text that asks for one of these must not stand over a field that keeps what is typed.
_SECRET = re.compile(
    r"\b(passwords?|passcodes?|pin|pin code|social security|secret)\b", re.IGNORECASE
)


def problems(ground: Ground, flow: Flow) -> Iterator[Said]:
    """Every problem of the flow's screens."""
    for name, screen in flow.screens.items():
        if isinstance(screen, Told):
            yield from _told(name, screen, ground.art)
        yield from _answers(screen, ground.art)
        match screen:
            case Form():
                yield from _field(screen, screen.field)
            case Pick():
                yield from _pick(screen.pick, ground.guide)
            case Wait():
                yield from _wait(screen, ground.guide)
            case Question():
                yield from _question(screen, ground.guide)
            case End() if screen.end in (STOPPED, LEFT_ALONE):
                said = f"'{screen.end}' is for visits that are cut short: choose another code"
                yield Said(screen.at, "end", "K239", said)


def _told(name: str, screen: Told, art: Art) -> Iterator[Said]:
    if bool(screen.ask) == bool(screen.tell):
        said = f"'{name}' needs one of 'ask' and 'tell', not both"
        yield Said(screen.at, "ask", "K216", said)
    if screen.picture and screen.picture not in art.pictures:
        said = not_there(screen.picture, art.pictures, "picture")
        yield Said(screen.at, "picture", "K218", said)
    if screen.does and screen.does not in DEEDS:
        yield Said(screen.at, "does", "K261", not_there(screen.does, DEEDS, "deed"))


def _answers(screen: Screen, art: Art) -> Iterator[Said]:
    answers = answers_of(screen)
    if isinstance(screen, Question) and not answers:
        yield Said(screen.at, "answers", "K225", "give one answer or more")
    ids = Counter(answer.id for answer in answers)
    texts = Counter(answer.text for answer in answers)
    for answer in answers:
        if ids[answer.id] > 1:
            yield Said(answer.at, "id", "K215", f"two answers have the id '{answer.id}'")
        if texts[answer.text] > 1:
            yield Said(answer.at, "text", "K219", f"two answers say '{answer.text}'")
        if answer.icon and answer.icon not in art.icons:
            yield Said(answer.at, "icon", "K218", not_there(answer.icon, art.icons, "icon"))
        if answer.needs and answer.needs not in NEEDS:
            yield Said(answer.at, "needs", "K261", not_there(answer.needs, NEEDS, "need"))


def _field(screen: Form, field: Field) -> Iterator[Said]:
    if field.kind == "password":
        if field.save:
            yield Said(field.at, "save", "K220", "a password is never kept: leave 'save' out")
        return
    if not field.save:
        yield Said(field.at, "kind", "K220", "say with 'save' under which name it is kept")
    secret = _SECRET.search(" ".join((screen.title, field.label, field.save.replace("_", " "))))
    if secret:
        said = f"a field that is kept must not ask for a {secret[0].lower()}: use 'kind: password'"
        yield Said(field.at, "kind", "K255", said)


def _pick(pick: Picking, guide: Guide) -> Iterator[Said]:
    if pick.of not in guide.options:
        yield Said(pick.at, "of", "K221", not_there(pick.of, guide.options, "list"))
    if not 1 <= pick.at_least <= pick.at_most:
        yield Said(pick.at, "at_least", "K226", "choose 1 or more, up to 'at_most'")


def _wait(screen: Wait, guide: Guide) -> Iterator[Said]:
    wait = screen.wait
    if wait.for_:
        if wait.for_ not in guide.waits:
            yield Said(wait.at, "for", "K222", not_there(wait.for_, guide.waits, "wait"))
    elif wait.minutes <= 0:
        yield Said(wait.at, "minutes", "K222", "say how many minutes, or name a wait")


def _question(screen: Question, guide: Guide) -> Iterator[Said]:
    yield from _card(screen, guide)
    if screen.code and screen.code not in CODES:
        yield Said(screen.at, "code", "K261", not_there(screen.code, CODES, "code"))


def _card(screen: Question, guide: Guide) -> Iterator[Said]:
    wanted = screen.card
    errands = {card.errand for card in guide.cards}
    if wanted and wanted.errand not in errands:
        yield Said(wanted.at, "errand", "K223", not_there(wanted.errand, errands, "card"))


def not_there(said: str, known: Iterable[str], kind: str) -> str:
    """What to say of a name that is not among those known."""
    return f"there is no {kind} '{said}'{guess(said, known)}"
