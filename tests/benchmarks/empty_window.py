"""The smallest program with a PySide6 window: empty, and closed as soon as it is painted, which it tells."""

import sys
from typing import override

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class EmptyWindow(QMainWindow):
    """Closes itself after the first paint, when the event loop runs."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, self.tell_and_close)

    def tell_and_close(self) -> None:
        """Prints a line, as the program does with `--quit-when-ready`."""
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        self.close()


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = EmptyWindow()
    window.resize(1280, 720)
    window.show()
    sys.exit(application.exec())
