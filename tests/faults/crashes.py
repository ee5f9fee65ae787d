"""`kill -9`, at random moments and at every call that changes a file."""

from __future__ import annotations

import time

from tests.faults.harness import CALLS, Context, Outcome, Row, Stage, spread
from tests.faults.scenes import LOOK
from tests.faults.verdicts import judge

KILLED = -9
DECISIVE = ("pwrite64", "rename")
"""What the short form kills at in scenes that take seconds, as those with passphrases do."""
BEYOND = 50
"""How far past the last call counted the long form goes on, should a run make a few more."""


def at_random(context: Context, scene: str) -> Row:
    """Killed while the scene plays, at moments spread over its length."""
    begun = time.perf_counter()
    stage, reference = context.stage(scene)
    length = _seconds(stage)
    row = Row(f"kill -9, {scene}", f"at random moments of {length * 1000:.0f} ms")
    for number in range(100 if context.is_long else 2):
        moment = context.random.uniform(0, length * 1.05)
        outcome = stage.play_and_kill(moment)
        row.count(judge(stage, outcome, reference), f"try {number}, after {moment * 1000:.1f} ms")
    row.seconds = time.perf_counter() - begun
    return row


def at_every_call(context: Context, scene: str) -> Row:
    """Killed on entering the N-th call of each kind, N = 1… until the scene ends by itself."""
    begun = time.perf_counter()
    stage, reference = context.stage(scene)
    densest = stage.scene.densest
    met = [f"{reference.calls[call]} {call}" for call in CALLS if reference.calls[call]]
    chosen = (
        "some"
        if not context.is_long
        else "each"
        if densest is None
        else f"each, at most {densest} of a kind,"
    )
    row = Row(f"kill -9, {scene}", f"on entering {chosen} of {', '.join(met)}")
    for call in DECISIVE if stage.scene.is_slow and not context.is_long else CALLS:
        count = reference.calls[call]
        points = spread(count, context.is_long, densest)
        if context.is_long and count:
            points += range(count + 1, count + BEYOND)
        for point in points:
            outcome = stage.play(f"inject={call}:signal=KILL:when={point}", calls=(call,))
            problems = judge(stage, outcome, reference)
            if outcome.status == 0 and point > count:
                break
            if outcome.status != KILLED:
                problems.append(f"was not killed ({outcome.status})")
            row.count(problems, f"{call} {point}")
    row.seconds = time.perf_counter() - begun
    return row


def in_recovery(context: Context) -> Row:
    """Killed amid a commit; then, while the next start puts the book right, killed again at every call."""
    begun = time.perf_counter()
    stage, reference = context.stage("import")
    writes = reference.calls["pwrite64"]
    row = Row("kill -9, recovery", "")
    for share in (0.6, 0.7, 0.8, 0.9) if context.is_long else (0.75,):
        cut_off = stage.play(f"inject=pwrite64:signal=KILL:when={int(writes * share)}", calls=("pwrite64",))
        with stage.from_here(LOOK):
            met = stage.play(calls=CALLS).calls
            for call in CALLS:
                for point in spread(met[call], context.is_long):
                    stage.play(f"inject={call}:signal=KILL:when={point}", calls=(call,))
                    row.count(
                        judge(stage, cut_off, reference), f"cut off at {share:.0%}, then {call} {point}"
                    )
            _kill_onlooker(context, stage)
            row.count(judge(stage, cut_off, reference), f"cut off at {share:.0%}, then killed while looking")
    named = ", ".join(f"{met[call]} {call}" for call in CALLS if met[call])
    row.how = (
        f"killed amid a commit, then again on entering {'each' if context.is_long else 'some'} of {named}"
    )
    row.seconds = time.perf_counter() - begun
    return row


def _kill_onlooker(context: Context, stage: Stage) -> None:
    """Open, write nothing, be killed."""
    stage.reset()
    orders = {"folder": str(stage.folder), "scene": stage.scene.name, "is_held": True}
    with context.nursery.started(**orders) as run:
        run.go()
        while "state" not in run.next_line():
            pass
        run.kill()
        run.wait()


def _seconds(stage: Stage) -> float:
    """How long the scene takes undisturbed and unwatched."""
    begun = time.perf_counter()
    outcome: Outcome = stage.play()
    assert outcome.status == 0
    return time.perf_counter() - begun
