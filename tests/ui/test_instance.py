"""A second start raises the first window, whatever was left behind, and believes nothing it is told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from portfolio_app.ui import instance
from portfolio_app.ui.instance import FirstWindow
from tests.ui.desks import Desk, Hours, book_with_backups

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[FirstWindow]:
    """The first window's door, open."""
    made = FirstWindow()
    made.listen()
    assert made.is_listening
    yield made
    made.close()


def note() -> dict[str, object]:
    return json.loads(instance.note_path().read_text(encoding="ascii"))


def send(qtbot: QtBot, content: bytes) -> bytes:
    """What the door answers to that, from the same process."""
    socket = QLocalSocket()
    socket.connectToServer(str(note()["door"]))
    assert socket.waitForConnected(1_000)
    socket.write(content)
    socket.flush()
    qtbot.waitUntil(
        lambda: (
            socket.bytesAvailable() > 0 or socket.state() == QLocalSocket.LocalSocketState.UnconnectedState
        ),
        timeout=5_000,
    )
    return bytes(socket.readAll().data())


class TestDoor:
    def test_a_call_is_heard(self, qtbot: QtBot, window: FirstWindow) -> None:
        with qtbot.waitSignal(window.called) as call:
            assert send(qtbot, b'{"book": null}\n') == instance.HEARD
        assert call.args == [None]

    def test_a_book_is_named(self, qtbot: QtBot, window: FirstWindow, tmp_path: Path) -> None:
        name = str(tmp_path / "Été & co.portfolio")
        with qtbot.waitSignal(window.called) as call:
            assert send(qtbot, json.dumps({"book": name}).encode() + b"\n") == instance.HEARD
        assert call.args == [Path(name)]

    @pytest.mark.parametrize(
        "content",
        [
            b"\n",
            b"rm -rf /\n",
            b"[]\n",
            b'{"book": 3}\n',
            b'{"book": ""}\n',
            b'{"book": "relative.portfolio"}\n',
            b'{"book": "/a\\u0000b"}\n',
            b'{"book": null, "run": "calc"}\n',
            b'{"run": "calc"}\n',
            b"\xff\xfe\n",
            b"[" * 5_000 + b"\n",
            b'{"book": "/' + b"a" * 5_000 + b'"}\n',
            b"a" * 20_000,
        ],
    )
    def test_anything_else_is_not(self, qtbot: QtBot, window: FirstWindow, content: bytes) -> None:
        heard: list[object] = []
        window.called.connect(heard.append)
        assert send(qtbot, content) == b""
        assert heard == []
        assert send(qtbot, b'{"book": null}\n') == instance.HEARD

    def test_a_silent_caller_is_sent_away(
        self, qtbot: QtBot, window: FirstWindow, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(instance, "PATIENCE_MS", 50)
        assert send(qtbot, b"") == b""

    def test_the_note_is_private_and_goes_with_the_window(self, window: FirstWindow) -> None:
        assert note()["process"] == os.getpid()
        if os.name == "posix":
            assert instance.note_path().stat().st_mode & 0o077 == 0
            assert instance.note_path().parent.stat().st_mode & 0o077 == 0
        window.close()
        assert not instance.note_path().exists()

    def test_the_note_of_another_window_stays(self, window: FirstWindow) -> None:
        instance.note_path().write_text('{"process": 1, "door": "portfolio-abc"}', encoding="ascii")
        window.close()
        assert note()["door"] == "portfolio-abc"


class TestLeftBehind:
    def write(self, content: str) -> None:
        instance.note_path().parent.mkdir(parents=True, exist_ok=True)
        instance.note_path().write_text(content, encoding="utf-8")

    def test_without_a_note_nothing_is_imported(self) -> None:
        program = (
            "import sys; from portfolio_app.ui import instance; assert not instance.hand_over(None); "
            "print('PySide6.QtNetwork' in sys.modules)"
        )
        assert run_python(program) == "False"
        dead = subprocess.Popen([sys.executable, "-c", ""])
        dead.wait()
        self.write(json.dumps({"process": dead.pid, "door": "portfolio-abc"}))
        assert run_python(program) == "False"

    @pytest.mark.parametrize(
        "content",
        [
            "",
            "{}",
            "[]",
            "null",
            '{"process": "x", "door": 1}',
            '{"process": 1, "door": "../../etc"}',
            "\x00" * 99,
        ],
    )
    def test_a_broken_note_is_none(self, qtbot: QtBot, content: str) -> None:
        self.write(content)
        assert not instance.hand_over(None)

    def test_a_living_process_that_is_no_window(self, qtbot: QtBot, qapp: QApplication) -> None:
        self.write(json.dumps({"process": os.getpid(), "door": "portfolio-gone"}))
        assert not instance.hand_over(None)
        window = FirstWindow()
        window.listen()
        assert window.is_listening
        assert note()["door"] != "portfolio-gone"
        window.close()

    def test_a_folder_that_cannot_be_written_keeps_nobody_from_working(
        self, qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "file").write_text("in the way")
        monkeypatch.setenv("PORTFOLIO_HOME", str(tmp_path / "file"))
        window = FirstWindow()
        window.listen()
        window.close()


def test_the_window_comes_forward_and_opens_the_book(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    desk = Desk(qtbot, qapp)
    first, second = tmp_path / "First.portfolio", tmp_path / "Second.portfolio"
    book_with_backups(first, desk.clock, ("Anne",))
    book_with_backups(second, desk.clock, ("Zoé",))
    desktop = desk.start(first)
    desktop.window.showMinimized()
    desktop.come_forward(None)
    assert not desktop.window.isMinimized()
    assert desktop.is_open(first)
    desktop.come_forward(second)
    desk.settle()
    assert desk.client_names() == ["Zoé"]
    assert desktop.window.toast.text == "Opened: Second"
    desktop.come_forward(tmp_path / "nowhere.portfolio")
    desk.settle()
    assert "nowhere.portfolio" in desk.banner
    assert desk.client_names() == ["Zoé"]
    desk.close()


def test_a_maximised_window_stays_so(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    desk = Desk(qtbot, qapp)
    path = tmp_path / "First.portfolio"
    book_with_backups(path, desk.clock, ("Anne",))
    desktop = desk.start(path)
    desktop.window.showMaximized()
    desktop.come_forward(None)
    assert desktop.window.isMaximized()
    desk.close()


# Two processes

WATCHED = """
import sys
from PySide6.QtCore import QTimer
from portfolio_app import app as program
from portfolio_app.ui import desktop
class Watched(desktop.Desktop):
    def come_forward(self, book):
        super().come_forward(book)
        print("called", book, flush=True)
    def _show_book(self, info):
        super()._show_book(info)
        print("open", self.book_path, flush=True)
desktop.Desktop = Watched
sys.exit(program.main(sys.argv[1:]))
"""


@pytest.fixture
def start() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts windows; ends those that are left."""
    started: list[subprocess.Popen[str]] = []

    def begin(*arguments: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-u", "-c", WATCHED, *arguments],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def run_python(program: str) -> str:
    answer = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return answer.stdout.strip()


def await_line(process: subprocess.Popen[str], begin: str) -> str:
    """The next line that begins so."""
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith(begin):
            return line.strip()
    raise AssertionError(f"no line begins with {begin!r}")


def await_note(process: subprocess.Popen[str]) -> None:
    """Wait until that window can be found."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            if note()["process"] == process.pid:
                return
        except (OSError, ValueError):
            pass
        time.sleep(0.02)
    raise AssertionError("the window left no note")


def test_a_second_start_raises_the_first_window(
    start: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    clock = Hours()
    first, second = tmp_path / "First.portfolio", tmp_path / "Second.portfolio"
    book_with_backups(first, clock, ("Anne",))
    book_with_backups(second, clock, ("Zoé",))
    window = start(str(first))
    assert await_line(window, "open") == f"open {first}"
    await_note(window)
    begun = time.monotonic()
    assert start().wait(timeout=20) == 0
    assert await_line(window, "called") == "called None"
    took = time.monotonic() - begun
    assert start(str(second)).wait(timeout=20) == 0
    assert await_line(window, "called") == f"called {second}"
    assert await_line(window, "open") == f"open {second}"
    assert took < 20, f"{took:.1f} s"

    # The one that was killed leaves its note and its socket: they hold nobody up.
    window.kill()
    window.wait()
    third = start(str(first))
    assert await_line(third, "open") == f"open {first}"
    await_note(third)
    assert start().wait(timeout=20) == 0
    assert await_line(third, "called") == "called None"


def test_a_demo_keeps_its_own_window(start: Callable[..., subprocess.Popen[str]], tmp_path: Path) -> None:
    path = tmp_path / "First.portfolio"
    book_with_backups(path, Hours(), ("Anne",))
    window = start(str(path))
    await_line(window, "open")
    await_note(window)
    demo = start("--demo")
    assert "Demo" in await_line(demo, "open")
    assert note()["process"] == window.pid
