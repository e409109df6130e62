"""The rows of a list to pick from: those that match what was typed, and which are picked."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from kiosk.core.phrases import Phrases
from kiosk.core.view import PickOption
from kiosk.ui.widgets.matching import matches

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class PickModel(QAbstractListModel):
    """Options in their own order. `at_most` of them can be picked; a full model takes no more."""

    def __init__(
        self, options: tuple[PickOption, ...], draft: tuple[str, ...], at_most: int, words: Phrases
    ) -> None:
        super().__init__()
        self._all = options
        self._picked = set(draft)
        self._shown = self._picked_first()
        self._at_most = at_most
        self._words = words

    def find(self, typed: str) -> None:
        """Shows only the options whose names match; all of them, picked ones first, for no word."""
        shown = tuple(option for option in self._all if matches(typed, option.name))
        if not typed:
            shown = self._picked_first()
        if shown != self._shown:
            self.beginResetModel()
            self._shown = shown
            self.endResetModel()

    def option(self, row: int) -> PickOption:
        """The option in a row that is shown."""
        return self._shown[row]

    def turn(self, option_id: str) -> bool:
        """Picks an option or lets it go; False where nothing more can be picked."""
        if option_id in self._picked:
            self._picked.remove(option_id)
        elif self.is_full():
            return False
        else:
            self._picked.add(option_id)
        self.dataChanged.emit(self.index(0), self.index(max(len(self._shown) - 1, 0)))
        return True

    def is_picked(self, row: int) -> bool:
        """Whether the option in that row is picked."""
        return self._shown[row].id in self._picked

    def is_full(self) -> bool:
        """Whether as many are picked as may be."""
        return len(self._picked) >= self._at_most

    def picked(self) -> tuple[PickOption, ...]:
        """What is picked, in the order of the list."""
        return tuple(option for option in self._all if option.id in self._picked)

    def _picked_first(self) -> tuple[PickOption, ...]:
        return tuple(sorted(self._all, key=lambda option: option.id not in self._picked))

    def spoken(self, row: int) -> str:
        """What a screen reader says for that row: name, smaller line, and whether it is picked."""
        option = self._shown[row]
        state = self._words.picked if option.id in self._picked else ""
        return ", ".join(part for part in (option.name, option.detail, state) if part)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802 - Qt calls it so
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown[index.row()].name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index.row())
        return None
