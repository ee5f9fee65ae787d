"""The short form of `python -m tests.faults`: a few points of every fault, two at a time."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.faults import damages, disks
from tests.faults.catalogue import FAULTS, NEEDED, SHORT, begin, grouped, run_here
from tests.faults.harness import Context, Row, spread
from tests.faults.verdicts import judge

pytestmark = pytest.mark.slow

Ask = Callable[[str], list[Row]]


@pytest.fixture(scope="module")
def tools() -> None:
    """What must be on the machine: its absence is an error where the tests decide, a loud skip elsewhere."""
    if not sys.platform.startswith("linux"):
        pytest.skip("Calls are made to fail with strace, which is Linux's own. Run this on Linux as well.")
    if shutil.which("strace") is None:
        if os.environ.get("CI"):
            pytest.fail(NEEDED)
        pytest.skip(NEEDED)


@pytest.fixture(scope="module")
def ask(tools: None, request: pytest.FixtureRequest) -> Iterator[Ask]:
    """All the faults that were asked for are begun at once, on every core."""
    wanted = [
        str(item.callspec.params["fault"])
        for item in request.session.items
        if isinstance(item, pytest.Function) and hasattr(item, "callspec") and "fault" in item.callspec.params
    ]
    jobs = min(os.cpu_count() or 1, 4)
    with (
        # Not pytest's own folder: another user must be able to come in.
        tempfile.TemporaryDirectory(prefix="faults-") as folder,
        ProcessPoolExecutor(
            jobs, get_context("spawn"), initializer=begin, initargs=(folder, False, 1)
        ) as pool,
    ):
        answers: dict[str, Future[dict[str, list[Row]]]] = {}
        for group in grouped(wanted):
            answers |= dict.fromkeys(group, pool.submit(run_here, group))
        yield lambda name: answers[name].result()[name]


@pytest.mark.parametrize("fault", SHORT)
def test_nothing_is_lost(ask: Ask, fault: str) -> None:
    rows = ask(fault)
    assert [failure for row in rows for failure in row.failures] == []
    for row in rows:
        assert row.tried or row.note, "nothing was tried"


@pytest.fixture(scope="module")
def context(tools: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """A context of this process, to try the harness itself."""
    found = Context(tmp_path_factory.mktemp("harness"), is_long=False)
    yield found
    found.close()


class TestTheHarness:
    """It must see what it is there to see."""

    def test_a_lost_change_is_seen(self, context: Context) -> None:
        """What was acknowledged is taken back behind its back."""
        stage, reference = context.stage("edits")
        outcome = stage.play()
        assert judge(stage, outcome, reference) == []
        shutil.copy(stage.folder.with_name("template") / "book.portfolio", stage.book)
        shutil.rmtree(stage.folder / "home" / "state")
        assert any("not as after" in problem for problem in judge(stage, outcome, reference))

    def test_half_a_step_is_seen(self, context: Context) -> None:
        stage, reference = context.stage("edits")
        outcome = stage.play()
        reference.lines.insert(0, {"state": "another"})
        outcome.lines = outcome.lines[:3]
        try:
            assert judge(stage, outcome, reference) != []
        finally:
            del reference.lines[0]

    def test_a_run_that_breaks_is_seen(self, context: Context) -> None:
        stage, reference = context.stage("edits")
        outcome = stage.play()
        outcome.lines.append({"broken": "Traceback\nValueError: oops\n"})
        assert "ValueError: oops" in judge(stage, outcome, reference)

    def test_damage_that_is_none_is_seen(self, context: Context) -> None:
        """A book that opens counts as lost where it should have been refused."""
        stage, _ = context.stage("closing")
        stage.reset()
        with stage.at_home():
            assert "it was opened as if nothing had happened" in damages.look(stage)

    def test_the_injected_call_is_the_one_that_fails(self, context: Context) -> None:
        stage, _ = context.stage("edits")
        outcome = stage.play("inject=pwrite64:error=ENOSPC:when=1+", calls=("pwrite64",))
        assert {refusal["code"] for refusal in outcome.refusals} == {"disk_full"}

    def test_points_are_spread_over_all_calls(self) -> None:
        assert spread(0, is_long=True) == []
        assert spread(5, is_long=True) == [1, 2, 3, 4, 5]
        assert spread(9, is_long=False) == [5]
        assert spread(90, is_long=False) == [45, 89]
        assert spread(1000, is_long=True, densest=3) == [1, 500, 1000]


def test_a_commit_whose_last_confirmation_fails_is_neither_unsaved_nor_made_twice(context: Context) -> None:
    """Each commit has the disk confirm several times; the last is asked when the change is in the book already."""
    stage, reference = context.stage("edits")
    said = set()
    for when in (f"{point}{lasting}" for point in range(3, 12) for lasting in ("", "+")):
        outcome = stage.play(f"inject=fsync:error=EIO:when={when}", calls=("fsync",))
        assert disks.judge(stage, outcome, reference) == [], when
        said |= {refusal["code"] for refusal in outcome.refusals}
    assert said == {"io_error", "unconfirmed"}


def test_the_table_lists_its_names(capsys: pytest.CaptureFixture[str]) -> None:
    from tests.faults.__main__ import main

    assert main(["--list", "--only", "calls:"]) == 0
    assert capsys.readouterr().out.split() == [name for name in FAULTS if name.startswith("calls:")]
    assert main(["--only", "no such fault"]) == 2


def test_every_scene_is_killed() -> None:
    from tests.faults.scenes import CRASHED

    for scene in CRASHED:
        assert {f"random:{scene.name}", f"calls:{scene.name}"} <= FAULTS.keys()


def test_no_scene_leaves_its_folder(context: Context, tmp_path: Path) -> None:
    """The harness keeps to its own folders: nothing of the tester's own books or backups is touched."""
    stage, _ = context.stage("closing")
    stage.play()
    assert {path.name for path in stage.folder.iterdir()} == {"book.portfolio", "home"}
    assert list(tmp_path.iterdir()) == []
