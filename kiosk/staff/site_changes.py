"""What differs between two site files: in words for staff, and line by line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from kiosk.staff.site_tree import plain, root_of

LABELS: Mapping[str, str] = {
    "site": "Short name of the site file",
    "district": "District",
    "here": "School of this station",
    "portal": "Portal",
    "portal.name": "Name of the portal",
    "portal.address": "Web address of the portal",
    "portal.sender": "Address the portal writes from",
    "portal.sign_up": "Words on the portal's sign-up button",
    "portal.subject_word": "Word to search the mailbox for",
    "portal.rules": "Password rules",
    "schools": "Schools",
    "schools.id": "Id",
    "schools.name": "Name",
    "schools.phone": "Phone",
    "schools.email": "Email",
    "schools.address": "Street address",
    "schools.office": "Office hours",
    "schools.office.days": "Office days",
    "schools.office.hours": "Office hours",
    "student_domains": "Endings of student addresses",
    "local_words": "Words that are easy to guess here",
    "mail_endings": "Address endings on the keyboard",
    "languages": "Languages",
    "only_reviewed": "Show reviewed languages only",
    "clips": "Folder of recordings",
    "time_zone": "Time zone",
    "waits": "Waits",
    "waits.reply_usual": "Usual wait for the portal's reply, in minutes",
    "waits.reply_longest": "Longest wait for the portal's reply, in minutes",
    "waits.record_usual": "Usual wait for a change of the record, in minutes",
    "waits.link_hours": "Hours that the portal's link is good",
    "ticket_days": "Days that a come-back ticket is good",
    "wifi": "Wi-Fi for guests",
    "wifi.name": "Name of the guests' Wi-Fi",
    "wifi.password": "Password of the guests' Wi-Fi",
    "free_places": "Places with free internet",
    "free_places.name": "Name",
    "free_places.address": "Street address",
    "free_places.hours": "Hours",
    "call_back": "Families who may be called",
    "call_back.key": "Public key for families who may be called",
    "call_back.keep_days": "Days until a wish for a call is deleted",
    "printing": "Printing",
    "printing.printer": "Printer",
    "printing.paper": "Paper",
    "printing.folder": "Folder for pages instead of a printer",
    "events": "Events",
    "events.name": "Name",
    "station": "Station",
    "station.px_per_mm": "Pixels on a millimeter of the screen",
    "station.ask_after_seconds": "Seconds until \u201cAre you still there?\u201d",
    "station.asking_seconds": "Seconds to answer that",
    "station.last_page_seconds": "Seconds that a last page stays",
    "station.touch_keyboard": "Keyboard on the screen",
    "station.switches": "Box with two switches",
    "station.switches.next": "Key of the switch that goes on",
    "station.switches.press": "Key of the switch that presses",
    "demo": "Practice student",
    "demo.portal_color": "Color of the practice portal",
    "demo.mail_look": "Look of the practice mail",
    "demo.folder": "Folder of your own practice files",
}
"""What staff call each key of a site file. The keys of a row of things stand without a number."""

_ONE = {"schools": "school", "free_places": "place", "events": "event"}
_NONE = "nothing"


@dataclass(frozen=True)
class Line:
    """A line that went (`-`) or came (`+`), with its number in the file that has it."""

    sign: str
    number: int
    text: str


def lines_changed(before: str, after: str) -> tuple[Line, ...]:
    """The lines that differ, those that went before those that came in each place."""
    old, new = before.splitlines(), after.splitlines()
    found: list[Line] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            found += [Line("-", n + 1, old[n]) for n in range(a, b)]
            found += [Line("+", n + 1, new[n]) for n in range(c, d)]
    return tuple(found)


def changes_said(before: str, after: str) -> tuple[str, ...]:
    """Each change as a sentence. Raises KioskError where one of the texts is no table of keys."""
    return tuple(_of_tables(plain(root_of(before)), plain(root_of(after)), "", ""))


def _of_tables(old: Any, new: Any, keys: str, of: str) -> Iterator[str]:
    for key in (*old, *(key for key in new if key not in old)):
        place = f"{keys}.{key}" if keys else str(key)
        yield from _of_one(old.get(key, ""), new.get(key, ""), place, of)


def _of_one(old: Any, new: Any, place: str, of: str) -> Iterator[str]:
    if old == new:
        return
    if place in _ONE and _is_list(old) and _is_list(new):
        yield from _of_things(old or [], new or [], place)
    elif isinstance(old or new, dict) and isinstance(new or old, dict):
        yield from _of_tables(old or {}, new or {}, place, of)
    else:
        yield f"{LABELS.get(place, place)}{of}: {_said(old)} -> {_said(new)}"


def _is_list(value: Any) -> bool:
    return isinstance(value, list) or not value


def _of_things(old: Sequence[Any], new: Sequence[Any], place: str) -> Iterator[str]:
    """The things of a list, known by their id, or by their name where they have none."""
    before = {_known_by(thing): thing for thing in old}
    after = {_known_by(thing): thing for thing in new}
    one = _ONE[place]
    for key, thing in before.items():
        if key not in after:
            yield f"{one.capitalize()} taken out: {_name(thing)}"
        else:
            yield from _of_tables(thing, after[key], place, f" of {_name(thing)}")
    for key, thing in after.items():
        if key not in before:
            yield f"New {one}: {_name(thing)}"
    stay = [key for key in before if key in after]
    if stay != [key for key in after if key in before]:
        yield f"{LABELS[place]}: they stand in another order"


def _known_by(thing: Any) -> str:
    return str(thing.get("id") or thing.get("name")) if isinstance(thing, dict) else str(thing)


def _name(thing: Any) -> str:
    return str(thing.get("name") or _known_by(thing)) if isinstance(thing, dict) else str(thing)


def _said(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{_said(one)}" for one in value.values()) or _NONE
    if isinstance(value, list):
        return ", ".join(_name(one) for one in value) or _NONE
    return {"true": "yes", "false": "no", "": _NONE}.get(str(value), str(value))
