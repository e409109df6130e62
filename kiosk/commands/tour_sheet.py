"""One page, index.html, to look through all pictures of a tour, tick them and write notes.

It works from a folder or a memory stick: nothing in it comes from anywhere else.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from kiosk.commands.tour_names import Column, names_of
from kiosk.commands.tour_pages import Stop
from kiosk.core.errors import KioskError
from kiosk.core.words import ENGLISH
from kiosk.resources import assets_dir
from kiosk.station import Station

_HERE = "/*DATA*/"


def write_sheet(
    folder: Path, station: Station, stops: Sequence[Stop], columns: Sequence[Column]
) -> Path:
    """Writes index.html beside the pictures; gives its path. Raises KioskError where it cannot."""
    sheet = folder / "index.html"
    form = (assets_dir() / "tour" / "sheet.html").read_text(encoding="utf-8")
    data = json.dumps(_data(station, stops, columns), ensure_ascii=False)
    # Inside a script element only "<" could end it too early.
    text = form.replace(_HERE, data.replace("<", "\\u003c"))
    try:
        sheet.write_text(text, encoding="utf-8")
    except OSError as trouble:
        raise KioskError(f"{sheet} cannot be written: {trouble.strerror}.") from None
    return sheet


def _data(station: Station, stops: Sequence[Stop], columns: Sequence[Column]) -> dict[str, object]:
    return {
        "school": station.site.school_here().name,
        "site": station.site.site,
        "pages": [{"name": stop.name, "title": _title(stop)} for stop in stops],
        "columns": [
            {
                "language": f"{station.words[column.language].name} ({column.language})",
                "size": column.size,
                "theme": column.theme.replace("_", " "),
                "stage": column.stage,
                "ending": ending,
                "rightToLeft": station.words[column.language].right_to_left,
            }
            for column, ending in names_of(columns).items()
        ],
    }


def _title(stop: Stop) -> str:
    view = stop.view(ENGLISH)
    return view.page.title if view else "The first screen"
