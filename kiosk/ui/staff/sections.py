"""The sections of the staff's pages, in the order in which an evening needs them.

Each page is read in when it is first opened: no family waits for what only staff sees.
"""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.staff.area import Section
from kiosk.ui.staff.desk import Desk
from kiosk.ui.staff.plain_pages import LEAVE, PRACTICE, leave_page, practice_page


def shipped_sections() -> Mapping[str, Section]:
    """All sections, by the words of their buttons."""
    return {
        "This family": Section("people", _family),
        "Tonight": Section("calendar", _tonight),
        "Set up": Section("note", _set_up),
        "Is it ready?": Section("yes", _readiness),
        "Flows": Section("folder", _flows),
        PRACTICE: Section("play", practice_page),
        LEAVE: Section("close", leave_page),
    }


def _family(desk: Desk, kit: Kit) -> QWidget:
    from kiosk.ui.staff.family import FamilyPage

    return FamilyPage(desk, kit)


def _tonight(desk: Desk, kit: Kit) -> QWidget:
    from kiosk.ui.staff.tonight import Tonight

    return Tonight(desk, kit)


def _set_up(desk: Desk, kit: Kit) -> QWidget:
    from kiosk.ui.staff.setup import SetUp

    return SetUp(desk, kit)


def _readiness(desk: Desk, kit: Kit) -> QWidget:
    from kiosk.ui.staff.readiness import Readiness

    return Readiness(desk, kit)


def _flows(desk: Desk, kit: Kit) -> QWidget:
    from kiosk.ui.staff.flows import FlowsPage

    return FlowsPage(desk, kit)
