"""Everything that can go wrong and that a user should hear about.

    PortfolioError                 the root: carries a code and its parameters
    ├── BookError                  about the book file
    │   ├── NotABookError          the file is something else, empty or damaged at its head
    │   ├── BookTooNewError        written by a newer version of the program
    │   ├── BookInUseError         open in another window or on another machine
    │   ├── BookLockedError        protected by a passphrase that was not given, or not the right one
    │   ├── BookDamagedError       not what the program wrote: emptied, cut short, altered, unreadable
    │   ├── BookUnreadableError    missing, no permission, cannot be brought up to date
    │   └── BookWriteError         disk full, read-only, replaced underneath, would overwrite something
    ├── BackupError                about a backup: gone, not what was written, cannot be made
    ├── SourceError                about a file to import: unreadable, empty, no header, wrong encoding
    ├── ExportError                about a file to write that the program does not know how to write
    ├── MappingError               about a mapping of columns that cannot work
    ├── InvalidValueError          a value a record cannot hold
    ├── RuleError                  a segment rule that cannot be read
    ├── SegmentationError          a segmentation that cannot be deleted or put back
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
        "empty_file": "“{path}” is empty (0 bytes), so it is not a client book.",
    }


class BookTooNewError(BookError):
    """The book was written by a newer program."""

    sentences = {
        "too_new": "“{path}” was written by a newer version of the program: it is in book format {found}, and "
        "this program reads formats up to {supported}. Update the program to one that reads format {found}. "
        "The file was not touched.",
        "needs_program": "“{path}” was written by a newer version of the program: it needs version {program} or later "
        "(book format {found}; this program reads formats up to {supported}). Update the program to open it. "
        "The file was not touched.",
    }


class BookInUseError(BookError):
    """Somebody else has the book open."""

    sentences = {
        "in_use": "“{path}” is open elsewhere: in another window or on another computer. "
        "Close it there, then open it again.",
        "in_use_by": "“{path}” is open on the computer “{host}”, by {holder}, since {since}. Close it there, then "
        "open it again. If that computer was switched off, the book opens again {minutes} minutes later.",
    }


class BookLockedError(BookError):
    """The book is protected by a passphrase."""

    sentences = {
        "passphrase_needed": "“{path}” is protected by a passphrase. Type it to open the book.",
        "wrong_passphrase": "This passphrase does not open “{path}”. Check capital letters and the keyboard's "
        "language, then type it again. Nothing was changed.",
        "no_encryption": "“{path}” is protected by a passphrase, which the program cannot read on this computer.",
    }


class BookDamagedError(BookError):
    """The book is not what the program wrote. It was left as it is; a backup can be put in its place."""

    sentences = {
        "damaged": "“{path}” is damaged and was left untouched ({detail}).",
        "emptied": "“{path}” is empty (0 bytes): what was in it is gone from this file.",
        "header_wiped": "The beginning of “{path}” was overwritten, so it cannot be read. It was left untouched.",
        "truncated": "The end of “{path}” is missing: {found} of {expected} bytes are there. It was left untouched.",
        "altered": "“{path}” is not as the program last wrote it, although nothing was recorded in it since: "
        "the disk or another program changed it. It was left untouched.",
    }


class BookUnreadableError(BookError):
    """The book cannot be read."""

    sentences = {
        "missing": "There is no file “{path}”. Check the name and the folder.",
        "is_a_folder": "“{path}” is a folder. Choose a book file, which ends in .portfolio.",
        "no_permission": "You are not allowed to open “{path}”. Ask for the right to read and write it, "
        "or open a copy.",
        "cannot_read": "“{path}” could not be read ({detail}). Check the disk or the network, then try again.",
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
        "folder_read_only": "You may not write in the folder “{folder}”, which “{path}” needs. Move the book to a "
        "folder you may write to, or ask for the right to write there.",
        "disk_full": "The disk that holds “{path}” is full. Nothing of this change was saved; what was saved before "
        "is safe. Make room on the disk, then try again.",
        "io_error": "The disk that holds “{path}” does not answer as it should ({detail}). Nothing of this change "
        "was saved. Check the disk or the network, then try again.",
        "unconfirmed": "The disk that holds “{path}” did not confirm the last change ({detail}): it may be in the "
        "book, or missing. Check the disk, open the book again, and look before you enter it again.",
        "swapped": "Another program replaced or removed “{path}” while it was open, so nothing more is written "
        "there. Save a copy of what you see, then open the book again.",
    }


class BackupError(PortfolioError):
    """A backup cannot be made, or is not what was written."""

    sentences = {
        "missing": "The backup “{name}” is not there any more.",
        "not_good": "The backup “{name}” is not what the program wrote, so it is not used. Choose another one.",
        "cannot_make": "No backup could be made in “{folder}” ({detail}). Make room there, or check your rights.",
        "of_another_book": "The backup “{name}” is one of another book. Nothing was changed. "
        "Choose one of this book, or open that other book.",
        "none_known": "No good backup of “{path}” is known. The command “backups” lists those of a book of that name "
        "that was elsewhere: name one of them to use it.",
        "cannot_restore": "“{path}” could not be restored ({detail}). Nothing was changed.",
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
        "open_book": "“{path}” is the book that is open here, not a file to import.",
        "not_ours": "“{path}” cannot be compared with the book: it is not a workbook that this program exported, or "
        "its "
        "hidden sheet “_portfolio” is gone. Import it like any other file, or export the workbook again.",
        "other_book": "“{path}” was exported from another book, so it cannot be compared with this one. Open that "
        "book, "
        "or import the file like any other.",
        "changed_since": "The book was changed after “{path}” was compared with it. Nothing was taken over: compare it "
        "again.",
        "unknown_type": "“{path}” is of a kind that cannot be imported yet ({suffix}). Save it as CSV or XLSX.",
        "no_cards": "“{path}” holds no address card. Export the contacts again as vCard (.vcf), or as CSV.",
        "is_a_calendar": "“{path}” is a calendar, not a list of clients. Import it with the calendar’s own import.",
        "is_a_copy": "“{path}” is a copy of a whole book, not a list of clients. Open it as a new book instead.",
        "not_a_calendar": "“{path}” is not a calendar file. Choose a file that a calendar program exported (.ics).",
        "not_a_copy": "“{path}” is not a full copy of a book. Choose a file that “Full copy” of the Export page wrote "
        "(.json).",
        "copy_cut_short": "The end of “{path}” is missing, so nothing of it was taken. Copy the file again from where "
        "it comes.",
        "copy_altered": "“{path}” is not as the program wrote it (at: {where}), so nothing of it was taken. Use "
        "another copy.",
        "copy_too_new": "“{path}” was written by a newer version of the program (book format {found}). Update the "
        "program to read it. Nothing of it was taken.",
        "copy_not_possible": "“{path}” holds a value that no book can hold ({table}, number {id}, “{column}”: "
        "“{value}”), so nothing of it was taken. Use another copy.",
        "copy_not_empty": "This book holds data already ({count} records), so the copy “{path}” was not read into it. "
        "Open the copy as a new book instead.",
        "too_many_entries": "“{path}” has more than {limit} entries. Export a smaller part of that calendar, such as "
        "one year, and try again.",
    }


class ExportError(PortfolioError):
    """A file that the program does not know how to write."""

    sentences = {
        "unknown_type": "“{path}” cannot be written: the program writes workbooks (.xlsx), tables (.csv), documents "
        "(.pdf), address cards (.vcf), calendars (.ics) and full copies (.json), not “{suffix}”. Give the file a name "
        "that ends in one of these.",
    }


class MappingError(PortfolioError):
    """A mapping of columns to fields that cannot work."""

    sentences = {
        "unreadable": "The mapping file “{path}” cannot be read ({detail}). "
        'It must be JSON such as {{"columns": {{"Customer": "client.name"}}}}.',
        "unknown_field": "“{field}” (for column “{column}”) is not a field that can be imported. "
        "Use one of the fields listed by the import page.",
        "unknown_own_field": "“{field}” (for column “{column}”) is not a field of this book. Add that field in "
        "Settings first, or leave the column out.",
        "unknown_column": "There is no column “{column}” in “{path}”. Its columns are: {columns}.",
        "field_twice": "The columns “{first}” and “{second}” both go to “{field}”. Keep one of them.",
        "bad_constant": "“{value}” cannot stand in “{field}” for every line. Write it as a cell of such a column.",
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
        "not_a_time": "“{value}” is not a time for “{field}”. Write it like 14:30.",
        "not_a_zone": "“{value}” is not a time zone. Write it like Europe/Paris, or leave it empty for the time of "
        "this computer.",
        "not_an_amount": "“{value}” is not an amount for “{field}”. Write it like 1234.56 or 1 234,56.",
        "not_a_number": "“{value}” is not a number for “{field}”. Write it like 1234.56 or 1 234,56.",
        "not_a_choice": "“{value}” is not possible for “{field}”. Choose one of: {allowed}.",
        "unknown_field": "There is no field “{field}”.",
        "out_of_range": "“{value}” is out of range for “{field}”: it must be {allowed}.",
        "bad_passphrase": "This passphrase cannot be used: it is empty, too long, or holds characters that cannot be "
        "typed again. Choose another one.",
        "short_passphrase": "This passphrase is too short: it must have at least {minimum} characters.",
        "bad_currency": "“{value}” is not a currency code. Use three letters, like EUR.",
        "bad_colour": "“{value}” is not a colour. Write it like #0072B2.",
        "not_an_email": "“{value}” is not an e-mail address. Write it like name@example.com.",
        "not_a_phone": "“{value}” is not a phone number. Write it like 06 12 34 56 78 or +44 20 7946 0000.",
        "name_taken": "There is already a field named “{value}”. Choose another name.",
        "choice_in_use": "“{value}” is still chosen in “{field}” ({count}). Rename it, or give those clients another "
        "value first.",
        "field_in_rule": "The rule of “{rule}” asks for “{field}”. Change that rule first, then delete the field.",
        "same_client": "These are not two clients but one. Choose another one.",
        "erased_client": "“{value}” stands for somebody who was erased for good; it cannot be merged.",
        "no_numbers": "The hidden columns of the sheet “{sheet}” are gone, so its rows cannot be told from one "
        "another. "
        "Nothing of this sheet is taken over; export the workbook again and make the changes there.",
        "copied_sheet": "The sheet “{sheet}” is a copy of another one. It is not read: make your changes in the sheet "
        "that was exported.",
        "mixed_up": "Too many rows of the sheet “{sheet}” were sorted without their hidden columns and edited, so "
        "that they "
        "cannot be told from one another. Nothing of them is taken over; export the workbook again.",
        "record_gone": "This record is not in the book any more, so the changes to its row cannot be taken over.",
        "computed_column": "“{field}” cannot be changed in the workbook: the program works it out, or it is kept "
        "elsewhere.",
        "whose_row": "This row names no client of the book. Fill in the reference or the name of the client.",
        "no_such_contact": "“{value}” is not the name of exactly one contact of this client. Add the contact first, or "
        "write the name as it stands in the sheet of contacts.",
        "was_cut": "“{field}” is too long for a cell and was cut when it was exported. Change it in the program.",
        "erased_person": "“{value}” belongs to somebody who was erased from the book at their request; it stays out.",
        "not_added": "A row cannot be added to the sheet “{sheet}”. Do it in the program.",
        "not_removed": "Rows cannot be removed from the sheet “{sheet}”. Do it in the program.",
        "not_a_person": "“{name}” is an organisation, not a person. Erase its contacts one by one; "
        "if it is one person's business, first say that the client is a person.",
    }


class RuleError(PortfolioError):
    """A segment rule that cannot be read; nothing was changed."""

    sentences = {
        "not_a_rule": "The rule cannot be read: “{detail}” is not a condition.",
        "no_conditions": "A group in the rule has no condition. Add one to it, or remove the group.",
        "unknown_metric": "The rule uses “{metric}”, which is not an indicator of the client.",
        "unknown_operator": "The rule uses “{operator}”, which is not a comparison.",
        "wrong_operator": "The rule asks “{operator}” of “{metric}”, which cannot be asked of it. "
        "Choose another comparison: {allowed}.",
        "no_value": "The rule compares “{metric}” with nothing. Give the value to compare it with.",
        "bad_value": "The rule compares “{metric}” with “{value}”, which does not fit.",
        "too_deep": "The rule has more levels than can be read ({limit}).",
        "too_many": "The rule has more than {limit} conditions. Take some out.",
        "nobody_left": "The last segment, and only the last, must take everyone who is left, without a rule of "
        "its own, so that each client is in exactly one segment.",
        "same_code": "Two segments have the same code “{segment}”. Each needs its own.",
    }


class SegmentationError(PortfolioError):
    """A segmentation that cannot be deleted, or put back to what it was; nothing was changed."""

    sentences = {
        "in_force": "“{name}” is the segmentation in force, so it cannot be deleted. Put another one in force first.",
        "built_in": "This segmentation comes with the program and cannot be deleted. "
        "It can be put back to what it was.",
        "not_built_in": "“{name}” is a segmentation of your own: there is nothing it could be put back to.",
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
        "already_taken_back": "This was taken back already. Undo the taking back to have it again.",
        "step_final": "An action made to last, such as erasing a person, cannot be taken back: the book kept nothing "
        "of what was there before. Older actions can still be taken back one by one in History.",
        "step_gone": "This is not in the history any more, so it cannot be taken back.",
    }


class OperationCancelled(PortfolioError):
    """The user stopped a long operation; nothing was written."""

    sentences = {"cancelled": "Stopped. Nothing was written."}

    def __init__(self) -> None:
        super().__init__("cancelled")

    def __reduce__(self) -> tuple[Any, ...]:
        return OperationCancelled, ()
