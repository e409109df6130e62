"""The shipped catalogues: every sentence is there in its forms; no English is left on a page."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import polib
import pytest

from kiosk.commands.all_words import all_messages
from kiosk.core.cover.roads import Roads
from kiosk.core.guide import Guide
from kiosk.core.machine import advance, begin
from kiosk.core.messages import Message
from kiosk.core.showing import view_of
from kiosk.core.visit import Visit
from kiosk.core.words import ENGLISH, placeholders
from kiosk.language.catalogue import (
    TEMPLATE,
    new_catalogue,
    read_catalogue,
    state_of,
    tally_of,
    texts_of,
    updated,
)
from kiosk.language.catalogue_findings import findings_in_catalogue
from kiosk.language.languages import LANGUAGES
from kiosk.resources import flows_dir, translations_dir
from kiosk.station import Station

CODES = sorted(path.stem for path in translations_dir().glob("*.po"))

# Nobody who speaks one of these languages has read its catalogue yet. A language leaves this list
# when a person has, and docs/translating.md and the README say so.
NOT_REVIEWED = {code for code in LANGUAGES if code != "en"}

# English that stays as it is: names of programs and makers, words of the web, of a file, of a key.
_NAMES = re.compile(
    r"(?<![A-Za-z])(?:Gmail|Google|Yahoo|Outlook|Microsoft|iCloud|Apple|AOL|Proton|iPhone|iPad|"
    r"Android|Chrome|Safari|Wi-?Fi|QR|ID|OK|Internet|Mail|Samsung|SMS|PIN|Hotmail|App|Enter|"
    r"App Store|Play Store)(?![A-Za-z])",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\S+@\S+|(?:[\w-]+\.)+[a-z]{2,}(?:/\w+)*|\.com(?![a-z])")
_QUOTED = re.compile(r"[“„«「『\"‟”].*?[”“»」』\"]")
# An English word as it stands on a phone, and what it means after it; or a word and its English.
_BRACKETS = re.compile(r"(?:[A-Za-z]+ ?)?[(\uff08].*?[)\uff09]")
_ENGLISH = re.compile(r"[A-Za-z]{2,}")
_ISOLATES = re.compile("[\u2066\u2069]")


@pytest.fixture(scope="session")
def messages() -> tuple[Message, ...]:
    return all_messages(flows_dir())


@pytest.fixture(scope="session", params=CODES)
def code(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def catalogue(code: str) -> polib.POFile:
    return read_catalogue(translations_dir() / f"{code}.po")


def test_there_is_a_catalogue_for_every_language_and_for_no_other() -> None:
    assert sorted(set(LANGUAGES) - {"en"}) == CODES


def test_the_example_offers_every_language(station: Station) -> None:
    assert list(station.words) == list(LANGUAGES)
    assert [words.name for words in station.words.values()] == [
        language.name for language in LANGUAGES.values()
    ]


def test_the_template_is_fresh(messages: tuple[Message, ...]) -> None:
    template = read_catalogue(translations_dir() / TEMPLATE)

    assert str(updated(template, messages, None)) == str(template)
    assert str(updated(new_catalogue(), messages, None)).count("msgctxt") == len(messages)


def test_every_message_has_words_and_none_is_out_of_date(
    code: str, catalogue: polib.POFile, messages: tuple[Message, ...]
) -> None:
    tally = tally_of(catalogue, messages)
    states = {entry.msgctxt: state_of(entry) for entry in catalogue if not entry.obsolete}

    assert [one.context for one in messages if states.get(one.context) == "untranslated"] == []
    assert (tally.of, tally.translated, tally.out_of_date) == (len(messages), len(messages), 0)


def test_a_catalogue_is_as_an_update_would_leave_it(
    code: str, catalogue: polib.POFile, messages: tuple[Message, ...]
) -> None:
    before = str(catalogue)

    assert str(updated(catalogue, messages, LANGUAGES[code])) == before


def test_no_catalogue_has_a_slip(
    code: str, catalogue: polib.POFile, messages: tuple[Message, ...]
) -> None:
    found = findings_in_catalogue(catalogue, messages, f"{code}.po")

    assert [str(one) for one in found if one.code != "K422"] == []


def test_each_sentence_of_a_number_has_the_forms_of_its_language(
    code: str, catalogue: polib.POFile
) -> None:
    of_numbers = [one for one in catalogue if one.msgid_plural and not one.obsolete]

    odd = [one.msgctxt for one in of_numbers if len(texts_of(one)) != LANGUAGES[code].forms]
    assert len(of_numbers) > 10
    assert odd == []


def test_the_header_is_the_languages_own_and_says_how_far_it_is(
    code: str, catalogue: polib.POFile
) -> None:
    language, header = LANGUAGES[code], catalogue.metadata
    states = [state_of(entry) for entry in catalogue if not entry.obsolete]

    said = {
        "Language": language.code.replace("-", "_"),
        "Plural-Forms": language.plural,
        "X-Name": language.name,
        "X-English-Name": language.english,
        "X-Direction": "rtl" if language.right_to_left else "ltr",
        "X-Font": language.font,
        "X-Review-State": f"{states.count('reviewed')} reviewed, {states.count('draft')} draft, "
        f"{states.count('out of date')} out of date",
    }
    assert {name: header.get(name) for name in said} == said


def test_nothing_is_called_reviewed_that_no_person_has_read(
    code: str, catalogue: polib.POFile
) -> None:
    reviewed = [entry.msgctxt for entry in catalogue if state_of(entry) == "reviewed"]

    assert (reviewed == []) == (code in NOT_REVIEWED)
    assert bool(catalogue.metadata.get("Last-Translator")) == (code not in NOT_REVIEWED)


def visits(guide: Guide, roads: Roads) -> Iterator[Visit]:
    for road in {*roads.places.values(), *roads.steps.values(), *roads.ends.values()}:
        visit = begin(guide)
        for event in road:
            visit = advance(guide, visit, event)
        yield visit


@pytest.fixture(scope="session")
def pages(worlds: tuple[tuple[Station, Roads], ...]):
    """Every page of the shipped flows, as visits that stand on it, with the guide they go by."""
    found: dict[str, tuple[Guide, Visit]] = {}
    for one, of_it in worlds:
        for visit in visits(one.guide, of_it):
            shown = view_of(one.guide, visit, ENGLISH)
            found.setdefault(repr(shown), (one.guide, visit))
    return tuple(found.values())


def texts_in(shown: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text that a family sees on a page, with the place where it stands."""
    if isinstance(shown, str):
        yield path, shown
    elif isinstance(shown, tuple):
        for n, one in enumerate(shown):
            yield from texts_in(one, f"{path}.{n}")
    elif is_dataclass(shown):
        for one in fields(shown):
            if one.name not in _NOT_SAID:
                yield from texts_in(getattr(shown, one.name), f"{path}.{one.name}")


# Ids, names of pictures, and what a family or a site wrote itself.
_NOT_SAID = {
    *("id", "place", "picture", "icon", "state", "kind", "draft", "groups", "other", "personal"),
    *("clock", "code", "tone", "language", "sources", "detail", "does"),
}


def facts_in(guide: Guide, visit: Visit) -> set[str]:
    """Names and addresses that are the same in every language."""
    kept = [value for _, value in visit.now.kept.pairs if isinstance(value, str)]
    facts = [fact for fact in guide.facts.values() if isinstance(fact, str)]
    options = [one for options in guide.options.values() for one in options if not one.context]
    names = [one.name for one in options if isinstance(one.name, str)]
    of_options = [fact for one in options for fact in one.facts.values() if isinstance(fact, str)]
    places = [step for card in guide.cards if not card.context for step in card.steps]
    return {text for text in (*kept, *facts, *names, *of_options, *places) if len(text) > 1}


def bare(text: str, facts: set[str]) -> str:
    """The text without quotes, names and facts."""
    for fact in sorted(facts, key=len, reverse=True):
        text = text.replace(fact, " ")
    for words in (_ISOLATES, _QUOTED, _ADDRESS, _NAMES):
        text = words.sub(" ", text)
    return text


def test_no_english_is_left_on_any_page(code: str, station: Station, pages) -> None:
    words = station.words[code]
    left: dict[str, str] = {}
    for guide, visit in pages:
        english = dict(texts_in(view_of(guide, visit, ENGLISH)))
        facts = facts_in(guide, visit)
        for path, text in texts_in(view_of(guide, visit, words)):
            said = bare(text, facts)
            if text == english[path] and _ENGLISH.search(said):
                left[f"{visit.place} {path}"] = text

    assert {place: text for place, text in left.items() if text not in SAME.get(code, ())} == {}


# Words that families of that language use in English.
SAME = {"tl": ("Email", "School record", "Password"), "vi": ("Email",)}


@pytest.mark.parametrize("own", ["am", "ar", "ko", "ru", "ti", "uk", "zh-Hans", "zh-Hant"])
def test_a_language_of_its_own_script_has_no_english_word_without_what_it_means(
    own: str, station: Station, pages
) -> None:
    words = station.words[own]
    left = {
        (found, text)
        for guide, visit in pages
        for _, text in texts_in(view_of(guide, visit, words))
        for found in _ENGLISH.findall(_BRACKETS.sub(" ", bare(text, facts_in(guide, visit))))
    }

    assert left == set()


def test_no_brace_is_left_open_on_any_page(code: str, station: Station, pages) -> None:
    words = station.words[code]

    views = [view_of(guide, visit, words) for guide, visit in pages]
    shown = [text for one in views for _, text in texts_in(one)]

    assert len(shown) > 1000
    assert [text for text in shown if placeholders(text)] == []
