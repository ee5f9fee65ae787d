"""What the Today page has done on the book's thread; the services are imported there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portfolio_app.services.books import Book
    from portfolio_app.services.insights import Idea, Insight
    from portfolio_app.services.news import News
    from portfolio_app.services.today import TodayView


def figures(book: Book, as_of: date) -> TodayView:
    """The Today page's figures."""
    from portfolio_app.services import today

    return today.today_view(book, as_of)


def identity(book: Book) -> str:
    """By what the preferences know a book."""
    return book.book_id()


def news(book: Book, as_of: date, since: date | None) -> News:
    """What happened since a day, or lately."""
    from portfolio_app.services import news

    return news.news(book, as_of, since)


def insights(book: Book, as_of: date) -> list[Insight]:
    """What matters, most important first."""
    from portfolio_app.services import insights

    return insights.insights(book, as_of)


def ideas(book: Book, as_of: date) -> list[Idea]:
    """What is worth doing on an empty day."""
    from portfolio_app.services import insights

    return insights.ideas(book, as_of)
