"""The editor of rules: a segmentation's ordered segments, or one group, with a live preview; nothing modal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from portfolio_app.ui import messages, theme
from portfolio_app.ui.pages import rule_editor_calls as calls
from portfolio_app.ui.pages import rule_editor_start as start
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.rule_editor_draft import Draft, DraftSegment, GroupDraft, first_problem, read
from portfolio_app.ui.pages.rule_editor_head import ColourButton
from portfolio_app.ui.pages.rule_editor_list import SegmentList, segment_title
from portfolio_app.ui.pages.rule_editor_panel import RulePanel
from portfolio_app.ui.pages.rule_editor_preview import RulePreviewCard
from portfolio_app.ui.pages.rule_editor_values import Deliver, Kitchen
from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.widgets import ElidedLabel, button, text_label

if TYPE_CHECKING:
    from portfolio_app.errors import PortfolioError, RuleError
    from portfolio_app.services.changes import Changes

WAIT_MS = 150
"""How long the editor waits after an edit before it counts again."""
LIST_WIDTH, PREVIEW_WIDTH = 216, 264
_DEFINED_BY = ("segmentation", "segment", "client_group", "custom_field")


class RuleEditor(QWidget):
    """A page area. Drafts that were not applied or cancelled are kept until the book is closed."""

    closed = Signal()
    """The user is done: applied or cancelled."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._drafts: dict[tuple[str, object], Draft | GroupDraft] = {}
        self._key: tuple[str, object] = ("", None)
        self._draft: Draft | GroupDraft | None = None
        self._kitchen: Kitchen | None = None
        self._is_saving = False
        self._is_stale = False
        self._refused = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._ask)
        self._build()
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self, self.apply)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        context.operations.changed.connect(self._on_change)
        context.operations.book_opened.connect(self._forget)

    # Opening

    def open_segmentation(self, code: str) -> None:
        """Edit a segmentation, "" for a new one; a draft of it that was left is gone on with."""
        self._open(("segmentation", code), calls.open_segmentation, code)

    def open_group(self, group_id: int | None) -> None:
        """Edit a group, None for a new one; a draft of it that was left is gone on with."""
        self._open(("group", group_id), calls.open_group, group_id)

    @property
    def draft(self) -> Draft | GroupDraft | None:
        """What is being edited."""
        return self._draft

    @property
    def reason(self) -> str:
        """Why it cannot be applied; "" when it can."""
        return self._reason.text()

    def _open(self, key: tuple[str, object], call: Any, argument: object) -> None:
        if key != self._key or self._draft is None:
            self._draft = None
            self.setEnabled(False)
            self.preview.show_waiting()
        self._key = key
        self._context.operations.query(
            self,
            call,
            self._context.today(),
            argument,
            on_result=self._show,
            on_error=self._cannot_open,
            latest="open",
        )

    def _show(self, opened: calls.Opened) -> None:
        is_first = self._draft is None
        self._kitchen = Kitchen(
            columns=opened.catalogue,
            currency=self._context.currency(),
            today=self._context.today(),
            ask_words=self._ask_words,
            ranges=opened.ranges,
        )
        kept = self._drafts.get(self._key)
        if kept is None or not kept.is_changed:
            kept = self._new_draft(opened)
        self._drafts[self._key] = self._draft = kept
        self._refused = ""
        self.setEnabled(True)
        self._show_draft()
        if is_first:
            self._focus_first()

    def _new_draft(self, opened: calls.Opened) -> Draft | GroupDraft:
        kind, _ = self._key
        if kind == "segmentation":
            return start.new_segmentation() if opened.spec is None else Draft(opened.spec)
        group = opened.group
        if group is None:
            return GroupDraft(None, self.tr("My group"), start.group_colour(), start.first_rule())
        return GroupDraft(group.id, group.name, group.colour, read(group.rule))

    def _cannot_open(self, error: PortfolioError) -> None:
        self._context.operations.failed.emit(error)
        self._leave()

    def _focus_first(self) -> None:
        if not self.isVisible():
            return
        is_new = self._key[1] in ("", None)
        if is_new:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.name.selectAll()
        elif isinstance(self._draft, Draft):
            self.segments.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.panel.focus_first()

    # Building

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.M)
        outer.addLayout(self._head())
        self.segments = SegmentList()
        self.segments.setFixedWidth(LIST_WIDTH)
        self.segments.selected.connect(self._select)
        self.segments.changed.connect(self._edited)
        self.panel = RulePanel()
        self.panel.changed.connect(self._edited)
        self.preview = RulePreviewCard(self._context.currency)
        self.preview.setFixedWidth(PREVIEW_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(theme.M)
        row.addWidget(self.segments)
        row.addWidget(self.panel, 1)
        row.addWidget(self.preview)
        outer.addLayout(row, 1)

    def _head(self) -> QHBoxLayout:
        self._title = text_label("", "section")
        self.name = QLineEdit()
        self.name.setMaxLength(200)
        self.name.setMinimumWidth(200)
        self.name.setMaximumWidth(320)
        self.name.textEdited.connect(self._rename)
        self.colour = ColourButton()
        self.colour.changed.connect(self._recolour)
        self.steady = QCheckBox(self.tr("Change segment only when it lasts two month-ends"))
        self.steady.setToolTip(
            plain_tooltip(
                self.tr(
                    "A client changes segment once two month-ends in a row agree, or by two segments or more at "
                    "one month-end or after an order. Without it, segments follow the figures of each day."
                )
            )
        )
        self.steady.toggled.connect(self._set_steady)
        self._reason = ElidedLabel("", "danger")
        self._reason.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.cancel_button = button(self.tr("Cancel"), self.cancel)
        self.apply_button = button(self.tr("Apply"), self.apply, variant="primary")
        self.apply_button.setToolTip(plain_tooltip("Ctrl+Enter"))
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        row.addWidget(self._title)
        row.addWidget(self.colour)
        row.addWidget(self.name, 2)
        row.addWidget(self.steady)
        row.addWidget(self._reason, 3)
        row.addWidget(self.cancel_button)
        row.addWidget(self.apply_button)
        return row

    # Showing

    def _show_draft(self) -> None:
        draft = self._draft
        assert self._kitchen is not None
        is_group = isinstance(draft, GroupDraft)
        is_named = is_group or (isinstance(draft, Draft) and bool(draft.name or not draft.code))
        self._title.setVisible(not is_named)
        self.name.setVisible(is_named)
        self.name.setAccessibleName(
            self.tr("Name of the group") if is_group else self.tr("Name of the segmentation")
        )
        self.colour.setVisible(is_group)
        self.steady.setVisible(not is_group)
        self.segments.setVisible(not is_group)
        if isinstance(draft, GroupDraft):
            self.name.setText(draft.name)
            self.colour.set_colour(draft.colour)
            self.panel.show_group(draft, self._kitchen)
        elif draft is not None:
            self._title.setText(messages.segmentation_name(draft.code, draft.name))
            self.name.setText(draft.name)
            was_blocked = self.steady.blockSignals(True)
            self.steady.setChecked(draft.steady)
            self.steady.blockSignals(was_blocked)
            chosen = self.segments.current
            known = next((s for s in draft.segments if chosen is not None and s.code == chosen.code), None)
            self.segments.show_draft(draft, known)
        self._check()
        self._ask()

    def _select(self, segment: DraftSegment) -> None:
        if isinstance(self._draft, Draft) and self._kitchen is not None:
            self.panel.show_segment(self._draft, segment, self._kitchen)
            self._timer.start()

    # Editing

    def _rename(self, text: str) -> None:
        if self._draft is not None:
            self._draft.name = text
            self._edited()

    def _recolour(self, colour: str) -> None:
        if isinstance(self._draft, GroupDraft):
            self._draft.colour = colour
            self._edited()

    def _set_steady(self, steady: bool) -> None:
        if isinstance(self._draft, Draft):
            self._draft.steady = steady
            self._edited()

    def _edited(self) -> None:
        self._refused = ""
        self._check()
        self._timer.start()

    def _check(self) -> None:
        """Say what is in the way of applying."""
        draft, kitchen = self._draft, self._kitchen
        if draft is None or kitchen is None:
            return
        reason, culprit = self._refused, None
        if not reason and self.name.isVisibleTo(self) and not draft.name.strip():
            reason = self.tr("Give it a name.")
        if isinstance(draft, Draft):
            nameless = next((each for each in draft.segments if not segment_title(each)), None)
            found = draft.problem(kitchen.columns)
            culprit = nameless or (found[0] if found is not None else None)
            if found is not None:
                reason = reason or self._why_not(*found)
            if nameless is not None:
                reason = reason or self.tr("Give each segment a name.")
            self.segments.refresh(culprit)
        elif (error := first_problem(draft.root, kitchen.columns)) is not None:
            reason = reason or messages.error_text(error)
        self._reason.setText(reason)
        self._reason.setAccessibleName(reason)
        is_new = self._key[1] in ("", None)
        self.apply_button.setEnabled(not reason and not self._is_saving and (is_new or draft.is_changed))

    def _why_not(self, segment: DraftSegment, error: RuleError) -> str:
        if segment.root is None or segment.root.parts:
            return messages.error_text(error)
        return self.tr("Say whom “{segment}” takes: give it a condition.").format(
            segment=segment_title(segment)
        )

    def _ask(self) -> None:
        """Ask the book what the draft would do."""
        self._timer.stop()
        draft, kitchen = self._draft, self._kitchen
        if draft is None or kitchen is None:
            return
        day = self._context.today()
        if isinstance(draft, Draft):
            if draft.problem(kitchen.columns) is not None:
                self.preview.show_problem()
                return
            self._query(calls.preview, day, draft.spec(), on_result=partial(self._previewed, draft))
        elif first_problem(draft.root, kitchen.columns) is not None:
            self.preview.show_problem()
        else:
            self._query(calls.rule_preview, day, draft.root.data(), on_result=self._previewed_group)

    def _query(self, call: Any, *args: object, on_result: Any) -> None:
        self._context.operations.query(self, call, *args, on_result=on_result, latest="preview", urgent=True)

    def _previewed(self, draft: Draft, found: Any) -> None:
        if draft is not self._draft or len(found.segments) != len(draft.segments):
            return  # an answer to what was asked before the last edit; the next one is on its way
        self.preview.show_segments(draft, self.segments.current, found)

    def _previewed_group(self, found: Any) -> None:
        if isinstance(self._draft, GroupDraft) and found.error is None:
            self.preview.show_rule(found)

    def _ask_words(self, owner: QObject, metric: str, deliver: Deliver) -> None:
        self._context.operations.query(
            owner, calls.words_of, metric, on_result=deliver, on_error=lambda _: None
        )

    # Ending

    def apply(self) -> None:
        """Write the draft, in one step that can be undone."""
        draft = self._draft
        self._check()
        if draft is None or not self.apply_button.isEnabled():
            return
        self._is_saving = True
        self.apply_button.setEnabled(False)
        answers: dict[str, Any] = {"on_done": lambda _: self._applied(), "on_error": self._not_applied}
        if isinstance(draft, Draft):
            self._context.operations.run(self, calls.save, draft.spec(), **answers)
        else:
            self._context.operations.run(
                self, calls.save_group, draft.group_id, draft.name, draft.colour, draft.root.data(), **answers
            )

    def cancel(self) -> None:
        """Throw the draft away."""
        self._leave()

    def _applied(self) -> None:
        self._is_saving = False
        self._leave()

    def _not_applied(self, error: PortfolioError) -> None:
        self._is_saving = False
        self._refused = messages.error_text(error)
        self._check()

    def _leave(self) -> None:
        self._timer.stop()
        self._drafts.pop(self._key, None)
        self._draft = None
        self.closed.emit()

    def _on_change(self, changes: Changes) -> None:
        """Something was written: an untouched draft follows the book, another one is counted again."""
        if self._draft is None or self._is_saving:
            return
        if not self.isVisible():
            self._is_stale = True
        elif changes.touches(*_DEFINED_BY):
            self._reopen()
        else:
            self._timer.start()

    def _reopen(self) -> None:
        kind, which = self._key
        call = calls.open_segmentation if kind == "segmentation" else calls.open_group
        self._open(self._key, call, which)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed in the book while another page was in front is looked up now."""
        super().showEvent(event)
        if self._is_stale and self._draft is not None:
            self._reopen()
        self._is_stale = False

    def _forget(self) -> None:
        self._timer.stop()
        self._drafts.clear()
        if self._draft is not None:
            self._draft = None
            self.closed.emit()
