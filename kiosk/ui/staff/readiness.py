"""Is it ready? What the doctor finds at this station, worst first, to read and to print.

English only, as all that staff reads.
"""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.demo.messages import messages_in_demo
from kiosk.demo.opening import open_demo
from kiosk.language.clips import Clips
from kiosk.language.harvest import messages_in
from kiosk.language.languages import LANGUAGES
from kiosk.site.shapes import Printing, Station
from kiosk.staff import ready
from kiosk.staff.ready import Colour, Finding, as_text, summary, worst_first
from kiosk.staff.ready_looking import (
    Premises,
    fonts_here,
    languages_here,
    paper_here,
    records_here,
    station_here,
)
from kiosk.ui.kit import Kit
from kiosk.ui.paper.printing import FindPrinter, printer_of_machine
from kiosk.ui.staff.changing import Changing
from kiosk.ui.staff.desk import Desk
from kiosk.ui.staff.errand import Errand
from kiosk.ui.staff.readiness_sheet import Sheets
from kiosk.ui.staff.state_mark import StateMark
from kiosk.ui.theme import LEAST_GAP, Role
from kiosk.ui.voice.orders import Listed
from kiosk.ui.voice.readiness import how_heard, voices_here
from kiosk.ui.widgets.announce import announce
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.columns import Columns, Plan, Plans
from kiosk.ui.widgets.flowing import Flowing
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.text import Text

TITLE = "Is it ready?"
LOOKING = "Looking at everything. This takes a few seconds."
AGAIN, PRINT = "Look again", "Print this page"
SHEET = "Portal Kiosk, {school}, {when:%B} {when.day}, {when.year}, {when:%H:%M}"
_HEADINGS: dict[Colour, str] = {
    "red": "Mend this before families come",
    "amber": "Look at this when there is time",
    "green": "Ready",
}
_MARK, _SMALL_MARK = 9.0, 6.4  # millimetres
_LEFT, _LEAST_RIGHT = 118.0, 84.0
_EDGE, _TIGHT_EDGE = 4.0, 2.6


class Readiness(QWidget):
    """Looks once when it is opened, and again when asked to; in a thread of its own."""

    def __init__(
        self,
        desk: Desk,
        kit: Kit,
        voices: Callable[[], Listed] = voices_here,
        find_printer: FindPrinter = printer_of_machine,
    ) -> None:
        super().__init__()
        self._desk, self._kit, self._voices = desk, kit, voices
        printing = desk.station.site.printing
        self._sheets = Sheets(printing or Printing(), desk.records, find_printer)
        self._findings: tuple[Finding, ...] = ()
        self._errand = Errand(self)
        self._errand.came.connect(self._show)
        self._note = Note("", kit, "print")
        self._note.hide()
        self._summary, self._rows = Changing(kit), Changing(kit)
        again, self._print = (Button(AGAIN, kit, "secondary", "repeat"), self._print_button())
        again.clicked.connect(self._look)
        title = Text(TITLE, kit, "title_small").may_hold_focus()
        plan = Plan((title, self._summary, Flowing((again, self._print), kit), self._note))
        column = QVBoxLayout(self)
        edge = kit.theme.px(_TIGHT_EDGE if kit.theme.look.tight else _EDGE)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(kit.theme.px(LEAST_GAP))
        column.addWidget(Columns(Plans(plan, plan, plan, _LEFT, _LEAST_RIGHT), kit))
        column.addWidget(self._rows)
        column.addStretch(1)
        self._look()

    def refresh(self) -> None:
        """Nothing here changes by itself: looking takes seconds, and staff asks for it."""

    def _print_button(self) -> Button:
        button = Button(PRINT, self._kit, "secondary", "print")
        button.clicked.connect(self._put_on_paper)
        button.setEnabled(False)
        return button

    def _look(self) -> None:
        if not self._findings:
            self._summary.show_of(LOOKING, lambda: [Text(LOOKING, self._kit)])
        desk, voices = self._desk, self._voices
        here = Premises(desk.station, desk.folders, desk.records, desk.now())
        notices = desk.notices()
        self._errand.ask(lambda: _found(here, notices, voices))

    def _show(self, found: Sequence[Finding]) -> None:
        station = self._desk.station
        screen, usual = self.screen().size(), Station().px_per_mm
        size = (screen.width(), screen.height())
        measured = ready.of_screen(station.site.station.px_per_mm, usual, size)
        paper = paper_here(station, self._sheets.printer_name())
        self._findings = worst_first((*found, measured, paper))
        said = summary(self._findings)
        worst = self._findings[0].colour
        self._summary.show_of(said, lambda: [self._marked(worst, said, _MARK)])
        self._rows.show_of(self._findings, self._made_rows)
        self._print.setEnabled(True)
        announce(self, said)

    def _made_rows(self) -> list[QWidget]:
        rows: list[QWidget] = []
        for colour, heading in _HEADINGS.items():
            of_it = [one for one in self._findings if one.colour == colour]
            if of_it:
                title = f"{heading} ({len(of_it)})"
                rows += [Text(title, self._kit, "label"), self._group(of_it, colour)]
        return rows

    def _group(self, findings: Sequence[Finding], colour: Colour) -> QWidget:
        made = [FindingRow(one, self._kit) for one in findings]
        half = (len(made) + 1) // 2
        both = Plan(left=made[:half], right=made[half:])
        one = Plan(above=made)
        plan = both if colour == "green" else one
        return Columns(Plans(plan, plan, one, _LEFT, _LEAST_RIGHT), self._kit)

    def _marked(self, colour: Colour, said: str, mm: float) -> QWidget:
        return marked(StateMark(colour, self._kit, self._kit.theme.px(mm)), said, self._kit)

    def _put_on_paper(self) -> None:
        now = self._desk.now()
        heading = SHEET.format(school=self._desk.station.site.school_here().name, when=now)
        font = self._kit.theme.font("body")
        said = self._sheets.put(as_text(self._findings, heading), font, now)
        self._note.say(said)
        self._note.show()
        announce(self, said)


class FindingRow(QWidget):
    """A finding with its mark: what it is, what it is about, and what to do."""

    def __init__(self, finding: Finding, kit: Kit) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(kit.theme.px(3.0))
        mark = StateMark(finding.colour, kit, kit.theme.px(_SMALL_MARK))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(kit.theme.px(0.6))
        column.addWidget(Text(finding.what, kit, "small"))
        for more in filter(None, (", ".join(finding.items), finding.todo)):
            column.addWidget(Text(more, kit, "body", Role.second_ink))
        row.addLayout(column, 1)
        _wraps(self)


def marked(mark: StateMark, said: str, kit: Kit) -> QWidget:
    """A sentence beside a mark."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(kit.theme.px(3.0))
    row.addWidget(mark)
    row.addWidget(Text(said, kit, "label"), 1)
    _wraps(both)
    return both


def _found(
    here: Premises, notices: Sequence[str], voices: Callable[[], Listed]
) -> tuple[Finding, ...]:
    """All that can be found beside the window's own thread."""
    practice = open_demo(here.station, here.now).notices
    return (
        *station_here(here),
        *languages_here(here),
        *_heard(here, voices()),
        fonts_here(),
        ready.of_practice(tuple(str(one) for one in practice)),
        *records_here(here, notices),
    )


def _heard(here: Premises, listed: Listed) -> Iterable[Finding]:
    names = {
        code: LANGUAGES[code].english if code in LANGUAGES else code for code in here.station.words
    }
    messages = (*messages_in(here.folders.flows), *messages_in_demo())
    heard = how_heard(names, messages, Clips(here.station.clips), listed)
    silent = {one.language: one.todo for one in heard if one.why}
    return ready.of_voices(silent, len(heard) - len(silent))


def _wraps(widget: QWidget) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
