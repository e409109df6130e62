"""Goes over the keys without a touch: key by key with arrows, row by row with two switches.

With two switches, one by one would take forty steps to a letter. So a row is chosen first, then a
key in it: no letter is further than sixteen steps away.
"""

from collections.abc import Callable, Sequence
from itertools import groupby

from PySide6.QtCore import QRect, Qt

from kiosk.ui.widgets.key_button import KeyButton

Rows = list[list[KeyButton]]


class KeyWalk:
    """Where somebody stands: on the key with the focus, or on the whole row that it begins.

    The focus is always on a key, so that a reader names it and a scrolled page brings it into
    sight. `shown` gives the keys that can be pressed now; each method looks at them afresh.
    """

    def __init__(self, shown: Callable[[], Sequence[KeyButton]]) -> None:
        self._shown = shown
        self._by_rows = False

    def here(self) -> KeyButton | None:
        """The key with the focus."""
        return next((key for key in self._shown() if _has_focus(key)), None)

    def row_here(self) -> QRect:
        """The row that is looked at as a whole, in pixels of the keyboard; else an empty place."""
        if not self._by_rows or self.here() is None:
            return QRect()
        rows, row, _ = self._place()
        return rows[row][0].geometry().united(rows[row][-1].geometry())

    def enter(self, *, by_rows: bool = False) -> None:
        """Stands on the first key, or on the first row."""
        self._stand(self._rows()[0][0], by_rows=by_rows)

    def stay(self, row: int, column: int) -> None:
        """Stands on the key in that place, or as near to it as there is one."""
        rows = self._rows()
        keys = rows[min(row, len(rows) - 1)]
        self._stand(keys[min(column, len(keys) - 1)], by_rows=self._by_rows)

    def place(self) -> tuple[int, int]:
        """The row and the column of the key with the focus, each from 0."""
        _, row, column = self._place()
        return row, column

    def move(self, arrow: int) -> bool:
        """Goes where that arrow key points; False where this leads out of the keyboard."""
        rows, row, column = self._place()
        if arrow in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            column += 1 if arrow == Qt.Key.Key_Right else -1
            self._stand(rows[row][max(0, min(column, len(rows[row]) - 1))])
            return True
        aim = row + (1 if arrow == Qt.Key.Key_Down else -1)
        if not 0 <= aim < len(rows):
            return False
        x = rows[row][column].geometry().center().x()
        self._stand(min(rows[aim], key=lambda key: abs(key.geometry().center().x() - x)))
        return True

    def step(self) -> bool:
        """Goes on to the next row, or the next key of the chosen row and then to the row again.

        False after the last row.
        """
        rows, row, column = self._place()
        if not self._by_rows:
            in_row = column + 1 < len(rows[row])
            self._stand(rows[row][column + 1 if in_row else 0], by_rows=not in_row)
            return True
        if row + 1 == len(rows):
            return False
        self._stand(rows[row + 1][0], by_rows=True)
        return True

    def press(self) -> None:
        """Chooses the row, or presses the key. After that all begins at the first row again.

        Only the key that takes a letter away stays at hand, for one is seldom enough.
        """
        rows, row, column = self._place()
        if self._by_rows:
            self._stand(rows[row][0])
            return
        key = rows[row][column].key
        rows[row][column].click()
        if key.act != "erase":
            self.enter(by_rows=True)

    def _rows(self) -> Rows:
        keys = sorted(
            (key for key in self._shown() if not key.isHidden()), key=lambda key: (key.y(), key.x())
        )
        return [list(row) for _, row in groupby(keys, key=lambda key: key.y())]

    def _place(self) -> tuple[Rows, int, int]:
        """All rows, and where in them the focus is; at the first key where it is nowhere."""
        rows = self._rows()
        for number, row in enumerate(rows):
            for column, key in enumerate(row):
                if _has_focus(key):
                    return rows, number, column
        return rows, 0, 0

    def _stand(self, key: KeyButton, *, by_rows: bool = False) -> None:
        self._by_rows = by_rows
        key.setFocus(Qt.FocusReason.TabFocusReason)
        key.show_ring(not by_rows)


def _has_focus(key: KeyButton) -> bool:
    """Whether it has the focus of its window, be that in front or not."""
    return key.window().focusWidget() is key
