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
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QHBoxLayout, QStackedWidget

from portfolio_app.errors import OperationCancelled, PortfolioError
from portfolio_app.ui import i18n, theme
from portfolio_app.ui.operations import LongOperation
from portfolio_app.ui.pages import import_draft as drafting
from portfolio_app.ui.pages import import_words as words
from portfolio_app.ui.pages.base import Page, UiContext
from portfolio_app.ui.pages.import_check import CheckStep, DoneStep, Working
from portfolio_app.ui.pages.import_draft import NOTATIONS, Draft, Reading, totals
from portfolio_app.ui.pages.import_parts import Notice, StepBar, dropped_files
from portfolio_app.ui.pages.import_steps import ColumnsStep, FilesStep, about
from portfolio_app.ui.widgets import ElidedLabel, button

if TYPE_CHECKING:
    from portfolio_app.services.changes import Changes
    from portfolio_app.services.import_ import ImportReport

FILES, COLUMNS, CHECK, DONE = range(4)
_WORKING = 4


IMPORTED = "import_files"
"""The label of an import's step."""


class ImportPage(Page):
    """The import. `show_item` takes the paths to begin with."""

    kinds = frozenset({"nothing"})

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.setAcceptDrops(True)
        self._drafts: list[Draft] = []
        self._shown = 0
        self._step = FILES
        self._running: LongOperation | None = None
        self._report: ImportReport | None = None
        self._is_latest = False
        self._is_taken_back = False
        self.body.setSpacing(theme.M)
        self.steps = StepBar([self.tr("File"), self.tr("Columns"), self.tr("Check"), self.tr("Import")])
        self.notice = Notice()
        self.files = FilesStep()
        self.columns = ColumnsStep()
        self.check = CheckStep(self.ops)
        self.done = DoneStep()
        self.working = Working()
        self._stack = QStackedWidget()
        for widget in (self.files, self.columns, self.check, self.done, self.working):
            self._stack.addWidget(widget)
        self.body.addWidget(self.steps)
        self.body.addWidget(self.notice)
        self.body.addWidget(self._stack, 1)
        footer = QHBoxLayout()
        self.back_button = button("", self.go_back)
        self.next_button = button("", self.go_next, variant="primary")
        self._missing = ElidedLabel("", "danger")
        self._missing.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        footer.addWidget(self.back_button)
        footer.addWidget(self._missing, 1)
        footer.addWidget(self.next_button)
        self.body.addLayout(footer)
        self._connect()
        self._go(FILES)

    def _connect(self) -> None:
        self.files.choose_requested.connect(self._choose_files)
        self.files.removed.connect(self._remove)
        self.columns.file_chosen.connect(self._show_file)
        self.columns.option_chosen.connect(self._set_option)
        self.columns.chosen.connect(self._show_state)
        self.columns.left_out.connect(self._leave_out)
        self.check.save_requested.connect(self._choose_refused_file)
        self.done.save_requested.connect(self._choose_refused_file)
        self.done.clients_requested.connect(partial(self.open_requested.emit, "page", "clients"))
        self.done.calls_requested.connect(partial(self.open_requested.emit, "page", "today"))
        self.done.undo_requested.connect(self.ops.undo)
        self.working.stop_requested.connect(self._stop)
        self.ops.recorded.connect(self._on_recorded)
        self.ops.reverted.connect(self._on_reverted)

    @property
    def step(self) -> int:
        """The step shown: FILES, COLUMNS, CHECK or DONE."""
        return self._step

    @property
    def is_working(self) -> bool:
        """Whether a check or the import itself is running."""
        return self._running is not None

    def show_item(self, item: object) -> None:
        """Begin with these files (a list of paths)."""
        if isinstance(item, list | tuple) and not self.is_working:
            if self._step == DONE:
                self._begin_again()
            self.add_files([Path(path) for path in item])

    def refresh(self, changes: Changes | None = None) -> None:
        """Another book: what was checked against the old one is void."""
        if changes is None and not self.is_working and self._step in (CHECK, DONE):
            if self._step == DONE:
                self._begin_again()
            else:
                self._go(COLUMNS)
        super().refresh(changes)

    def focus_first(self) -> None:
        """The table of columns, or the button that goes on."""
        if self._step == COLUMNS:
            self.columns.table.setFocus()
        elif self._step == FILES and not self._drafts:
            self.files.zone.button.setFocus()
        else:
            (self.next_button if self.next_button.isVisible() else self.done.clients_button).setFocus()

    def add_files(self, paths: Sequence[Path]) -> None:
        """Read these files; when all could be read, go on to their columns."""
        if self.is_working or not paths:
            return
        known = {draft.path for draft in self._drafts}
        fresh = [Draft(path) for path in dict.fromkeys(paths) if path not in known]
        self._drafts += fresh
        self._go(FILES)
        for draft in fresh:
            self._read(draft)
        if not fresh:
            self._when_read()

    def go_next(self) -> None:
        """On to the next step, when this one is complete."""
        if not self.next_button.isEnabled() or self.is_working:
            return
        if self._step == FILES and self._drafts:
            self._drafts = [draft for draft in self._drafts if draft.error is None]
            self._shown = 0
            self._go(COLUMNS)
        elif self._step == COLUMNS:
            self._check()
        elif self._step == CHECK:
            self._import()
        elif self._step == DONE:
            self._begin_again()

    def go_back(self) -> None:
        """Stop what runs, or go one step back."""
        if self.is_working:
            self._stop()
        elif self._step in (COLUMNS, CHECK):
            self._go(self._step - 1)

    # Files

    def _choose_files(self) -> None:
        dialog = QFileDialog(self, self.tr("Files to import"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        patterns = "*.csv *.txt *.tsv *.tab *.xlsx *.xlsm *.xls *.xlsb *.ods"
        dialog.setNameFilters([self.tr("Tables ({kinds})").format(kinds=patterns), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.add_files([Path(name) for name in names]))
        dialog.open()

    def _remove(self, draft: Draft) -> None:
        self._drafts = [other for other in self._drafts if other is not draft]
        self._go(FILES)

    def _read(self, draft: Draft) -> None:
        draft.number += 1
        draft.is_reading = True
        number = draft.number
        self.ops.query(
            self,
            drafting.read,
            draft.path,
            dict(draft.options),
            on_result=lambda reading: self._was_read(draft, number, reading),
            on_error=lambda error: self._was_read(draft, number, error),
        )
        self._show_state()

    def _was_read(self, draft: Draft, number: int, found: Reading | PortfolioError) -> None:
        if number != draft.number or not any(draft is other for other in self._drafts):
            return
        if isinstance(found, Reading):
            draft.take(found)
        else:
            draft.error, draft.is_reading = found, False
        if self._step == FILES:
            self.files.show_files(self._drafts)
            self._when_read()
        elif self._step == COLUMNS:
            self.columns.show_files(self._drafts, self._shown)
        self._show_state()

    def _when_read(self) -> None:
        is_ready = all(not draft.is_reading and draft.error is None for draft in self._drafts)
        if is_ready and self._drafts:
            doubtful = [n for n, draft in enumerate(self._drafts) if draft.problem() is not None]
            self._shown = doubtful[0] if doubtful else 0
            self._go(COLUMNS)

    # Columns

    def _show_file(self, number: int) -> None:
        if 0 <= number < len(self._drafts):
            self._shown = number
            self.columns.show_draft(self._drafts[number])
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
            self._read(draft)

    # Check and import

    def _check(self) -> None:
        self._start(self.tr("Checking every row…"), _preview, self._checked)

    def _checked(self, report: ImportReport) -> None:
        self._running = None
        self._report = report
        self.check.show_report(report)
        self._go(CHECK)

    def _import(self) -> None:
        self._start(self.tr("Importing…"), _import, self._imported)

    def _imported(self, result: tuple[Changes, ImportReport]) -> None:
        self._running = None
        changes, self._report = result
        self._is_latest = bool(changes.kinds)
        self.done.show_report(self._report)
        self.done.set_undoable(self._is_latest)
        self._go(DONE)

    def _start(self, text: str, service: Any, on_done: Any) -> None:
        sources = [draft.reading.source for draft in self._drafts if draft.reading is not None]
        self.notice.say("")
        self.working.begin(text, sum(draft.rows for draft in self._drafts))
        self._running = self.ops.long(
            self,
            service,
            sources,
            on_progress=lambda done, total: self.working.show_done(done),
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
        self._running = None
        self._go(COLUMNS if self._step == COLUMNS else CHECK)
        tone = "accent" if isinstance(error, OperationCancelled) else "danger"
        self.notice.say(words.problem_text(error), tone)  # type: ignore[arg-type]

    def _on_recorded(self, changes: Changes) -> None:
        """Something else was done since: "undo" no longer means the import."""
        if changes.kinds:
            self._is_taken_back = False
        if changes.kinds and self._is_latest:
            self._is_latest = False
            self.done.set_undoable(False)

    def _on_reverted(self, changes: Changes, way: str) -> None:
        if self._step != DONE or self._report is None:
            return
        if way == "undo" and self._is_latest:
            self._is_latest, self._is_taken_back = False, True
            self.done.show_taken_back()
        elif way == "redo" and self._is_taken_back and changes.label == IMPORTED:
            self._is_latest, self._is_taken_back = True, False
            self.done.show_report(self._report)

    # Refused rows

    def _choose_refused_file(self) -> None:
        if self._report is None:
            return
        first = next((f.source.path for f in self._report.files if f.refused), Path("import.csv"))
        refused = self.tr("refused")
        proposed = first.with_name(f"{first.stem} - {refused}.csv")
        dialog = QFileDialog(self, self.tr("Save the refused rows"), str(proposed))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.setNameFilter("CSV (*.csv)")
        dialog.selectFile(str(proposed))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save_refused(Path(name)))
        dialog.open()

    def save_refused(self, path: Path) -> None:
        """Write the refused rows there, the reason beside each."""
        if self._report is None:
            return
        self.ops.background(
            self,
            drafting.save_refused,
            list(self._report.files),
            path,
            words.refusal_text,
            (self.tr("Line"), self.tr("Problem and what to do")),
            on_result=self._refused_saved,
            on_error=lambda error: self.notice.say(words.problem_text(error)),
        )

    def _refused_saved(self, paths: list[Path]) -> None:
        names = ", ".join(path.name for path in paths)
        self.notice.say(
            self.tr("Saved: {names}. Correct these rows there and import the file.").format(names=names),
            "good",
        )

    # What is shown

    def _begin_again(self) -> None:
        self._drafts, self._shown, self._report, self._is_latest = [], 0, None, False
        self._go(FILES)

    def _go(self, step: int) -> None:
        self._step = step
        self.notice.say("")
        if step == FILES:
            self.files.show_files(self._drafts)
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
        self.steps.show_step(shown, is_finished=step == DONE)
        self.steps.set_about(self._about())
        self.back_button.setText(self.tr("Stop") if self.is_working else self.tr("Back"))
        self.back_button.setVisible(step in (COLUMNS, CHECK) and not self.is_working)
        text, is_possible = self._next()
        self.next_button.setText(text)
        self.next_button.setEnabled(is_possible)
        self.next_button.setVisible(bool(text) and not self.is_working)
        self._missing.setText("" if is_possible else self._what_is_missing())
        if step == COLUMNS:
            self.columns.mark_problems(self._drafts)

    def _next(self) -> tuple[str, bool]:
        """The words of the button that goes on, and whether it can be pressed; no words hide it."""
        is_reading = any(draft.is_reading for draft in self._drafts)
        if self._step == FILES:
            good = [draft for draft in self._drafts if draft.reading is not None and draft.error is None]
            return (self.tr("Next") if self._drafts else "", bool(good) and not is_reading)
        if self._step == COLUMNS:
            rows = sum(draft.rows for draft in self._drafts)
            can_check = not is_reading and all(draft.problem() is None for draft in self._drafts)
            return words.grouped(self.tr("Check %n row(s)", "", rows), rows), can_check
        if self._step == CHECK and self._report is not None:
            count = totals(self._report).to_write
            return words.grouped(self.tr("Import %n row(s)", "", count), count), count > 0
        return self.tr("Import other files"), True

    def _what_is_missing(self) -> str:
        """Which files keep the import from going on, when there are several."""
        names = [draft.path.name for draft in self._drafts if draft.problem() is not None]
        if self._step != COLUMNS or len(self._drafts) < 2 or not names:
            return ""
        return self.tr("Look at: {names}").format(names=", ".join(names))

    def _about(self) -> str:
        if len(self._drafts) == 1 and self._step != DONE:
            draft = self._drafts[0]
            return f"{draft.path.name} · {about(draft)}" if draft.reading is not None else draft.path.name
        if self._drafts and self._step != DONE:
            return self.tr("%n file(s)", "", len(self._drafts)) + " · " + self._row_count()
        return ""

    def _row_count(self) -> str:
        rows = sum(draft.rows for draft in self._drafts)
        return self.tr("{count} rows").format(count=i18n.number(rows))

    # Keys and drops

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Escape goes back or stops."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = QApplication.focusWidget()
            if isinstance(focused, QAbstractButton) and self.isAncestorOf(focused):
                focused.click()
            else:
                self.go_next()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
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


# What runs on the book's thread; the services are imported there.


def _preview(book: Any, sources: Sequence[Any], **hooks: Any) -> ImportReport:
    from portfolio_app.services import import_

    return import_.preview_import(book, sources, **hooks)


def _import(book: Any, sources: Sequence[Any], **hooks: Any) -> tuple[Changes, ImportReport]:
    from portfolio_app.services import import_

    return import_.import_files(book, sources, **hooks)
