"""The import: choose files, look over their columns, see what would happen, let it happen.

Nothing is written before the last step. Files are read and checked on the book's thread; a stop takes effect
within a few hundred rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QStackedWidget, QTableView

from portfolio_app.errors import OperationCancelled, PortfolioError
from portfolio_app.ui import i18n, theme
from portfolio_app.ui.operations import LongOperation
from portfolio_app.ui.pages import import_calls as calls
from portfolio_app.ui.pages import import_words as words
from portfolio_app.ui.pages.base import Page, UiContext
from portfolio_app.ui.pages.import_check import CheckStep
from portfolio_app.ui.pages.import_checking import Checking
from portfolio_app.ui.pages.import_dates import DateOrders
from portfolio_app.ui.pages.import_done import DoneStep, Working
from portfolio_app.ui.pages.import_draft import NOTATIONS, Draft, OtherFile, Reading, totals
from portfolio_app.ui.pages.import_files import FilesStep
from portfolio_app.ui.pages.import_intake import Intake
from portfolio_app.ui.pages.import_other import OtherFiles
from portfolio_app.ui.pages.import_parts import Notice, StepBar, dropped_files
from portfolio_app.ui.pages.import_reading import about
from portfolio_app.ui.pages.import_refused import RefusedFile
from portfolio_app.ui.pages.import_steps import ColumnsStep
from portfolio_app.ui.pages.import_undo import Undoing
from portfolio_app.ui.pages.import_watching import Watching
from portfolio_app.ui.pages.round_trip import RoundTripReview
from portfolio_app.ui.widgets import ElidedLabel, button

if TYPE_CHECKING:
    from portfolio_app.services.changes import Changes
    from portfolio_app.services.import_ import ImportReport
    from portfolio_app.services.watched_files import WatchedView

FILES, COLUMNS, CHECK, DONE = range(4)
_WORKING, REVIEW = 4, 5


class ImportPage(Page):
    """The import. `show_item` takes the paths to begin with."""

    kinds = frozenset({"watched_file"})

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.setAcceptDrops(True)
        self._drafts: list[Draft] = []
        self._shown = 0
        self._step = FILES
        self._running: LongOperation | None = None
        self._report: ImportReport | None = None
        self._read_again: WatchedView | None = None
        self.body.setSpacing(theme.M)
        self.steps = StepBar([self.tr("File"), self.tr("Columns"), self.tr("Check"), self.tr("Import")])
        self.notice = Notice()
        self.files = FilesStep()
        self.columns = ColumnsStep(context.today())
        self.check = CheckStep(self.ops)
        self.done = DoneStep()
        self.working = Working()
        self.review = RoundTripReview(context)
        self._stack = QStackedWidget()
        for widget in (self.files, self.columns, self.check, self.done, self.working, self.review):
            self._stack.addWidget(widget)
        self.body.addWidget(self.steps)
        self.body.addWidget(self.notice)
        self.body.addWidget(self._stack, 1)
        self.body.addLayout(self._footer())
        self.intake = Intake(self)
        self.other = OtherFiles(self, context)
        self.checking = Checking(self, self.check)
        self.dates = DateOrders(self.ops, self)
        self.watching = Watching(self, self.files, self.done)
        self.refused = RefusedFile(self, self.notice)
        self.undoing = Undoing(self, self.done)
        self._connect()
        self._go(FILES)

    def _footer(self) -> QHBoxLayout:
        footer = QHBoxLayout()
        self.back_button = button("", self.go_back)
        self.next_button = button("", self.go_next, variant="primary")
        self._missing = ElidedLabel("", "danger")
        self._missing.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        footer.addWidget(self.back_button)
        footer.addWidget(self._missing, 1)
        footer.addWidget(self.next_button)
        return footer

    def _connect(self) -> None:
        self.files.choose_requested.connect(self.intake.choose)
        self.files.paste_requested.connect(self.intake.paste)
        self.files.removed.connect(self._remove)
        self.files.other_requested.connect(self._take_otherwise)
        self.columns.file_chosen.connect(self._show_file)
        self.columns.option_chosen.connect(self._set_option)
        self.columns.chosen.connect(self._column_chosen)
        self.dates.found.connect(self._dates_found)
        self.columns.left_out.connect(self._leave_out)
        self.columns.sheets_wanted.connect(self._add_sheets)
        self.columns.afresh_wanted.connect(self._start_afresh)
        self.checking.busy_changed.connect(self._show_state)
        self.checking.checked.connect(self._checked_again)
        self.check.troubles.save_requested.connect(self._save_refused)
        self.done.save_requested.connect(self._save_refused)
        self.done.clients_requested.connect(partial(self.open_requested.emit, "page", "clients"))
        self.done.calls_requested.connect(partial(self.open_requested.emit, "page", "today"))
        self.working.stop_requested.connect(self._stop)
        self.review.closed.connect(partial(self._go, FILES))

    @property
    def step(self) -> int:
        """The step shown: FILES, COLUMNS, CHECK, DONE, or REVIEW of a workbook that a book exported."""
        return self._step

    @property
    def is_working(self) -> bool:
        """Whether a check or the import itself is running."""
        return self._running is not None

    def activate(self) -> None:
        """In front again."""
        super().activate()
        self.checking.resume()

    def deactivate(self) -> None:
        """Another page needs the book now."""
        super().deactivate()
        self.checking.pause()

    def load(self) -> None:
        """Look at the followed files and whether the book is empty, where that is shown."""
        if self._step != FILES:
            return
        self.watching.load()
        self.other.load(lambda: self.files.show_files(self._drafts, is_empty_book=self.other.is_empty_book))

    def show_item(self, item: object) -> None:
        """Begin with these files (a list of paths)."""
        if isinstance(item, list | tuple) and not self.is_working:
            if self._step in (DONE, REVIEW):
                self._begin_again()
            self.add_files([Path(path) for path in item])

    def refresh(self, changes: Changes | None = None) -> None:
        """Another book: what was checked against the old one is void."""
        if changes is None and not self.is_working and self._step in (CHECK, DONE, REVIEW):
            if self._step == CHECK:
                self._go(COLUMNS)
            else:
                self._begin_again()
        super().refresh(changes)

    def focus_first(self) -> None:
        """The table of columns, or the button that goes on."""
        if self._step == COLUMNS:
            self.columns.table.setFocus()
        elif self._step == REVIEW:
            self.review.focus_first()
        elif self._step == FILES and not self.next_button.isEnabled():
            self.files.focus_first()
        else:
            (self.next_button if self.next_button.isVisible() else self.done.clients_button).setFocus()

    def add_files(self, paths: Sequence[Path], *, is_pasted: bool = False) -> None:
        """Read these files; when all could be read, go on to their columns."""
        if self.is_working or not paths:
            return
        known = {draft.path for draft in self._drafts}
        fresh = [Draft(path, is_pasted=is_pasted) for path in dict.fromkeys(paths) if path not in known]
        self._drafts += fresh
        self._go(FILES)
        for draft in fresh:
            self._read(draft)
        if not fresh:
            self._when_read()

    def go_next(self) -> None:
        """On to the next step, when this one is complete."""
        if not self.next_button.isEnabled() or not self.next_button.isVisible() or self.is_working:
            return
        if self._step == FILES and self._drafts:
            self._drafts = self._tables()
            self._shown = 0
            self._go(COLUMNS)
        elif self._step == COLUMNS:
            self._start(self.tr("Checking every row…"), calls.preview, self._checked)
        elif self._step == CHECK:
            self._start(self.tr("Importing…"), calls.run_import, self._imported)
        elif self._step == DONE:
            self._begin_again()

    def go_back(self) -> None:
        """Stop what runs, or go one step back."""
        if self.is_working:
            self._stop()
        elif self._step in (COLUMNS, CHECK):
            self._go(self._step - 1)
        elif self._step == REVIEW:
            self._go(FILES)

    # Files

    def _tables(self) -> list[Draft]:
        """The files that can go on to their columns."""
        return [d for d in self._drafts if d.reading is not None and d.error is None and d.kind == "table"]

    def done_with(self, path: Path) -> None:
        """What this file holds was taken in another way."""
        self._drafts = [draft for draft in self._drafts if draft.path != path]
        if self._step == FILES:
            self._go(FILES)

    def _remove(self, draft: Draft) -> None:
        self._drafts = [other for other in self._drafts if other is not draft]
        self._go(FILES)

    def _take_otherwise(self, draft: Draft, what: str) -> None:
        """A file that is not simply imported: compared, read as a whole book, or looked at elsewhere."""
        if what == "as_table":
            draft.as_table = True
            self._go(FILES)
            self._when_read()
        elif what == "compare":
            self._drafts = [other for other in self._drafts if other is not draft]
            self.review.compare(draft.path)
            self._go(REVIEW)
        else:
            self.other.take(draft.path, what)

    def _read(self, draft: Draft) -> None:
        draft.number += 1
        draft.is_reading = True
        number = draft.number
        self.ops.query(
            self,
            calls.read,
            draft.path,
            dict(draft.options),
            draft.is_afresh,
            on_result=lambda reading: self._was_read(draft, number, reading),
            on_error=lambda error: self._was_read(draft, number, error),
        )
        self._show_state()

    def _was_read(self, draft: Draft, number: int, found: Reading | OtherFile | PortfolioError) -> None:
        if number != draft.number or not any(draft is other for other in self._drafts):
            return
        if isinstance(found, PortfolioError):
            draft.error, draft.is_reading = found, False
        else:
            draft.take(found)
            self.dates.look(draft)
        if self._step == FILES:
            self.files.show_files(self._drafts, is_empty_book=self.other.is_empty_book)
            self._when_read()
            if self._step == FILES and not any(each.is_reading for each in self._drafts) and self.isVisible():
                self.focus_first()
        elif self._step == COLUMNS:
            self.columns.show_files(self._drafts, self._shown)
        self._show_state()

    def _when_read(self) -> None:
        is_ready = all(not draft.is_reading and draft.error is None for draft in self._drafts)
        if is_ready and self._drafts and len(self._tables()) == len(self._drafts):
            doubtful = [n for n, draft in enumerate(self._drafts) if draft.problem() is not None]
            self._shown = doubtful[0] if doubtful else 0
            self._go(COLUMNS)

    # Columns

    def _show_file(self, number: int) -> None:
        if 0 <= number < len(self._drafts):
            self._shown = number
            self.columns.show_files(self._drafts, number)
            self._show_state()

    def _column_chosen(self) -> None:
        self.dates.look(self._drafts[self._shown])
        self._show_state()

    def _dates_found(self, draft: Draft) -> None:
        if self._step == FILES:
            self.files.show_files(self._drafts, is_empty_book=self.other.is_empty_book)
            self._when_read()
        elif self._step == COLUMNS and self._drafts and draft is self._drafts[self._shown]:
            self.columns.refresh_notes()
        self._show_state()

    def _leave_out(self) -> None:
        del self._drafts[self._shown]
        self._go(COLUMNS)

    def _set_option(self, option: str, value: object) -> None:
        draft = self._drafts[self._shown]
        draft.options[option] = value
        if option in NOTATIONS and draft.reading is not None:
            setattr(draft.reading.source.mapping, option, value)
            self.columns.show_draft(draft)
            self._show_state()
        else:
            draft.forget_lines()
            self._read(draft)

    def _start_afresh(self) -> None:
        draft = self._drafts[self._shown]
        draft.start_afresh()
        self._read(draft)

    def _add_sheets(self) -> None:
        """The other sheets of the workbook shown, each a file of its own."""
        draft = self._drafts[self._shown]
        if draft.reading is None:
            return
        read = draft.reading.source.table.dialect.sheet
        draft.options["sheet"] = read
        for sheet in draft.reading.sheets:
            if sheet != read:
                other = Draft(draft.path, options={"sheet": sheet}, as_table=True)
                self._drafts.append(other)
                self._read(other)
        self.columns.show_files(self._drafts, self._shown)

    # Check and import

    def _checked(self, report: ImportReport) -> None:
        self._running = None
        self._report = report
        self._go(CHECK)
        self.checking.show(report, self._drafts)

    def _checked_again(self, report: ImportReport) -> None:
        self._report = report
        self._show_state()

    def _imported(self, result: tuple[Changes, ImportReport]) -> None:
        self._running = None
        changes, self._report = result
        self.undoing.show(changes, self._report)
        self.watching.offer([file.source for file in self._report.files], self.pasted())
        self._go(DONE)

    def pasted(self) -> set[Path]:
        """Those of the files that came from the clipboard."""
        return {draft.path for draft in self._drafts if draft.is_pasted}

    def _start(self, text: str, service: Any, on_done: Any) -> None:
        self.checking.stop()
        sources = [draft.reading.source for draft in self._drafts if draft.reading is not None]
        self.run_long(text, sum(draft.rows for draft in self._drafts), service, sources, on_done)

    def read_again(self, view: WatchedView) -> None:
        """Import a followed file as it is now."""
        text = self.tr("Reading {name} again…").format(name=view.name)
        self.run_long(text, 0, calls.read_again, view.id, self._imported)
        self._read_again = view

    def leave_working(self) -> None:
        """What ran is over; back to the step it began from."""
        self._running = None
        self._go(self._step)

    def copy_was_read(self, changes: Changes) -> None:
        """The book is now what the copy was."""
        self._begin_again()
        self.leave_working()
        self.notice.say(self.tr("The copy is in the book now. Ctrl+Z takes it out again."), "good")

    def show_pasted(self, paths: Sequence[Path]) -> None:
        """Begin with what was pasted."""
        if self._step in (DONE, REVIEW):
            self._begin_again()
        self.add_files(paths, is_pasted=True)

    def run_long(self, text: str, total: int, service: Any, argument: Any, on_done: Any) -> None:
        """Do something long in sight of the user, who can stop it."""
        if self.is_working:
            return
        self._read_again = None
        self.notice.say("")
        self.working.begin(text, total)
        self._running = self.ops.long(
            self,
            service,
            argument,
            on_progress=lambda done, _: self.working.show_done(done),
            on_done=on_done,
            on_error=self._failed,
        )
        self._stack.setCurrentIndex(_WORKING)
        self.working.stop.setFocus()
        self._show_state()

    def _stop(self) -> None:
        if self._running is not None:
            self._running.cancel()
            self.working.show_stopping()

    def _failed(self, error: PortfolioError) -> None:
        self.leave_working()
        view, self._read_again = self._read_again, None
        if isinstance(error, OperationCancelled):
            self.notice.say(words.problem_text(error), "accent")
        elif view is not None:
            look = (self.tr("Look at its columns"), lambda: self.add_files([view.path]))
            self.notice.say(words.problem_text(error), "danger", [look])
        else:
            self.notice.say(words.problem_text(error))

    def _save_refused(self) -> None:
        if self._report is not None:
            self.refused.choose(self._report)

    # What is shown

    def _begin_again(self) -> None:
        self._drafts, self._shown, self._report = [], 0, None
        self.undoing.forget()
        self.intake.forget()
        self._go(FILES)

    def _go(self, step: int) -> None:
        if step != CHECK:
            self.checking.stop()
        self._step = step
        self.notice.say("")
        if step == FILES:
            self.files.show_files(self._drafts, is_empty_book=self.other.is_empty_book)
            if self._is_active:
                self.load()
        elif step == COLUMNS:
            self._shown = min(self._shown, len(self._drafts) - 1)
            self.columns.show_files(self._drafts, self._shown)
        self._stack.setCurrentIndex(step)
        self._show_state()
        if self.isVisible():
            self.focus_first()

    def _show_state(self) -> None:
        """Buttons, steps and the line about the files, as things stand."""
        step = self._step
        shown = CHECK if self.is_working and step == COLUMNS else DONE if self.is_working else step
        self.steps.setVisible(step != REVIEW)
        self.steps.show_step(min(shown, DONE), is_finished=step == DONE)
        self.steps.set_about(self._about())
        self.back_button.setText(self.tr("Stop") if self.is_working else self.tr("Back"))
        self.back_button.setVisible(step in (COLUMNS, CHECK) and not self.is_working)
        text, is_possible = ("", False) if step == REVIEW else self._next()
        self.next_button.setText(text)
        self.next_button.setEnabled(is_possible)
        self.next_button.setVisible(bool(text) and not self.is_working)
        self._missing.setVisible(step != REVIEW)
        self._missing.setText("" if is_possible else self._what_is_missing())
        if step == COLUMNS:
            self.columns.mark_problems(self._drafts)

    def _next(self) -> tuple[str, bool]:
        """The words of the button that goes on, and whether it can be pressed; no words hide it."""
        is_reading = any(draft.is_reading for draft in self._drafts)
        if self._step == FILES:
            is_possible = bool(self._tables()) and not is_reading
            return (self.tr("Next") if is_possible or is_reading else "", is_possible)
        if self._step == COLUMNS:
            rows = sum(draft.rows for draft in self._drafts)
            can_check = not is_reading and all(draft.problem() is None for draft in self._drafts)
            return words.grouped(self.tr("Check %n row(s)", "", rows), rows), can_check
        if self._step == CHECK and self._report is not None:
            count = totals(self._report).to_write
            text = words.grouped(self.tr("Import %n row(s)", "", count), count)
            return text, count > 0 and not self.checking.is_busy
        return self.tr("Import other files"), True

    def _what_is_missing(self) -> str:
        """Which files keep the import from going on, when there are several."""
        names = [draft.name for draft in self._drafts if draft.problem() is not None]
        if self._step != COLUMNS or len(self._drafts) < 2 or not names:
            return ""
        return self.tr("Look at: {names}").format(names=", ".join(names))

    def _about(self) -> str:
        if len(self._drafts) == 1 and self._step != DONE:
            draft = self._drafts[0]
            return f"{draft.name} · {about(draft)}" if draft.reading is not None else draft.name
        if self._drafts and self._step != DONE:
            count = len(self._drafts)
            return self.tr("%n file(s)", "", count) + " · " + self._row_count()
        return ""

    def _row_count(self) -> str:
        rows = sum(draft.rows for draft in self._drafts)
        return self.tr("{count} rows").format(count=i18n.number(rows))

    # Keys and drops

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Escape goes back or stops, Ctrl+V pastes what was copied in a spreadsheet."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = QApplication.focusWidget()
            if isinstance(focused, QAbstractButton) and self.isAncestorOf(focused):
                focused.click()
            elif not isinstance(focused, QTableView) or self._step == COLUMNS:
                self.go_next()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        elif event.matches(QKeySequence.StandardKey.Paste) and self._step in (FILES, DONE):
            self.intake.paste()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may come, anywhere on the page."""
        if dropped_files(event) and not self.is_working:
            event.acceptProposedAction()
            self.files.zone.set_hot(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self.files.zone.set_hot(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """They came."""
        self.files.zone.set_hot(False)
        event.acceptProposedAction()
        self.show_item(dropped_files(event))
