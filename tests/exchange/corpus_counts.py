"""What becomes of every real file: how it is read, how many of its rows import, or why it is refused.

`corpus_counts.csv` states it for each file; `python -m tests.exchange.corpus_counts` writes it anew after a change
that was meant, to be looked at line by line.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from portfolio_app.errors import PortfolioError
from portfolio_app.exchange import workbook_child
from portfolio_app.exchange.guess import guess_mapping
from portfolio_app.exchange.refusals import RefusedRow
from portfolio_app.exchange.rows import ImportRow, read_rows
from portfolio_app.exchange.spreadsheet import Spool
from portfolio_app.exchange.tabular import open_table
from tests.corpus import corpus_dir

TABLE = Path(__file__).with_name("corpus_counts.csv")
FOLDERS = ("contacts_csv", "vcards", "ugly")


class Outcome(NamedTuple):
    """How a file is read (kind, encoding, delimiter, columns) and what its rows become, or the code of its refusal."""

    path: str
    kind: str = ""
    encoding: str = ""
    delimiter: str = ""
    columns: int = 0
    imported: int = 0
    refused: int = 0
    skipped: int = 0
    code: str = ""


def corpus_files(folder: str) -> list[Path]:
    """Every file of one folder, in order."""
    return sorted(path for path in (corpus_dir() / folder).rglob("*") if path.is_file())


def outcome_of(path: Path) -> Outcome:
    """Reads a file as an import with nothing corrected by hand would."""
    outcome = Outcome(path.relative_to(corpus_dir()).as_posix())
    try:
        with patch.object(Spool, "_run", read_here):
            table = open_table(path)
        outcome = outcome._replace(
            kind=table.dialect.kind,
            encoding=table.dialect.encoding,
            delimiter=table.dialect.delimiter,
            columns=len(table.columns),
        )
        counts: Counter[type] = Counter(type(row) for row in read_rows(table, guess_mapping(table)))
    except PortfolioError as error:
        if "{" in str(error).replace(str(path), ""):
            raise
        return outcome._replace(code=error.code)
    imported, refused = counts.pop(ImportRow, 0), counts.pop(RefusedRow, 0)
    return outcome._replace(imported=imported, refused=refused, skipped=counts.total())


def read_here(self: Spool, sheet: str) -> None:
    """What the child process does, without starting one for each of some hundred files."""
    with self._file.open("w", encoding="utf-8", newline="\n") as out:
        failure = workbook_child._tried(str(self.path.resolve()), sheet, out)
        if failure is not None:
            out.write(json.dumps({"error": failure.code, "detail": failure.detail}) + "\n")
    if failure is not None:
        raise self._failure()


def stated() -> dict[str, Outcome]:
    """The outcomes that the table states, by path."""
    with TABLE.open(encoding="utf-8", newline="") as stream:
        return {row["path"]: Outcome._make(_typed(row)) for row in csv.DictReader(stream)}


def _typed(row: dict[str, str]) -> Iterator[str | int]:
    for name in Outcome._fields:
        is_count = isinstance(Outcome._field_defaults.get(name), int)
        yield int(row[name]) if is_count else row[name]


def main() -> None:
    """Writes the table anew."""
    with TABLE.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(Outcome._fields)
        for folder in FOLDERS:
            writer.writerows(outcome_of(path) for path in corpus_files(folder))


if __name__ == "__main__":
    main()
