"""Staff's page "This family": the map with the family on it, what may help, and what to do for it.

Its words are for staff only, and stand here in English: they are not translated.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.core.errors import KioskError
from kiosk.core.leading import answers_of
from kiosk.core.visit import Visit
from kiosk.language.languages import language_of
from kiosk.staff.beside import Crumb, spots_of, title_at, told_so_far, you_are_here
from kiosk.staff.done_by_office import done_answer
from kiosk.staff.remedies import Remedies, read_remedies, remedies_file
from kiosk.ui.kit import Kit
from kiosk.ui.staff.desk import Act, BackToFamily, Desk, PrintSlip, ToPractice
from kiosk.ui.staff.family_asks import ask_done, ask_jump, ask_language, ask_next
from kiosk.ui.staff.family_parts import Pane, advice_parts, answered_parts, column_of, on_touch
from kiosk.ui.staff.flow_look import FlowLook
from kiosk.ui.staff.flow_map import FlowMap
from kiosk.ui.staff.map_stage import MapStage
from kiosk.ui.theme import Kind, Role
from kiosk.ui.widgets.announce import announce
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flowing import Flowing
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.overlay import Overlay
from kiosk.ui.widgets.text import Text

HERE, WITHIN, OVER = "The family is here", "The family is within this", "The visit ended here"
IN_LANGUAGE = "The family reads it in: {language}"
NOBODY = "No family is at the kiosk now"
NOBODY_SAYS = "A visit begins when somebody touches the first page. Then its map stands here."
BEGIN = "Show the first page"
NO_REMEDIES = "What may help cannot be shown. {problem}"
JUMP, DONE, LANGUAGE, SEE = "Jump", "Office did it", "Language", "See page"
PRACTICE, PRINT, NEXT = "Practice", "Print slip", "Next family"

_EDGE, _TIGHT_EDGE = 3.0, 1.6  # millimetres


class FamilyPage(QWidget):
    """Made anew each time it is opened; `refresh` shows where the family is now."""

    def __init__(self, desk: Desk, kit: Kit) -> None:
        super().__init__()
        self._desk, self._kit = desk, kit
        self._visit: Visit | None = None
        self._flow = ""
        self._remedies, self._trouble = _remedies_of(desk)
        self._overlay: Overlay | None = None
        self._look: FlowLook | None = None
        self._map = FlowMap(kit)
        self._map.touched.connect(self._ask_jump_to)
        self._pane = Pane(kit)
        self._stage = MapStage(kit, self._map, self._pane, self._foot())
        self._column = column = QVBoxLayout(self)
        edge = kit.theme.px(_TIGHT_EDGE if kit.theme.look.tight else _EDGE)
        column.setContentsMargins(edge, edge, edge, edge)
        column.addWidget(self._stage)
        self._show(desk.visit())

    def refresh(self) -> None:
        """Shows how the visit stands now; while nothing happened all stays as it is."""
        visit = self._desk.visit()
        if visit is not self._visit:
            self._close()
            self._show(visit)

    def _show(self, visit: Visit | None, sentence: str = "") -> None:
        self._visit = visit
        said: list[QWidget] = [Note(sentence, self._kit)] if sentence else []
        if visit is None:
            self._flow = ""
            self._stage.set_head(None)
            self._pane.set_content(column_of([*said, *self._nobody()], self._kit))
            return
        crumbs = you_are_here(self._desk.station.guide, visit)
        self._show_map(crumbs, crumbs[-1])
        self._pane.set_content(column_of([*said, *self._told(visit)], self._kit))

    def _nobody(self) -> list[QWidget]:
        begin = Button(BEGIN, self._kit, "primary", "next", icon_last=True)
        on_touch(begin, partial(self._do, BackToFamily()))
        title = Text(NOBODY, self._kit, "title_small").may_hold_focus()
        return [title, Text(NOBODY_SAYS, self._kit), Flowing((begin,), self._kit)]

    def _told(self, visit: Visit) -> list[QWidget]:
        """What stands beside the map."""
        guide, kit = self._desk.station.guide, self._kit
        kind: Kind = "label" if kit.theme.look.tight else "title_small"
        title = Text(title_at(guide, visit.place, visit.now), kit, kind).may_hold_focus()
        reads = IN_LANGUAGE.format(language=language_of(visit.language, {}).english)
        advice = self._remedies.at(guide, visit)
        if advice is not None:
            help_ = advice_parts(guide, advice, kit)
        else:
            help_ = [Note(NO_REMEDIES.format(problem=self._trouble), kit, "unsure")]
        said = answered_parts(told_so_far(guide, visit), kit)
        return [title, *help_, Text(reads, kit, "small", Role.second_ink), *said]

    def _show_map(self, crumbs: tuple[Crumb, ...], chosen: Crumb) -> None:
        """The map of one of the flows under way, with the family on it."""
        guide, visit = self._desk.station.guide, self._visit
        pills = []
        for crumb in crumbs:
            pill = Button(crumb.words, self._kit, "pill")
            pill.set_style("accent" if crumb == chosen else "pill")
            on_touch(pill, partial(self._show_map, crumbs, crumb))
            pills.append(pill)
        see = Button(SEE, self._kit, "pill", "show")
        on_touch(see, self._see)
        pills.append(see)
        self._stage.set_head(Flowing(pills, self._kit))
        if self._flow != chosen.flow:
            self._flow = chosen.flow
            self._map.show_flow(guide, chosen.flow)
        over = OVER if visit is not None and visit.ended else HERE
        self._map.mark(chosen.place, over if chosen == crumbs[-1] else WITHIN)

    def _foot(self) -> QWidget:
        """What staff may do for the family."""
        rows: tuple[tuple[str, str, Callable[[], None]], ...] = (
            (JUMP, "tabs", self._ask_jump),
            (DONE, "yes", self._ask_done),
            (LANGUAGE, "globe", self._ask_language),
            (PRACTICE, "teacher", partial(self._do, ToPractice())),
            (PRINT, "print", partial(self._do, PrintSlip())),
            (NEXT, "people", self._ask_next),
        )
        buttons = []
        for words, icon, does in rows:
            bare = self._kit.theme.look.tight
            button = Button(words, self._kit, "pill", "" if bare else icon)
            on_touch(button, does)
            buttons.append(button)
        return Flowing(buttons, self._kit)

    def _do(self, act: Act | None) -> None:
        """Does it, and says what the desk answers; with nothing to do it only closes the panel."""
        self._close()
        if act is None:
            return
        sentence = self._desk.act(act)
        self._show(self._desk.visit(), sentence)
        if sentence:
            announce(self, sentence)

    def _ask_jump(self) -> None:
        if self._visit is not None:
            self._open(
                ask_jump(spots_of(self._desk.station.guide, self._visit, self._flow), self._kit)
            )

    def _ask_jump_to(self, place: str) -> None:
        """Asks once more when a box of the map was tapped."""
        if self._visit is not None:
            spots = spots_of(self._desk.station.guide, self._visit, self._flow)
            there = [spot for spot in spots if spot.place == place]
            if there:
                self._open(ask_jump(there, self._kit))

    def _ask_done(self) -> None:
        if self._visit is not None:
            guide, place = self._desk.station.guide, self._visit.place
            here = self._visit.now.stack[-1]
            answers = answers_of(guide.screen(here.flow, here.screen))
            self._open(ask_done(guide, answers, done_answer(guide, place), self._kit))

    def _ask_language(self) -> None:
        if self._visit is not None:
            offered = tuple(self._desk.station.words.values())
            self._open(ask_language(offered, self._visit.language, self._kit))

    def _see(self) -> None:
        """The family's page as a picture in whatever language staff reads; the page keeps its own.

        What the family typed is not in it: it is the page as it comes to everybody.
        """
        if self._visit is None:
            return
        self._look = look = FlowLook(self._desk.station, self._kit, self._visit.place)
        look.left.connect(self._see_the_map)
        self._column.addWidget(look)
        self._stage.hide()
        look.show_page()

    def _see_the_map(self) -> None:
        if self._look is not None:
            self._look.hide()
            self._look.deleteLater()
            self._look = None
            self._stage.show()

    def _ask_next(self) -> None:
        self._open(ask_next(self._kit))

    def _open(self, overlay: Overlay) -> None:
        by_key = bool(getattr(self.window().focusWidget(), "ring", False))
        self._close()
        self._overlay = overlay
        overlay.wished.connect(self._do)
        overlay.setParent(self)
        overlay.setGeometry(self.rect())
        self._stage.setEnabled(False)
        overlay.show()
        overlay.take_focus(by_key)

    def _close(self) -> None:
        if self._overlay is not None:
            self._overlay.hide()
            self._overlay.deleteLater()
            self._overlay = None
            self._stage.setEnabled(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._overlay is not None:
            self._overlay.setGeometry(self.rect())


def _remedies_of(desk: Desk) -> tuple[Remedies, str]:
    """What staff may try, and what stands in the way where it cannot be read."""
    try:
        return read_remedies(remedies_file(desk.folders.flows), desk.station.guide), ""
    except KioskError as trouble:
        return Remedies(), str(trouble).partition("\n")[0]
