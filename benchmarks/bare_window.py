"""The least a Qt program can be: one full-screen window with four buttons. Leaves once painted.

With "memory" it prints its resident memory, in MiB, before it leaves.
"""

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget


class AfterFirstPaint(QObject):
    """Ends the program when the window has been painted."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Waits for the first paint."""
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, QApplication.quit)
        return False


def main() -> None:
    """Shows the window."""
    application = QApplication(sys.argv)
    window = QWidget()
    column = QVBoxLayout(window)
    for words in ("Yes", "No", "I am not sure", "Back"):
        column.addWidget(QPushButton(words))
    window.setGeometry(window.screen().geometry())
    window.showFullScreen()
    after = AfterFirstPaint(window)
    window.installEventFilter(after)
    application.exec()
    if "memory" in sys.argv:
        from benchmarks.memory import resident_mib

        print(resident_mib())


if __name__ == "__main__":
    main()
