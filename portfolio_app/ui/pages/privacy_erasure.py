"""Erasing a person: what goes, what stays and until when, before it is done; and the receipt afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from portfolio_app.errors import PortfolioError
from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.pages import privacy_calls
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.privacy_parts import ResultLine
from portfolio_app.ui.widgets import button, clear_layout, plain_tooltip, scrolling, text_label

if TYPE_CHECKING:
    from portfolio_app.services.privacy import Erasure, ErasureReceipt, Mention, PersonHit

SHOWN_MENTIONS = 20
translate = QCoreApplication.translate


class ErasureCard(QFrame):
    """The whole truth about an erasure, and the one button that does it."""

    confirmed = Signal(bool)
    """Do it; whether the name stays on the sales."""
    given_up = Signal()
    open_requested = Signal(str, object)
    person_requested = Signal(object)
    """Another record with the same address is to be shown: a `PersonHit`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.setSpacing(theme.XS)
        self._lists = QVBoxLayout()
        self._lists.setSpacing(theme.XS)
        layout.addLayout(self._lists)
        self.keep_name = QCheckBox(self.tr("Keep the name on the sales, where the accounts need it"))
        layout.addSpacing(theme.XS)
        layout.addWidget(self.keep_name)
        self.warning = text_label(
            self.tr("This cannot be undone, and neither an import nor a backup will bring them back."),
            "danger",
            wrap=True,
        )
        layout.addWidget(self.warning)
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        self.erase_button = button("", self._confirm, variant="danger", icon="trash")
        self.give_up_button = button(self.tr("Do not erase"), self.given_up.emit)
        row.addWidget(self.erase_button)
        row.addWidget(self.give_up_button)
        row.addStretch()
        layout.addLayout(row)

    def show_erasure(self, found: Erasure, hit: PersonHit) -> None:
        """Say what would be done to that person."""
        clear_layout(self._lists)
        _add(self._lists, self.tr("What goes"), self._going(found, hit))
        _add(self._lists, self.tr("What stays"), self._staying(found, hit))
        _add(self._lists, self.tr("Backups"), [backups_text(found.backups, found.backups_until)])
        if found.also:
            _heading(self._lists, self.tr("Others with the same address or number"))
            for other in found.also:
                _link(self._lists, _hit_words(other), partial(self.person_requested.emit, other))
        _add_mentions(self._lists, found.mentions, self.open_requested.emit)
        self.keep_name.setVisible(found.client_is == "renamed")
        self.keep_name.setChecked(False)
        words = self.tr("Erase {name} for good").format(name=_short(found.name or hit.name))
        self.erase_button.setText(words.replace("&", "&&"))
        self.set_busy(busy=False)

    def set_busy(self, *, busy: bool) -> None:
        """While it is being done nothing more can be asked."""
        for item in (self.erase_button, self.give_up_button, self.keep_name):
            item.setEnabled(not busy)
        if busy:
            self.erase_button.setText(self.tr("Erasing…"))

    def _confirm(self) -> None:
        self.confirmed.emit(self.keep_name.isChecked() and not self.keep_name.isHidden())

    def _going(self, found: Erasure, hit: PersonHit) -> list[str]:
        whole = found.client_is != "kept"
        parts = [
            self.tr("Their record: name, address, numbers and notes")
            if found.client_is != "renamed"
            else self.tr("Name, address, numbers and notes; the client is given a neutral name")
        ]
        if found.contacts and whole:
            parts.append(self.tr("%n contact(s) of this client", "", found.contacts))
        if found.interactions:
            parts.append(
                self.tr("%n touch(es)", "", found.interactions)
                if whole
                else self.tr("The text of %n touch(es) with them; date and kind stay", "", found.interactions)
            )
        if found.follow_ups:
            parts.append(self.tr("%n follow-up(s), or their text", "", found.follow_ups))
        if found.consents:
            parts.append(self.tr("%n answer(s) on being reached", "", found.consents))
        if found.surveys:
            parts.append(
                self.tr("%n survey answer(s)", "", found.surveys)
                if whole
                else self.tr("Name and comment of %n survey answer(s); the score stays", "", found.surveys)
            )
        if found.deals:
            parts.append(self.tr("%n deal(s)", "", found.deals))
        if found.key_dates:
            parts.append(self.tr("%n key date(s)", "", found.key_dates))
        if found.enrolments:
            parts.append(self.tr("Their place in %n plan(s)", "", found.enrolments))
        if found.client_fields:
            names = ", ".join(messages.field_name(name) for name in found.client_fields)
            parts.append(
                self.tr("At {client}, what is theirs: {fields}").format(client=hit.client_name, fields=names)
            )
        parts.append(self.tr("Their traces in the history, the search and the file's free space"))
        return parts

    def _staying(self, found: Erasure, hit: PersonHit) -> list[str]:
        parts = []
        if found.client_is == "kept":
            parts.append(self.tr("The client {client}").format(client=hit.client_name))
        if found.sales_kept:
            parts.append(self.tr("%n sale(s), which the accounts need", "", found.sales_kept))
        if found.shared:
            parts.append(self.tr("%n address(es) or number(s) that others use too", "", found.shared))
        parts.append(
            self.tr(
                "A fingerprint of address and number, which cannot be read but keeps them from coming back"
            )
        )
        return parts


class ReceiptCard(QWidget):
    """What was done, without a name; what is left to do by hand; the backups."""

    open_requested = Signal(str, object)
    finished = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._receipt: ErasureReceipt | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(theme.XS, 0, theme.S, 0)
        layout.setSpacing(theme.S)
        layout.addWidget(text_label(self.tr("The person is erased"), "section"))
        self._lists = QVBoxLayout()
        self._lists.setSpacing(theme.XS)
        layout.addLayout(self._lists)
        self.result = ResultLine()
        layout.addWidget(self.result)
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        self.done_button = button(self.tr("Finished"), self.finished.emit, variant="primary")
        self.delete_button = button(
            self.tr("Delete these backups now"), self._delete_backups, variant="danger", icon="trash"
        )
        self.delete_button.setToolTip(
            plain_tooltip(
                self.tr(
                    "All backups made before the erasure go, for good; a new one is made at once. What they "
                    "alone could bring back is lost."
                )
            )
        )
        row.addWidget(self.done_button)
        row.addWidget(self.delete_button)
        row.addStretch()
        layout.addLayout(row)
        layout.addStretch()
        outer.addWidget(scrolling(body))

    def show_receipt(self, receipt: ErasureReceipt) -> None:
        """Show what was done."""
        self._receipt = receipt
        self.result.say("")
        clear_layout(self._lists)
        counted = (
            (receipt.interactions, self.tr("%n touch(es) erased or emptied", "", receipt.interactions)),
            (receipt.follow_ups, self.tr("%n follow-up(s) erased or emptied", "", receipt.follow_ups)),
            (receipt.surveys, self.tr("%n survey answer(s) erased or emptied", "", receipt.surveys)),
            (receipt.deals, self.tr("%n deal(s) erased", "", receipt.deals)),
            (receipt.key_dates, self.tr("%n key date(s) erased", "", receipt.key_dates)),
            (receipt.enrolments, self.tr("Taken out of %n plan(s)", "", receipt.enrolments)),
            (receipt.sales_kept, self.tr("%n sale(s) kept for the accounts", "", receipt.sales_kept)),
        )
        done = [
            self.tr("Their record, and their traces in the history and the search"),
            *(words for count, words in counted if count),
        ]
        if not receipt.is_compacted:
            done.append(
                self.tr(
                    "The file's free space could not be cleared: make room on the disk, then close the book."
                )
            )
        _add(self._lists, self.tr("Done"), done)
        _add(self._lists, self.tr("Backups"), [backups_text(receipt.backups, receipt.backups_until)])
        _add_mentions(self._lists, receipt.mentions, self.open_requested.emit)
        self.delete_button.setVisible(receipt.backups > 0)
        self.delete_button.setEnabled(True)

    def focus_first(self) -> None:
        """Finished."""
        self.done_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _delete_backups(self) -> None:
        if self._receipt is not None:
            self.delete_button.setEnabled(False)
            self._context.operations.query(
                self,
                privacy_calls.delete_backups,
                self._receipt,
                on_result=self._deleted,
                on_error=self._not_deleted,
            )

    def _deleted(self, count: int) -> None:
        if not count:
            self.delete_button.setEnabled(True)
            self.result.say(
                self.tr("Nothing was deleted: no new backup could be made first. Make room on the disk."),
                bad=True,
            )
            return
        self.delete_button.hide()
        self.result.say(
            self.tr("%n backup(s) deleted, and a new one made: no backup holds them any more.", "", count)
        )
        self.focus_first()

    def _not_deleted(self, error: PortfolioError) -> None:
        self.delete_button.setEnabled(True)
        self.result.fail(error)


def backups_text(count: int, until: date | None) -> str:
    """How many backups may hold a person, for nobody has looked into them, and until when."""
    if not count:
        return translate("Erasure", "No backup holds this person.")
    held = translate("Erasure", "Up to %n backup(s) may still hold this person", "", count)
    if until is None:
        return translate("Erasure", "{held}; until when is not known.").format(held=held)
    words = translate("Erasure", "{held}, until {day} at the latest.")
    return words.format(held=held, day=i18n.short_date(until))


def _short(name: str, limit: int = 40) -> str:
    return name if len(name) <= limit else f"{name[: limit - 1].rstrip()}…"


def _hit_words(hit: PersonHit) -> str:
    where = hit.client_name if hit.kind == "contact" else ""
    return _short(" · ".join(part for part in (hit.name, where, hit.email or hit.phone) if part), 70)


def _heading(layout: QVBoxLayout, title: str) -> None:
    label = text_label(title, "strong")
    label.setContentsMargins(0, theme.XS, 0, 0)
    layout.addWidget(label)


def _add(layout: QVBoxLayout, title: str, lines: Iterable[str]) -> None:
    _heading(layout, title)
    for words in lines:
        label = text_label(f"•  {words}", wrap=True)
        label.setContentsMargins(theme.S, 0, 0, 0)
        layout.addWidget(label)


def _link(layout: QVBoxLayout, words: str, call: Callable[[], object]) -> None:
    row = QHBoxLayout()
    link = button(words.replace("&", "&&"), call, variant="link")
    link.setAccessibleName(words)
    row.addWidget(link)
    row.addStretch()
    layout.addLayout(row)


def _add_mentions(
    layout: QVBoxLayout, mentions: Sequence[Mention], open_client: Callable[[str, int], object]
) -> None:
    """Texts elsewhere that seem to name the person, each with the way there."""
    if not mentions:
        return
    _heading(layout, translate("Erasure", "To read yourself: texts elsewhere that seem to name them"))
    for mention in mentions[:SHOWN_MENTIONS]:
        day = i18n.short_date(mention.on) if mention.on is not None else ""
        words = " · ".join(part for part in (mention.client_name, day, mention.excerpt) if part)
        _link(layout, _short(words, 90), partial(open_client, "client", mention.client_id))
    more = len(mentions) - SHOWN_MENTIONS
    if more > 0:
        rest = translate("Erasure", "and %n more", "", more)
        layout.addWidget(text_label(rest, "muted"))
