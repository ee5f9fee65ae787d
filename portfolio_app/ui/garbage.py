"""Where Python looks for what nobody holds any more: on the window's thread, and nowhere else.

Python collects on whichever thread happens to allocate. Widgets found on the book's thread would be destroyed
there, which Qt answers with a crash, now or later.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 1_000


class GarbageCollector(QObject):
    """Takes the search for cycles over from Python; made on the window's thread, it stays there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation whose time has come, by Python's own thresholds."""
        due = [number for number, limit in enumerate(gc.get_threshold()) if gc.get_count()[number] > limit]
        if due:
            gc.collect(due[-1])
