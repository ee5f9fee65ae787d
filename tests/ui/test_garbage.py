"""Widgets that nobody holds are destroyed on the window's thread, whichever thread allocates."""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from portfolio_app.ui.garbage import GarbageCollector


def test_the_threads_of_the_book_collect_nothing(qapp: QApplication, qtbot: QtBot) -> None:
    collector = GarbageCollector(qapp)
    died_on: list[int] = []

    class Held(QWidget):
        def __del__(self) -> None:
            died_on.append(threading.get_ident())

    held = Held()
    held.itself = held  # type: ignore[attr-defined]
    del held

    def allocate() -> None:
        kept = [[[]] for _ in range(50_000)]
        assert kept

    thread = threading.Thread(target=allocate)
    thread.start()
    thread.join()
    assert died_on == []
    qtbot.waitUntil(lambda: gc.get_count()[0] < gc.get_threshold()[0], timeout=5_000)
    gc.collect()
    assert died_on == [threading.get_ident()]
    collector.deleteLater()


def test_it_collects_the_oldest_generation_whose_time_has_come(qapp: QApplication) -> None:
    parent = QObject()
    collector = GarbageCollector(parent)
    assert not gc.isenabled()
    kept = [[] for _ in range(gc.get_threshold()[0] + 1_000)]
    collector.collect()
    assert kept
    assert gc.get_count()[0] < gc.get_threshold()[0]
