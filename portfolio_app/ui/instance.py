"""One window per person: a second start hands its book to the first window and ends.

The first window leaves a note in the folder of the machine's state: its process and the name of its door (a
local socket). A start that finds no note, or the note of a process that is gone, imports and waits for
nothing. The door's name is random and stands only in that private note; callers must be of the same user. What
comes through it is at most a path, which is opened as if the user had chosen it.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from portfolio_app.config import state_dir

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

MAX_MESSAGE = 8_192
"""Bytes that a caller may send."""
MAX_PATH = 4_096
CALL_MS = 700
"""Patience with a door that does not answer: twice this, and the second start opens its own window."""
PATIENCE_MS = 2_000
"""Patience with a caller that says nothing."""
HEARD = b"heard\n"


def note_path() -> Path:
    """Where the first window says that it is there."""
    return state_dir() / "window.json"


def hand_over(book: Path | None) -> bool:
    """Have the first window come forward, and open `book` if one is given; False when there is none."""
    note = _read_note()
    if note is None:
        return False
    process, door = note
    _let_come_forward(process)
    try:
        from PySide6.QtNetwork import QLocalSocket
    except ImportError:
        return False
    socket = QLocalSocket()
    socket.connectToServer(door)
    if not socket.waitForConnected(CALL_MS):
        return False
    path = os.path.abspath(book) if book is not None else None
    message = json.dumps({"book": path}).encode("ascii") + b"\n"
    if len(message) > MAX_MESSAGE:
        return False
    socket.write(message)
    if not socket.waitForBytesWritten(CALL_MS) or not socket.waitForReadyRead(CALL_MS):
        return False
    return bytes(socket.readAll().data()).startswith(HEARD)


class FirstWindow(QObject):
    """Listens for later starts. `called` tells each one's book, or None."""

    called = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server: QLocalServer | None = None
        self._door = ""

    @property
    def is_listening(self) -> bool:
        """Whether a second start would find this window."""
        return self._server is not None

    def listen(self) -> None:
        """Open the door in place of one nobody answers at; whatever fails, this window works without."""
        from portfolio_app import files

        if self._server is not None:
            return
        try:
            from PySide6.QtNetwork import QLocalServer
        except ImportError:
            return
        left_behind = _read_note(alive=False)
        if left_behind is not None:
            QLocalServer.removeServer(left_behind[1])
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        door = f"portfolio-{os.urandom(16).hex()}"
        if not server.listen(door):
            return
        server.newConnection.connect(self._welcome)
        self._server, self._door = server, door
        with contextlib.suppress(OSError):
            files.private_folder(note_path().parent)
            with files.whole(note_path(), "w", durable=False, encoding="ascii") as note:
                note.write(json.dumps({"process": os.getpid(), "door": door}))

    def close(self) -> None:
        """Take no more callers; the note goes, if it is still this window's."""
        server, self._server = self._server, None
        if server is None:
            return
        server.close()
        server.deleteLater()
        note = _read_note()
        if note is not None and note[1] == self._door:
            with contextlib.suppress(OSError):
                note_path().unlink()

    def _welcome(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            _Caller(self._server.nextPendingConnection(), self)


class _Caller(QObject):
    """One connection: a single line is read, answered, and the connection ended."""

    def __init__(self, socket: QLocalSocket, window: FirstWindow) -> None:
        super().__init__(socket)
        self._socket, self._window = socket, window
        self._received = b""
        socket.setReadBufferSize(MAX_MESSAGE + 1)
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(self._read)
        patience = QTimer(self)
        patience.setSingleShot(True)
        patience.timeout.connect(self._end)
        patience.start(PATIENCE_MS)
        self._read()

    def _read(self) -> None:
        self._received += bytes(self._socket.read(MAX_MESSAGE + 1 - len(self._received)).data())
        if b"\n" in self._received:
            self._answer(self._received.partition(b"\n")[0])
        elif len(self._received) > MAX_MESSAGE:
            self._end()

    def _answer(self, line: bytes) -> None:
        self._socket.readyRead.disconnect(self._read)
        try:
            book = read_message(line)
        except ValueError:
            self._end()
            return
        self._socket.write(HEARD)
        self._socket.flush()
        self._end()
        self._window.called.emit(book)

    def _end(self) -> None:
        self._socket.disconnectFromServer()


def read_message(line: bytes) -> Path | None:
    """The book a caller names, None when it only wants the window. Raises `ValueError` for anything else."""
    try:
        message = json.loads(line.decode("ascii"))
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not isinstance(message, dict) or set(message) != {"book"}:
        raise ValueError("not a call")
    name = message["book"]
    if name is None:
        return None
    if not isinstance(name, str) or not name or len(name) > MAX_PATH or "\0" in name:
        raise ValueError("not a path")
    path = Path(name)
    if not path.is_absolute():
        raise ValueError("not a whole path")
    return path


def _read_note(*, alive: bool = True) -> tuple[int, str] | None:
    """(process, door) of the first window; with `alive`, only when that process may still run."""
    try:
        with note_path().open("rb") as file:
            note = json.loads(file.read(1_000).decode("ascii"))
        process, door = int(note["process"]), str(note["door"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    if not door.startswith("portfolio-") or not door[10:].isalnum():
        return None
    return (process, door) if not alive or _may_run(process) else None


def _may_run(process: int) -> bool:
    if process <= 0:
        return False
    if sys.platform == "win32":
        return True  # there, asking with a signal would end it; the door itself will tell
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _let_come_forward(process: int) -> None:
    """Windows lets only the program in front give the front away."""
    if sys.platform == "win32":
        import ctypes

        with contextlib.suppress(OSError):
            ctypes.windll.user32.AllowSetForegroundWindow(process)
