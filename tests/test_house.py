"""The rules no single file can keep: import directions, words that stay out, honest lists of libraries."""

from __future__ import annotations

import ast
import importlib.util
import re
import subprocess
import sys
import tomllib
import warnings
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tools import dev

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "portfolio_app"
BEFORE_FIRST_PAINT = ("alembic", "matplotlib", "numpy", "pandas", "scipy", "sqlalchemy")
MAX_FILE_LINES = 500
MAX_FUNCTION_LINES = 60

# Put together from pieces, so that this file does not contain what it looks for.
FOLDERS = "|".join(("wo" + "rk", "ro" + "ot", "fa" + "rm", "tm" + "p"))
HOSTS = "|".join(("pypi" + r"\.org", "python" + "hosted", r"registry\." + "npmjs", r"deb\." + "debian"))
MARKERS = "|".join(("TO" + "DO", "FIX" + "ME", "X" * 3))
UNWANTED = re.compile(rf"(?<![\w.}}])/(?:{FOLDERS})/|{HOSTS}|\b(?:{MARKERS})\b")


def project_files() -> list[Path]:
    """Every file of the project: what git tracks or would add; without git, all but what is generated."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listing.returncode == 0:
        names = listing.stdout.decode("utf-8").split("\0")
        return sorted(ROOT / name for name in names if name and (ROOT / name).is_file())
    generated = {".venv", ".git", "__pycache__", "build", "dist"}
    return sorted(p for p in ROOT.rglob("*") if p.is_file() and not generated.intersection(p.parts))


def modules() -> Iterator[Path]:
    """The program's own source files."""
    return (path for path in sorted(PACKAGE.rglob("*.py")) if "__pycache__" not in path.parts)


def test_imports_run_one_way() -> None:
    program = (
        "import sys; from importlinter.cli import lint_imports; "
        "sys.exit(lint_imports(no_cache=True, no_logo=True))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_no_file_names_a_machine_or_leaves_work_open() -> None:
    found = []
    for path in project_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture, a compiled translation, a fixture in another encoding
        name = path.relative_to(ROOT).as_posix()
        found += [
            f"{name}:{number}: {hit.group()}"
            for number, line in enumerate(text.splitlines(), 1)
            if (hit := UNWANTED.search(line))
        ]
    assert found == []


@pytest.mark.parametrize(
    "line", ["cd /wo" + "rk/main", "# TO" + "DO: later", "https://pypi" + ".org/simple", '"/ro' + 'ot/venv"']
)
def test_the_search_for_unwanted_words_sees_them(line: str) -> None:
    assert UNWANTED.search(line)


@pytest.mark.parametrize("line", ["docs/wo" + "rk/notes", "todos", "the root of the tree", "a/tmp/b"])
def test_the_search_for_unwanted_words_spares_others(line: str) -> None:
    assert not UNWANTED.search(line)


def test_every_package_folder_has_an_init() -> None:
    for top in (PACKAGE, ROOT / "tests", ROOT / "tools"):
        folders = {path.parent for path in top.rglob("*.py") if "__pycache__" not in path.parts}
        missing = [str(f.relative_to(ROOT)) for f in folders if not (f / "__init__.py").is_file()]
        assert missing == []


def test_every_library_used_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[^\w.-]", line, maxsplit=1)[0].lower() for line in project["dependencies"]}
    distributions = packages_distributions()
    ours_or_python = {"portfolio_app", "__future__", *sys.stdlib_module_names}
    undeclared = set()
    for path in modules():
        for top in _imported_names(ast.parse(path.read_text(encoding="utf-8"))) - ours_or_python:
            names = {name.lower().replace("_", "-") for name in distributions.get(top, [top])}
            # PySide6 and shiboken6 are one library in two distributions.
            if not names & {d.replace("_", "-") for d in declared} and top != "shiboken6":
                undeclared.add(f"{path.relative_to(ROOT)} imports {top}")
    assert sorted(undeclared) == []


def _imported_names(tree: ast.Module) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module.split(".")[0])
    return names


def test_rooms_stay_small() -> None:
    """Only reported: a reason a reader accepts may stand behind a large one."""
    large = []
    for path in modules():
        if "versions" in path.parts:
            continue  # a migration is one long list, and frozen
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(ROOT).as_posix()
        if (lines := text.count("\n")) > MAX_FILE_LINES:
            large.append(f"{name}: {lines} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > MAX_FUNCTION_LINES:
                    large.append(f"{name}:{node.lineno} {node.name}: {length} lines")
    if large:
        with warnings.catch_warnings():
            warnings.simplefilter("default")
            warnings.warn("large rooms: " + "; ".join(large), UserWarning, stacklevel=1)


def test_the_window_loads_nothing_heavy() -> None:
    """The shell is painted before the database and the analysis are loaded."""
    if importlib.util.find_spec("portfolio_app.ui.main_window") is None:
        pytest.skip("there is no window yet")
    program = (
        "import sys; import portfolio_app.ui.main_window; "
        f"print(*sorted(set({BEFORE_FIRST_PAINT!r}) & set(sys.modules)))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.split() == []


class TestDevTool:
    """The set-up script's decisions; what it installs is proved on a bare machine, not here."""

    @pytest.mark.parametrize("arguments", [[], ["--demo"], ["my clients.portfolio"], ["--lang", "fr"]])
    def test_opens_a_window(self, arguments: list[str]) -> None:
        assert dev.wants_window(arguments)

    @pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["new", "a.portfolio"], ["kpis", "a"]])
    def test_needs_no_window(self, arguments: list[str]) -> None:
        assert not dev.wants_window(arguments)

    def test_without_a_screen_it_says_so(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(dev, "has_screen", lambda environment: False)
        with pytest.raises(SystemExit) as stopped:
            dev.main(["open"])
        assert stopped.value.code == 2
        assert "no screen" in capsys.readouterr().err

    def test_an_old_python_is_named(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(dev.sys, "version_info", (3, 9, 2, "final", 0))
        with pytest.raises(SystemExit):
            dev.check_python()
        message = capsys.readouterr().err
        assert "needs Python 3.11" in message
        assert "this one is Python 3.9" in message

    @pytest.mark.parametrize("installed", ["libgl1", "libglib2.0-0t64"])
    def test_a_library_counts_under_both_its_names(
        self, installed: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        listing = f"{installed} installed\nlibegl1 config-files\n"
        done = subprocess.CompletedProcess([], 0, stdout=listing)
        monkeypatch.setattr(dev.shutil, "which", lambda name: name)
        monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: object())
        monkeypatch.setattr(dev.subprocess, "run", lambda *args, **options: done)
        wanted = ["libgl1", "libglib2.0-0", "libegl1"]
        assert dev.missing_libraries(wanted) == [w for w in wanted if not installed.startswith(w)]

    def test_without_an_administrator_the_command_is_printed(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(dev, "administrator_prefix", lambda: None)
        with pytest.raises(SystemExit):
            dev.install_libraries(["libgl1"])
        assert "sudo apt-get install -y --no-install-recommends libgl1" in capsys.readouterr().err

    def test_the_installation_is_made_again_when_the_declaration_changes(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setattr(dev, "ROOT", tmp_path)
        (tmp_path / "pyproject.toml").write_text("one", encoding="utf-8")
        first = dev.installation_fingerprint(Path(sys.executable))
        assert dev.installation_fingerprint(Path(sys.executable)) == first
        (tmp_path / "pyproject.toml").write_text("two", encoding="utf-8")
        assert dev.installation_fingerprint(Path(sys.executable)) != first
