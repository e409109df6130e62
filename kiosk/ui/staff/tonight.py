"""Tonight: the event, this station's counts, where families are stuck, and tickets that are due.

English only, as all that staff reads.
"""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.language.languages import LANGUAGES
from kiosk.records.board import Board, Named
from kiosk.staff.beside import title_at
from kiosk.staff.evening import Evening, TicketLine, read_evening, ticket_line
from kiosk.ui.kit import Kit
from kiosk.ui.staff.changing import Changing
from kiosk.ui.staff.desk import Desk, SetEvent
from kiosk.ui.staff.errand import Errand
from kiosk.ui.staff.event_form import EventForm
from kiosk.ui.staff.tally import Bar, Count, CountTiles, bar_rows
from kiosk.ui.staff.ticket_row import TicketRow
from kiosk.ui.staff.wall import Wall
from kiosk.ui.theme import Role
from kiosk.ui.widgets.announce import announce
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.columns import Columns, Plan, Plans
from kiosk.ui.widgets.flowing import Flowing
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.text import Text

TITLE, EVENT = "Tonight · station {station}", "{event} · station {station}"
NO_EVENT = "No event is under way. These are the visits of today."
BEGIN, CHANGE, END = "Begin an event", "Change the event", "End the event"
WALL = "For the wall"
STUCK, DUE, COMING = "Where families got stuck", "The reply may have arrived", "Not due yet"
SPOKEN = "Languages: {languages}"
ELSEWHERE = "A family that goes on at another station stays on this list."
NOBODY_STUCK = "Nobody so far."
NONE_DUE = "No ticket is due."
MORE_PAGES, MORE_TICKETS = "And {count} more on other pages.", "And {count} more tickets."
COUNTS = (
    ("Started", "people"),
    ("Done", "yes"),
    ("Waiting", "clock"),
    ("Came back", "repeat"),
    ("At it now", "person"),
    ("Ended early", "unsure"),
)
_MOST_PAGES, _MOST_DUE, _MOST_COMING, _MOST_LANGUAGES = 5, 8, 3, 6
_LEFT, _LEAST_RIGHT = 126.0, 84.0  # millimetres
_EDGE, _TIGHT_EDGE = 4.0, 2.6


class Tonight(QWidget):
    """The board, or in its place the form that names the event. It reads the journal in a thread of
    its own; `refresh` asks for that."""

    def __init__(self, desk: Desk, kit: Kit) -> None:
        super().__init__()
        self._desk, self._kit = desk, kit
        self._errand = Errand(self)
        self._errand.came.connect(self._show)
        self._form: EventForm | None = None
        self._note = Note("", kit, "note")
        self._note.hide()
        self._title = Text("", kit, "title_small").may_hold_focus()
        self._no_event = Text(NO_EVENT, kit, "small", Role.second_ink)
        self._spoken = Text("", kit, "small", Role.second_ink)
        self._counts = CountTiles(_counts_of(None), kit)
        self._stuck, self._due, self._buttons = Changing(kit), Changing(kit), Changing(kit)
        self._board = self._made_board()
        self._column = QVBoxLayout(self)
        edge = kit.theme.px(_TIGHT_EDGE if kit.theme.look.tight else _EDGE)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.addWidget(self._board)
        self._column.addStretch(1)
        self._show_event()
        self.refresh()

    def refresh(self) -> None:
        """Asks the journal how things stand now."""
        desk, setting = self._desk, self._desk.journal.setting
        records, now = desk.records, desk.now()
        self._errand.ask(lambda: read_evening(records, setting.station, setting.event, now))

    def _made_board(self) -> Columns:
        kit = self._kit
        above = (self._title, self._no_event, self._note, self._counts, self._spoken, self._buttons)
        left = (Text(STUCK, kit, "label"), self._stuck)
        right = (Text(DUE, kit, "label"), self._due)
        plan = Plan(above, left, right)
        narrow = Plan((*above, *right, *left))
        return Columns(Plans(plan, plan, narrow, _LEFT, _LEAST_RIGHT), kit)

    def _made_buttons(self) -> list[QWidget]:
        """Begins an event, or changes or ends the one under way."""
        wall = self._button(WALL, "show", lambda: Wall(self._desk, self._kit).cover(self.window()))
        if not self._desk.journal.setting.event:
            begin = self._button(BEGIN, "calendar", self._ask_event)
            begin.set_style("primary")
            return [Flowing((begin, wall), self._kit)]
        change = self._button(CHANGE, "calendar", self._ask_event)
        return [Flowing((change, self._button(END, "no", self._end_event), wall), self._kit)]

    def _button(self, words: str, icon: str, does: Callable[[], object]) -> Button:
        button = Button(words, self._kit, "secondary", icon)
        button.clicked.connect(lambda: does())
        return button

    def _show_event(self) -> None:
        setting = self._desk.journal.setting
        words = EVENT if setting.event else TITLE
        said = words.format(event=setting.event, station=setting.station)
        if said != self._title.text():
            self._title.say(said)
            self._title.setAccessibleName(said)
        self._no_event.setVisible(not setting.event)
        self._buttons.show_of(bool(setting.event), self._made_buttons)

    def _ask_event(self) -> None:
        setting = self._desk.journal.setting
        events = [event.name for event in self._desk.station.site.events]
        self._form = EventForm(setting.event, setting.station, events, self._kit)
        self._form.set_to.connect(self._set_event)
        self._form.left.connect(self._close_form)
        self._board.hide()
        self._column.insertWidget(0, self._form)
        self._form.title.setFocus()

    def _close_form(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._column.removeWidget(self._form)
            self._form.deleteLater()
            self._form = None
        self._board.show()
        self._show_event()
        self.refresh()

    def _set_event(self, wish: SetEvent) -> None:
        said = self._desk.act(wish)
        self._close_form()
        self._tell(said)

    def _end_event(self) -> None:
        self._set_event(SetEvent("", self._desk.journal.setting.station))

    def _tell(self, sentence: str) -> None:
        self._note.say(sentence)
        self._note.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def _show(self, evening: Evening) -> None:
        if evening.trouble:
            self._tell(evening.trouble)
        board = evening.board
        self._show_event()
        self._counts.say(_counts_of(board))
        self._stuck.show_of(board.stuck, lambda: self._stuck_rows(board.stuck))
        self._show_languages(board.languages)
        minutes = self._desk.station.site.waits.reply_usual
        now = self._desk.now()
        lines = tuple(ticket_line(ticket, now, minutes) for ticket in board.tickets)
        self._due.show_of(lines, lambda: self._ticket_rows(lines))

    def _stuck_rows(self, stuck: Sequence[Named]) -> list[QWidget]:
        if not stuck:
            return [self._small(NOBODY_STUCK)]
        guide = self._desk.station.guide
        bars = [Bar(one.count, title_at(guide, one.name)) for one in stuck[:_MOST_PAGES]]
        rest = sum(one.count for one in stuck[_MOST_PAGES:])
        more = [self._small(MORE_PAGES.format(count=rest))] if rest else []
        return [*bar_rows(bars, self._kit), *more]

    def _show_languages(self, spoken: Sequence[Named]) -> None:
        named = [f"{_english(one.name)} {one.count}" for one in spoken[:_MOST_LANGUAGES]]
        rest = sum(one.count for one in spoken[_MOST_LANGUAGES:])
        named += [f"others {rest}"] if rest else []
        said = SPOKEN.format(languages=", ".join(named) or "none yet")
        if said != self._spoken.text():
            self._spoken.say(said)

    def _ticket_rows(self, lines: Sequence[TicketLine]) -> list[QWidget]:
        due = [line for line in lines if line.is_due]
        coming = [line for line in lines if not line.is_due]
        rows: list[QWidget] = [] if due else [self._small(NONE_DUE)]
        rows += self._some(due, _MOST_DUE)
        if coming:
            rows += [Text(COMING, self._kit, "label"), *self._some(coming, _MOST_COMING)]
        return [*rows, self._small(ELSEWHERE)] if lines else rows

    def _some(self, lines: Sequence[TicketLine], most: int) -> list[QWidget]:
        shown = [TicketRow(line, _english(line.language), self._kit) for line in lines[:most]]
        rest = len(lines) - len(shown)
        return [*shown, *([self._small(MORE_TICKETS.format(count=rest))] if rest else [])]

    def _small(self, words: str) -> Text:
        return Text(words, self._kit, "small", Role.second_ink)


def _counts_of(board: Board | None) -> list[Count]:
    numbers: Sequence[int | None] = (None,) * len(COUNTS)
    if board is not None:
        stuck = board.elsewhere + board.left_open
        at_it = (board.came_back, board.under_way, stuck)
        numbers = (board.started, board.done, board.waiting, *at_it)
    return [Count(number, *one) for number, one in zip(numbers, COUNTS, strict=True)]


def _english(code: str) -> str:
    return LANGUAGES[code].english if code in LANGUAGES else code
