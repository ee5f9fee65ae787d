#!/usr/bin/env python3
"""One door for everybody who has the sources: sets the program up, then opens, tests or checks it.

    python3 tools/dev.py open [arguments of the program]
    python3 tools/dev.py test [arguments of pytest]
    python3 tools/dev.py check
    python3 tools/dev.py translations [update | compile | check | missing | fill FILE]

It needs nothing but Python: it installs the system libraries that are missing (Debian, Ubuntu), makes
the environment `.venv` beside the sources, installs the program in it when `pyproject.toml` changed,
and goes on. Nothing is done twice. It is written so that an old Python can read it and say it is too old.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn, Optional

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
MINIMUM_PYTHON = (3, 11)

# Packages of Debian and Ubuntu. Newer releases append "t64" to some names.
QT_LIBRARIES = (
    "libgl1",
    "libegl1",
    "libxkbcommon0",
    "libdbus-1-3",
    "libfontconfig1",
    "libglib2.0-0",
    "libgssapi-krb5-2",  # QtNetwork, by which a second start reaches the first window
    "fonts-dejavu-core",
)
WINDOW_LIBRARIES = (
    "libxcb-cursor0",
    "libxkbcommon-x11-0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libwayland-cursor0",
    "libwayland-egl1",
)

# The tests that kill the program between two calls of the system need it; without it they say so and skip.
TRACER = ("strace",)


def main(arguments: Sequence[str]) -> int:
    """Runs one command line and returns the exit code."""
    commands = {
        "open": open_program,
        "test": run_tests,
        "check": run_checks,
        "translations": run_translations,
    }
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 0 if arguments and arguments[0] in ("-h", "--help", "help") else 2
    check_python()
    return commands[arguments[0]](list(arguments[1:]))


def open_program(arguments: Sequence[str]) -> int:
    """Sets up and opens the window, or carries out a command of the program's own command line."""
    if wants_window(arguments) and not has_screen(os.environ):
        stop(
            "There is no screen to open the window on: neither DISPLAY nor WAYLAND_DISPLAY is set. "
            "Run this from a graphical session, or give a command that needs no window "
            "(python3 tools/dev.py open --help)."
        )
    python = set_up(extra="", libraries=QT_LIBRARIES + WINDOW_LIBRARIES)
    return run([python, ROOT / "main.py", *arguments], cwd=Path.cwd())


def run_tests(arguments: Sequence[str]) -> int:
    """Sets up with what the tests need and runs them, without a screen."""
    python = set_up(extra="test", libraries=QT_LIBRARIES)
    add_if_possible(TRACER)
    # One process per core, a file's tests together; the files in the order that tests/conftest.py puts them in.
    everything = ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"]
    return run([python, "-m", "pytest", *(arguments or everything)], QT_QPA_PLATFORM="offscreen")


def run_checks(arguments: Sequence[str]) -> int:
    """Runs every check that needs no test, to the end, and names those that fail."""
    if arguments:
        stop("“check” takes no arguments.")
    python = set_up(extra="test", libraries=QT_LIBRARIES)
    checks: dict[str, list[object]] = {
        "ruff check": [python, "-m", "ruff", "check", "."],
        "ruff format": [python, "-m", "ruff", "format", "--check", "."],
        "mypy": [python, "-m", "mypy"],
        "import directions": [python.with_name("lint-imports" + python.suffix), "--no-logo"],
        "translations": [python, ROOT / "tools" / "translations.py", "check"],
    }
    failed = []
    for name, command in checks.items():
        say(f"— {name}")
        if run(command) != 0:
            failed.append(name)
    say(f"Checks that fail: {', '.join(failed)}." if failed else f"All {len(checks)} checks pass.")
    return 1 if failed else 0


def run_translations(arguments: Sequence[str]) -> int:
    """Collects the texts of the program and builds the translations (or one of the steps, by name)."""
    python = set_up(extra="test", libraries=QT_LIBRARIES)
    script = ROOT / "tools" / "translations.py"
    if arguments:
        return run([python, script, *arguments])
    return run([python, script, "update"]) or run([python, script, "compile"])


def check_python() -> None:
    """Stops with a sentence when this Python is too old, naming a newer one if there is one."""
    if sys.version_info >= MINIMUM_PYTHON:
        return
    needed = "{}.{}".format(*MINIMUM_PYTHON)
    found = "{}.{}".format(*sys.version_info[:2])
    newer = [name for name in ("python3.14", "python3.13", "python3.12", "python3.11") if shutil.which(name)]
    hint = (
        f"Run this with {newer[0]} instead of python3."
        if newer
        else f"Install Python {needed} or newer, then run this again."
    )
    stop(f"This program needs Python {needed} or newer; this one is Python {found}. {hint}")


def wants_window(arguments: Sequence[str]) -> bool:
    """Whether the program will open its window: given nothing, a book or an option, not a command."""
    if not arguments:
        return True
    first = arguments[0]
    if first in ("-h", "--help", "--version"):
        return False
    return first.startswith("-") or first.endswith(".portfolio") or Path(first).is_file()


def has_screen(environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown; only Linux and its relatives can lack a screen."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def set_up(extra: str, libraries: Sequence[str]) -> Path:
    """Makes the machine ready; returns the environment's Python. `extra`: "" or "test"."""
    install_libraries(missing_libraries(libraries))
    python = make_environment()
    install_program(python, extra)
    return python


def missing_libraries(libraries: Sequence[str]) -> list[str]:
    """Which Debian packages are missing; empty on systems without Debian's package manager."""
    if not shutil.which("dpkg-query") or not shutil.which("apt-get"):
        return []
    listing = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${Package} ${db:Status-Status}\n"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    installed = {line.split()[0] for line in listing.splitlines() if line.endswith(" installed")}
    missing = [name for name in libraries if name not in installed and f"{name}t64" not in installed]
    if importlib.util.find_spec("ensurepip") is None and not environment_python().exists():
        missing.append("python{}.{}-venv".format(*sys.version_info[:2]))
    return missing


def install_libraries(packages: Sequence[str]) -> None:
    """Installs Debian packages, or stops with the command to type."""
    if not packages:
        return
    prefix = administrator_prefix()
    command = "apt-get install -y --no-install-recommends " + " ".join(packages)
    by_hand = f"Type this, then try again:\n\n    sudo apt-get update && sudo {command}\n"
    if prefix is None:
        stop(f"Some libraries of the system are missing, and only an administrator can add them. {by_hand}")
    say(f"Installing libraries of the system: {' '.join(packages)}")
    # An outdated list of packages is only worth a word if the installation then fails.
    run([*prefix, "apt-get", "update", "-qq"])
    if run([*prefix, *command.split(), "-qq"], DEBIAN_FRONTEND="noninteractive") != 0:
        stop(f"The libraries of the system could not be installed; the lines above say why. {by_hand}")


def add_if_possible(packages: Sequence[str]) -> None:
    """Installs Debian packages that are good to have, when that needs no password and no question."""
    missing = missing_libraries(packages)
    if missing and administrator_prefix() in ([], ["sudo", "-n"]):
        install_libraries(missing)


def administrator_prefix() -> Optional[list[str]]:
    """What to write before a command that needs an administrator; None when that cannot be had."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    if sys.stdin is not None and sys.stdin.isatty():
        return ["sudo"]
    without_password = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if without_password.returncode == 0 else None


def environment_python() -> Path:
    """The Python of the environment beside the sources."""
    return VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def make_environment() -> Path:
    """Makes `.venv` unless a working one is there; returns its Python."""
    python = environment_python()
    if python.exists() and environment_version(python) >= MINIMUM_PYTHON:
        return python
    say("Making the environment .venv")
    if run([sys.executable, "-m", "venv", "--clear", VENV]) != 0:
        stop(
            "Python could not make an environment in .venv; the lines above say why. On Debian and Ubuntu "
            "the package python3-venv is needed; elsewhere install Python from its own site."
        )
    return python


def environment_version(python: Path) -> tuple[int, ...]:
    """The version of an environment's Python; (0,) when it no longer runs."""
    try:
        answer = subprocess.run(
            [str(python), "-c", "import pip, sys; print(*sys.version_info[:2])"],
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return (0,)
    return tuple(int(part) for part in answer.stdout.split()) or (0,)


def install_program(python: Path, extra: str) -> None:
    """Installs the program and what it needs, unless nothing changed since the last time."""
    wanted = installation_fingerprint(python)
    stamps = {name: VENV / f"installed-{name or 'program'}.stamp" for name in ("", "test")}
    # What the tests need includes what the program needs.
    enough = [stamps["test"]] if extra == "test" else list(stamps.values())
    if any(stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted for stamp in enough):
        return
    say("Installing what the program needs (once; this takes a minute or two)")
    target = f"{ROOT}[{extra}]" if extra else str(ROOT)
    pip = [python, "-m", "pip", "install", "--disable-pip-version-check", "--quiet", "--editable", target]
    if run(pip) != 0:
        stop(
            "The libraries of the program could not be installed; the lines above say why. "
            "Check the connection to the Internet and the free space on the disk, then try again."
        )
    run([python, "-m", "compileall", "-q", ROOT / "portfolio_app"])
    stamps[extra].write_text(wanted, encoding="utf-8")


def installation_fingerprint(python: Path) -> str:
    """Changes whenever the installation must be made again: the declaration, the Python, the folder."""
    facts = (
        (ROOT / "pyproject.toml").read_bytes(),
        str(environment_version(python)).encode(),
        str(ROOT).encode(),
    )
    return hashlib.sha256(b"\0".join(facts)).hexdigest()


def run(command: Sequence[object], cwd: Path = ROOT, **environment: str) -> int:
    """Runs a command in sight of the user; returns its exit code."""
    sys.stdout.flush()
    try:
        done = subprocess.run(
            [str(part) for part in command], cwd=cwd, env={**os.environ, **environment}, check=False
        )
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        say(f"{command[0]} could not be started: {error}.")
        return 127
    return done.returncode


def say(text: str) -> None:
    """One line for the user, on standard error: standard output belongs to the program that is run."""
    print(text, file=sys.stderr, flush=True)


def stop(text: str) -> NoReturn:
    """Ends with a sentence and exit code 2."""
    say(text)
    raise SystemExit(2)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
