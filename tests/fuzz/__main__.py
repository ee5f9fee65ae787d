"""`python -m tests.fuzz [--inputs 100000] [--seed 1]`: reads files made wrong on purpose; exit code 1 on a bug."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.fuzzing import fuzz


def main() -> int:
    """Runs the fuzzer and says what its inputs came to."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        tally = fuzz(arguments.inputs, arguments.seed, Path(folder))
    for outcome, count in tally.outcomes.most_common():
        print(f"{count:8} {outcome}")
    for number, failure in tally.failures[:50]:
        print(f"input {number}: {failure}")
    print(f"{arguments.inputs} inputs, {len(tally.failures)} bugs, {time.monotonic() - begun:.0f} s")
    return 1 if tally.failures else 0


if __name__ == "__main__":
    sys.exit(main())
