"""The first tab: the figures and charts one chose, from all the others."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.pages.analysis import overview_gallery as gallery
from portfolio_app.ui.pages.analysis.gallery import ChartSpec, Figure, TileSpec
from portfolio_app.ui.pages.analysis.overview_choice import ChoiceSheet
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import EmptyState, StatTile, button, clear_layout, scrolling
from portfolio_app.ui.widgets.chart_card import ChartCard

if TYPE_CHECKING:
    from portfolio_app.errors import PortfolioError
    from portfolio_app.services.analysis_settings import AnalysisSettings

TILES_IN_ROW, CHARTS_IN_ROW = 5, 2
CHART_HEIGHT = 330


def _choices(book: Any) -> tuple[AnalysisSettings, bool]:
    from portfolio_app.services.analysis_settings import analysis_settings
    from portfolio_app.services.clients import any_clients

    return analysis_settings(book), any_clients(book)


def _look(book: Any, spec: ChartSpec | TileSpec, today: date) -> Any:
    return spec.look(book, today)


class OverviewTab(QWidget):
    """Tiles, then cards two by two. Each is asked for by itself, so that the first stand there at once."""

    open_requested = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.tiles: dict[str, StatTile] = {}
        """What stands there, by code."""
        self.cards: dict[str, ChartCard] = {}
        self._shown: tuple[list[str], list[str]] | None = None
        self._waiting: list[ChartSpec | TileSpec] = []
        self._sheet: ChoiceSheet | None = None
        self.controls = QWidget()
        bar = QHBoxLayout(self.controls)
        bar.setContentsMargins(0, 0, 0, 0)
        self.choose_button = button(
            self.tr("Choose what stands here…"), self.choose, icon="columns", small=True
        )
        bar.addWidget(self.choose_button)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.XS, 0)
        column.setSpacing(theme.L)
        self._tile_grid, self._card_grid = QGridLayout(), QGridLayout()
        for grid, spacing in ((self._tile_grid, theme.M), (self._card_grid, theme.L)):
            grid.setSpacing(spacing)
            column.addLayout(grid)
        column.addStretch()
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolling(content))
        self._stack.addWidget(
            EmptyState(
                "analysis",
                self.tr("Nothing to analyse yet"),
                self.tr("Import your clients and sales, or look around in the sample book."),
                actions=(
                    (self.tr("Import a file"), partial(self.open_requested.emit, "import", None)),
                    (self.tr("Look at a sample book"), partial(self.open_requested.emit, "sample", None)),
                ),
            )
        )
        self._stack.addWidget(
            EmptyState(
                "columns",
                self.tr("Your overview is empty"),
                self.tr("Choose the figures and charts that you want to see first."),
                actions=((self.tr("Choose…"), self.choose),),
            )
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def load(self) -> None:
        """Ask what is to stand here, then for each of these."""
        self._context.operations.query(self, _choices, on_result=self._lay_out, latest="overview")

    def show_item(self, item: dict[str, object]) -> None:
        """`choose`: open the choice of what stands here."""
        if item.get("choose"):
            self.choose()

    def choose(self) -> None:
        """Open the panel in which figures and charts are chosen."""
        if self._sheet is None:
            self._sheet = ChoiceSheet.over(self, self._context)
        self._sheet.open_with(list(self.tiles), list(self.cards))

    def _lay_out(self, answer: tuple[AnalysisSettings, bool]) -> None:
        settings, has_clients = answer
        tiles = gallery.chosen(settings.tiles, gallery.PROPOSED_TILES, gallery.tiles())
        charts = gallery.chosen(settings.charts, gallery.PROPOSED_CHARTS, gallery.charts())
        self.controls.setVisible(has_clients)
        self._stack.setCurrentIndex(1 if not has_clients else 0 if tiles or charts else 2)
        if not has_clients:
            return
        codes = [spec.code for spec in tiles], [spec.code for spec in charts]
        if codes != self._shown:
            self._shown = codes
            self._place_tiles(tiles)
            self._place_cards(charts)
        self._waiting = [*tiles, *charts]
        self._ask_next()

    def _ask_next(self) -> None:
        """One after the other, and none while another tab is in front, whose questions would have to wait."""
        if not self._waiting or not self.isVisible():
            return
        spec = self._waiting.pop(0)
        self._context.operations.query(
            self,
            _look,
            spec,
            self._context.today(),
            on_result=partial(self._answered, spec),
            on_error=partial(self._failed, spec),
            latest="overview",
        )

    def _answered(self, spec: ChartSpec | TileSpec, data: Any) -> None:
        self._show(spec, data)
        self._ask_next()

    def _failed(self, spec: ChartSpec | TileSpec, error: PortfolioError) -> None:
        """The book cannot be read: the window says so, and asking on would say it again."""
        self._waiting = []
        self._context.operations.failed.emit(error)

    def showEvent(self, event: QShowEvent) -> None:
        """Back in front: go on with what was not asked yet."""
        super().showEvent(event)
        self._ask_next()

    def _place_tiles(self, specs: list[TileSpec]) -> None:
        clear_layout(self._tile_grid)
        self.tiles = {}
        for place, spec in enumerate(specs):
            tile = StatTile(gallery.title(spec))
            tile.clicked.connect(partial(self.open_requested.emit, "analysis", {"tab": spec.tab}))
            self.tiles[spec.code] = tile
            self._tile_grid.addWidget(tile, place // TILES_IN_ROW, place % TILES_IN_ROW)
        for place in range(TILES_IN_ROW):
            self._tile_grid.setColumnStretch(place, 1 if place < len(specs) else 0)

    def _place_cards(self, specs: list[ChartSpec]) -> None:
        clear_layout(self._card_grid)
        self.cards = {}
        for place, spec in enumerate(specs):
            card = ChartCard(self._context, gallery.title(spec))
            card.setMinimumHeight(CHART_HEIGHT)
            card.open_requested.connect(self.open_requested)
            more = button(
                self.tr("More"), partial(self.open_requested.emit, "analysis", {"tab": spec.tab}), small=True
            )
            more.setAccessibleName(self.tr("More about: {title}").format(title=gallery.title(spec)))
            card.header.insertWidget(2, more)
            self.cards[spec.code] = card
            self._card_grid.addWidget(card, place // CHARTS_IN_ROW, place % CHARTS_IN_ROW)
        for place in range(CHARTS_IN_ROW):
            self._card_grid.setColumnStretch(place, 1 if place < len(specs) else 0)

    def _show(self, spec: ChartSpec | TileSpec, data: Any) -> None:
        currency = self._context.currency()
        if isinstance(spec, ChartSpec):
            if spec.code in self.cards:
                self.cards[spec.code].present(spec.present(data, currency))
        elif spec.code in self.tiles:
            figure: Figure = spec.present(data, currency)
            tile = self.tiles[spec.code]
            tile.set_value(figure.value or i18n.NO_VALUE, figure.badge, figure.tone)
            tile.set_explanation(figure.explain)
            self._share_width()

    def _share_width(self) -> None:
        """Each column of tiles as wide as its figures need."""
        widths = [0] * TILES_IN_ROW
        for place, tile in enumerate(self.tiles.values()):
            column = place % TILES_IN_ROW
            widths[column] = max(widths[column], tile.full_width())
        for column, width in enumerate(widths):
            self._tile_grid.setColumnStretch(column, width)
