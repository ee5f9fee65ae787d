"""Checking an import again after every correction and decision, while the user goes on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from portfolio_app.errors import OperationCancelled, PortfolioError
from portfolio_app.ui.operations import LongOperation
from portfolio_app.ui.pages import import_calls as calls
from portfolio_app.ui.pages import import_words as words
from portfolio_app.ui.pages.import_check import CheckStep
from portfolio_app.ui.pages.import_draft import Draft

if TYPE_CHECKING:
    from portfolio_app.services.import_ import ImportReport, MatchRules
    from portfolio_app.services.incoming import Double
    from portfolio_app.ui.pages.import_page import ImportPage

PAUSE_MS = 150
"""Several corrections in a row are checked together."""


class Checking(QObject):
    """Keeps the check up to date; a newer check makes an older one void."""

    checked = Signal(object)
    """The new `ImportReport`."""
    busy_changed = Signal()

    def __init__(self, page: ImportPage, step: CheckStep) -> None:
        super().__init__(page)
        self._page, self._step = page, step
        self._drafts: Sequence[Draft] = ()
        self._running: LongOperation | None = None
        self._looking: LongOperation | None = None
        self._is_paused = False
        self._report: ImportReport | None = None
        """What clients that are alike were looked for in last."""
        self._turn = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._check)
        step.rules_chosen.connect(self.set_rules)
        step.troubles.corrected.connect(self.correct)
        step.matches.decided.connect(self.decide)
        step.doubles.same_requested.connect(self.say_same)

    @property
    def is_busy(self) -> bool:
        """Whether the figures shown are not those of what was chosen last."""
        return self._running is not None or self._timer.isActive()

    def show(self, report: ImportReport, drafts: Sequence[Draft]) -> None:
        """Show a first check, and look for clients that are alike."""
        self._drafts = [draft for draft in drafts if draft.reading is not None]
        self._step.show_report(report, self._rules())
        self._look_for_doubles(report)

    def stop(self) -> None:
        """What runs is void."""
        self._turn += 1
        self._timer.stop()
        for running in (self._running, self._looking):
            if running is not None:
                running.cancel()
        self._running = self._looking = None
        self._step.set_busy(False)

    def pause(self) -> None:
        """Another page is in front, and needs the book: stop looking for clients that are alike."""
        if self._looking is not None:
            self._looking.cancel()
            self._is_paused = True

    def resume(self) -> None:
        """Go on looking, where that was stopped."""
        if self._is_paused and self._looking is not None and self._report is not None:
            self._look_for_doubles(self._report)

    def set_rules(self, rules: MatchRules) -> None:
        """Recognise known clients another way."""
        for draft in self._drafts:
            draft.set_rules(rules)
        self._again()

    def correct(self, file: int, line: int, texts: dict[str, str]) -> None:
        """Put other texts in the place of cells."""
        for column, text in texts.items():
            self._drafts[file].correct(line, column, text)
        self._again()

    def decide(self, places: Sequence[tuple[int, int]], action: Any) -> None:
        """Treat rows about known clients in their own way; None: as the rules say."""
        from portfolio_app.services.import_ import Decision

        for file, line in places:
            self._drafts[file].decide(line, None if action is None else Decision(action))
        self._again()

    def say_same(self, doubles: Sequence[Double]) -> None:
        """New clients are the ones of the book that they look like: these are completed."""
        from portfolio_app.services.import_ import Decision

        for double in doubles:
            for line in double.lines:
                self._drafts[double.file].decide(line, Decision("fill", double.client_id))
        self._again()

    def _rules(self) -> Any:
        return self._drafts[0].rules if self._drafts else None

    def _sources(self) -> list[Any]:
        return [draft.reading.source for draft in self._drafts if draft.reading is not None]

    def _again(self) -> None:
        self._timer.start()
        self._step.set_busy(True)
        self.busy_changed.emit()

    def _check(self) -> None:
        self.stop()
        turn = self._turn
        self._running = self._page.ops.long(
            self,
            calls.preview,
            self._sources(),
            on_done=lambda report: self._done(turn, report),
            on_error=lambda error: self._failed(turn, error),
        )
        self._step.set_busy(True)
        self.busy_changed.emit()

    def _done(self, turn: int, report: ImportReport) -> None:
        if turn != self._turn:
            return
        self._running = None
        self._step.set_busy(self.is_busy)
        self._step.show_report(report, self._rules(), is_again=True)
        self.checked.emit(report)
        if not self.is_busy:
            self._look_for_doubles(report)

    def _failed(self, turn: int, error: PortfolioError) -> None:
        if turn != self._turn or isinstance(error, OperationCancelled):
            return
        self._running = None
        self._step.set_busy(False)
        self.busy_changed.emit()
        self._page.notice.say(words.problem_text(error))

    def _look_for_doubles(self, report: ImportReport) -> None:
        turn, self._report, self._is_paused = self._turn, report, False
        self._looking = self._page.ops.long(
            self,
            calls.doubles,
            report,
            on_done=lambda doubles: self._found(turn, doubles, report),
            on_error=lambda error: None,
        )

    def _found(self, turn: int, doubles: Sequence[Double], report: ImportReport) -> None:
        if turn == self._turn:
            self._looking = None
            self._step.show_doubles(doubles, report)
