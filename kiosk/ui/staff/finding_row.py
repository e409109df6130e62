"""One finding of the doctor on the staff's page, beside its mark."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.staff.ready import Finding
from kiosk.ui.kit import Kit
from kiosk.ui.staff.state_mark import StateMark
from kiosk.ui.theme import Role
from kiosk.ui.widgets.text import Text

_MARK, _APART, _UNDER = 6.4, 3.0, 0.6  # millimetres


class FindingRow(QWidget):
    """A finding with its mark: what it is, what it is about, and what to do."""

    whole = True  # a page is never cut through it

    def __init__(self, finding: Finding, kit: Kit) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(kit.theme.px(_APART))
        mark = StateMark(finding.colour, kit, kit.theme.px(_MARK))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(kit.theme.px(_UNDER))
        column.addWidget(Text(finding.what, kit, "small"))
        for more in filter(None, (" · ".join(finding.items), finding.todo)):
            column.addWidget(Text(more, kit, "body", Role.second_ink))
        row.addLayout(column, 1)
        self.setSizePolicy(_wrapping())


def marked(mark: StateMark, said: str, kit: Kit) -> QWidget:
    """A sentence beside a mark."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(kit.theme.px(_APART))
    row.addWidget(mark)
    row.addWidget(Text(said, kit, "label"), 1)
    both.setSizePolicy(_wrapping())
    return both


def _wrapping() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy
