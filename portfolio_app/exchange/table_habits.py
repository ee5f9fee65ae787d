"""What the first rows of a table show about how it was written: zeros eaten by a spreadsheet, headings, addresses."""

from __future__ import annotations

from functools import cached_property
from itertools import islice

from portfolio_app.exchange.cells import Cell, cell_text
from portfolio_app.exchange.header_words import is_french
from portfolio_app.exchange.row_notes import has_headings
from portfolio_app.exchange.tabular import Table

_JUDGED = 200


class TableHabits:
    """Judges a table by its columns' names and its first rows, which are read once and only when asked for."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.is_french = is_french(table.columns)

    @cached_property
    def _rows(self) -> list[tuple[int, list[Cell]]]:
        return [row for row in islice(self._table.rows(), _JUDGED) if any(row[1])]

    def _texts(self, place: int) -> list[str]:
        return [text for _line, cells in self._rows if (text := cell_text(cells[place]).strip())]

    def loses_zeros(self, kind: str, place: int) -> bool:
        """Whether values of this kind may have lost a first zero: telephones of a French table, and its postcodes
        of four digits among those of five."""
        if kind == "phone" or not self.is_french:
            return kind == "phone" and self.is_french
        codes = [text for text in self._texts(place) if text.isdecimal() and 4 <= len(text) <= 5]
        return kind == "postcode" and sum(len(text) == 5 for text in codes) >= 0.5 * max(1, len(codes))

    def holds_addresses(self, place: int) -> bool:
        """Whether cells hold e-mail addresses, maybe besides a name: “Jean Petit <jean@acme.fr>”."""
        return any("@" in text for text in self._texts(place))

    def has_headings(self, place: int) -> bool:
        """Whether lone names in capitals part the table (see `row_notes`); `place`: the column of the clients."""
        return has_headings(self._rows, place)
