"""What a draft would do if it were applied: counts and revenue before and after, who moves, examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.pages.rule_editor_draft import Draft, DraftSegment
from portfolio_app.ui.pages.rule_editor_list import segment_title
from portfolio_app.ui.widgets import Card, ElidedLabel, SegmentChip, clear_layout, line, scrolling, text_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from portfolio_app.services.segmentations import Preview, RulePreview

CHIP_WIDTH = 140
MOVES = 6
"""How many of the moves are told, those with most clients first."""


def clients_text(count: int) -> str:
    """ "12 clients"."""
    text = QCoreApplication.translate("RulePreviewCard", "%n client(s)", None, count)
    return text.replace(str(count), i18n.number(count), 1)


def taken_text(count: int) -> str:
    """Why a segment is empty although its rule finds so many clients."""
    text = QCoreApplication.translate(
        "RulePreviewCard", "Earlier segments take all %n client(s) of this rule.", None, count
    )
    return text.replace(str(count), i18n.number(count), 1)


def _change(before: str, after: str) -> str:
    return after if before == after else f"{before} → {after}"


class RulePreviewCard(Card):
    """Beside the rules; shows the latest answer, or why there is none."""

    def __init__(self, currency: Callable[[], str]) -> None:
        super().__init__(margin=theme.M)
        self.set_title(self.tr("If you apply this"))
        self._currency = currency
        content = QWidget()
        self._lines = QVBoxLayout(content)
        self._lines.setContentsMargins(0, 0, theme.S, 0)
        self._lines.setSpacing(theme.XS)
        area = scrolling(content)
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        area.setAccessibleName(self.tr("If you apply this"))
        self.body.addWidget(area, 1)
        self.summary = ""
        """What the first line says."""

    def show_waiting(self) -> None:
        """Say that the first answer is on its way."""
        self._begin(self.tr("Counting…"))
        self._lines.addStretch()

    def show_problem(self) -> None:
        """Say that there is nothing to count while a rule cannot be asked."""
        self._begin(self.tr("As soon as all conditions can be used, this says whom they find."))
        self._lines.addStretch()

    def show_rule(self, found: RulePreview) -> None:
        """Show whom a group's rule finds."""
        self._begin(
            self.tr("{clients} in this group, {revenue} over 12 months").format(
                clients=clients_text(found.clients), revenue=i18n.money(found.revenue, self._currency())
            )
        )
        self._add_names(self.tr("For example"), found.examples)
        self._lines.addStretch()

    def show_segments(self, draft: Draft, chosen: DraftSegment | None, found: Preview) -> None:
        """Show the segments before and after, who moves, and who is in the segment chosen."""
        self._begin(self._moved(draft, found))
        for segment, figures in zip(draft.segments, found.segments, strict=False):
            is_new = not draft.code or not figures.code
            before = i18n.number(figures.clients_after if is_new else figures.clients_before)
            money = i18n.short_money(
                figures.revenue_after if is_new else figures.revenue_before, self._currency()
            )
            row = QHBoxLayout()
            row.setSpacing(theme.XS)
            chip = SegmentChip(segment_title(segment), segment.colour)
            chip.setMaximumWidth(CHIP_WIDTH)
            count = text_label(_change(before, i18n.number(figures.clients_after)), "strong")
            row.addWidget(chip)
            row.addStretch()
            row.addWidget(count)
            self._lines.addLayout(row)
            amount = text_label(
                _change(money, i18n.short_money(figures.revenue_after, self._currency())), "caption"
            )
            amount.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._lines.addWidget(amount)
            if figures.taken_before:
                self._lines.addWidget(text_label(taken_text(figures.taken_before), "caption", wrap=True))
        self._add_moves(draft, found)
        if chosen in draft.segments and found.segments:
            examples = found.segments[draft.segments.index(chosen)].examples
            title = self.tr("Examples: {segment}").format(segment=segment_title(chosen))
            self._add_names(title, examples)
        self._lines.addStretch()

    def _moved(self, draft: Draft, found: Preview) -> str:
        if not draft.code:
            return self.tr("This is a new segmentation: nobody moves until it is put in force.")
        if not found.moved_clients:
            return self.tr("Nobody changes segment.")
        count = found.moved_clients
        text = QCoreApplication.translate(
            "RulePreviewCard", "%n client(s) change segment, {revenue} over 12 months", None, count
        )
        text = text.replace(str(count), i18n.number(count), 1)
        return text.format(revenue=i18n.money(found.moved_revenue, self._currency()))

    def _add_moves(self, draft: Draft, found: Preview) -> None:
        if not found.moves:
            return
        self._lines.addWidget(line())
        self._lines.addWidget(text_label(self.tr("Who moves"), "strong"))
        by_code = {segment.code: segment for segment in draft.segments}
        for move in found.moves[:MOVES]:
            old = by_code.get(move.before)
            words = self.tr("{before} → {after}: {clients}").format(
                before=segment_title(old) if old is not None else self.tr("a removed segment"),
                after=segment_title(draft.segments[move.after]),
                clients=clients_text(move.clients),
            )
            self._lines.addWidget(ElidedLabel(words))
            names = ", ".join(name for _, name in move.examples)
            self._lines.addWidget(text_label(names, "caption", wrap=True))
        rest = sum(move.clients for move in found.moves[MOVES:])
        if rest:
            self._lines.addWidget(
                text_label(
                    self.tr("and {clients} in other ways").format(clients=clients_text(rest)), "caption"
                )
            )

    def _add_names(self, title: str, examples: Sequence[tuple[int, str]]) -> None:
        self._lines.addWidget(line())
        self._lines.addWidget(ElidedLabel(title, "strong"))
        names = [name for _, name in examples] or [self.tr("nobody")]
        for name in names:
            self._lines.addWidget(ElidedLabel(name, "muted"))

    def _begin(self, summary: str) -> None:
        clear_layout(self._lines)
        self.summary = summary
        self._lines.addWidget(text_label(summary, wrap=True))
