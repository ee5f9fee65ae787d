"""The short form of the fuzzer: every input is read or refused with a sentence, and every row accounted for."""

from __future__ import annotations

from pathlib import Path

from tests.fuzz.fuzzing import fuzz


def test_files_made_wrong_on_purpose(tmp_path: Path) -> None:
    tally = fuzz(800, 7, tmp_path)
    assert tally.failures == []
    read = sum(count for outcome, count in tally.outcomes.items() if outcome.endswith(" read"))
    assert read > 300
    assert {"csv read", "fixed read", "vcard read", "xlsx read"} <= tally.outcomes.keys()
