"""The cards of the Value tab that reckon: one point of retention more, and the simple value step by step."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.pages.analysis import value_words as words
from portfolio_app.ui.pages.analysis.value_data import Answer
from portfolio_app.ui.widgets import Badge, Card, plain_tooltip, text_label
from portfolio_app.ui.widgets.fields import NumberEdit

translate = QCoreApplication.translate
MOST_POINTS = 20


class RetentionCard(Card):
    """What keeping a few clients more of a hundred would be worth."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("If you kept more clients"))
        self._answer: Answer | None = None
        self._currency = ""
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        self.points = NumberEdit(-MOST_POINTS, MOST_POINTS, 1, self.tr(" of 100 more, a year"))
        self.points.setAccessibleName(self.tr("Clients kept more, of 100, a year"))
        self.points.valueChanged.connect(lambda _: self._reckon())
        row.addWidget(self.points)
        row.addStretch()
        self.body.addLayout(row)
        line = QHBoxLayout()
        self.value = text_label("", "value")
        self.badge = Badge()
        line.addWidget(self.value)
        line.addStretch()
        line.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(line)
        self.sentence = text_label("", wrap=True)
        self.body.addWidget(self.sentence)
        self.body.addStretch(1)
        self.setToolTip(
            plain_tooltip(
                self.tr(
                    "Margin of a year × retention ÷ (1 + discount rate − retention): what your clients bring if they "
                    "go on bringing a year’s margin and as many of them stay each year (Gupta & Lehmann 2003). A rough "
                    "reckoning for comparing, without end of time; not the value above."
                )
            )
        )

    def show_answer(self, answer: Answer, currency: str) -> None:
        """Reckon with the margin and retention of that answer."""
        self._answer, self._currency = answer, currency
        self._reckon()

    def _reckon(self) -> None:
        from portfolio_app.services.value import retained

        if self._answer is None:
            return
        found, discount = self._answer.values.retention, self._answer.values.discount_rate
        is_known = math.isfinite(found.retention) and found.margin > 0
        self.points.setEnabled(is_known)
        if not is_known:
            self.value.setText(i18n.NO_VALUE)
            self.badge.set_text("")
            self.sentence.setText(
                self.tr(
                    "Retention cannot be told yet: it takes 10 clients active a year ago, and nearly two years of "
                    "history."
                )
            )
            return
        points = self.points.value()
        kept = min(max(found.retention + points / 100, 0.0), 1.0)
        if 1 + discount - max(kept, found.retention) <= 0:
            self.value.setText(i18n.NO_VALUE)
            self.badge.set_text("")
            self.sentence.setText(
                self.tr("If every client stayed for ever and money cost nothing, this would have no end.")
            )
            return
        before, after = (retained(found.margin, rate, discount) for rate in (found.retention, kept))
        self.value.setText(words.about(after - before, self._currency, signed=True))
        change = (after - before) / before if before > 0 else 0.0
        self.badge.set_text(i18n.percent(change, signed=True), "good" if change >= 0 else "danger")
        self.sentence.setText(
            self.tr(
                "Of the clients active a year ago {before} still are. With a year’s {kind} of {margin} that is worth "
                "{worth}; at {after} it would be {more}."
            ).format(
                before=i18n.percent(found.retention),
                after=i18n.percent(kept),
                kind=_kind(self._answer),
                margin=words.about(found.margin, self._currency),
                worth=words.about(before, self._currency),
                more=words.about(after, self._currency),
            )
        )


class SimpleCard(Card):
    """The simple value, step by step, for the average client."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("The simple value, step by step"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.M)
        grid.setVerticalSpacing(theme.XS)
        grid.setColumnStretch(0, 1)
        self.rows = {}
        for place, (key, label) in enumerate(
            (
                ("order", self.tr("Average order")),
                ("orders", self.tr("× orders a year")),
                ("years", self.tr("× years of relationship")),
                ("value", self.tr("= simple value of the average client, in revenue")),
            )
        ):
            value = text_label("", "strong")
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(text_label(label, wrap=True), place, 0)
            grid.addWidget(value, place, 1)
            self.rows[key] = value
        self.body.addLayout(grid)
        self.note = text_label("", "muted", wrap=True)
        self.body.addWidget(self.note)
        self.body.addStretch(1)

    def show_answer(self, answer: Answer, currency: str) -> None:
        """Reckon with the averages of that answer."""
        clients, values = answer.values.clients, answer.values
        orders = float(clients["orders_a_year"].mean()) if len(clients) else math.nan
        value = float(clients["simple_value"].mean()) if len(clients) else math.nan
        years = values.relationship_years
        per_year = orders * years
        order = value / per_year if per_year > 0 and math.isfinite(per_year) else math.nan
        self.rows["order"].setText(words.about(order, currency))
        self.rows["orders"].setText(i18n.number(orders, 1) if math.isfinite(orders) else i18n.NO_VALUE)
        self.rows["years"].setText(i18n.number(years, 1) if math.isfinite(years) else i18n.NO_VALUE)
        self.rows["value"].setText(words.about(value, currency))
        self.note.setText(_years_sentence(answer))


def _years_sentence(answer: Answer) -> str:
    """What the length of the relationships leaves out."""
    values = answer.values
    text = translate("SimpleCard", "Relationships that go on are counted as if they ended today.")
    if values.relationship_differs:
        more = translate(
            "SimpleCard",
            "By the clients lost in a year they would last {churn} years, not {years}: beware of either.",
        )
        text += " " + more.format(
            churn=i18n.number(values.churn_years, 1), years=i18n.number(values.relationship_years, 1)
        )
    elif math.isfinite(values.churn_years):
        more = translate("SimpleCard", "By the clients lost in a year: {churn} years.")
        text += " " + more.format(churn=i18n.number(values.churn_years, 1))
    return text


def _kind(answer: Answer) -> str:
    return translate("ValueTab", "margin") if answer.values.margin_known else translate("ValueTab", "revenue")
