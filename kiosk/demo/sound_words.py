"""What the words of the practice mean: terms, the scale, letters, and a lesson with its chart."""

from collections.abc import Collection, Iterator

from kiosk.core.lint.saying import Said
from kiosk.core.shape.guessing import guess
from kiosk.demo.shapes import WordsFile
from kiosk.demo.sound import of_braces, of_ids
from kiosk.demo.texts import of_words as texts_of_words

IN_LETTERS = ("teacher", "student", "class")
_MOST_TERMS, _MOST_LETTERS, _MOST_PAGES = 16, 4, 8


def of_words(words: WordsFile, pictures: Collection[str]) -> Iterator[Said]:
    """Every problem of the file; `pictures` are the names that a page of the lesson may use."""
    for ids in (words.terms, words.levels, words.letters, words.lesson):
        yield from of_ids((one.id, one.at, "id") for one in ids)
    for one in texts_of_words(words):
        known = IN_LETTERS if one.text.part == "letter" else ()
        yield from of_braces(one.text.text, known, one.text.marks, one.text.key)
    yield from _of_scale(words)
    yield from _of_counts(words)
    yield from _of_lesson(words, pictures)


def _of_scale(words: WordsFile) -> Iterator[Said]:
    starts = [grade.from_ for grade in words.scale]
    if 0 not in starts:
        yield Said(words.at, "scale", "K178", "one letter must begin at 0 percent")
    for number, grade in enumerate(words.scale):
        if not 0 <= grade.from_ <= 100:
            yield Said(grade.at, "from", "K178", "choose 0 to 100 percent")
        if grade.from_ in starts[:number]:
            said = f"two letters begin at {grade.from_:g} percent"
            yield Said(grade.at, "from", "K178", said)


def _of_counts(words: WordsFile) -> Iterator[Said]:
    for key, most in (("terms", _MOST_TERMS), ("letters", _MOST_LETTERS), ("lesson", _MOST_PAGES)):
        if not 1 <= len(getattr(words, key)) <= most:
            yield Said(words.at, key, "K179", f"write 1 to {most} of these")


def _of_lesson(words: WordsFile, pictures: Collection[str]) -> Iterator[Said]:
    for page in words.lesson:
        if page.picture not in pictures:
            close = guess(page.picture, pictures)
            said = f"there is no picture '{page.picture}'{close}"
            yield Said(page.at, "picture", "K218", said)
        if not page.say:
            yield Said(page.at, "say", "K179", "a page of the lesson needs a sentence")
    if sum(page.shows == "chart" for page in words.lesson) != 1:
        yield Said(words.at, "lesson", "K179", "give one page of the lesson 'shows: chart'")
    if len(words.opening) != 2:
        said = "the chart draws two works: the first one, and one that comes late"
        yield Said(words.at, "opening", "K179", said)
    for work in words.opening:
        if work.points <= 0 or not 0 < work.got <= work.points:
            yield Said(work.at, "got", "K172", "choose more than 0, up to the points there are")
