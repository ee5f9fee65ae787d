"""Taking changes back, doing them again, and the list of what was done."""

from __future__ import annotations

from portfolio_app.services.changes import Changes, StepInfo
from portfolio_app.storage.book import Book


def undo(book: Book) -> Changes:
    """Take back the newest action, whatever it was, also one of an earlier day. Raises `NothingToUndoError`."""
    return book.undo()


def redo(book: Book) -> Changes:
    """Do again what was undone last. Raises `NothingToUndoError`."""
    return book.redo()


def steps(book: Book, limit: int = 200) -> list[StepInfo]:
    """The actions of this book, newest first."""
    return book.history(limit)
