"""Reads the mail provider cards: where a message hides, and how to make or reopen an account."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, Literal

from kiosk.core.errors import FilesNotSound, Missing, Problem
from kiosk.core.guide import Card, Option
from kiosk.core.marks import Marks
from kiosk.core.shape.reader import try_read
from kiosk.core.words import placeholders
from kiosk.resources import read_text, yaml_files

Errand = Literal[
    "spam", "other_places", "make", "make_without_phone", "recover",
    "save_iphone", "save_android", "note_iphone", "note_android",
]  # fmt: skip
OTHER = "other"
BRACES = ("sender", "portal")

_USUAL_FIRST = ("gmail", "yahoo", "outlook", "icloud", "aol", "proton")
_NOT_CARDS = "domains.yaml"
_DOMAINS_SHOWN = 3
_ID = re.compile(r"[a-z0-9_]+")
_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
_NOWHERE = Marks()


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing to do, in one short English sentence; braces may name one of `BRACES`."""

    shorthand: ClassVar[str] = "text"
    text: str
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class ProviderCard:
    """The steps of one errand. `reviewed`: a person has walked them on a phone.

    `source` names the page or the site that the steps were held against; `note` is for staff.
    """

    errand: Errand
    steps: tuple[Step, ...]
    source: str
    reviewed: bool = False
    note: str = ""
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Provider:
    """One file: the provider's id, its name, the ends of its addresses, and its cards."""

    provider: str
    name: str
    icon: str
    domains: tuple[str, ...] = ()
    cards: tuple[ProviderCard, ...]
    at: Marks = field(default=_NOWHERE, compare=False)


def read_providers(folder: Path) -> tuple[Provider, ...]:
    """Every provider of a folder, by file name; `domains.yaml` is another part's file.

    Raises FilesNotSound with every problem of every file, or Missing where there is no file.
    """
    files = [path for path in yaml_files(folder) if path.name != _NOT_CARDS]
    if not files:
        raise Missing(f"{folder} holds no mail provider cards. Put {OTHER}.yaml there, or more.")
    read: dict[Path, Provider] = {}
    problems: list[Problem] = []
    for path in files:
        provider, said = try_read(read_text(path), str(path), Provider)
        problems += said
        if provider:
            read[path] = provider
    problems += [*_spelled(read), *_twice(read), *_cards(read)]
    if len(read) == len(files):
        problems += _without_stand_in(read)
    if problems:
        raise FilesNotSound(problems)
    return tuple(read.values())


def options_of(providers: tuple[Provider, ...]) -> tuple[Option, ...]:
    """What a family picks from: the usual providers first, the others by name, `other` last.

    Names are brands and stay as they are; only the name of `other` is translated.
    """
    return tuple(
        Option(
            id=one.provider,
            name=one.name,
            detail=", ".join(one.domains[:_DOMAINS_SHOWN]),
            icon=one.icon,
            context=f"providers.{OTHER}.name" if one.provider == OTHER else "",
        )
        for one in sorted(providers, key=_rank)
    )


def cards_of(providers: tuple[Provider, ...]) -> tuple[Card, ...]:
    """The cards as a visit goes by them."""
    return tuple(
        Card(
            provider=one.provider,
            errand=card.errand,
            steps=tuple(step.text for step in card.steps),
            context=f"providers/{one.provider}.{card.errand}",
            reviewed=card.reviewed,
        )
        for one in providers
        for card in one.cards
    )


def provider_of_domain(providers: tuple[Provider, ...]) -> dict[str, str]:
    """The provider's id by the end of an address, in small letters: gmail.com is gmail."""
    return {domain: one.provider for one in providers for domain in one.domains}


def _rank(provider: Provider) -> tuple[bool, int, str]:
    known = provider.provider in _USUAL_FIRST
    place = _USUAL_FIRST.index(provider.provider) if known else len(_USUAL_FIRST)
    return provider.provider == OTHER, place, provider.name


def _spelled(read: Mapping[Path, Provider]) -> Iterator[Problem]:
    for file, one in read.items():
        if not _ID.fullmatch(one.provider):
            message = "an id has small letters, digits and _ only"
            yield _problem(file, one.at, "provider", "K180", message)
        for domain in one.domains:
            if not _DOMAIN.fullmatch(domain):
                message = f"write '{domain}' in small letters without the @, like gmail.com"
                yield _problem(file, one.at, "domains", "K181", message)


def _twice(read: Mapping[Path, Provider]) -> Iterator[Problem]:
    ids: dict[str, Path] = {}
    domains: dict[str, Path] = {}
    for file, one in read.items():
        if one.provider in ids:
            message = f"'{one.provider}' is also the id in {ids[one.provider].name}"
            yield _problem(file, one.at, "provider", "K182", message)
        ids.setdefault(one.provider, file)
        for domain in one.domains:
            if domain in domains:
                message = f"'{domain}' stands twice, first in {domains[domain].name}"
                yield _problem(file, one.at, "domains", "K183", message)
            domains.setdefault(domain, file)


def _cards(read: Mapping[Path, Provider]) -> Iterator[Problem]:
    for file, one in read.items():
        seen: set[str] = set()
        for card in one.cards:
            if card.errand in seen:
                message = f"'{one.provider}' has two cards for '{card.errand}'"
                yield _problem(file, card.at, "errand", "K184", message)
            seen.add(card.errand)
            yield from _steps(file, card)


def _steps(file: Path, card: ProviderCard) -> Iterator[Problem]:
    if not card.steps:
        yield _problem(file, card.at, "steps", "K185", "give one step or more")
    for step in card.steps:
        for name in placeholders(step.text):
            if name not in BRACES:
                known = ", ".join(f"{{{brace}}}" for brace in BRACES)
                message = f"a step knows no '{{{name}}}', only {known}"
                yield _problem(file, step.at, "text", "K186", message)


def _without_stand_in(read: Mapping[Path, Provider]) -> Iterator[Problem]:
    """A family with any other mail gets the card of `other`, so each errand needs one there."""
    covered = {card.errand for one in read.values() if one.provider == OTHER for card in one.cards}
    for file, one in read.items():
        for card in one.cards:
            if card.errand not in covered:
                covered.add(card.errand)
                message = f"'{OTHER}' needs a card for '{card.errand}' too, for any other mail"
                yield _problem(file, card.at, "errand", "K187", message)


def _problem(file: Path, marks: Marks, key: str, code: str, message: str) -> Problem:
    place = marks.of(key)
    return Problem(str(file), place.line, place.column, code, message)
