"""Export: the book, or some of its clients, as a file of any kind; and where the last files went."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from portfolio_app.config import browse_dir
from portfolio_app.errors import PortfolioError
from portfolio_app.ui import i18n, theme
from portfolio_app.ui.folders import open_folder
from portfolio_app.ui.operations import LongOperation
from portfolio_app.ui.pages import export_calls, export_words
from portfolio_app.ui.pages.base import Page, UiContext
from portfolio_app.ui.pages.export_calls import NOT_COUNTED, Offer, Scope, Wish
from portfolio_app.ui.pages.export_cards import MAKERS, CopyCard, FileCard
from portfolio_app.ui.widgets import Card, ElidedLabel, button, clear_layout, scrolling, text_label

if TYPE_CHECKING:
    from portfolio_app.services.export_files import Exported

SCOPE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
CARD_WIDTH = 330
"""Least room for a card: as many stand side by side as there is room for."""
_DEPEND = frozenset(
    {"client", "client_group", "sale", "segment", "segmentation", "setting", "interaction", "follow_up"}
)


class ExportPage(Page):
    """Whose data above, a card for each kind of file, the files written last below."""

    kinds = _DEPEND

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self._offer: Offer | None = None
        self._given: Scope | None = None
        self._running: LongOperation | None = None
        self._asked_from: QWidget | None = None
        self._columns = 0
        self._wanted = ""
        self.cards: dict[str, FileCard] = {kind: make() for kind, make in MAKERS.items()}
        self.body.addLayout(self._make_choices())
        self.body.addWidget(self._make_progress())
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.XS, 0)
        column.setSpacing(theme.L)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.L)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._make_recent()
        self.area = scrolling(inside)
        self.body.addWidget(self.area, 1)
        for card in self.cards.values():
            card.wanted.connect(self.ask)
        self._arrange(3)

    # Building

    def _make_choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        self.scope = QComboBox()
        self.scope.setMinimumContentsLength(24)
        self._add_scope(Scope("all", NOT_COUNTED))
        self.language = QComboBox()
        for code, name in (("fr", "Français"), ("en", "English")):
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(i18n.language()))
        for words, box in (
            (self.tr("&Clients:"), self.scope),
            (self.tr("&Language of the files:"), self.language),
        ):
            label = text_label(words, "muted")
            label.setBuddy(box)
            box.setAccessibleName(words.replace("&", "").rstrip(" :\u00a0"))
            row.addWidget(label)
            row.addWidget(box)
            row.addSpacing(theme.M)
        row.addStretch(1)
        return row

    def _make_progress(self) -> QWidget:
        """What is being written, how far it is, and a way to stop it."""
        self.progress = Card(margin=theme.M)
        row = QHBoxLayout()
        self.progress_label = text_label("", "strong")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop_button = button(self.tr("Stop"), self.stop)
        row.addWidget(self.progress_label)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop_button)
        self.progress.body.addLayout(row)
        self.progress.hide()
        return self.progress

    def _make_recent(self) -> None:
        self.recent = Card(self.tr("Files written last"))
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(theme.M)
        self._rows.setVerticalSpacing(theme.XS)
        self._rows.setColumnStretch(0, 3)
        self._rows.setColumnStretch(1, 2)
        self.recent.body.addLayout(self._rows)
        self.recent.body.addStretch(1)
        self.recent.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many cards side by side as there is room for."""
        super().resizeEvent(event)
        self._arrange(max(1, min(4, (self.width() - 40) // CARD_WIDTH)))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, place // columns, place % columns)
        rows, left = divmod(len(self.cards), columns)
        if columns - left >= 2 and left:
            self._grid.addWidget(self.recent, rows, left, 1, columns - left)
        else:
            self._grid.addWidget(self.recent, rows + bool(left), 0, 1, columns)
        for place in range(4):
            self._grid.setColumnStretch(place, int(place < columns))

    # Loading

    def load(self) -> None:
        """Ask who can be chosen, and look which of the last files are still there."""
        self.ops.query(
            self, export_calls.offer, self.context.today(), on_result=self._show_offer, latest="offer"
        )
        self._look_for_files()

    def focus_first(self) -> None:
        """The choice of clients."""
        self.scope.setFocus()

    def show_item(self, item: object) -> None:
        """Choose these clients: {"ids": their numbers, "title": what they are called together}."""
        if isinstance(item, Mapping) and item.get("ids"):
            ids = tuple(int(each) for each in item["ids"])
            self._given = Scope("chosen", len(ids), name=str(item.get("title", "")), ids=ids)
            self._wanted = "chosen:"
            if self._offer is not None:
                self._show_offer(self._offer)

    def activate(self) -> None:
        """What is listed and selected on the Clients page may be another thing now."""
        super().activate()
        if self._offer is not None:
            self._show_offer(self._offer)

    def _show_offer(self, offer: Offer) -> None:
        self._offer = offer
        wanted, self._wanted = self._wanted or self.scope.currentData(), ""
        self.scope.clear()
        for scope in self._scopes(offer):
            self._add_scope(scope)
        self.scope.setCurrentIndex(max(self.scope.findData(wanted), 0))
        has_clients = offer.scopes[0].count > 0
        for kind, card in self.cards.items():
            card.setEnabled(has_clients or kind in ("copy", "template"))
        copy = self.cards["copy"]
        if isinstance(copy, CopyCard):
            copy.show_protected(offer.is_protected)

    def _add_scope(self, scope: Scope) -> None:
        self.scope.addItem(export_words.scope(scope), f"{scope.kind}:{scope.key}")
        self.scope.setItemData(self.scope.count() - 1, scope, SCOPE_ROLE)

    def _scopes(self, offer: Offer) -> list[Scope]:
        """Everybody, what another page gave, what stands on the Clients page, segments and groups."""
        everybody, *others = offer.scopes
        between = [] if self._given is None else [self._given]
        page: Any = getattr(self.window(), "page", lambda key: None)("clients")
        if page is not None:
            listed, selected = tuple(page.model.ids), tuple(page.table.selected_ids())
            if listed and len(listed) < everybody.count:
                between.append(Scope("listed", len(listed), ids=listed))
            if len(selected) > 1:
                between.append(Scope("selected", len(selected), ids=selected))
        return [everybody, *between, *others]

    # Writing

    def ask(self, kind: str, suffix: str, chosen: dict[str, Any]) -> None:
        """Ask where to, then write; not while a file is being written."""
        if self._running is not None and self._running.is_running:
            return
        title = self.cards["template" if kind == "form" else kind].accessibleName() or self.tr("Export")
        name, _ = QFileDialog.getSaveFileName(
            self.window(),
            title,
            str(self._folder() / self._proposed(kind, suffix, chosen)),
            self._filter(kind, suffix),
        )
        if name:
            path = Path(name)
            self.write(kind, path if path.suffix else path.with_suffix(suffix), chosen)

    def write(self, kind: str, path: Path, chosen: dict[str, Any]) -> None:
        """Write a file of that kind."""
        scope: Scope = self.scope.currentData(SCOPE_ROLE)
        wish = Wish(kind, path, self.context.today(), str(self.language.currentData()), scope, **chosen)
        self.progress_label.setText(self.tr("Writing {name}…").format(name=path.name))
        self.bar.setRange(0, 0)
        self._set_busy(True)
        self._running = self.ops.long(
            self,
            export_calls.export,
            wish,
            on_progress=self._show_progress,
            on_done=self._written,
            on_error=self._not_written,
        )

    def stop(self) -> None:
        """Stop what is being written; nothing of it is kept."""
        if self._running is not None:
            self._running.cancel()

    def _folder(self) -> Path:
        """Where the last file went, if that is still a folder."""
        for name in self.context.settings().exports[:1]:
            if Path(name).parent.is_dir():
                return Path(name).parent
        return browse_dir()

    def _proposed(self, kind: str, suffix: str, chosen: Mapping[str, Any]) -> str:
        day = self.context.today().isoformat()
        tables = chosen.get("tables", ())
        if kind == "template":
            return self.tr("Import template") + suffix
        if kind == "form":
            return self.tr("New client") + suffix
        stem = self._offer.stem if self._offer is not None else self.tr("Export")
        if kind == "report":
            stem = self.tr("{book} report").format(book=stem)
        if kind == "csv" and len(tables) == 1:
            stem = f"{stem} {export_words.sheet(tables[0])}"
        return f"{stem} {day}{suffix}"

    def _filter(self, kind: str, suffix: str) -> str:
        return export_words.file_filter("template" if kind == "form" else kind, suffix)

    def _set_busy(self, busy: bool) -> None:
        """While a file is written the focus waits on the way to stop it, then goes back to where it was.

        Left on a button that is switched off, Qt would take it to whatever comes next, and the page would scroll there.
        """
        self.progress.setVisible(busy)
        focused = self.focusWidget()
        if busy and focused is not None and self.area.isAncestorOf(focused):
            self._asked_from = focused
            self.stop_button.setFocus()
        for card in self.cards.values():
            card.set_busy(busy)
        if not busy and self._asked_from is not None:
            self._asked_from.setFocus()
            self._asked_from = None

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _written(self, done: Exported) -> None:
        self._set_busy(False)
        self.context.settings().note_export(done.path)
        self.context.save_settings()
        self._look_for_files()
        self.open_requested.emit("say", self.tr("Exported: {name}").format(name=done.path.name))

    def _not_written(self, error: PortfolioError) -> None:
        self._set_busy(False)
        if error.code == "cancelled":
            self.open_requested.emit("say", self.tr("Stopped. No file was written."))
        else:
            self.ops.failed.emit(error)

    # The files written last

    def _look_for_files(self) -> None:
        names = list(self.context.settings().exports)
        self.ops.background(self, _states, names, on_result=self._show_files)

    def _show_files(self, found: Sequence[tuple[Path, datetime | None]]) -> None:
        clear_layout(self._rows)
        self.recent.setVisible(bool(found))
        for number, (path, written) in enumerate(found):
            self._add_file(number, path, written)

    def _add_file(self, number: int, path: Path, written: datetime | None) -> None:
        """A line of the files written last; one that is gone cannot be opened."""
        gone = written is None
        told = self.tr("not there any more") if written is None else i18n.short_date(written.date())
        opening = button(self.tr("Open"), lambda: _open(path), variant="link")
        opening.setAccessibleName(self.tr("Open: {what}").format(what=path.name))
        showing = button(self.tr("Show in folder"), lambda: open_folder(path.parent), variant="link")
        showing.setAccessibleName(self.tr("Show in folder: {what}").format(what=path.name))
        self._rows.addWidget(ElidedLabel(path.name, "muted" if gone else "strong"), number, 0)
        self._rows.addWidget(ElidedLabel(str(path.parent), "muted"), number, 1)
        self._rows.addWidget(text_label(told, "muted"), number, 2)
        self._rows.addWidget(opening, number, 3)
        self._rows.addWidget(showing, number, 4)
        opening.setVisible(not gone)


def _states(names: Sequence[str]) -> list[tuple[Path, datetime | None]]:
    """When each file was written, None for one that is gone."""
    found: list[tuple[Path, datetime | None]] = []
    for name in names:
        path, written = Path(name), None
        with contextlib.suppress(OSError, ValueError, OverflowError):
            written = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
        found.append((path, written))
    return found


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
