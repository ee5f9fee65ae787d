"""Which column goes to which field, and how dates and numbers are written: the mapping file of an import."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from portfolio_app import files
from portfolio_app.errors import MappingError
from portfolio_app.exchange.dates import DATE_ORDERS, DateOrder
from portfolio_app.exchange.fields import FIELDS, NAMING_FIELDS, OWN, PERIOD, Field, period_field
from portfolio_app.exchange.numbers import DECIMAL_MARKS, DecimalMark
from portfolio_app.exchange.tabular import Table, open_table
from portfolio_app.exchange.text_source import NO_FILES

Confidence = Literal["sure", "check", "none"]

_DELIMITERS = {
    "comma": ",", "semicolon": ";", "tab": "\t", "\\t": "\t", "pipe": "|",
    " ": "fixed", "\\s+": "fixed", "whitespace": "fixed", "space": "fixed",
}  # fmt: skip
_MAX_FILE = 5_000_000
_SHOWN = 80
_NUMBERED = re.compile(r"Column \d+")


@dataclass(slots=True)
class Mapping:
    """`columns` maps column names to field names; what is `None` is found out from the file.

    Several columns may go to one field when it is joinable (see `Field`). `sale.amount@2023` makes a column of
    amounts sales of that year (`@2023-05` of a month, `@2023-Q2` of a quarter). `constants` maps fields to the
    text that stands for every row without a value of its own.

    `confidence` says for each column of a guess how sure it is, `ambiguous_dates` that no date told day
    and month apart; both are for the person who checks and are not part of the file format. Nor are `own`,
    the fields that the user added to the book: the book tells them.
    """

    columns: dict[str, str]
    date_order: DateOrder | None = None
    decimal: DecimalMark | None = None
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    has_header: bool | None = None
    confidence: dict[str, Confidence] = field(default_factory=dict)
    ambiguous_dates: bool = False
    own: tuple[Field, ...] = ()
    constants: dict[str, str] = field(default_factory=dict)

    @classmethod
    def from_json(cls, source: Path | str | AnyMapping[str, Any]) -> Mapping:
        """A mapping from a JSON file or its content; raises `MappingError`. Unknown keys are ignored."""
        found, shown = _load(source)
        columns = found.get("columns")
        if not isinstance(columns, dict) or not all(isinstance(name, str) for name in columns):
            raise MappingError("unreadable", path=shown, detail="“columns” is missing or is not an object")
        wanted = {column: name for column, name in columns.items() if name is not None and name != ""}
        odd = next((column for column, name in wanted.items() if not isinstance(name, str)), None)
        if odd is not None:
            detail = f"the field of column “{odd[:_SHOWN]}” is not a text"
            raise MappingError("unreadable", path=shown, detail=detail)
        mapping = cls(
            columns=wanted,
            date_order=_choice(found, "date_order", DATE_ORDERS, str.upper),
            decimal=_choice(found, "decimal", DECIMAL_MARKS, str),
            encoding=_encoding(found.get("encoding")),
            delimiter=_delimiter(found.get("delimiter")),
            sheet=_text(found, "sheet"),
            has_header=_truth(found, "has_header"),
            constants=_constants(found.get("constants"), shown),
        )
        mapping.check_fields()
        return mapping

    def to_dict(self) -> dict[str, Any]:
        """The file format; `from_json(to_dict())` gives the same mapping."""
        options = ("date_order", "decimal", "encoding", "delimiter", "sheet", "has_header")
        given = {name: getattr(self, name) for name in options}
        if self.constants:
            given["constants"] = dict(self.constants)
        return {"columns": dict(self.columns)} | {
            name: value for name, value in given.items() if value is not None
        }

    def open_table(self, path: Path, should_stop: Callable[[], bool] | None = None) -> Table:
        """Opens a file the way this mapping says."""
        has_header = self.has_header
        if has_header is None and self.columns and all(_NUMBERED.fullmatch(name) for name in self.columns):
            has_header = False
        return open_table(
            path,
            encoding=self.encoding,
            delimiter=self.delimiter,
            sheet=self.sheet,
            has_header=has_header,
            should_stop=should_stop,
        )

    def fields(self) -> set[str]:
        """The fields that columns go to or that have a constant."""
        return {*self.columns.values(), *self.constants}

    def field(self, name: str) -> Field | None:
        """The field of that name, period amounts and the book's own among them; `None` when there is none."""
        found = FIELDS.get(name) or (period_field(name) if PERIOD in name else None)
        return found or next((one for one in self.own if one.name == name), None)

    def check_fields(self) -> None:
        """Raises `MappingError` for a name that is no field and for a field used twice that cannot be joined."""
        used: dict[str, str] = {}
        for column, name in [*self.columns.items(), *(("", constant) for constant in self.constants)]:
            found = self.field(name)
            if found is None:
                code = "unknown_own_field" if name.startswith(OWN) else "unknown_field"
                raise MappingError(code, field=name, column=column)
            if column and name in used and not found.joinable:
                raise MappingError("field_twice", first=used[name], second=column, field=name)
            used[name] = column

    def bind(self, table: Table) -> dict[str, tuple[int, ...]]:
        """Field → places of its columns. Names match exactly, else without regard to case and outer blanks.

        Raises `MappingError` `unknown_column`.
        """
        self.check_fields()
        exact = table.column_index()
        loose = {" ".join(name.split()).casefold(): place for name, place in reversed(exact.items())}
        places: dict[str, tuple[int, ...]] = {}
        for column, name in self.columns.items():
            place = exact.get(column)
            if place is None:
                place = loose.get(" ".join(column.lstrip("\ufeff").split()).casefold())
            if place is None:
                raise MappingError(
                    "unknown_column", column=column, path=str(table.path), columns=", ".join(table.columns)
                )
            places[name] = (*places.get(name, ()), place)
        return places

    def validate(self, table: Table) -> None:
        """Raises `MappingError` when this mapping cannot bring in anything useful from this table."""
        self.bind(table)
        used = self.fields()
        path = str(table.path)
        if not used & NAMING_FIELDS:
            raise MappingError("no_client", path=path)
        figures = {"sale.amount", "sale.quantity", "sale.unit_price", "sale.margin", "sale.cost"}
        sale = {name for name in used if name.startswith("sale.") and PERIOD not in name}
        is_periods_only = any(PERIOD in name for name in used) and not sale & {*figures, "sale.date"}
        if not sale or is_periods_only:
            return
        if "sale.date" not in used and sale & figures:
            raise MappingError("sale_without_date", path=path)
        if not gives_amount(used):
            raise MappingError("sale_without_amount", path=path)
        if "sale.date" not in used:
            raise MappingError("sale_without_date", path=path)


def gives_amount(fields: set[str]) -> bool:
    """Whether the amount of a sale can be told from these fields."""
    return "sale.amount" in fields or {"sale.quantity", "sale.unit_price"} <= fields


def _load(source: Path | str | AnyMapping[str, Any]) -> tuple[dict[str, Any], str]:
    if isinstance(source, AnyMapping):
        return dict(source), "mapping"
    path = Path(source)
    try:
        if path.exists() and not path.is_file():
            raise MappingError("unreadable", path=str(path), detail="it is not a file")
        if files.is_held(path):
            raise MappingError("unreadable", path=str(path), detail="it is the book that is open here")
        if path.stat().st_size > _MAX_FILE:
            raise MappingError("unreadable", path=str(path), detail="it is too large for a mapping")
        found = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise MappingError("unreadable", path=str(path), detail=error.strerror or "not found") from None
    except (ValueError, RecursionError) as error:
        raise MappingError("unreadable", path=str(path), detail=str(error)[:120]) from None
    if not isinstance(found, dict):
        raise MappingError("unreadable", path=str(path), detail="it is not an object")
    return found, str(path)


def _choice(found: dict[str, Any], option: str, allowed: tuple[Any, ...], change: Any) -> Any:
    value = found.get(option)
    if value is None:
        return None
    if isinstance(value, str) and change(value) in allowed:
        return change(value)
    raise _bad_option(option, value, ", ".join(f"“{one}”" for one in allowed))


def _bad_option(option: str, value: Any, allowed: str) -> MappingError:
    shown = value[:_SHOWN] if isinstance(value, str) else type(value).__name__
    return MappingError("bad_option", option=option, value=shown, allowed=allowed)


def _encoding(value: Any) -> str | None:
    if value is None:
        return None
    try:
        if isinstance(value, str) and isinstance(b"a".decode(value, "ignore"), str):
            if codecs.lookup(value).name.replace("_", "-") in NO_FILES:
                raise LookupError(value)
            return value
    except (LookupError, ValueError):
        pass
    raise _bad_option("encoding", value, "utf-8, utf-8-sig, cp1252, utf-16, …")


def _delimiter(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, str):
        named = _DELIMITERS.get(value.lower(), value)
        if named == "fixed" or (len(named) == 1 and named not in "\r\n\"'\0" and not named.isalnum()):
            return named
    raise _bad_option("delimiter", value, "“,”, “;”, “|”, “tab”, “fixed”")


def _constants(value: Any, shown: str) -> dict[str, str]:
    if value is None:
        return {}
    if isinstance(value, dict) and all(isinstance(one, str) for pair in value.items() for one in pair):
        return {name: text for name, text in value.items() if text.strip()}
    raise MappingError("unreadable", path=shown, detail="“constants” is not an object of texts")


def _text(found: dict[str, Any], option: str) -> str | None:
    value = found.get(option)
    if value is None or isinstance(value, str):
        return value or None
    raise _bad_option(option, value, "a text")


def _truth(found: dict[str, Any], option: str) -> bool | None:
    value = found.get(option)
    if value is None or isinstance(value, bool):
        return value
    raise _bad_option(option, value, "true, false")
