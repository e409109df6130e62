"""A desk that works with a visit of the shipped flows, and notes what staff asked for."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from kiosk.core.events import Event
from kiosk.core.jumping import done_by_office, jumped
from kiosk.core.machine import advance, begin
from kiosk.core.phrases import Phrases
from kiosk.core.visit import Visit
from kiosk.records.journal import Journal
from kiosk.resources import Folders, assets_dir
from kiosk.station import Station
from kiosk.ui.art import Art
from kiosk.ui.fonts import Fonts
from kiosk.ui.kit import Kit
from kiosk.ui.staff.desk import (
    Act,
    Desk,
    DoneByOffice,
    FamilyLanguage,
    Jump,
    NextFamily,
)
from kiosk.ui.theme import Look, Theme
from tests.ui.samples import hint, judge


@dataclass
class Counter:
    """The desk's far side: the visit, what was asked for, and the sentence it answers with."""

    station: Station
    visit: Visit | None
    asked: list[Act] = field(default_factory=list)
    sentence: str = ""

    def act(self, act: Act) -> str:
        """Does to the visit what the window would do, in short."""
        self.asked.append(act)
        match act:
            case Jump(place) if self.visit is not None:
                self.visit = jumped(self.station.guide, self.visit, place)
            case DoneByOffice(answer) if self.visit is not None:
                self.visit = done_by_office(self.station.guide, self.visit, answer)
            case FamilyLanguage(language) if self.visit is not None:
                self.visit = replace(self.visit, language=language)
            case NextFamily():
                self.visit = None
        return self.sentence

    def desk(self) -> Desk:
        """A desk for a page."""
        return Desk(
            station=self.station,
            folders=Folders.shipped(),
            records=Path("records"),
            journal=cast(Journal, cast(Any, None)),
            visit=lambda: self.visit,
            act=self.act,
            now=lambda: datetime(2026, 5, 4, 18, 30, tzinfo=UTC),
            notices=lambda: (),
        )


def after(station: Station, events: Iterable[Event]) -> Visit:
    """A visit after those events."""
    visit = begin(station.guide)
    for event in events:
        visit = advance(station.guide, visit, event)
    return visit


def staff_kit(look: Look = Look(size=0, motion=False)) -> Kit:  # noqa: B008 - a frozen value
    """What a staff page is made with."""
    theme = Theme(look, Fonts(assets_dir() / "fonts"))
    return Kit(theme, Phrases(), Art(assets_dir(), theme), judge, hint)


def opened(page: QWidget, size: tuple[int, int] = (1106, 730)) -> QWidget:
    """The page in a window of that size in pixels, which is on no screen."""
    page.resize(*size)
    page.show()
    page.activateWindow()
    return page
