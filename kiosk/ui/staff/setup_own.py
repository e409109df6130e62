"""The page of the set-up for a station that runs with the example: it makes a file of its own."""

import re
from collections.abc import Callable
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.resources import Folders, yaml_files
from kiosk.staff.site_file import copy_as_own
from kiosk.ui.staff.setup_bench import Bench, Build, Page
from kiosk.ui.staff.setup_fields import Typing
from kiosk.ui.widgets.button import Button

OWN = "Make your own site file"
_SAYS = (
    "This station runs with the example: a made-up district. Its file is never changed. Copy it to "
    "a file of your own, then put in your own school, page by page."
)
_PLACE = "It is made in the folder {folder}. What shall it be called?"
_NAME = "Name of the file"
_GO_ON = "Go on with {name}"
_ODD_NAME = "Use letters, digits, - and _, like site or cedar-hill."
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,60}")
_USUAL = "site.yaml"


def own_page(begin: Callable[[Path], None]) -> Build:
    """Copies the example to a file of the school's own, or takes one that was made before.

    `begin` gets the file to go on with.
    """

    def build(bench: Bench) -> Page:
        folder = bench.home / "portal-kiosk"
        page = Page(bench, OWN, _SAYS)
        made = [_go_on(page, path, begin) for path in yaml_files(folder)]
        if made:
            page.ways(*made)
        page.say(_PLACE.format(folder=folder))

        def take(name: str) -> str:
            stem = name.removesuffix(".yaml")
            if not _PLAIN.fullmatch(stem):
                return _ODD_NAME
            path = folder / f"{stem}.yaml"
            try:
                copy_as_own(Folders.shipped().site, path, bench.desk.now)
            except KioskError as trouble:
                return str(trouble)
            begin(path)
            return ""

        page.ask(Typing(_NAME, _USUAL, bench.kit, take))
        return page.end()

    return build


def _go_on(page: Page, path: Path, begin: Callable[[Path], None]) -> Button:
    return page.button(_GO_ON.format(name=path.name), lambda: begin(path), "next")
