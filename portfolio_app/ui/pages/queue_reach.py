"""Calling, writing to and finding the people of the queue: each answers with what to say when it cannot be done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from portfolio_app.ui import opt_out_words
from portfolio_app.ui.pages import client_links

if TYPE_CHECKING:
    from portfolio_app.services.agenda import QueueRow

_CHANNELS = {"call": "phone", "email": "email"}


def ways(row: QueueRow) -> tuple[str, ...]:
    """ "call", "email": how the person to reach can be reached, and does not mind."""
    refused = row.opt_out.refused if row.opt_out is not None else frozenset()
    known = {"call": row.phone, "email": row.email}
    return tuple(way for way, address in known.items() if address and _CHANNELS[way] not in refused)


def call(row: QueueRow) -> str:
    """Hand the number to the telephone program; without one it is copied."""
    if not row.phone:
        text = QCoreApplication.translate("Queue", "No phone number is known for {client}.")
        return text.format(client=row.name)
    if row.opt_out is not None and "phone" in row.opt_out.refused:
        return opt_out_words.sentence(row.opt_out, "phone")
    if client_links.open_url(client_links.phone_url(row.phone)):
        return ""
    client_links.copy_text(row.phone)
    text = QCoreApplication.translate("Queue", "No telephone program answered. {number} is copied.")
    return text.format(number=row.phone)


def email(row: QueueRow) -> str:
    """Hand the address to the mail program; without one it is copied."""
    if not row.email:
        text = QCoreApplication.translate("Queue", "No e-mail address is known for {client}.")
        return text.format(client=row.name)
    if row.opt_out is not None and "email" in row.opt_out.refused:
        return opt_out_words.sentence(row.opt_out, "email")
    if client_links.open_url(client_links.mail_url(row.email)):
        return ""
    client_links.copy_text(row.email)
    text = QCoreApplication.translate("Queue", "No mail program answered. {address} is copied.")
    return text.format(address=row.email)


def show_map(row: QueueRow) -> str:
    """Show the address on a map in the web browser; without one it is copied."""
    if not row.address:
        return QCoreApplication.translate("Queue", "No address is known for {client}.").format(
            client=row.name
        )
    if client_links.open_url(client_links.map_url(row.address)):
        return ""
    client_links.copy_text(row.address)
    return QCoreApplication.translate("Queue", "No web browser answered. The address is copied.")


def copy_numbers(rows: Iterable[QueueRow]) -> str:
    """Copy the number of one client by itself, of several one a line with their names."""
    known = [row for row in rows if row.phone]
    if not known:
        return QCoreApplication.translate("Queue", "There is no phone number to copy.")
    count = len(known)
    if count == 1:
        client_links.copy_text(known[0].phone)
        text = QCoreApplication.translate("Queue", "Copied: {number}")
        return text.format(number=known[0].phone)
    client_links.copy_text("\n".join(f"{row.name}\t{row.phone}" for row in known))
    return QCoreApplication.translate("Queue", "%n phone number(s) copied", "", count)
