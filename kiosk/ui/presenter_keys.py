"""Which key or clicker button does what before a room. Every other key does nothing at all."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from kiosk.demo.presenting import Jump, Move

Key = Qt.Key

# Clickers send Page Down and Page Up, a full stop or B, and F5 and Esc in turn.
_MOVES: dict[int, Move] = {
    Key.Key_Right: "next",
    Key.Key_Down: "next",
    Key.Key_Space: "next",
    Key.Key_Return: "next",
    Key.Key_Enter: "next",
    Key.Key_PageDown: "next",
    Key.Key_Forward: "next",
    Key.Key_Left: "back",
    Key.Key_Up: "back",
    Key.Key_Backspace: "back",
    Key.Key_PageUp: "back",
    Key.Key_Back: "back",
    Key.Key_Home: "first",
    Key.Key_End: "last",
    Key.Key_B: "pause",
    Key.Key_Period: "pause",
    Key.Key_N: "notes",
    Key.Key_M: "more",
    Key.Key_L: "language",
    Key.Key_R: "alone",
    Key.Key_S: "swap",
    Key.Key_F5: "stay",
    Key.Key_Escape: "leave",
    Key.Key_Question: "keys",
    Key.Key_F1: "keys",
}
_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def move_of(event: QKeyEvent) -> Move | Jump | None:
    """What the key asks for; None for a key that is held down, or pressed beside Ctrl or Alt."""
    if event.isAutoRepeat() or event.modifiers() & _HELD:
        return None
    key = event.key()
    if Key.Key_1 <= key <= Key.Key_9:
        return Jump(key - Key.Key_1)
    if event.text() == "?":
        return "keys"
    return _MOVES.get(key, "other")
