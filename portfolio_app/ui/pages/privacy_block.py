"""The do-not-contact list: what is on it can be recognised, not read; by hand one adds, checks, takes off."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.item_models.lazy_table import Column, LazyTableModel
from portfolio_app.ui.pages import privacy_calls
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.privacy_parts import KnownRows, PrivacyPart, ResultLine
from portfolio_app.ui.widgets import Card, EmptyState, button, text_label
from portfolio_app.ui.widgets.table_view import LazyTableView

if TYPE_CHECKING:
    from portfolio_app.services.privacy import SuppressionRow

REASONS = {
    "objected": QT_TRANSLATE_NOOP("SuppressionReasons", "does not want to be contacted"),
    "erased": QT_TRANSLATE_NOOP("SuppressionReasons", "was erased on request"),
}
MAX_VALUE = 500


def reason_text(code: str) -> str:
    """Why something is on the list."""
    return QCoreApplication.translate("SuppressionReasons", str(REASONS[code])) if code in REASONS else code


class AddressField(QLineEdit):
    """A line that tells Enter from Ctrl+Enter."""

    entered = Signal(bool)
    """Enter; whether Ctrl was held."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            super().keyPressEvent(event)


class BlockPart(PrivacyPart):
    """One field, three buttons, and the list as far as it can be shown."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._known: KnownRows[SuppressionRow] = KnownRows()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        card = Card(margin=theme.M)
        layout.addWidget(card)
        card.body.addWidget(
            text_label(
                self.tr(
                    "Addresses and numbers that must not be used again. Only fingerprints are kept: they are "
                    "recognised when they come back by an import or from a backup, but cannot be read or listed."
                ),
                "muted",
                wrap=True,
            )
        )
        card.body.addLayout(self._make_row())
        self.result = ResultLine()
        card.body.addWidget(self.result)
        card.body.addSpacing(theme.XS)
        self.count = text_label("", "strong")
        card.body.addWidget(self.count)
        self._stack = QStackedWidget()
        self.model = LazyTableModel(context.operations, self._known.fetch, self._columns(), self)
        self.table = LazyTableView(self.model, self.tr("Do-not-contact list"))
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(
                "check",
                self.tr("Nobody is on the list"),
                self.tr("Noting at a contact that they refuse calls or e-mails puts them here by itself."),
            )
        )
        card.body.addWidget(self._stack, 1)

    def load(self) -> None:
        """Ask for the list."""
        self.context.operations.query(self, privacy_calls.suppressions, on_result=self._show, latest="list")

    def focus_first(self) -> None:
        """The field."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        self.field = AddressField()
        self.field.entered.connect(lambda ctrl: self.add() if ctrl else self.check())
        self.field.setPlaceholderText(self.tr("E-mail or phone number…"))
        self.field.setAccessibleName(self.tr("E-mail or phone number"))
        self.field.setMaxLength(MAX_VALUE)
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(380)
        self.field.textChanged.connect(lambda _: self._typed())
        row.addWidget(self.field, 1)
        self.check_button = button(self.tr("Is it on the list?"), self.check, icon="search")
        self.check_button.setToolTip(self.tr("Enter"))
        self.add_button = button(self.tr("Add to the list"), self.add, icon="plus")
        self.add_button.setToolTip(self.tr("Ctrl+Enter"))
        for item in (self.check_button, self.add_button):
            row.addWidget(item)
        row.addStretch()
        self.check_button.setEnabled(False)
        self.add_button.setEnabled(False)
        return row

    def _columns(self) -> list[Column]:
        return [
            Column("kind", self.tr("What"), self._what, width=170),
            Column("reason", self.tr("Why"), lambda row: reason_text(row.reason), width=260, stretch=True),
            Column("on", self.tr("Since"), lambda row: i18n.short_date(row.on), width=130),
        ]

    def _what(self, row: SuppressionRow) -> str:
        return self.tr("E-mail address") if row.kind == "email" else self.tr("Phone number")

    def _show(self, rows: list[SuppressionRow]) -> None:
        self._known.show(self.model, {row.id: row for row in rows})
        emails = sum(row.kind == "email" for row in rows)
        self.count.setText(
            self.tr("On the list: {emails} and {phones}").format(
                emails=self.tr("%n e-mail address(es)", "", emails),
                phones=self.tr("%n phone number(s)", "", len(rows) - emails),
            )
        )
        self.count.setVisible(bool(rows))
        self._stack.setCurrentIndex(0 if rows else 1)

    # Doing

    def _typed(self) -> None:
        filled = bool(self.field.text().strip())
        self.check_button.setEnabled(filled)
        self.add_button.setEnabled(filled)
        if filled:
            self.result.say("")

    def _asked(self) -> tuple[str, str]:
        value = self.field.text().strip()
        return ("email" if "@" in value else "phone"), value

    def check(self) -> None:
        """Say whether what was typed is on the list."""
        kind, value = self._asked()
        if value:
            self.context.operations.query(
                self,
                privacy_calls.why_suppressed,
                kind,
                value,
                on_result=partial(self._checked, kind, value),
                on_error=self.result.fail,
                latest="check",
            )

    def add(self) -> None:
        """Put what was typed on the list."""
        kind, value = self._asked()
        if value:
            self.context.operations.run(
                self,
                privacy_calls.suppress,
                kind,
                value,
                on_done=lambda _: self._added(value),
                on_error=self.result.fail,
            )

    def _checked(self, kind: str, value: str, why: str | None) -> None:
        if why is None:
            self.result.say(self.tr("{value} is not on the list.").format(value=value))
            return
        self.result.say(
            self.tr("{value} is on the list: {why}.").format(value=value, why=reason_text(why)),
            self.tr("Take it off"),
            partial(self._lift, kind, value),
            bad=True,
        )

    def _added(self, value: str) -> None:
        self.field.clear()
        self.result.say(self.tr("{value} will not be contacted any more.").format(value=value))
        self.focus_first()

    def _lift(self, kind: str, value: str) -> None:
        self.context.operations.run(
            self,
            privacy_calls.lift,
            kind,
            value,
            on_done=lambda _: self.result.say(
                self.tr("{value} was taken off the list. Its owner must have asked for it.").format(
                    value=value
                )
            ),
            on_error=self.result.fail,
        )
