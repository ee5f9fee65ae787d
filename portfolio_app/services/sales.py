"""Sales typed in by hand, line by line."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from portfolio_app.models.entities import Client, Product, Sale
from portfolio_app.services.changes import Changes
from portfolio_app.services.fields import SALE_FIELDS, clean, clean_text
from portfolio_app.services.records import assign, get
from portfolio_app.storage.book import Book

Day = date
"""`date` inside the line itself is the day of the sale."""


@dataclass(frozen=True)
class SaleLine:
    """One line of an order, as a list shows it; `product` is the name, empty without one.

    `due_on`: when it was to be paid, None when nothing is known of that; `paid_on`: when it was. `discount`: what
    was taken off the price, the amount being what was left.
    """

    id: int
    date: date
    order_reference: str
    product: str
    quantity: Decimal | None
    amount: Decimal
    cost: Decimal | None
    due_on: Day | None
    paid_on: Day | None
    discount: Decimal | None = None


def any_sales(book: Book) -> bool:
    """Whether the book holds a sale, of whatever day."""
    with book.read() as connection:
        return bool(connection.exec_driver_sql("SELECT EXISTS (SELECT 1 FROM sale)").scalar())


def sale_ids(book: Book, client_id: int) -> list[int]:
    """The ids of a client's lines, newest first."""
    with book.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT id FROM sale WHERE client_id = ? ORDER BY date DESC, id DESC", (client_id,)
        )
        return [row[0] for row in rows]


def payments_known(book: Book, client_id: int) -> bool:
    """Whether anything is known about how a client pays: some line has a due date."""
    with book.read() as connection:
        found = connection.exec_driver_sql(
            "SELECT EXISTS (SELECT 1 FROM sale WHERE client_id = ? AND due_on IS NOT NULL)", (client_id,)
        ).scalar_one()
    return bool(found)


def sale_lines(book: Book, ids: Sequence[int]) -> dict[int, SaleLine]:
    """Those lines by id; those gone meanwhile are left out."""
    with book.read_session() as session:
        rows = session.execute(
            select(Sale, Product.name)
            .outerjoin(Product, Product.id == Sale.product_id)
            .where(Sale.id.in_(ids))
        )
        return {
            sale.id: SaleLine(
                sale.id,
                sale.date,
                sale.order_reference,
                name or "",
                sale.quantity,
                sale.amount,
                sale.cost,
                sale.due_on,
                sale.paid_on,
                sale.discount,
            )
            for sale, name in rows
        }


def product_names(book: Book, limit: int = 2_000) -> list[str]:
    """The products' names in alphabetical order, to propose while one is typed."""
    with book.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT DISTINCT name FROM product ORDER BY name COLLATE NOCASE LIMIT ?", (limit,)
        )
        return [row[0] for row in rows]


def add_sale(book: Book, client_id: int, values: Mapping[str, Any], product: str = "") -> Changes:
    """Add one line of an order; a product not yet known by that name is created.

    A prospect becomes an active client. Raises `InvalidValueError`, `NotFoundError`.
    """
    cleaned = clean({"date": book.today(), **values}, SALE_FIELDS, whole=True)
    with book.step("add_sale") as step:
        new_line(step.session, client_id, cleaned, product)
    return step.changes


def new_line(session: Session, client_id: int, cleaned: Mapping[str, Any], product: str) -> None:
    """Put a line of these cleaned values into the book, inside a step. Raises `NotFoundError`."""
    client = get(session, Client, client_id)
    if client.status == "prospect" and cleaned["amount"] > 0:
        client.status = "active"
    session.add(Sale(client_id=client_id, product_id=_product_id(session, product), **cleaned))


def update_sale(book: Book, sale_id: int, values: Mapping[str, Any], product: str | None = None) -> Changes:
    """Correct a line. Raises `InvalidValueError`, `NotFoundError`."""
    cleaned = clean(values, SALE_FIELDS)
    with book.step("update_sale") as step:
        change_line(step.session, get(step.session, Sale, sale_id), cleaned, product)
    return step.changes


def change_line(session: Session, sale: Sale, cleaned: Mapping[str, Any], product: str | None) -> None:
    """Give a line these cleaned values, and another product where one is named, inside a step."""
    assign(sale, cleaned)
    if product is not None:
        sale.product_id = _product_id(session, product)


def mark_paid(book: Book, sale_ids: Sequence[int], on: date | None = None) -> Changes:
    """Say that the orders of those lines were paid, today unless said otherwise.

    The lines of an order are a client's with the same reference; one without a reference stands for itself.
    Those whose due date is not known, paid already, or gone meanwhile are passed over.
    """
    day = on or book.today()
    with book.step("mark_paid") as step:
        chosen = list(step.session.scalars(select(Sale).where(Sale.id.in_(sale_ids))))
        orders = {(sale.client_id, sale.order_reference) for sale in chosen if sale.order_reference}
        for sale in [*chosen, *_lines_of(step.session, orders)]:
            if sale.due_on is not None and sale.paid_on is None:
                sale.paid_on = day
    return step.changes


def _lines_of(session: Session, orders: Collection[tuple[int, str]]) -> list[Sale]:
    """The lines of orders, each given by its client and its reference."""
    lines: list[Sale] = []
    for client_id, reference in sorted(orders):
        of_order = (Sale.client_id == client_id, Sale.order_reference == reference)
        lines += session.scalars(select(Sale).where(*of_order))
    return lines


def delete_sale(book: Book, sale_id: int) -> Changes:
    """Remove a line."""
    with book.step("delete_sale") as step:
        step.session.delete(get(step.session, Sale, sale_id))
    return step.changes


def _product_id(session: Session, name: str) -> int | None:
    cleaned = clean_text(name)[:500]
    if not cleaned:
        return None
    product = session.scalars(select(Product).where(Product.name == cleaned).limit(1)).first()
    if product is None:
        product = Product(name=cleaned)
        session.add(product)
        session.flush()
    return product.id
