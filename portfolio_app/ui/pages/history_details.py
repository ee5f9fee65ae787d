"""One step of the history: what it was, who did it, what it changed, and taking it back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.pages import history_words as words
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.history_list import TONES
from portfolio_app.ui.pages.history_rows import Line, LinesModel, LinesView
from portfolio_app.ui.widgets import Badge, Card, button, text_label

if TYPE_CHECKING:
    from portfolio_app.analysis.columns import Column
    from portfolio_app.errors import PortfolioError
    from portfolio_app.services.history import Details, KeptRow, RowDetail, StepInfo, TakenBack

PAGE = 40
"""So many records are shown at first, and with each "more"."""
MAX_KEPT = 200


def load_details(book: Any, step_id: int, limit: int, offset: int) -> Details:
    """A step and some of its records."""
    from portfolio_app.services import history

    return history.details(book, step_id, limit, offset)


class StepDetails(Card):
    """The chosen step. What taking it back had to keep is shown above its records, until another is chosen."""

    client_wanted = Signal(int)
    said = Signal(str)
    """A sentence that says better than the step's name what was done, and can be undone."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._step_id: int | None = None
        self._step: StepInfo | None = None
        self._shown = 0
        self._result: tuple[int, TakenBack] | None = None
        self._what = text_label("", "section", wrap=True)
        self._what.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.body.addWidget(self._what)
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        self._when = text_label("", "muted", wrap=True)
        row.addWidget(self._when, 1)
        self.badge = Badge()
        row.addWidget(self.badge)
        self.body.addLayout(row)
        self._say = text_label("", "muted", wrap=True)
        self.body.addWidget(self._say)
        act = QHBoxLayout()
        self.take_back_button = button(self.tr("Take back"), self.take_back, icon="undo")
        self.take_back_button.setToolTip(
            self.tr("Put back what this changed. What was changed since is kept, and listed. (T)")
        )
        act.addWidget(self.take_back_button)
        act.addStretch()
        self.body.addLayout(act)
        self.model = LinesModel(self)
        self.view = LinesView(self.model)
        self.view.client_wanted.connect(self.client_wanted)
        self.view.more_wanted.connect(self._ask_more)
        self.body.addWidget(self.view, 1)
        self.setTabOrder(self.view, self.take_back_button)
        self._clear()

    @property
    def step_id(self) -> int | None:
        """The step shown, or about to be."""
        return self._step_id

    def show_step(self, step_id: int | None) -> None:
        """Show a step; None for nothing."""
        if step_id != self._step_id:
            self._result = None
            self._clear()
        self._step_id = step_id
        if step_id is not None:
            count = max(PAGE, self._shown)
            self._context.operations.query(
                self, load_details, step_id, count, 0, on_result=self._show, latest="details", urgent=True
            )

    def _clear(self) -> None:
        self._step, self._shown = None, 0
        self._what.setText("")
        self._when.setText("")
        self.badge.set_text("")
        self._say.hide()
        self.take_back_button.setEnabled(False)
        self.model.show_lines([])

    def _show(self, details: Details) -> None:
        step = details.step
        if step is None or step.id != self._step_id:
            self._clear()
            return
        self._step = step
        if self._result is not None and self._result[1].changes.kinds and step.state in ("done", "final"):
            self._result = None  # taken back no more: that was undone in its turn
        local = step.at.astimezone()
        self._what.setText(words.step_title(step))
        parts = (i18n.long_date(local.date()), i18n.clock(local), words.author_words(step.author))
        self._when.setText(" · ".join(parts))
        self.badge.set_text(words.state_words(step.state), TONES.get(step.state, "neutral"))
        said = self._explanation(step, is_kept=bool(details.rows))
        self._say.setText(said)
        self._say.setVisible(bool(said))
        self.take_back_button.setEnabled(step.can_take_back)
        place = self.view.verticalScrollBar().value()
        self._shown = len(details.rows)
        self.model.show_lines([*self._kept_lines(), *self._lines(details)])
        self.view.verticalScrollBar().setValue(place)

    def _explanation(self, step: StepInfo, *, is_kept: bool) -> str:
        if step.state == "undone" and not is_kept:
            return self.tr(
                "This was undone, and other things were done after that: what it had changed is not kept."
            )
        return {
            "undone": self.tr("This was undone: it does not stand any more. Redo does it again."),
            "taken_back": self.tr("This was taken back later. Undoing that brings it back."),
            "final": self.tr(
                "This cannot be taken back: it was made to last, and the book kept nothing of what was there before."
            ),
        }.get(step.state, "")

    # Its records

    def _lines(self, details: Details) -> Iterator[Line]:
        currency = self._context.currency()
        for row in details.rows:
            yield from self._record_lines(row, currency, details.catalogue)
        left = details.total - self._shown
        if left > 0 and details.rows:
            yield Line("more", self.tr("Show more records (%n left)", "", left))

    def _record_lines(self, row: RowDetail, currency: str, catalogue: Mapping[str, Column]) -> Iterator[Line]:
        yield Line(
            "record",
            words.record_title(row.kind, row.name, currency) or words.kind_words(row.kind),
            f"{words.kind_words(row.kind)} · {words.op_words(row.op)}",
            client_id=row.name.client_id if row.client_exists else None,
        )
        if row.is_erased:
            yield Line("note", self.tr("What was in it was erased for good."))
        for change in row.fields:
            before, after = (
                words.value_text(row.kind, change, value, currency, catalogue)
                for value in (change.before, change.after)
            )
            yield Line(
                "field",
                change.label or words.field_words(row.kind, change.name),
                before=before if row.op != "created" else None,
                after=(after or i18n.NO_VALUE)
                if row.op == "changed"
                else after
                if row.op == "created"
                else None,
            )

    def _ask_more(self) -> None:
        if self._step_id is not None:
            self._context.operations.query(
                self, load_details, self._step_id, PAGE, self._shown, on_result=self._add, latest="details"
            )

    def _add(self, details: Details) -> None:
        if details.step is not None and details.step.id == self._step_id:
            self._shown += len(details.rows)
            self.model.add(list(self._lines(details)))

    # Taking it back

    def take_back(self) -> None:
        """Take the step back, if it can be."""
        from portfolio_app.services import history

        if self._step is None or not self._step.can_take_back:
            return
        self.take_back_button.setEnabled(False)
        operations = self._context.operations
        step_id = self._step.id
        operations.run(
            self,
            history.take_back,
            step_id,
            on_done=partial(self._taken, step_id),
            on_error=self._failed,
            announce=False,
        )

    def _taken(self, step_id: int, taken: TakenBack) -> None:
        operations = self._context.operations
        if taken.is_undo:
            operations.reverted.emit(taken.changes, "undo")
        elif taken.changes.kinds:
            operations.recorded.emit(taken.changes)
            if taken.kept:
                self.said.emit(self._kept_words(len(taken.kept)).rstrip(f":{i18n.NBSP} "))
        if step_id == self._step_id:
            self._result = (step_id, taken)
            self.show_step(step_id)
            self.view.scrollToTop()

    def _failed(self, error: PortfolioError) -> None:
        self._context.operations.failed.emit(error)
        self.show_step(self._step_id)

    def _kept_lines(self) -> Iterator[Line]:
        """What the step taken back had to leave as it is."""
        if self._result is None or self._result[0] != self._step_id:
            return
        taken = self._result[1]
        if not taken.kept:
            if not taken.changes.kinds:
                yield Line("note", self.tr("There was nothing left to take back."))
            return
        yield Line(
            "note",
            self._kept_words(len(taken.kept))
            if taken.changes.kinds
            else self.tr("Nothing was taken back: %n record(s) stay(s) as it is:", "", len(taken.kept)),
        )
        currency = self._context.currency()
        for kept in taken.kept[:MAX_KEPT]:
            yield self._kept_line(kept, currency)
            yield Line("note", words.reason_words(kept))
        if len(taken.kept) > MAX_KEPT:
            yield Line("note", self.tr("and %n more", "", len(taken.kept) - MAX_KEPT))
        yield Line("record", self.tr("What this step had changed"))

    def _kept_words(self, count: int) -> str:
        return self.tr("Taken back, but for %n record(s), kept as it is:", "", count)

    @staticmethod
    def _kept_line(kept: KeptRow, currency: str) -> Line:
        gone = kept.reason in ("deleted_since", "parent_gone", "taken", "erased") and kept.kind == "client"
        title = words.record_title(kept.kind, kept.name, currency) or messages.record_name(kept.kind)
        client_id = None if gone else kept.name.client_id
        return Line("record", title, words.kind_words(kept.kind), client_id=client_id)
