"""On whom the revenue, or the margin, depends, whether that grows, what a loss would mean, and what balances it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.pages.analysis import concentration_data as data
from portfolio_app.ui.pages.analysis import concentration_time_data as time_data
from portfolio_app.ui.pages.analysis import concentration_time_words as time_words
from portfolio_app.ui.pages.analysis import concentration_words as words
from portfolio_app.ui.pages.analysis.concentration_by import ByView
from portfolio_app.ui.pages.analysis.concentration_controls import ConcentrationControls, ViewSwitch
from portfolio_app.ui.pages.analysis.concentration_data import Answer
from portfolio_app.ui.pages.analysis.concentration_if import IfView
from portfolio_app.ui.pages.analysis.concentration_time import TimeView
from portfolio_app.ui.pages.analysis.concentration_time_data import OverTime
from portfolio_app.ui.pages.analysis.concentration_who import WhoView
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import Card, EmptyState, scrolling, text_label

VIEWS = ("who", "time", "if", "by")
_SIDES: dict[str, Callable[[UiContext], QWidget]] = {
    "who": WhoView,
    "time": TimeView,
    "if": IfView,
    "by": ByView,
}


class Concentration(QWidget):
    """The tab: the verdict above, and one of four sides of it below; `load` asks the book."""

    open_requested = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._answer: Answer | None = None
        self._over: OverTime | None = None
        self._stale: set[str] = set()
        self._made: dict[str, Any] = {}
        self.controls = ConcentrationControls(context)
        self.controls.changed.connect(self.load)
        context.operations.book_opened.connect(self._forget)
        self._stack = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._stack.addWidget(self._content())
        self._empty: QWidget | None = None

    @property
    def answer(self) -> Answer | None:
        """What is shown."""
        return self._answer

    @property
    def over_time(self) -> OverTime | None:
        """What is shown of other times, once it is there."""
        return self._over

    @property
    def empty_state(self) -> EmptyState | None:
        """What stands in the place of the charts when there is nothing to draw."""
        return self._empty if isinstance(self._empty, EmptyState) else None

    @property
    def view(self) -> str:
        """The side in front: who, time, if or by."""
        return VIEWS[self._sides.currentIndex()]

    @property
    def who(self) -> WhoView:
        """The first side: on whom."""
        return cast("WhoView", self._side("who"))

    @property
    def time(self) -> TimeView:
        """The side of other times."""
        return cast("TimeView", self._side("time"))

    @property
    def what_if(self) -> IfView:
        """The side of losses and gains."""
        return cast("IfView", self._side("if"))

    @property
    def by(self) -> ByView:
        """The side of sectors, products and places."""
        return cast("ByView", self._side("by"))

    def load(self) -> None:
        """Ask for the figures of the period chosen."""
        self._context.operations.query(
            self, data.look, self.controls.question(), on_result=self._show, latest="concentration"
        )

    def show_item(self, item: dict[str, object]) -> None:
        """`period` "all": the whole history; `view`: the side to show; `by`: what to group by."""
        if item.get("view") in VIEWS:
            self.show_view(str(item["view"]))
        if item.get("by"):
            self.by.choose(str(item["by"]))
        if item.get("period") == "all":
            self.controls.choose(period="all")

    def show_view(self, key: str) -> None:
        """Bring a side to the front."""
        self.switch.show_view(key)
        self._sides.setCurrentIndex(VIEWS.index(key))
        self._fill()

    # Building

    def _content(self) -> QWidget:
        translate = QCoreApplication.translate
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.M)
        self.switch = ViewSwitch(
            translate("Concentration", "Side shown"),
            (
                ("who", translate("Concentration", "On whom")),
                ("time", translate("Concentration", "Is it getting worse?")),
                ("if", translate("Concentration", "What if…")),
                ("by", translate("Concentration", "By sector, product, place")),
            ),
        )
        self.switch.chosen.connect(self.show_view)
        layout.addWidget(self._verdict_card())
        self._sides = QStackedWidget()
        self._places: dict[str, QVBoxLayout] = {}
        for key in VIEWS:
            place = QWidget()
            self._places[key] = QVBoxLayout(place)
            self._places[key].setContentsMargins(0, 0, 0, 0)
            self._sides.addWidget(place)
        layout.addWidget(self._sides, 1)
        return content

    def _side(self, key: str) -> Any:
        """That side, made if it was not yet."""
        if key not in self._made:
            side: Any = _SIDES[key](self._context)
            side.open_requested.connect(self.open_requested)
            self._made[key] = side
            self._places[key].addWidget(scrolling(side))
        return self._made[key]

    def _verdict_card(self) -> Card:
        """The answer in two lines, and the sides of it to choose from."""
        self._verdict = Card(margin=theme.M)
        self.headline = text_label("", "strong", wrap=True)
        self.details = text_label("", "muted", wrap=True)
        self._verdict.body.setSpacing(theme.XS)
        self._verdict.body.addWidget(self.headline)
        self._verdict.body.addWidget(self.details)
        row = QHBoxLayout()
        row.setContentsMargins(0, theme.XS, 0, 0)
        row.addWidget(self.switch)
        row.addStretch()
        self._verdict.body.addLayout(row)
        return self._verdict

    # Showing

    def _show(self, answer: Answer) -> None:
        self._answer = answer
        self._over = None
        if not answer.ids:
            self._show_empty(answer)
            return
        self._stack.setCurrentIndex(0)
        self._stale = {"if", "by"}
        self._show_verdict()
        self.who.show_answer(answer)
        self._fill()
        self._context.operations.query(
            self, time_data.look, answer.question, on_result=self._show_over_time, latest="concentration_time"
        )

    def _show_over_time(self, over: OverTime) -> None:
        if self._answer is None or over.question != self._answer.question:
            return
        self._over = over
        self._stale.add("time")
        self._show_verdict()
        self.who.show_changes(over)
        self._fill()

    def _show_verdict(self) -> None:
        if self._answer is None:
            return
        tone, headline, details = time_words.verdict(self._answer, self._over)
        theme.set_property(self._verdict, "tone", "warn" if tone in ("warn", "danger") else "")
        self.headline.setText(headline)
        # The line is kept while its text is on its way, so that nothing jumps.
        self.details.setText(details or " ")

    def _fill(self) -> None:
        """Make the side in front, and ask for what it shows when that is no longer true."""
        self._side(self.view)
        if self._answer is None or not self._answer.ids or self.view not in self._stale:
            return
        self._stale.discard(self.view)
        if self.view == "if":
            self.what_if.load(self._answer)
        elif self.view == "by":
            self.by.load(self._answer.question)
        elif self._over is not None:
            self.time.show_over_time(self._over)

    def _forget(self) -> None:
        """Another book: nobody is ticked in it yet."""
        if "if" in self._made:
            self.what_if.forget()

    def _show_empty(self, answer: Answer) -> None:
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
        self._empty = self._empty_state(answer)
        self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)
        self.who.clear()

    def _empty_state(self, answer: Answer) -> EmptyState:
        question, last = answer.question, answer.view.last_sale
        all_time: tuple[str, Callable[[], object]] = (
            self.tr("All time"),
            lambda: self.controls.choose(period="all"),
        )
        if answer.lacks_costs:
            return EmptyState(
                "info",
                self.tr("No margin can be told"),
                self.tr(
                    "No sale of this period has a cost. Import your sales with their cost or margin, "
                    "or look at the revenue."
                ),
                [(self.tr("Show the revenue"), lambda: self.controls.choose(measure="revenue"))],
            )
        if last is not None or question.period == "free":
            text = self.tr("Nothing was sold in this period ({period}).").format(
                period=words.period_text(question)
            )
            actions = [all_time]
            if last is not None:
                day = i18n.short_date(last)
                text += " " + self.tr("The last sale before its end is of {day}.").format(day=day)
                before = self.tr("The 12 months up to {day}").format(day=day)
                actions.insert(0, (before, partial(self.controls.choose_year_to, last)))
            return EmptyState("calendar", self.tr("No sale in this period"), text, actions)
        return EmptyState(
            "analysis",
            self.tr("On whom do you depend?"),
            self.tr(
                "Once there are sales in the book, this page shows who makes your revenue "
                "and what losing one client would mean."
            ),
            [
                (self.tr("Import my sales"), partial(self.open_requested.emit, "import", None)),
                (self.tr("Look at a sample book"), partial(self.open_requested.emit, "sample", None)),
            ],
        )
