"""Why a client is in its segment: the rule with its own figures, and what would change it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from portfolio_app.errors import NotFoundError, PortfolioError
from portfolio_app.ui import i18n, icons, rule_words, theme
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.pages import why_words
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.client_list import segment_title
from portfolio_app.ui.pages.why_words import Standing
from portfolio_app.ui.plain import plain_caption, plain_tooltip
from portfolio_app.ui.rule_words import FigureLine
from portfolio_app.ui.widgets import (
    Card,
    FlowLayout,
    SegmentChip,
    button,
    clear_layout,
    scrolling,
    text_label,
)

if TYPE_CHECKING:
    import pandas as pd

    from portfolio_app.analysis.columns import Column
    from portfolio_app.analysis.rules import Figures
    from portfolio_app.services.explain import ClientExplanation
    from portfolio_app.services.groups import Group
    from portfolio_app.services.portfolio import SegmentInfo

MARK, STEP, SHORT = 16, 14, 12
"""The size of the mark of a line of a rule, how far a nested one is moved in, and up to how many letters a figure
stands beside its condition.
"""


@dataclass(frozen=True)
class Why:
    """What is said: the explanation, the segments in display order, what rules may ask for, the client's groups.

    `place`: the client's place by revenue and how many have one; None when it has none.
    """

    found: ClientExplanation
    segments: list[SegmentInfo]
    catalogue: dict[str, Column]
    groups: list[Group]
    place: tuple[int, int] | None


def load_why(book: Any, client_id: int, today: date) -> Why:
    """Everything the panel says of a client. Raises `NotFoundError`."""
    from portfolio_app.services import explain, groups, portfolio, segmentations

    return Why(
        explain.client_explanation(book, client_id, today),
        portfolio.segments(book),
        segmentations.catalogue(book),
        groups.groups_of(book, client_id, today),
        _place(portfolio.snapshot(book, today).metrics["rank"], client_id),
    )


def _place(ranks: pd.Series, client_id: int) -> tuple[int, int] | None:
    ranked = ranks.dropna()
    return (int(ranked[client_id]), len(ranked)) if client_id in ranked.index else None


class _Mark(QLabel):
    """A tick or a cross in the theme's colours, said in words to readers of the screen."""

    def __init__(self, holds: bool) -> None:
        super().__init__()
        self._holds = holds
        said = (
            QCoreApplication.translate("WhyPanel", "holds")
            if holds
            else QCoreApplication.translate("WhyPanel", "does not hold")
        )
        self.setAccessibleName(said)
        self.setToolTip(plain_tooltip(said))
        self.setFixedWidth(MARK + 2)
        self._dress(theme.current())
        theme.notifier().changed.connect(self._dress)

    def _dress(self, tokens: theme.Tokens) -> None:
        name, colour = ("check", tokens.good) if self._holds else ("close", tokens.danger)
        self.setPixmap(icons.pixmap(name, colour, MARK, self.devicePixelRatioF()))


class WhyPanel(QFrame):
    """Stands where the client's daily things are, until it is closed."""

    closed = Signal()
    open_requested = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.client_id: int | None = None
        self.lines: list[FigureLine] = []
        self._segments: dict[str, SegmentInfo] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.XS, 0, 0)
        layout.setSpacing(theme.S)
        head = QHBoxLayout()
        self._title = text_label(self.tr("Why this segment?"), "card", wrap=True)
        head.addWidget(self._title, 1)
        self.close_button = IconButton("close", self.tr("Back to the client"))
        self.close_button.clicked.connect(self.closed)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, theme.S, 0)
        self._column.setSpacing(theme.S)
        layout.addWidget(scrolling(body), 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_client(self, client_id: int) -> None:
        """Ask why, for a client."""
        if client_id != self.client_id:
            clear_layout(self._column)
            self.lines = []
            self._title.setText(self.tr("Why this segment?"))
            self._column.addWidget(text_label(self.tr("Working it out…"), "muted"))
        self.client_id = client_id
        self._context.operations.query(
            self,
            load_why,
            client_id,
            self._context.today(),
            on_result=partial(self._show, client_id),
            on_error=partial(self._failed, client_id),
            latest="why",
        )

    def focus_first(self) -> None:
        """The way back."""
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _failed(self, client_id: int, error: PortfolioError) -> None:
        if client_id == self.client_id and not isinstance(error, NotFoundError):
            self._context.operations.failed.emit(error)

    def _show(self, client_id: int, why: Why) -> None:
        if client_id != self.client_id:
            return
        clear_layout(self._column)
        self._segments = {info.code: info for info in why.segments}
        found = why.found
        at = Standing(
            found.segment, found.rule_segment, found.pending_since, [info.code for info in why.segments]
        )
        self._title.setText(self.tr("Why “{segment}”?").format(segment=self._name(found.segment)))
        words = why_words.since(found.segment, found.entered_on, found.entered_from, self._name)
        if found.pinned_on is None:
            self._say(words, "muted")
            self._show_pending(at)
        else:
            self._say_pinned(found.pinned_on)
        self._show_rule(why)
        if found.pinned_on is None:
            self._show_moves(found, at)
        if found.steady and found.pinned_on is None:
            note = self.tr(
                "These are the days the figures change. So as not to flicker, the segment follows once two "
                "month-ends agree, or at once when it is two places away."
            )
            self._say(note, "caption")
        self._show_groups(why.groups)
        self._show_ways(found)
        self._column.addStretch()

    def _show_moves(self, found: ClientExplanation, at: Standing) -> None:
        is_kept = at.is_slipping and (found.up is None or found.up.to == at.segment)
        self._heading(self.tr("What would keep it there") if is_kept else self.tr("What would move it up"))
        self._say(why_words.move_up(found.up, at, self._context.currency(), self._name))
        reason = why_words.why_until(found.up, at, self._name)
        if reason:
            self._say(reason, "caption")
        self._heading(self.tr("What would move it down"))
        self._say(why_words.move_down(found.down, at, self._name))

    def _show_pending(self, at: Standing) -> None:
        words = why_words.pending(at, self._name)
        if words:
            card = Card(tone="warn", margin=theme.M)
            card.body.addWidget(text_label(words, wrap=True))
            self._column.addWidget(card)

    def _show_rule(self, why: Why) -> None:
        """The rule of the segment and, while a change is pending, of the one the rules say."""
        found = why.found
        self._heading(self.tr("The rule, with this client’s figures"))
        self.lines = self._add_rule(found.conditions, why)
        if found.rule_segment != found.segment:
            words = self.tr("The rule of “{segment}”, which takes it today")
            self._heading(words.format(segment=self._name(found.rule_segment)))
            self.lines += self._add_rule(found.rule_conditions, why)

    def _add_rule(self, conditions: Figures | None, why: Why) -> list[FigureLine]:
        if conditions is None:
            self._say(self.tr("Everyone whom none of the rules before it takes is in this segment."))
            return []
        lines = rule_words.with_figures(conditions, why.catalogue, self._context.currency(), why.place)
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.S)
        grid.setVerticalSpacing(theme.XS)
        grid.setColumnStretch(1, 1)
        for row, line in enumerate(lines):
            self._add_line(grid, row, line)
        self._column.addWidget(holder)
        return lines

    def _add_line(self, grid: QGridLayout, row: int, line: FigureLine) -> None:
        """A mark, a condition, and this client's figure: beside it, or below it where it is long."""
        top = Qt.AlignmentFlag.AlignTop
        words = text_label(line.text, wrap=True)
        words.setContentsMargins(line.depth * STEP, 0, 0, 0)
        is_short = 0 < len(line.figure) <= SHORT
        grid.addWidget(_Mark(line.holds), row * 2, 0, top)
        grid.addWidget(words, row * 2, 1, 1, 1 if is_short else 2, top)
        if not line.figure:
            return
        figure = text_label(line.figure, "strong", wrap=not is_short)
        if is_short:
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | top)
            grid.addWidget(figure, row * 2, 2, top)
        else:
            figure.setContentsMargins(line.depth * STEP, 0, 0, 0)
            grid.addWidget(figure, row * 2 + 1, 1, 1, 2)

    def _show_groups(self, groups: Sequence[Group]) -> None:
        if not groups:
            return
        self._heading(self.tr("Its groups"))
        holder = QWidget()
        flow = FlowLayout(holder, theme.XS)
        for group in groups:
            chip = SegmentChip(group.name, group.colour, clickable=True)
            chip.clicked.connect(partial(self.open_requested.emit, "clients", {"group": group.id}))
            flow.addWidget(chip)
        self._column.addWidget(holder)

    def _say_pinned(self, on: date) -> None:
        words = self.tr("You put this client here by hand on {day}. The rules do not move it.")
        card = Card(tone="accent", margin=theme.M)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        card.body.addWidget(text_label(words.format(day=i18n.short_date(on)), wrap=True))
        self.free_button = button(self.tr("Let the rules decide"), partial(self._pin, ""), small=True)
        card.body.addWidget(self.free_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(card)

    def _pin(self, segment: str) -> None:
        """Put the client into that segment by hand, or, given none, leave it to the rules."""
        from portfolio_app.services import bulk

        if self.client_id is not None:
            self._context.operations.run(self, bulk.pin_segment, [self.client_id], segment)

    def _pin_menu(self, found: ClientExplanation) -> QPushButton:
        """A button with the other segments, into one of which the client can be put by hand."""
        choose = button(self.tr("Set by hand"), small=True)
        choose.setProperty("hasMenu", "true")
        choose.setToolTip(
            plain_tooltip(self.tr("Put this client into another segment, whatever the rules say"))
        )
        self.pin_menu = QMenu(choose)
        for code, info in self._segments.items():
            if code != found.segment:
                action = self.pin_menu.addAction(plain_caption(segment_title(code, info)))
                action.triggered.connect(partial(self._pin, code))
        choose.setMenu(self.pin_menu)
        return choose

    def _show_ways(self, found: ClientExplanation) -> None:
        row = QHBoxLayout()
        to_rules = {"tab": "segments", "segment": found.segment}
        go = partial(self.open_requested.emit, "analysis", to_rules)
        row.addWidget(button(self.tr("All segments and their rules"), go, variant="link"))
        row.addStretch()
        row.addWidget(self._pin_menu(found))
        self._column.addLayout(row)

    def _heading(self, text: str) -> None:
        label = text_label(text, "strong", wrap=True)
        label.setContentsMargins(0, theme.S, 0, 0)
        self._column.addWidget(label)

    def _say(self, text: str, role: str = "body") -> None:
        self._column.addWidget(text_label(text, role, wrap=True))

    def _name(self, code: str) -> str:
        return segment_title(code, self._segments.get(code))
