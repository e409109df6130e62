"""How a saved visit is written as JSON, and read again with mistrust.

Of each moment only what changed since the one before it is written: a name with its new value, or
with null where it is gone.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.core.kept import Kept, Value
from kiosk.core.visit import Frame, Loop, Moment, Step

FORMAT = 1
MOST_MOMENTS = 1_000
MOST_NAMES = 10_000

_COUNT = re.compile(r"[0-9]{1,6}")
_HALF_SIGNS = re.compile("[\ud800-\udfff]")  # no window and no file takes them
_LANGUAGE = re.compile(r"[A-Za-z0-9_-]{1,35}")

Json = dict[str, Any]


class Unreadable(ValueError):
    """This is not a saved visit of this format."""


@dataclass(frozen=True)
class Saved:
    """A saved visit: the flow that it began with, its version and content hash, and what the visit
    held. `moments` are those that Back restores and then the present one; a refusal has no words.
    """

    flow: str
    version: int
    hash: str
    language: str
    moments: tuple[Moment, ...]
    drafts: Kept
    trail: tuple[Step, ...]


def as_json(saved: Saved) -> Json:
    """The saved visit as JSON, with the latest thousand moments."""
    moments = saved.moments[-MOST_MOMENTS:]
    nothing = Moment(())
    return {
        "saved": FORMAT,
        "flow": saved.flow,
        "version": saved.version,
        "hash": saved.hash,
        "language": saved.language,
        "moments": [
            _moment(last, moment)
            for last, moment in zip((nothing, *moments), moments, strict=False)
        ],
        "drafts": _changes(Kept(), saved.drafts),
        "trail": [[step.place, step.by] for step in saved.trail],
    }


def _moment(last: Moment, moment: Moment) -> Json:
    more = {
        "kept": _changes(last.kept, moment.kept),
        "turns": _changes(last.turns, moment.turns),
        "refusal": moment.refusal[0] if moment.refusal else "",
        "ended": moment.ended,
        "trouble": moment.trouble,
    }
    stack = [_frame(frame) for frame in moment.stack]
    return {"stack": stack, **{key: value for key, value in more.items() if value}}


def _frame(frame: Frame) -> Json:
    here: Json = {"flow": frame.flow, "screen": frame.screen}
    if frame.loop:
        here["items"] = list(frame.loop.items)
        here["results"] = list(frame.loop.results)
    return here


def _changes(last: Kept, now: Kept) -> Json:
    """What to put and what to drop, so that the first becomes the second."""
    before, after = dict(last.pairs), dict(now.pairs)
    gone = {name: None for name in before if name not in after}
    new = {name: value for name, value in after.items() if before.get(name) != value}
    plain = {name: one if isinstance(one, str) else list(one) for name, one in new.items()}
    return {**gone, **plain}


def from_json(saved: object) -> Saved:
    """What `as_json` wrote. Raises Unreadable for anything else."""
    table = _table(saved)
    if table.get("saved") != FORMAT or isinstance(table["saved"], bool):
        raise Unreadable("another format")
    rows = _row(table.get("moments"))
    if len(rows) > MOST_MOMENTS:
        raise Unreadable("too many moments")
    moments: list[Moment] = []
    for row in rows:
        moments.append(_read_moment(moments[-1] if moments else Moment(()), _table(row)))
    return Saved(
        flow=_text(table.get("flow")),
        version=_number(table.get("version")),
        hash=_text(table.get("hash")),
        language=_matching(_LANGUAGE, table.get("language")),
        moments=tuple(moments),
        drafts=_changed(Kept(), _table(table.get("drafts"))),
        trail=tuple(_step(one) for one in _row(table.get("trail"))),
    )


def _read_moment(last: Moment, table: Mapping[str, object]) -> Moment:
    stack = tuple(_read_frame(_table(frame)) for frame in _row(table.get("stack")))
    if not stack:
        raise Unreadable("a moment that stands nowhere")
    turns = _changed(last.turns, _table(table.get("turns", {})))
    for _, count in turns.pairs:
        _matching(_COUNT, count)
    context = _text(table.get("refusal", ""))
    return Moment(
        stack=stack,
        kept=_changed(last.kept, _table(table.get("kept", {}))),
        turns=turns,
        refusal=(context, "") if context else None,
        ended=_text(table.get("ended", "")),
        trouble=_text(table.get("trouble", "")),
    )


def _read_frame(table: Mapping[str, object]) -> Frame:
    flow, screen = _text(table.get("flow")), _text(table.get("screen"))
    if "items" not in table:
        return Frame(flow, screen)
    items = tuple(_text(one) for one in _row(table["items"]))
    results = tuple(_text(one) for one in _row(table.get("results")))
    return Frame(flow, screen, Loop(items, len(results), results))


def _changed(last: Kept, changes: Mapping[str, object]) -> Kept:
    if not changes:
        return last
    pairs = dict(last.pairs)
    for name, value in changes.items():
        if value is None:
            pairs.pop(name, None)
        else:
            pairs[name] = _value(value)
    if len(pairs) > MOST_NAMES:
        raise Unreadable("too many names")
    return Kept(tuple(sorted(pairs.items(), key=lambda pair: pair[0])))


def _step(row: object) -> Step:
    match _row(row):
        case [place, by]:
            return Step(_text(place), _text(by))
    raise Unreadable("a step is a place and what happened there")


def _value(value: object) -> Value:
    return _text(value) if isinstance(value, str) else tuple(_text(one) for one in _row(value))


def _table(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
        raise Unreadable("a table is missing")
    return value


def _row(value: object) -> list[object]:
    if not isinstance(value, list):
        raise Unreadable("a row is missing")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or _HALF_SIGNS.search(value):
        raise Unreadable("a text is missing")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Unreadable("a whole number is missing")
    return value


def _matching(pattern: "re.Pattern[str]", value: object) -> str:
    text = _text(value)
    if not pattern.fullmatch(text):
        raise Unreadable("a text of another kind")
    return text
