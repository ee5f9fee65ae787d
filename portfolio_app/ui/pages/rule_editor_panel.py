"""The middle of the editor: the rule of the segment chosen, or every threshold of the segmentation."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from portfolio_app.ui import metric_words, rule_words, theme
from portfolio_app.ui.pages.rule_editor_conditions import RuleTree
from portfolio_app.ui.pages.rule_editor_draft import Draft, DraftSegment, GroupDraft, Node
from portfolio_app.ui.pages.rule_editor_head import SegmentHead
from portfolio_app.ui.pages.rule_editor_thresholds import Thresholds
from portfolio_app.ui.pages.rule_editor_values import Kitchen
from portfolio_app.ui.widgets import Card, clear_layout, scrolling, text_label

RULE, THRESHOLDS = 0, 1


class RulePanel(Card):
    """Shows one of both at a time; they edit the same draft."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(margin=theme.M)
        self._draft: Draft | None = None
        self._segment: DraftSegment | None = None
        self._root: Node | None = None
        self._kitchen: Kitchen | None = None
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("What is edited"))
        self.tabs.addTab(self.tr("Rule of the segment"))
        self.tabs.addTab(self.tr("All thresholds"))
        self.tabs.currentChanged.connect(self._show_tab)
        self.header.insertWidget(0, self.tabs)
        self.head = SegmentHead()
        self.head.changed.connect(self._edited)
        self._sentence = text_label("", "muted", wrap=True)
        self.tree: RuleTree | None = None
        holder = QWidget()
        self._holder = QVBoxLayout(holder)
        self._holder.setContentsMargins(0, 0, theme.S, 0)
        self.thresholds = Thresholds()
        self.thresholds.changed.connect(self._edited)
        rule = QWidget()
        column = QVBoxLayout(rule)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self.head)
        column.addWidget(self._sentence)
        column.addWidget(scrolling(holder), 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(rule)
        self._stack.addWidget(scrolling(self.thresholds))
        self.body.addWidget(self._stack, 1)

    def show_segment(self, draft: Draft, segment: DraftSegment, kitchen: Kitchen) -> None:
        """Show a segment of a draft."""
        is_same = segment is self._segment and kitchen is self._kitchen
        self._draft, self._segment, self._kitchen, self._root = draft, segment, kitchen, segment.root
        self.tabs.show()
        self.head.show()
        self.head.show_segment(draft, segment)
        if not is_same:
            self._make_tree()
        if self.tabs.currentIndex() == THRESHOLDS:
            self.thresholds.show_draft(draft, kitchen)

    def show_group(self, draft: GroupDraft, kitchen: Kitchen) -> None:
        """Show the rule of a group."""
        self._draft = self._segment = None
        self._root, self._kitchen = draft.root, kitchen
        self.tabs.setCurrentIndex(RULE)
        self.tabs.hide()
        self.head.hide()
        self._make_tree()

    def focus_first(self) -> None:
        """Put the keyboard on the rule."""
        if self.tree is not None:
            self.tree.box.focus_first()

    def _make_tree(self) -> None:
        clear_layout(self._holder)
        self.tree = None
        if self._root is not None and self._kitchen is not None:
            self.tree = RuleTree(self._root, self._kitchen)
            self.tree.changed.connect(self._edited)
            self._holder.addWidget(self.tree)
        self._holder.addStretch()
        self._say()

    def _show_tab(self, index: int) -> None:
        if index == THRESHOLDS and self._draft is not None and self._kitchen is not None:
            self.thresholds.show_draft(self._draft, self._kitchen)
        elif index == RULE and self._segment is not None:
            self._make_tree()  # its numbers may have been changed by the sliders
        self._stack.setCurrentIndex(index)

    def _edited(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        if self._kitchen is None:
            return
        if self._root is None:
            self._sentence.setText(
                self.tr(
                    "Everyone whom none of the rules before has taken. It is always there, and always last."
                )
            )
            return
        kitchen = self._kitchen
        words = rule_words.sentence(self._root.data(), kitchen.columns, kitchen.currency)
        self._sentence.setText(metric_words.capital(words))
