"""Opens a station: site file, flows, rule set, mail cards and words, read and found sound."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from random import SystemRandom
from typing import TypeVar

from kiosk.checks.common_passwords import CommonPasswords
from kiosk.checks.email import email_checks
from kiosk.checks.mail_providers import (
    Provider,
    cards_of,
    options_of,
    provider_of_domain,
    read_providers,
)
from kiosk.checks.office import office_checks
from kiosk.checks.password import judge, password_check
from kiosk.checks.password_hint import Strength, strength_hint
from kiosk.checks.password_rules import RuleSet, rule_set_problems, with_local_words
from kiosk.checks.password_sentences import rules_of
from kiosk.checks.phone import PHONE_CHECK
from kiosk.checks.ticket import ticket_check
from kiosk.core.builtin_checks import BUILTIN_CHECKS
from kiosk.core.conditions import Check
from kiosk.core.errors import FilesNotSound, Missing, Problem
from kiosk.core.flow import Flow
from kiosk.core.guide import Card, Guide, Option
from kiosk.core.having import with_what_there_is
from kiosk.core.lint.problems import Art, problems_of
from kiosk.core.manner import Fact, Weekday
from kiosk.core.shape.reader import try_read
from kiosk.core.view import Tick
from kiosk.core.words import ENGLISH, Words
from kiosk.front import Front, tongue_of
from kiosk.handoff.ideas import idea, words_of
from kiosk.language.shelf import Shelf
from kiosk.resources import (
    Folders,
    assets_dir,
    flows_dir,
    read_text,
    words_cache_dir,
    yaml_files,
)
from kiosk.site.reading import read_site
from kiosk.site.shapes import School, Site

T = TypeVar("T")
Judge = Callable[[str, tuple[str, ...]], tuple[Tick, ...]]
Hint = Callable[[str, tuple[str, ...]], Strength]

START = "setup"

# What the other flows seem to lack while one of them cannot be read: flows, and kept facts.
_ECHOES = ("K203", "K217", "K234")


@dataclass(frozen=True)
class Station:
    """All that one kiosk goes by.

    `judge` ticks a password's rules, `hint` tells how easily it is guessed; both get what is
    typed and the family's own words, and keep neither. `clips` are the folders of recordings.
    """

    site: Site
    guide: Guide
    words: Mapping[str, Words]
    rule_set: RuleSet
    judge: Judge
    hint: Hint
    clips: tuple[Path, ...] = ()

    def idea(self, personal: tuple[str, ...]) -> str | None:
        """A password made up by chance that the rules take, without the family's own words."""
        words = words_of(read_text(flows_dir() / "rules" / "idea_words.txt"))
        return idea(words, lambda typed: self.judge(typed, personal), SystemRandom().choice)


def open_station(
    folders: Folders, now: Callable[[], datetime], start: str = START, rules: str = ""
) -> Station:
    """The station of those files, which begins with the flow `start`, if one is named.

    `rules` puts another rule set in place of the site's. Raises FilesNotSound with the problems of
    all the files, or Missing.
    """
    site, problems = _attempt(lambda: read_site(folders.site))
    providers, found = _attempt(lambda: read_providers(flows_dir() / "providers"))
    flows, files, in_flows = read_flows(folders.flows)
    problems += [*found, *in_flows]
    if site is None or providers is None:
        raise FilesNotSound(problems)
    rule_set, found = _attempt(lambda: read_rules(site, folders.site, rules))
    shelf = Shelf(folders.words, words_cache_dir(), only_reviewed=site.only_reviewed)
    problems += [*found, *_of_languages(site, folders.site, shelf)]
    if rule_set is None:
        raise FilesNotSound(problems)
    rule_set = with_local_words(rule_set, site.local_words)
    _have_flows(start, flows, in_flows)
    guide = Guide(
        flows=with_what_there_is(flows, has_of(site)),
        start=start,
        checks={check.name: check for check in checks_of(site, providers, rule_set, now)},
        facts=facts_of_site(site),
        options=_options(site, providers),
        cards=(*cards_of(providers), *_free_places(site)),
        rules=rules_of(rule_set),
        waits={"reply": site.waits.reply_usual * 60, "record": site.waits.record_usual * 60},
    )
    meant = problems_of(replace(guide, flows=flows), files, shipped_art())
    problems += [one for one in meant if not (in_flows and one.code in _ECHOES)]
    if problems:
        raise FilesNotSound(problems)
    words = shelf.words(site.languages) or {ENGLISH.language: ENGLISH}
    own = (folders.site.parent / site.clips,) if site.clips else ()
    clips = (*own, assets_dir() / "clips")
    return Station(site, guide, words, rule_set, _judge_by(rule_set), _hint_near(site), clips)


def _have_flows(start: str, flows: Mapping[str, Flow], unread: list[Problem]) -> None:
    """Raises Missing where the flow to begin with, or the one for help, is in no file."""
    gone = [name for name in (start, Guide.help) if name not in flows]
    if start and gone and not unread:
        raise Missing(f"There is no flow '{gone[0]}'. There are: {', '.join(sorted(flows))}.")


def front_of(station: Station) -> Front:
    """What the first page of that station says."""
    here = station.site.station
    tongues = [tongue_of(words) for words in station.words.values()]
    school = station.site.school_here().name
    endings = station.site.mail_endings
    return Front(school, tuple(tongues), here.px_per_mm, here.touch_keyboard, endings)


def _attempt(read: Callable[[], T]) -> tuple[T | None, list[Problem]]:
    """What was read, or the problems that stood in the way."""
    try:
        return read(), []
    except FilesNotSound as unsound:
        return None, list(unsound.problems)


def _judge_by(rule_set: RuleSet) -> Judge:
    def judged(typed: str, personal: tuple[str, ...]) -> tuple[Tick, ...]:
        return judge(rule_set, typed, personal, _common())

    return judged


def _hint_near(site: Site) -> Hint:
    here = (site.portal.name, site.district, *site.local_words)

    def hinted(typed: str, personal: tuple[str, ...]) -> Strength:
        return strength_hint(typed, (*personal, *here))

    return hinted


def read_flows(folder: Path) -> tuple[dict[str, Flow], dict[str, str], list[Problem]]:
    """The flows of a folder by name, the file of each, and every problem of their shape."""
    flows: dict[str, Flow] = {}
    files: dict[str, str] = {}
    problems: list[Problem] = []
    for path in yaml_files(folder):
        if path.name.startswith("site."):
            continue
        flow, found = try_read(read_text(path), str(path), Flow)
        problems += found
        if flow is None:
            continue
        if flow.flow in flows:
            place = flow.at.of("flow")
            message = f"the flow '{flow.flow}' is already in {files[flow.flow]}"
            problems.append(Problem(str(path), place.line, place.column, "K227", message))
        flows[flow.flow] = flow
        files[flow.flow] = str(path)
    return flows, files, problems


def read_rules(site: Site, site_file: Path, instead: str = "") -> RuleSet:
    """The site's password rule set, or another one instead. Raises FilesNotSound, or Missing."""
    wanted = instead or site.portal.rules
    path = flows_dir() / "rules" / f"{wanted}.yaml"
    if not path.exists():
        place = site.portal.at.of("rules")
        known = ", ".join(file.stem for file in yaml_files(path.parent))
        message = f"there is no rule set '{wanted}'; there are: {known}"
        if instead:
            raise Missing(message)
        raise FilesNotSound([Problem(str(site_file), place.line, place.column, "K192", message)])
    rule_set, problems = try_read(read_text(path), str(path), RuleSet)
    if rule_set is not None:
        problems = [*problems, *rule_set_problems(rule_set, str(path))]
    if rule_set is None or problems:
        raise FilesNotSound(problems)
    return rule_set


def checks_of(
    site: Site, providers: tuple[Provider, ...], rule_set: RuleSet, now: Callable[[], datetime]
) -> tuple[Check, ...]:
    """Every check that a flow of this site may ask."""
    return (
        *BUILTIN_CHECKS,
        *email_checks(site.student_domains, provider_of_domain(providers)),
        *office_checks(site, now),
        password_check(rule_set),
        PHONE_CHECK,
        ticket_check(),
    )


def has_of(site: Site) -> frozenset[str]:
    """What this site has of what answers may need."""
    there = {
        "ticket": True,
        "wifi": site.wifi,
        "printer": site.printing,
        "call_back": site.call_back,
        "free_places": site.free_places,
    }
    return frozenset(name for name, one in there.items() if one)


def facts_of_site(site: Site) -> dict[str, Fact]:
    """What may stand in braces anywhere: the portal, the school of this station, the waits."""
    here = site.school_here()
    return {
        "district": site.district,
        "portal": site.portal.name,
        "portal_address": site.portal.address,
        "sender": site.portal.sender,
        "sign_up": site.portal.sign_up,
        "subject_word": site.portal.subject_word or site.portal.name,
        "here": here.name,
        "here_phone": here.phone,
        "here_hours": here.office.as_fact(),
        "reply_usual": site.waits.reply_usual,
        "reply_longest": site.waits.reply_longest,
        "record_usual": site.waits.record_usual,
        "link_hours": site.waits.link_hours,
        "ticket_days": site.ticket_days,
        "keep_days": site.call_back.keep_days if site.call_back else 0,
    }


def shipped_art() -> Art:
    """The names of the shipped pictures and icons."""

    def names(folder: str) -> frozenset[str]:
        return frozenset(path.stem for path in (assets_dir() / folder).glob("*.svg"))

    return Art(names("pictures"), names("icons"))


def _options(site: Site, providers: tuple[Provider, ...]) -> dict[str, tuple[Option, ...]]:
    mail = options_of(providers)
    easy = {card.provider for card in cards_of(providers) if card.errand == "make"} - {"other"}
    return {
        "schools": tuple(_school(school) for school in site.schools),
        "providers": mail,
        "new_mail": tuple(option for option in mail if option.id in easy),
        "days": tuple(Option(str(day), Weekday(day), icon="calendar") for day in range(7)),
    }


def _free_places(site: Site) -> tuple[Card, ...]:
    """The places with free internet, as one list of steps; none where the site names none."""
    places = (
        ", ".join(filter(None, (one.name, one.address, one.hours))) for one in site.free_places
    )
    steps = tuple(places)
    return (Card("site", "free_places", steps, "", reviewed=True),) if steps else ()


def _school(school: School) -> Option:
    facts: dict[str, Fact] = {"school_phone": school.phone, "school_hours": school.office.as_fact()}
    return Option(school.id, school.name, school.address, icon="school", facts=facts)


def _of_languages(site: Site, file: Path, shelf: Shelf) -> list[Problem]:
    place = site.at.of("languages")
    return [
        Problem(str(file), place.line, place.column, "K191", f"there are no words for '{code}' yet")
        for code in site.languages
        if not shelf.has(code)
    ]


@cache
def _common() -> CommonPasswords:
    return CommonPasswords(read_text(flows_dir() / "rules" / "common_passwords.txt"))
