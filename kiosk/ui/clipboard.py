"""Empties what a family may have copied."""

from PySide6.QtGui import QClipboard, QGuiApplication


def empty_clipboard() -> None:
    """Clears the clipboard, and the primary selection where the system has one."""
    clipboard = QGuiApplication.clipboard()
    clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
