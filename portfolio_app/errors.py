"""Everything that can go wrong and that a user should hear about.

    PortfolioError                 the root: carries a code and its parameters
    ├── BookError                  about the book file
    │   ├── NotABookError          the file is something else, empty or damaged at its head
    │   ├── BookTooNewError        written by a newer version of the program
    │   ├── BookInUseError         open in another window or on another machine
    │   ├── BookUnreadableError    missing, no permission, damaged
    │   └── BookWriteError         disk full, read-only, would overwrite something
    ├── SourceError                about a file to import: unreadable, empty, no header, wrong encoding
    ├── ExportError                about a file to write that the program does not know how to write
    ├── MappingError               about a mapping of columns that cannot work
    ├── InvalidValueError          a value a record cannot hold
    ├── RuleError                  a segment rule that cannot be read
    ├── NotFoundError              the record is not (or no longer) in the book
    ├── NothingToUndoError         undo or redo has nothing to take back
    └── OperationCancelled         the user stopped a long operation; nothing was written

`str(error)` is a complete English sentence: what is wrong, where, what to do. The user interface
translates by `code` and fills in `params`; nothing else is user-facing text below the interface.
"""

from __future__ import annotations

from typing import Any


class PortfolioError(Exception):
    """Root of the tree. `code` names the sentence, `params` fill it in."""

    sentences: dict[str, str] = {}

    def __init__(self, code: str, **params: Any) -> None:
        self.code = code
        self.params = params
        super().__init__(self.sentence())

    def sentence(self) -> str:
        """The English sentence for this error, complete with its parameters."""
        return self.sentences[self.code].format(**self.params)

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.code, self.params)


def _rebuild(kind: type[PortfolioError], code: str, params: dict[str, Any]) -> PortfolioError:
    return kind(code, **params)


class BookError(PortfolioError):
    """Something about the book file itself."""


class NotABookError(BookError):
    """The file is not a book of this program."""

    sentences = {
        "not_a_book": "“{path}” is not a client book. Choose a file that this program made "
        "(it ends in .portfolio); to bring in a list of clients, use Import instead.",
        "empty_file": "“{path}” is empty (0 bytes), so it is not a client book. "
        "If it used to be one, restore a copy of it.",
    }


class BookTooNewError(BookError):
    """The book was written by a newer program."""

    sentences = {
        "too_new": "“{path}” was written by a newer version of the program (book format {found}; "
        "this program reads up to {supported}). Update the program to open it. The file was not touched.",
    }


class BookInUseError(BookError):
    """Somebody else has the book open."""

    sentences = {
        "in_use": "“{path}” is open elsewhere: in another window or on another computer. "
        "Close it there, then open it again.",
    }


class BookUnreadableError(BookError):
    """The book cannot be read."""

    sentences = {
        "missing": "There is no file “{path}”. Check the name and the folder.",
        "is_a_folder": "“{path}” is a folder. Choose a book file, which ends in .portfolio.",
        "no_permission": "You are not allowed to open “{path}”. Ask for the right to read and write it, "
        "or open a copy.",
        "damaged": "“{path}” is damaged and was left untouched ({detail}). Open a copy of it instead.",
        "upgrade_failed": "“{path}” could not be brought up to date and was left as it was ({detail}).",
    }


class BookWriteError(BookError):
    """The book, or a copy of it, cannot be written."""

    sentences = {
        "exists": "“{path}” already exists. Choose another name; nothing was overwritten.",
        "is_a_folder": "“{path}” is a folder. Choose a name for the file to write.",
        "no_folder": "The folder “{path}” does not exist. Create it or choose another one.",
        "cannot_write": "“{path}” cannot be written ({detail}). Nothing was saved there: "
        "check the free space and your rights on that folder.",
        "read_only": "“{path}” is read-only. Move the book to a folder you may write to.",
    }


class SourceError(PortfolioError):
    """A file to import that cannot be read at all."""

    sentences = {
        "missing": "There is no file “{path}”. Check the name and the folder.",
        "is_a_folder": "“{path}” is a folder. Choose a CSV or Excel file.",
        "no_permission": "You are not allowed to read “{path}”. Ask for the right to read it, or use a copy.",
        "empty_file": "“{path}” is empty: there is nothing to import. Export it again from where it comes.",
        "no_header": "“{path}” has no line of column names that could be recognised. "
        "Add a first line naming the columns, or choose the columns by hand.",
        "no_rows": "“{path}” has column names but no line of data below them. There is nothing to import.",
        "wrong_encoding": "“{path}” cannot be read as {encoding} (line {line}). "
        "Choose another encoding, or save the file again as UTF-8.",
        "not_text": "“{path}” is not a text or Excel file that can be imported. "
        "Save it as CSV or XLSX and try again.",
        "bad_workbook": "“{path}” cannot be read as an Excel workbook ({detail}). "
        "Open it in Excel or LibreOffice, save it as XLSX and try again.",
        "protected_workbook": "“{path}” is protected by a password. "
        "Save it without a password and try again.",
        "too_large": "“{path}” is too large to be read safely ({detail}). Split it into smaller files.",
        "too_slow": "Reading “{path}” took too long and was stopped. Save it as CSV and try again.",
        "bad_line": "“{path}”, line {line}: {detail}. Correct that line and try again.",
        "unknown_type": "“{path}” is of a kind that cannot be imported yet ({suffix}). Save it as CSV or XLSX.",
    }


class ExportError(PortfolioError):
    """A file that the program does not know how to write."""

    sentences = {
        "unknown_type": "“{path}” cannot be written: the program writes Excel workbooks (.xlsx), not “{suffix}”. "
        "Give the file a name that ends in .xlsx.",
    }


class MappingError(PortfolioError):
    """A mapping of columns to fields that cannot work."""

    sentences = {
        "unreadable": "The mapping file “{path}” cannot be read ({detail}). "
        'It must be JSON such as {{"columns": {{"Customer": "client.name"}}}}.',
        "unknown_field": "“{field}” (for column “{column}”) is not a field that can be imported. "
        "Use one of the fields listed by the import page.",
        "unknown_column": "There is no column “{column}” in “{path}”. Its columns are: {columns}.",
        "field_twice": "The columns “{first}” and “{second}” both go to “{field}”. Keep one of them.",
        "no_client": "No column of “{path}” tells which client a line is about. "
        "Choose the column that holds the client's name or reference.",
        "sale_without_date": "“{path}” has amounts but no column with the date of the sale. "
        "Choose the column that holds the date.",
        "sale_without_amount": "“{path}” has sale columns but no amount, and no quantity with a unit price. "
        "Choose the column that holds the amount.",
        "bad_option": "“{value}” cannot be used for “{option}” in the mapping. Allowed: {allowed}.",
    }


class InvalidValueError(PortfolioError):
    """A record cannot hold that value."""

    sentences = {
        "required": "“{field}” cannot be empty.",
        "not_a_date": "“{value}” is not a date for “{field}”. Write it like 2026-03-31 or 31/03/2026.",
        "not_an_amount": "“{value}” is not an amount for “{field}”. Write it like 1234.56 or 1 234,56.",
        "not_a_choice": "“{value}” is not possible for “{field}”. Choose one of: {allowed}.",
        "unknown_field": "There is no field “{field}”.",
        "out_of_range": "“{value}” is out of range for “{field}”: it must be {allowed}.",
        "bad_currency": "“{value}” is not a currency code. Use three letters, like EUR.",
    }


class RuleError(PortfolioError):
    """A segment rule that cannot be read; nothing was changed."""

    sentences = {
        "not_a_rule": "The rule cannot be read: {detail}.",
        "unknown_metric": "The rule uses “{metric}”, which is not an indicator of the client.",
        "unknown_operator": "The rule uses “{operator}”, which is not a comparison.",
        "bad_value": "The rule compares “{metric}” with “{value}”, which does not fit.",
        "too_deep": "The rule has more levels than can be read ({limit}).",
    }


class NotFoundError(PortfolioError):
    """The record is not in the book."""

    sentences = {
        "not_found": "This {kind} (number {id}) is not in the book any more.",
    }


class NothingToUndoError(PortfolioError):
    """Undo or redo has nothing to take back."""

    sentences = {
        "nothing_to_undo": "There is nothing to undo.",
        "nothing_to_redo": "There is nothing to redo.",
    }


class OperationCancelled(PortfolioError):
    """The user stopped a long operation; nothing was written."""

    sentences = {"cancelled": "Stopped. Nothing was written."}

    def __init__(self) -> None:
        super().__init__("cancelled")

    def __reduce__(self) -> tuple[Any, ...]:
        return OperationCancelled, ()
