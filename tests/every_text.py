"""Every text that a family may read, by language: catalogues, numbers, hours, names, addresses."""

from collections.abc import Iterator
from functools import cache

from kiosk.commands.all_words import all_messages
from kiosk.core.manner import OfficeHours
from kiosk.core.messages import Message
from kiosk.language.catalogue import forms_in, read_catalogue
from kiosk.language.languages import LANGUAGES
from kiosk.language.manner import CldrManner
from kiosk.resources import flows_dir, translations_dir
from kiosk.site.reading import read_site

SHIPPED = ("en", *sorted(path.stem for path in translations_dir().glob("*.po")))
ISOLATED = "\u2066cedar.hill@example.org\u2069"
ALWAYS = (
    "0123456789",
    "name+1@example.com",
    "555-0142",
    "\u201c \u201d \u2018 \u2019 \u2013 \u2026",
)
_WEEK = tuple(
    OfficeHours(days=((day, day),), opens=opens, closes=closes)
    for day in range(7)
    for opens, closes in ((7 * 60 + 30, 15 * 60 + 45), (0, 12 * 60))
)
_RUNS = OfficeHours(days=((0, 2), (4, 5), (6, 6)), opens=9 * 60, closes=19 * 60)


def texts_in(language: str) -> Iterator[str]:
    """Every text of a page in that language, once. What stands in braces stays in them."""
    seen = {*_catalogue(language), *written_in(language), *_of_the_site(), *ALWAYS}
    yield from sorted(seen)


def translated_in(language: str) -> list[str]:
    """The sentences of its catalogue, drafts among them; of English, those of flows and window."""
    return sorted(set(_catalogue(language)))


def written_in(language: str) -> Iterator[str]:
    """Numbers and office hours as that language writes them."""
    manner = CldrManner(language)
    for number in (0, 1, 48, 1234, 1234567):
        yield manner.written(number)
    for hours in (*_WEEK, _RUNS):
        yield manner.written(hours)


def _catalogue(language: str) -> Iterator[str]:
    if language == "en":
        for message in _messages():
            yield from (text for text in (message.english, message.many) if text)
        return
    yield LANGUAGES[language].name
    for entry in read_catalogue(translations_dir() / f"{language}.po"):
        yield from (text for text in forms_in(entry) if text)


@cache
def _messages() -> tuple[Message, ...]:
    return all_messages(flows_dir())


@cache
def _of_the_site() -> frozenset[str]:
    site = read_site(flows_dir() / "site.example.yaml")
    schools = {text for one in site.schools for text in (one.name, one.address, one.phone)}
    return frozenset({*schools, site.portal.name, site.portal.sender, *site.mail_endings} - {""})
