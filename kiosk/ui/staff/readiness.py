"""Is it ready? What the doctor finds at this station, worst first, to read and to print.

English only, as all that staff reads.
"""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

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
from kiosk.ui.staff.finding_row import FindingRow, marked
from kiosk.ui.staff.readiness_sheet import Sheets
from kiosk.ui.staff.state_mark import StateMark
from kiosk.ui.theme import LEAST_GAP
from kiosk.ui.voice.orders import Listed
from kiosk.ui.voice.readiness import how_heard, voices_here
from kiosk.ui.widgets.announce import announce
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.columns import Columns, Plan, Plans
from kiosk.ui.widgets.flowing import Flowing
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.text import Text

TITLE = "Is it ready?"
LOOKING = "Looking at everything …"
ASKING_VOICES = "The voices of this machine are still being asked."
AGAIN, PRINT = "Look again", "Print this page"
SHEET = "Portal Kiosk, {school}, {when:%B} {when.day}, {when.year}, {when:%H:%M}"
_HEADINGS: dict[Colour, str] = {
    "red": "Mend this before families come",
    "amber": "Look at this when there is time",
    "green": "Ready",
}
_MARK = 9.0  # millimetres, as are those below
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
        self._found: tuple[Finding, ...] = ()
        self._heard: tuple[Finding, ...] | None = None
        self._findings: tuple[Finding, ...] = ()
        # The voices are asked in a process of their own, which may take longer than all the rest.
        self._errand, self._hearing = Errand(self), Errand(self)
        self._errand.came.connect(self._show_found)
        self._hearing.came.connect(self._show_heard)
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
        self._errand.ask(lambda: _found(here, notices))
        self._hearing.ask(lambda: tuple(_heard(here, voices())))

    def _show_found(self, found: Sequence[Finding]) -> None:
        station = self._desk.station
        screen, usual = self.screen().size(), Station().px_per_mm
        size = (screen.width(), screen.height())
        measured = ready.of_screen(station.site.station.px_per_mm, usual, size)
        paper = paper_here(station, self._sheets.printer_name())
        self._found = (*found, paper, measured)
        self._show()

    def _show_heard(self, heard: tuple[Finding, ...]) -> None:
        self._heard = heard
        if self._found:
            self._show()

    def _show(self) -> None:
        self._findings = worst_first((*self._found, *(self._heard or ())))
        said = summary(self._findings)
        if self._heard is None:
            said = f"{said} {ASKING_VOICES}"
        worst = self._findings[0].colour
        self._summary.show_of(said, lambda: [self._marked(worst, said, _MARK)])
        self._rows.show_of(self._findings, self._made_rows)
        self._print.setEnabled(self._heard is not None)
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


def _found(here: Premises, notices: Sequence[str]) -> tuple[Finding, ...]:
    """All that can be found beside the window's own thread, but for the voices."""
    practice = open_demo(here.station, here.now).notices
    return (
        *records_here(here, notices),
        *station_here(here),
        ready.of_practice(tuple(str(one) for one in practice)),
        *languages_here(here),
        fonts_here(),
    )


def _heard(here: Premises, listed: Listed) -> Iterable[Finding]:
    names = {
        code: LANGUAGES[code].english if code in LANGUAGES else code for code in here.station.words
    }
    messages = (*messages_in(here.folders.flows), *messages_in_demo())
    heard = how_heard(names, messages, Clips(here.station.clips), listed)
    silent = {one.language: one.todo for one in heard if one.why and one.clips < one.of}
    return ready.of_voices(silent, len(heard) - len(silent))
