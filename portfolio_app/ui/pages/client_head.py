"""The head of a client's page: who it is, four figures, and the one next action."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, messages, opt_out_words, reasons, theme
from portfolio_app.ui.pages import client_words
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.client_plans import open_snooze
from portfolio_app.ui.pages.queue_snooze import SnoozeMenu
from portfolio_app.ui.widgets import Badge, ElidedLabel, button, plain_tooltip, text_label

if TYPE_CHECKING:
    from portfolio_app.services.agenda import QueueRow
    from portfolio_app.services.client_views import ClientDetail
    from portfolio_app.services.value import Worth


class NameField(QLineEdit):
    """The client's name, written over in place: Enter or leaving saves it, Escape puts the old one back."""

    renamed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("variant", "plain")
        self.setMaxLength(500)
        self.setAccessibleName(self.tr("Name"))
        self.setToolTip(self.tr("Click to change the name"))
        self._known = ""
        self._dress()
        theme.notifier().changed.connect(self._dress)
        self.editingFinished.connect(self._finish)

    @property
    def is_dirty(self) -> bool:
        """Whether something unsaved stands there."""
        return self.text() != self._known

    def show_name(self, name: str) -> None:
        """Show the name as it is in the book."""
        self._known = name
        self.setText(name)
        self.setCursorPosition(0)
        theme.set_property(self, "invalid", "false")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes back."""
        if event.key() == Qt.Key.Key_Escape and self.is_dirty:
            self.show_name(self._known)
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        if self.is_dirty:
            self.renamed.emit(self.text())

    def _dress(self, *_: object) -> None:
        self.setFont(theme.font("section", bold=True))
        self.setTextMargins(-10, 0, 0, 0)


class RoleBadge(Badge):
    """Why a client who may earn little is kept all the same; hidden where no such reason was noted."""

    def show_role(self, code: str) -> None:
        """Show a strategic role, "" for none."""
        self.set_text(messages.strategic_role(code) if code else "", "accent")
        explain = self.tr("Strategic role: {role}. This client is kept for it, whatever it earns.")
        self.setToolTip(plain_tooltip(explain.format(role=self.text)) if code else "")


class Figure(QFrame):
    """A small figure: its name, its value, and on hover what it means and over which days."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._label = ElidedLabel("", "caption")
        self._value = ElidedLabel("", "strong")
        layout.addWidget(self._label)
        layout.addWidget(self._value)

    @property
    def value(self) -> str:
        """The figure as shown."""
        return self._value.text()

    @property
    def full_width(self) -> int:
        """How wide it must be to show its name and its value whole."""
        return max(self._label.sizeHint().width(), self._value.sizeHint().width())

    def show_figure(self, label: str, value: str, explain: str) -> None:
        """Show another figure."""
        self._label.setText(label)
        self._value.setText(value)
        self.setToolTip(plain_tooltip(explain))
        self.setAccessibleName(f"{label}: {value}")
        self.setAccessibleDescription(explain)


class FigureRow(QWidget):
    """Revenue of 12 months, its change, orders, the margin or the average order, and what the client is worth."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        layout = self._layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        self.figures = [Figure() for _ in range(4)]
        self.worth = Figure()
        for figure in (*self.figures, self.worth):
            layout.addWidget(figure, 1)
        self.worth.hide()

    def clear(self) -> None:
        """The figures are still to come."""
        for figure in self.figures:
            figure.show_figure(" ", " ", "")
        self.show_worth(None)

    def show_metrics(self, row: dict[str, Any]) -> None:
        """Show a client's row of the per-client table."""
        today = self._context.today()
        for figure, words in zip(self.figures, self._words(row, today), strict=True):
            figure.show_figure(*words)
        self._share()

    def show_worth(self, found: Worth | None) -> None:
        """Show what the client is worth; nothing where that is not known."""
        self.worth.setVisible(found is not None)
        if found is not None:
            from portfolio_app.ui.pages import client_worth

            self.worth.show_figure(*client_worth.figure(found, self._context.currency()))
        self._share()

    def _share(self) -> None:
        """Room for each as its words need it."""
        for place, figure in enumerate((*self.figures, self.worth)):
            self._layout.setStretch(place, figure.full_width)

    def _words(self, row: dict[str, Any], today: date) -> list[tuple[str, str, str]]:
        currency = self._context.currency()
        until = i18n.short_date(today)
        period = self.tr("12 months up to {day}").format(day=until)
        revenue, previous = int(row["revenue_window"]), int(row["revenue_previous"])
        growth = number_of(row["growth"])
        change = i18n.percent(growth, signed=True) if growth is not None else i18n.NO_VALUE
        if growth is None and revenue > 0 and previous == 0:
            change = self.tr("new")
        orders = int(row["orders_window"])
        return [
            (
                self.tr("Revenue 12 m"),
                i18n.money(revenue, currency),
                self.tr("Sum of the sales, net of returns.") + "\n" + period,
            ),
            (
                self.tr("Change"),
                change,
                self.tr("Revenue compared with the 12 months before, which brought {amount}.").format(
                    amount=i18n.money(previous, currency)
                )
                + "\n"
                + period,
            ),
            (
                self.tr("Orders"),
                i18n.number(orders),
                self.tr("Orders by their reference, or by day without one. Before: {count}.").format(
                    count=i18n.number(int(row["orders_previous"]))
                )
                + "\n"
                + period,
            ),
            self._last_figure(row, currency, period),
        ]

    def _last_figure(self, row: dict[str, Any], currency: str, period: str) -> tuple[str, str, str]:
        rate, basket = number_of(row["margin_rate"]), number_of(row["average_basket"])
        if rate is not None:
            explain = self.tr("Margin on the sales whose cost is known: {rate} of {base}.").format(
                rate=i18n.percent(rate), base=i18n.money(int(row["margin_known_window"]), currency)
            )
            return self.tr("Margin"), i18n.money(int(row["margin_window"]), currency), f"{explain}\n{period}"
        value = i18n.money(round(basket), currency) if basket is not None else i18n.NO_VALUE
        explain = self.tr("Revenue divided by the number of orders.")
        return self.tr("Average order"), value, f"{explain}\n{period}"


def number_of(value: Any) -> float | None:
    """A figure of the table, None where it is missing (None, NaN or NA)."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if number == number else None


class NextActionCard(QFrame):
    """What to do next, why, and the three things one can do about it."""

    log_requested = Signal()
    done = Signal()
    snoozed = Signal(object)
    """Until that day."""
    waiting = Signal(object)
    """For the client's answer, until that day."""
    plan_requested = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._context = context
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        layout.setSpacing(2)
        self._title = text_label("", "strong", wrap=True)
        self._why = text_label("", "muted", wrap=True)
        layout.addWidget(self._title)
        layout.addWidget(self._why)
        self.refusal = text_label("", "danger", wrap=True)
        self.refusal.hide()
        layout.addWidget(self.refusal)
        row = QHBoxLayout()
        row.setSpacing(theme.XS)
        row.setContentsMargins(0, theme.XS, 0, 0)
        self.log_button = button(self.tr("Log"), self.log_requested.emit, small=True)
        self.snooze_button = button(self.tr("Snooze"), self._ask_day, icon="chevron-down", small=True)
        self.snooze_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.menu: SnoozeMenu | None = None
        self.wait_button = button(self.tr("Waiting"), self._ask_wait, icon="chevron-down", small=True)
        self.wait_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.wait_button.setToolTip(plain_tooltip(self.tr("The client is to answer: come back on a day")))
        self.done_button = button(self.tr("Done"), self.done.emit, icon="check", small=True)
        self.plan_button = button(self.tr("Plan one"), self.plan_requested.emit, small=True)
        for widget in (
            self.log_button,
            self.snooze_button,
            self.wait_button,
            self.done_button,
            self.plan_button,
        ):
            row.addWidget(widget)
        row.addStretch()
        layout.addLayout(row)

    @property
    def words(self) -> tuple[str, str]:
        """What it says: what and why."""
        return self._title.text(), self._why.text()

    def show_action(self, row: QueueRow | None, segment: str) -> None:
        """Show the client's next action, or that there is none; `segment` is the segment's name."""
        today = self._context.today()
        action = row.action if row is not None else None
        if row is None or action is None:
            self._title.setText(self.tr("Nothing planned"))
            self._why.setText(reasons.reason(row, segment) if row is not None else "")
            tone = ""
        else:
            self._title.setText(self.tr("Next action: {what}").format(what=client_words.title(action)))
            when = client_words.badge(action, today)[0]
            why = (reasons.reason(row, segment), reasons.other_reasons(row))
            self._why.setText(" · ".join(part for part in (when, *why) if part))
            self._why.setToolTip(plain_tooltip(reasons.explanation(row, segment)))
            tone = {"overdue": "warn", "today": "good"}.get(action.bucket, "")
            if action.bucket == "today" and action.days_late > 0:
                tone = "warn"
        theme.set_property(self, "tone", tone)
        refused = opt_out_words.story(row.opt_out) if row is not None and row.opt_out is not None else ""
        self.refusal.setText(refused)
        self.refusal.setVisible(bool(refused))
        for widget in (self.log_button, self.snooze_button, self.done_button):
            widget.setVisible(action is not None)
        self.wait_button.setVisible(action is not None and action.bucket != "waiting")
        self.plan_button.setVisible(action is None)
        is_complaint = action is not None and action.reason == "complaint"
        hint = self.tr("Done: the complaint is resolved") if is_complaint else ""
        self.done_button.setToolTip(plain_tooltip(hint))

    def anchor(self) -> QWidget:
        """The button below which what comes next is offered."""
        return self.done_button if self.done_button.isVisible() else self.plan_button

    def _ask_wait(self) -> None:
        self.menu = open_snooze(self.wait_button, self._context.today(), self.waiting.emit)

    def _ask_day(self) -> None:
        self.menu = open_snooze(self.snooze_button, self._context.today(), self.snoozed.emit)


def subtitle(detail: ClientDetail) -> str:
    """ "Quimper · food · client since March 2021"."""
    values = detail.values
    parts = [values["city"], values["sector"]]
    since = values["client_since"] or detail.metrics["first_sale"]
    if since is not None and since == since:
        day = since if type(since) is date else since.date()
        words = QCoreApplication.translate("ClientHead", "client since {month}")
        parts.append(words.format(month=i18n.month(day)))
    return " · ".join(part for part in parts if part)
