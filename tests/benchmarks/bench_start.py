"""From a new process to the first paint of the window, against a bare QMainWindow. Offscreen unless a screen is set.

    python -m tests.benchmarks.bench_start [rounds]

Budget: 1.2 times the bare window to the first paint, 3.3 times to the usable client list of the sample book.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
import os
class Window(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, lambda: os._exit(0))
app = QApplication([])
window = Window(); window.resize(1280, 800); window.show()
app.exec()
"""
OURS = """
import os, sys
from portfolio_app import app as program
from portfolio_app.ui import main_window
class Window(main_window.MainWindow):
    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)
        self.painted.connect(lambda: os._exit(0))
main_window.MainWindow = Window
program.main([])
"""
LIST = """
import os, sys
from PySide6.QtCore import QTimer
from portfolio_app import app as program
from portfolio_app.ui import main_window
class Window(main_window.MainWindow):
    def start(self, *args, **kw):
        super().start(*args, **kw)
        self.watch = QTimer(self); self.watch.timeout.connect(self.look); self.watch.start(5)
    def look(self):
        if self.current_key == 'today':
            self.show_page('clients')
        page = self.page('clients')
        if page is not None and page.model.rowCount() and page.model.index(0, 0).data():
            os._exit(0)
main_window.MainWindow = Window
program.main([sys.argv[1]])
"""


def seconds(code: str, *arguments: str, home: str) -> float:
    """One run of a process, in seconds."""
    env = {**os.environ, "PORTFOLIO_HOME": home, "PYTHONPATH": str(ROOT)}
    env.setdefault("QT_QPA_PLATFORM", "offscreen")
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, *arguments], env=env, check=True, cwd=ROOT)
    return time.perf_counter() - begun


def main(arguments: list[str]) -> None:
    """Print the medians and their ratios, measured in turn."""
    rounds = int(arguments[0]) if arguments else 7
    from portfolio_app.services.sample import new_sample_book

    with tempfile.TemporaryDirectory() as home:
        book = str(Path(home) / "sample.portfolio")
        new_sample_book(Path(book)).close()
        runs = [
            (seconds(BARE, home=home), seconds(OURS, home=home), seconds(LIST, book, home=home))
            for _ in range(rounds + 1)
        ][1:]
    bare, paint, listed = (statistics.median(column) for column in zip(*runs, strict=True))
    print(f"bare window {bare * 1000:.0f} ms")
    print(f"first paint {paint * 1000:.0f} ms, ratio {paint / bare:.2f} (budget 1.2)")
    print(f"client list {listed * 1000:.0f} ms, ratio {listed / bare:.2f} (budget 3.3)")


if __name__ == "__main__":
    main(sys.argv[1:])
