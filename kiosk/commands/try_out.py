"""Tries one check on one value: its outcome, and the words a family would read."""

import argparse
import json
import sys

from kiosk.checks.password import findings, password_check
from kiosk.clock import local_time
from kiosk.commands.opening import add_site, folders_of
from kiosk.core.conditions import Check, Plain, Situation
from kiosk.core.errors import KioskError
from kiosk.core.events import Typed
from kiosk.core.flow import Form
from kiosk.core.guide import Guide
from kiosk.core.kept import Value
from kiosk.core.machine import advance
from kiosk.core.showing import view_of
from kiosk.core.view import Form as FormView
from kiosk.core.visit import Frame, Moment, Visit
from kiosk.station import Station, open_station

Found = dict[str, object]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The check, what to try on it, and how to tell the outcome."""
    add_site(parser)
    parser.add_argument("check", help="email, password, or the name of a check; 'list' names all")
    parser.add_argument("value", nargs="?", help="what to try (a password comes on standard input)")
    parser.add_argument("--rules", metavar="ID", help="the password rule set to try")
    parser.add_argument(
        "--with", dest="params", action="append", metavar="NAME=VALUE", help="a check's parameter"
    )
    parser.add_argument("--json", action="store_true", help="as JSON, for programs")


def run(wanted: argparse.Namespace) -> int:
    """Exit 0 whatever the outcome is: it was found out. Unknown names are a KioskError."""
    folders = folders_of(wanted)
    station = open_station(folders, local_time, rules=wanted.rules or "")
    if wanted.check == "list":
        for check in station.guide.checks.values():
            sys.stdout.write(f"{check.name}: {check.about} ({', '.join(check.outcomes)})\n")
        return 0
    if wanted.check == "password":
        found = _password(station, sys.stdin.readline().rstrip("\n"))
    elif wanted.check == "email":
        found = _email(station, _value(wanted))
    else:
        found = _check(station, wanted)
    _say(found, as_json=wanted.json)
    return 0


def _value(wanted: argparse.Namespace) -> str:
    if wanted.value is None:
        raise KioskError(f"Say what to try: kiosk try {wanted.check} VALUE")
    return str(wanted.value)


def _email(station: Station, address: str) -> Found:
    """The address as the family's own field judges it: refusals, and the page that follows."""
    flow, screen = _email_field(station.guide)
    visit = Visit(Moment((Frame(flow, screen),)))
    after = advance(station.guide, visit, Typed(address))
    view = view_of(station.guide, after, station.words["en"])
    by = after.trail[-1].by
    refused = isinstance(view.body, FormView) and view.body.refusal
    kept = after.now.kept
    better = kept.text("guess") or kept.text("email") or address
    return {
        "check": "email",
        "outcome": by.removeprefix("refused.") if by.startswith("refused.") else "ok",
        "suggestion": better if better != address else None,
        "words": refused or view.page.title,
    }


def _email_field(guide: Guide) -> tuple[str, str]:
    for name, flow in guide.flows.items():
        for screen_name, screen in flow.screens.items():
            if isinstance(screen, Form) and screen.field.kind == "email":
                return name, screen_name
    raise KioskError("No flow asks for an email address.")


def _password(station: Station, password: str) -> Found:
    """Every rule with its tick. The password is judged and forgotten."""
    ticks = station.judge(password, ())
    rules = findings(station.rule_set, ticks)
    outcome = password_check(station.rule_set).judge(password, Situation()).outcome
    met_all = all(tick.met for tick in ticks)
    open_words = [str(rule["words"]) for rule in rules if not rule["met"]]
    return {
        "check": "password",
        "outcome": "ok" if met_all else ("empty" if outcome == "empty" else "not_yet"),
        "suggestion": None,
        "words": "; ".join(open_words) or "It has all it needs",
        "rules": rules,
    }


def _check(station: Station, wanted: argparse.Namespace) -> Found:
    check = station.guide.checks.get(wanted.check)
    if check is None:
        names = ", ".join(["email", *sorted(station.guide.checks)])
        raise KioskError(f"There is no check '{wanted.check}'. There are: {names}.")
    value: Value = wanted.value or ""
    if check.name.endswith("_one_is"):
        value = tuple(part.strip() for part in str(value).split(","))
    verdict = check.judge(value, Situation(params=_params(check, wanted.params or [])))
    return {
        "check": check.name,
        "outcome": verdict.outcome,
        "suggestion": verdict.suggestion,
        "words": _words(station, check, verdict.outcome),
    }


def _params(check: Check, given: list[str]) -> dict[str, Plain]:
    params: dict[str, Plain] = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals or name not in check.params:
            names = ", ".join(check.params) or "none"
            raise KioskError(f"Write --with NAME=VALUE. '{check.name}' takes: {names}.")
        params[name] = value
    return params


def _words(station: Station, check: Check, outcome: str) -> str:
    """What the first page that asks this check says to this outcome."""
    for flow in station.guide.flows.values():
        for screen in flow.screens.values():
            for must in screen.checks if isinstance(screen, Form) else ():
                handler = must.when.get(outcome) or must.else_
                if must.must != check.name or outcome == "ok" or handler is None:
                    continue
                target = flow.screens.get(handler.go)
                return handler.say or getattr(target, "title", "")
    return ""


def _say(found: Found, *, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
        return
    sys.stdout.write(f"{found['outcome']}\n")
    if found["suggestion"]:
        sys.stdout.write(f"better: {found['suggestion']}\n")
    rules = found.get("rules")
    if isinstance(rules, list):
        for rule in rules:
            sys.stdout.write(f"  [{'x' if rule['met'] else ' '}] {rule['words']}\n")
    elif found["words"]:
        sys.stdout.write(f"{found['words']}\n")
