"""Set up: a guided page for the site file, one topic at a time; nothing is written before Save.

English only, as all that staff reads.
"""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.core.errors import KioskError
from kiosk.staff.site_file import Draft, begun, is_example, problems_of
from kiosk.ui.kit import Kit
from kiosk.ui.staff.desk import Desk
from kiosk.ui.staff.setup_bench import Bench, Build, Page, shown
from kiosk.ui.staff.setup_fields import topic_page
from kiosk.ui.staff.setup_own import own_page
from kiosk.ui.staff.setup_pages import (
    EVENTS,
    LANGUAGES,
    SCREEN,
    events_page,
    languages_page,
    screen_page,
)
from kiosk.ui.staff.setup_password import TITLE as PASSWORDS
from kiosk.ui.staff.setup_password import password_page
from kiosk.ui.staff.setup_saving import (
    CHANGES,
    VERSIONS,
    broken_page,
    changes_page,
    versions_page,
)
from kiosk.ui.staff.setup_schools import TITLE as SCHOOLS
from kiosk.ui.staff.setup_schools import schools_page
from kiosk.ui.staff.setup_topics import CALL_BACK, HOME, PORTAL, PRINTING, WAITS, Topic
from kiosk.ui.widgets.announce import announce
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flowing import Flowing
from kiosk.ui.widgets.tile import TileButton

TITLE = "Set up"
ALL = "All topics"
_SAYS = "What this school sets, one topic at a time. Nothing is written until you save."
_UNSAVED = "Your changes are not saved yet. \u201cSee what changes\u201d shows them and saves."
_EDGE, _TIGHT_EDGE = 6.0, 2.6


class SetUp(QWidget):
    """Shows one page of the set-up at a time, under a row of ways: all topics, what changes."""

    def __init__(self, desk: Desk, kit: Kit, home: Path | None = None) -> None:
        """`home` is where a file of the school's own is made, and its tables are looked for."""
        super().__init__()
        self._draft = Draft(desk.folders.site, "", "")
        self._bench = Bench(kit, desk, self._present, self._take, self.go, home or Path.home())
        self._column = QVBoxLayout(self)
        edge = kit.theme.px(_TIGHT_EDGE if kit.theme.look.tight else _EDGE)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(kit.theme.gap())
        self._shown: list[QWidget] = []
        self._begin(desk.folders.site)

    def refresh(self) -> None:
        """Nothing here changes by itself: what is being typed must not go."""

    def go(self, build: Build) -> None:
        """Shows another page; the one before is gone for good."""
        old = self._shown
        page = build(self._bench)
        ways = self._ways(VERSIONS if build is overview else ALL)
        self._shown = [ways, page]
        for widget in old:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for widget in self._shown:
            self._column.addWidget(widget)
            widget.show()
        if old and isinstance(page, Page):
            # A page follows the focus: so a new one is seen from its top.
            page.first.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, page.title.text())

    def _begin(self, path: Path) -> None:
        try:
            self._draft = begun(path)
            problems = problems_of(self._draft, self._bench.desk.folders, self._bench.desk.now)
        except KioskError as trouble:
            self.go(_trouble(str(trouble)))
            return
        if is_example(path):
            self.go(own_page(self._begin))
        elif problems:
            self.go(broken_page(problems))
        else:
            self.go(overview)

    def _present(self) -> Draft:
        return self._draft

    def _take(self, draft: Draft) -> None:
        self._draft = draft

    def _ways(self, first: str) -> Flowing:
        """The row of ways; while there is no sound file to work on, it is empty."""
        ways: list[Button] = []
        if self._draft.text and not is_example(self._draft.path) and not self._draft.read()[1]:
            ways.append(self._way(CHANGES, "show", changes_page))
            lead = (ALL, "back", overview) if first == ALL else (VERSIONS, "restart", versions_page)
            ways.insert(0 if first == ALL else 1, self._way(*lead))
        return Flowing(ways, self._bench.kit)

    def _way(self, words: str, icon: str, build: Build) -> Button:
        button = Button(words, self._bench.kit, "pill", icon)
        button.clicked.connect(lambda: self.go(build))
        return button


def _trouble(said: str) -> Build:
    def build(bench: Bench) -> Page:
        page = Page(bench, TITLE)
        page.note(said)
        return page.end()

    return build


def overview(bench: Bench) -> Page:
    """Every topic, with how it stands."""
    draft = bench.draft()
    page = Page(bench, TITLE, _SAYS)
    if draft.is_changed():
        page.note(_UNSAVED)
    site = bench.site()
    if site is None:
        return page.end()
    called = site.call_back
    printed = site.printing
    off = "Off"
    tiles = [
        _topic(page, PORTAL, site.portal.name),
        page.tile(
            SCHOOLS, f"{len(site.schools)}; here: {site.school_here().name}", "school", schools_page
        ),
        page.tile(PASSWORDS, site.portal.rules, "key", password_page),
        page.tile(LANGUAGES, f"{len(site.languages)} languages", "globe", languages_page),
        _topic(page, WAITS, f"{site.waits.reply_usual} minutes for a reply"),
        page.tile(
            SCREEN, f"{site.station.px_per_mm:g} pixels on a millimeter", "text_size", screen_page
        ),
        _topic(page, CALL_BACK, f"Kept for {called.keep_days} days" if called else off),
        _topic(page, PRINTING, _printing(printed.printer, printed.folder) if printed else off),
        page.tile(EVENTS, shown(tuple(one.name for one in site.events)), "calendar", events_page),
        _topic(page, HOME, site.wifi.name if site.wifi else off),
    ]
    page.tiles(tiles)
    return page.end()


def _topic(page: Page, topic: Topic, detail: str) -> TileButton:
    return page.tile(topic.title, detail, topic.icon, topic_page(topic))


def _printing(printer: str, folder: str) -> str:
    return printer or (f"Into the folder {folder}" if folder else "The usual printer")
