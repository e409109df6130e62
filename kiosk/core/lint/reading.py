"""How a family reads a flow: short, plain, kind, one idea a page, with a picture."""

from collections.abc import Iterator

from kiosk.core.flow import Flow, Question, Screen, Told
from kiosk.core.leading import answers_of
from kiosk.core.lint.ground import Ground
from kiosk.core.lint.hard_words import (
    ABOUT_THE_WORLD,
    CLICK,
    COLD,
    CONTRACTED,
    EMPTY_ANSWERS,
    JARGON,
    NOT_SURE,
    SHORTENED,
    SHOUTED,
    plain_word_for,
)
from kiosk.core.lint.saying import Said
from kiosk.core.lint.sentences import grade_of, sentences_of, without_values, words_of
from kiosk.core.texts import Text, texts_of

HARDEST_GRADE = 6.0
FEWEST_WORDS_TO_GRADE = 10
MOST_WORDS_IN_A_SENTENCE = 18
MOST_WORDS_ON_A_PAGE = 45
LONGEST_TITLE = 70
LONGEST_ANSWER = 50
MOST_ANSWERS = 6
MOST_STEPS = 6


def advice(ground: Ground, flow: Flow) -> Iterator[Said]:
    """Everything that makes a page of the flow harder to read than it need be."""
    for screen in flow.screens.values():
        texts = list(texts_of(screen))
        for text in texts:
            yield from advice_on(text)
        yield from _answers(screen)
        if isinstance(screen, Told):
            yield from _page(screen, texts)
            yield from _title(screen)


def advice_on(text: Text) -> Iterator[Said]:
    """What makes one text hard to read, wherever it stands."""
    yield from _words(text)
    yield from _sentences(text)


def _words(text: Text) -> Iterator[Said]:
    cold, jargon = COLD.search(text.text), JARGON.search(text.text)
    if cold:
        said = f"'{cold[0]}' sounds like blame: say what to do next"
        yield Said(text.marks, text.key, "K306", said)
    if jargon:
        said = f"'{jargon[0]}' is a word of the trade: {plain_word_for(jargon[0])}"
        yield Said(text.marks, text.key, "K307", said)
    for code, found, instead in (
        ("K308", CLICK.search(text.text), "this is a touch screen, and phones have none: 'touch'"),
        ("K311", SHOUTED.search(text.text), "capitals shout and are hard to read: small letters"),
        ("K316", SHORTENED.search(text.text), "write it out: many read it here for the first time"),
        ("K317", CONTRACTED.search(text.text), "write both words: they are easier to read"),
    ):
        if found:
            yield Said(text.marks, text.key, code, f"'{found[0].strip()}': {instead}")


def _sentences(text: Text) -> Iterator[Said]:
    for sentence in sentences_of(without_values(text.text)):
        count = len(words_of(sentence))
        if count > MOST_WORDS_IN_A_SENTENCE:
            said = f"a sentence of {count} words: make two of it"
            yield Said(text.marks, text.key, "K302", said)


def _page(screen: Told, texts: list[Text]) -> Iterator[Said]:
    told = [one.text for one in texts if one.part in ("title", "say")]
    read = told + [one.text for one in texts if one.part in ("step", "what")]
    words = [word for text in told for word in words_of(without_values(text))]
    grade = grade_of(read)
    graded = sum(len(words_of(text)) for text in read) >= FEWEST_WORDS_TO_GRADE
    if graded and grade > HARDEST_GRADE:
        said = f"this page reads like grade {grade:.1f}: shorter words and sentences, up to grade 6"
        yield Said(screen.at, "", "K301", said)
    if len(words) > MOST_WORDS_ON_A_PAGE:
        said = f"{len(words)} words on one page: keep one idea, and give the next its own page"
        yield Said(screen.at, "say", "K303", said)
    if not screen.picture:
        yield Said(screen.at, "", "K312", "no picture: some families do not read well")
    if sum(text.count("!") for text in told) > 1:
        yield Said(
            screen.at, "", "K314", "more than one '!' on a page: one is cheer, two are noise"
        )
    if isinstance(screen, Question) and len(screen.steps) > MOST_STEPS:
        said = f"{len(screen.steps)} steps: put the last ones on a page of their own"
        yield Said(screen.at, "steps", "K313", said)


def _title(screen: Told) -> Iterator[Said]:
    title, key = screen.title, "ask" if screen.ask else "tell"
    if len(title) > LONGEST_TITLE:
        said = f"a title of {len(title)} letters: keep to {LONGEST_TITLE}, the rest goes into 'say'"
        yield Said(screen.at, key, "K304", said)
    if screen.ask and "?" not in title:
        yield Said(screen.at, key, "K318", "this asks nothing: use 'tell', or ask a question")
    if not screen.ask and title.endswith("?"):
        yield Said(screen.at, key, "K318", "this is a question: use 'ask'")
    if title.count("?") > 1:
        yield Said(screen.at, key, "K319", "two questions at once: one page asks one")


def _answers(screen: Screen) -> Iterator[Said]:
    answers = answers_of(screen)
    if len(answers) > MOST_ANSWERS:
        said = f"{len(answers)} answers: up to {MOST_ANSWERS} fit a screen and a head. Ask twice"
        yield Said(screen.at, "answers", "K309", said)
    for answer in answers:
        if len(answer.text) > LONGEST_ANSWER:
            said = f"an answer of {len(answer.text)} letters: keep to {LONGEST_ANSWER}"
            yield Said(answer.at, "text", "K305", said)
        if answer.text.strip(" .!").lower() in EMPTY_ANSWERS:
            said = f"'{answer.text}' does not tell what happens: use a full answer"
            yield Said(answer.at, "text", "K315", said)
    if isinstance(screen, Question) and _wants_not_sure(screen):
        said = "a family may not know this: add an answer like 'I am not sure'"
        yield Said(screen.at, "answers", "K310", said)


def _wants_not_sure(screen: Question) -> bool:
    """Whether it is a yes-or-no question about the world, and only "yes" and "no" can be said."""
    firsts = {answer.text.split(",")[0].split(".")[0].lower() for answer in screen.answers}
    if not {"yes", "no"} <= firsts or screen.show:
        return False
    if any(answer.id == "unsure" or NOT_SURE.search(answer.text) for answer in screen.answers):
        return False
    return bool(ABOUT_THE_WORLD.search(screen.ask))
