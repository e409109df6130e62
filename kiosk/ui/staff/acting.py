"""Carries out what staff asks for at its pages: on the family's visit, or on the station.

A visit that staff has moved is shown when staff goes; until then the page beneath stays as it is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import assert_never

from kiosk.core.events import LanguageChosen, Stopped
from kiosk.core.guide import Guide
from kiosk.core.jumping import done_by_office, jumped
from kiosk.core.machine import advance, begin
from kiosk.core.visit import Visit
from kiosk.core.words import Words
from kiosk.records.journal import Journal
from kiosk.ui.controller import Controller
from kiosk.ui.staff.desk import (
    Act,
    BackToFamily,
    DoneByOffice,
    FamilyLanguage,
    Jump,
    LeaveKiosk,
    NextFamily,
    Present,
    PrintSlip,
    ReadAgain,
    SetEvent,
    ToPractice,
)
from kiosk.ui.window import Window

NOBODY_HERE = "There is no family at this station now."
CANNOT_STAND_THERE = (
    "That page needs something the family has not given yet, such as its email address. "
    "Choose an earlier page."
)
NOT_AN_ANSWER = "That is no answer of the page the family is on now."
NO_SUCH_LANGUAGE = "This station has no words in that language."
NO_PRACTICE = "The family has another page open now. Go back to the family and close it first."
START_AGAIN = "It is saved. To use it, leave the kiosk and start it again."


@dataclass(frozen=True)
class Hands:
    """What it takes to carry things out. `print_slip` and `present` give a sentence for staff,
    empty where all went well; `leave` ends the program."""

    guide: Guide
    words: Mapping[str, Words]
    journal: Journal
    print_slip: Callable[[Visit], str]
    present: Callable[[], str]
    leave: Callable[[], None]


class Acting:
    """One for each time that staff signs in."""

    def __init__(self, controller: Controller, window: Window, hands: Hands) -> None:
        self._controller, self._window, self._hands = controller, window, hands
        self._moved = self._done = False

    def act(self, act: Act) -> str:
        """Does that; gives a sentence for staff, empty where all went well."""
        match act:
            case Jump() | DoneByOffice() | FamilyLanguage() | PrintSlip():
                return self._on_visit(act)
            case ToPractice() | NextFamily() | BackToFamily():
                return self._leave(act)
            case SetEvent() | Present() | LeaveKiosk() | ReadAgain():
                return self._on_station(act)
        assert_never(act)

    def _on_visit(self, act: Jump | DoneByOffice | FamilyLanguage | PrintSlip) -> str:
        visit = self._controller.visit
        if isinstance(act, Jump):
            return self._jump(visit, act.place)
        if visit is None:
            return NOBODY_HERE
        match act:
            case DoneByOffice(answer):
                after = done_by_office(self._hands.guide, visit, answer)
                self._done = self._done or after is not visit
                return self._take_up(visit, after, NOT_AN_ANSWER)
            case FamilyLanguage(language):
                return self._speak(visit, language)
            case PrintSlip():
                return self._hands.print_slip(visit)
        assert_never(act)

    def _jump(self, visit: Visit | None, place: str) -> str:
        guide = self._hands.guide
        here = visit or begin(guide, next(iter(self._hands.words)))
        after = jumped(guide, here, place)
        if after is here:
            return CANNOT_STAND_THERE
        self._done = False
        return self._take_up(here, after, "")

    def _speak(self, visit: Visit, language: str) -> str:
        if language not in self._hands.words:
            return NO_SUCH_LANGUAGE
        after = advance(self._hands.guide, visit, LanguageChosen(language))
        return self._take_up(visit, after, "")

    def _take_up(self, before: Visit, after: Visit, refusal: str) -> str:
        """Goes on with what became of the visit; the refusal where nothing did."""
        if after is before:
            return refusal
        self._controller.under_way.end_beside()
        self._controller.under_way.take_up(after)
        self._moved = True
        return ""

    def _leave(self, act: ToPractice | NextFamily | BackToFamily) -> str:
        """Takes the staff's pages away; what the family then sees is for the controller to show."""
        match act:
            case ToPractice():
                language = next(iter(self._hands.words))
                if not self._controller.under_way.look_around(language):
                    return NO_PRACTICE
                self._moved = True
                self._go_back()
            case BackToFamily():
                self._go_back()
            case NextFamily():
                self._controller.start_afresh(Stopped())
        return ""

    def _go_back(self) -> None:
        self._window.close_staff()
        self._controller.go_on(moved=self._moved, done=self._done)

    def _on_station(self, act: SetEvent | Present | LeaveKiosk | ReadAgain) -> str:
        match act:
            case SetEvent(name, station):
                self._hands.journal.set_event(name.strip())
                self._hands.journal.set_station(station.strip())
            case Present():
                return self._hands.present()
            case LeaveKiosk():
                self._controller.start_afresh(Stopped())
                self._window.may_close()
                self._hands.leave()
            case ReadAgain():
                return START_AGAIN
        return ""
