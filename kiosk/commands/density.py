"""Writes how dense the screen is into the site file, and leaves every other byte as it was."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import yaml

from kiosk.core.errors import KioskError
from kiosk.resources import read_text
from kiosk.site.reading import read_site
from kiosk.site.shapes import Site

_BOM = b"\xef\xbb\xbf"
_KEY = "px_per_mm"


def write_density(path: Path, px_per_mm: float) -> str:
    """Puts it into the `station:` section, and tells in a sentence what was done.

    Raises KioskError, with the file untouched, where it is not sound before or would not be after,
    or cannot be written.
    """
    before = read_site(path)
    said = f"{px_per_mm:g}"
    if before.station.px_per_mm == float(said) and _has_key(read_text(path)):
        return f"{path} says {_KEY}: {said} already. Nothing was changed."
    raw = path.read_bytes()
    bom = _BOM if raw.startswith(_BOM) else b""
    text = with_density(raw[len(bom) :].decode("utf-8"), said)
    wanted = replace(before, station=replace(before.station, px_per_mm=float(said)))
    _put(path, bom + text.encode("utf-8"), wanted)
    return f"{path} now says {_KEY}: {said}. Before, it was {before.station.px_per_mm:g}."


def with_density(text: str, said: str) -> str:
    """The text of a site file with that number in its section `station`, in the author's own way:
    in place of the number that stands there, or on a line of its own."""
    line_end = "\r\n" if "\r\n" in text else "\n"
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    station = _value(root, "station")
    if station is None:
        gap = "" if not text or text.endswith("\n") else line_end
        return f"{text}{gap}{line_end}station:{line_end}  {_KEY}: {said}{line_end}"
    number = _value(station, _KEY)
    if number is not None:
        return text[: number.start_mark.index] + said + text[number.end_mark.index :]
    at, column = station.start_mark.index, station.start_mark.column
    if text[at] == "{":
        rest = ", " if station.value else ""
        return f"{text[: at + 1]}{_KEY}: {said}{rest}{text[at + 1 :]}"
    return f"{text[:at]}{_KEY}: {said}{line_end}{' ' * column}{text[at:]}"


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """What stands under that key, if the node is a table that has it."""
    return next((value for name, value in _entries(node) if name.value == key), None)


def _entries(node: yaml.Node | None) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from node.value


def _has_key(text: str) -> bool:
    station = _value(yaml.compose(text, Loader=yaml.SafeLoader), "station")
    return _value(station, _KEY) is not None


def _put(path: Path, raw: bytes, wanted: Site) -> None:
    """Writes all of it beside the file, reads it, then puts it in its place: never half a file."""
    place = path.resolve()
    beside = place.with_name(f".{place.name}.new")
    try:
        with beside.open("wb") as new:
            new.write(raw)
            new.flush()
            os.fsync(new.fileno())
        shutil.copymode(place, beside)
        if not _reads_as(beside, wanted):
            number = f"{_KEY}: {wanted.station.px_per_mm:g}"
            raise KioskError(f"{path} was not changed. Write under 'station' yourself: {number}")
        beside.replace(place)
    except OSError as trouble:
        raise KioskError(f"{path} cannot be written: {trouble.strerror}.") from None
    finally:
        beside.unlink(missing_ok=True)


def _reads_as(path: Path, wanted: Site) -> bool:
    try:
        return read_site(path) == wanted
    except KioskError:
        return False
