"""The panel in which one chooses what stands on the overview, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from portfolio_app.ui import theme
from portfolio_app.ui.dialogs.sheet import Sheet, host_of
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.pages.analysis import overview_gallery as gallery
from portfolio_app.ui.pages.analysis.gallery import ChartSpec, TileSpec
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import button, plain_tooltip, text_label
from portfolio_app.ui.widgets.tab_order import tab_after

CODE = int(Qt.ItemDataRole.UserRole)
ROW_HEIGHT, FEWEST_ROWS = 26, 7


class OrderedChoice(QListWidget):
    """Ticked lines stand on the overview, in this order. Space ticks, Alt+arrows move, dragging too."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(FEWEST_ROWS * ROW_HEIGHT)
        self.installEventFilter(self)

    def fill(self, specs: Sequence[ChartSpec | TileSpec], ticked: Sequence[str]) -> None:
        """Show the ticked ones first, in their order, then the others."""
        known = {spec.code: spec for spec in specs}
        self.clear()
        for code in (*ticked, *(code for code in known if code not in ticked)):
            item = QListWidgetItem(gallery.title(known[code]))
            item.setData(CODE, code)
            item.setToolTip(plain_tooltip(item.text()))
            # By itself a row would be lower than the box that is ticked.
            item.setSizeHint(QSize(0, ROW_HEIGHT))
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsDragEnabled
            )
            item.setCheckState(Qt.CheckState.Checked if code in ticked else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.setCurrentRow(0)

    def ticked(self) -> list[str]:
        """The codes of the ticked lines, in order."""
        items = [self.item(row) for row in range(self.count())]
        return [str(item.data(CODE)) for item in items if item.checkState() is Qt.CheckState.Checked]

    def move_current(self, step: int) -> None:
        """Move the line one stands on up (-1) or down (1)."""
        row = self.currentRow()
        target = row + step
        if row >= 0 and 0 <= target < self.count():
            item = self.takeItem(row)
            self.insertItem(target, item)
            self.setCurrentRow(target)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt with an arrow moves the line."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
                self.move_current(steps[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)


class ChoiceSheet(Sheet):
    """Two lists: figures and charts. Nothing changes before "Show these"; that is one step of undo."""

    @classmethod
    def over(cls, owner: QWidget, context: UiContext) -> ChoiceSheet:
        """A panel over the window of that widget."""
        return cls(host_of(owner.window()), context)

    def __init__(self, host: QWidget, context: UiContext) -> None:
        super().__init__(host, context, self.tr("Your overview"), self.tr("Show these"))
        self.content.addWidget(
            text_label(
                self.tr(
                    "Tick what you want to see. Drag the lines, or use Alt with an arrow, to order them."
                ),
                "muted",
                wrap=True,
            )
        )
        self.tiles = OrderedChoice(self.tr("Figures"))
        self.charts = OrderedChoice(self.tr("Charts"))
        in_order: list[QWidget] = []
        for title, choice in ((self.tr("Figures"), self.tiles), (self.tr("Charts"), self.charts)):
            row = QHBoxLayout()
            row.setSpacing(theme.XS)
            row.addWidget(text_label(title, "strong"))
            row.addStretch()
            in_order.append(choice)
            for icon, name, step in (
                ("arrow-up", self.tr("Move up"), -1),
                ("arrow-down", self.tr("Move down"), 1),
            ):
                mover = IconButton(icon, f"{name} – {title}")
                mover.clicked.connect(partial(choice.move_current, step))
                row.addWidget(mover)
                in_order.append(mover)
            self.content.addLayout(row)
            self.content.addWidget(choice, 1)
        self.propose_button = button(self.tr("As proposed"), self.propose)
        self.footer.insertWidget(0, self.propose_button)
        tab_after(in_order[0], [*in_order[1:], self.propose_button, self.submit_button])

    def open_with(self, tiles: Sequence[str], charts: Sequence[str]) -> None:
        """Open, with these standing on the overview now."""
        self.tiles.fill(list(gallery.tiles().values()), tiles)
        self.charts.fill(list(gallery.charts().values()), charts)
        self.open_sheet()

    def first_field(self) -> QWidget | None:
        """Where the keyboard begins."""
        return self.tiles

    def propose(self) -> None:
        """Go back to what the program proposes."""
        self._keep(None, None)

    def submit(self) -> None:
        """Keep the choice."""
        self._keep(self.tiles.ticked(), self.charts.ticked())

    def _keep(self, tiles: list[str] | None, charts: list[str] | None) -> None:
        from portfolio_app.services.analysis_settings import set_analysis

        def done(_: Any) -> None:
            self.close_sheet()

        self.context.operations.run(
            self, set_analysis, tiles=tiles, charts=charts, on_done=done, on_error=self.show_error
        )
