"""What every page has: a title, a way to load, and a way to hear what changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from portfolio_app.config import Settings
from portfolio_app.ui import theme
from portfolio_app.ui.operations import Operations

if TYPE_CHECKING:
    from portfolio_app.services.changes import Changes

DUE_FROM = frozenset({
    "client", "contact", "custom_field", "deal", "enrolment", "follow_up", "interaction", "key_date", "plan",
    "plan_step", "sale", "segment", "segmentation", "setting", "survey_answer",
})  # fmt: skip
"""The kinds of record that decide who is due, and in which words: the rhythm is that of the segment, and its rules
may ask for anything. What `services.portfolio.QUEUE_FROM` says, which is not to be loaded yet."""


@dataclass(frozen=True)
class UiContext:
    """What pages need besides the book: the road to it, its currency, the day, the person's preferences."""

    operations: Operations
    currency: Callable[[], str]
    today: Callable[[], date]
    settings: Callable[[], Settings]
    has_book: Callable[[], bool] = lambda: True
    remembers: Callable[[], bool] = lambda: True
    """Whether preferences are kept; a look around in the sample leaves those on disk as they are."""

    def save_settings(self) -> None:
        """Keep the preferences as they are now."""
        if self.remembers():
            self.settings().save()


class Page(QWidget):
    """Base of all pages. Give `kinds` and write `load()`; show nothing heavy in `__init__`.

    `kinds` names the kinds of record whose changes make the page stale; empty means any.
    """

    kinds: frozenset[str] = frozenset()

    open_requested = Signal(str, object)
    """The user wants to go elsewhere: ("client", id), ("page", key), ("log_touch", client id), ..."""
    badge_changed = Signal(int)
    """The count the sidebar shows beside this page; 0 hides it."""

    foot: QWidget | None = None
    """What stands at the bottom and must stay readable when a toast is shown."""

    def __init__(self, context: UiContext, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.title = title
        self._is_active = False
        self._is_stale = True
        self._loaded_on: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 18, 20, 18)
        self.body.setSpacing(theme.L)

    @property
    def ops(self) -> Operations:
        """The road to the services."""
        return self.context.operations

    def load(self) -> None:
        """Ask for what the page shows (through `self.ops.query`). Called when visible and stale."""

    def activate(self) -> None:
        """The page was brought to the front: it is loaded when it is stale, as yesterday's is too."""
        self._is_active = True
        today = self.context.today()
        if self._is_stale or self._loaded_on != today:
            self._is_stale, self._loaded_on = False, today
            self.load()

    def deactivate(self) -> None:
        """Another page was brought to the front."""
        self._is_active = False

    def refresh(self, changes: Changes | None = None) -> None:
        """Something was written (None: anything may have changed): reload now, or when shown next."""
        if changes is not None and self.kinds and not any(changes.touches(kind) for kind in self.kinds):
            return
        self._is_stale = True
        if self._is_active:
            self.activate()

    def show_item(self, item: object) -> None:
        """Show one thing of this page (a client's id on the clients page); what it is, the page says."""

    def current_client(self) -> int | None:
        """The client the user is looking at, whom "Log a touch" then means."""
        return None

    def focus_first(self) -> None:
        """Put the keyboard focus where work starts: the page itself, from where Tab goes on, unless it knows better."""
        self.setFocus()
