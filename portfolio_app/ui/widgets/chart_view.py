"""Shows a chart of portfolio_app.charts: crisp, in the colours of the theme, data under the pointer."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFileDialog, QMenu, QSizePolicy, QToolTip, QWidget

from portfolio_app.errors import BookWriteError
from portfolio_app.ui import theme
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.widgets import chart_worker
from portfolio_app.ui.widgets.chart_worker import Draw, HitArea, Picture

RESIZE_MS = 60


class ChartView(QWidget):
    """Give it `draw(callback)`; `callback(figure, palette)` draws on a new matplotlib Figure.

    It is called off the UI thread, so it must not touch widgets, and returns `ChartHits` (one, several or
    None) for what can be pointed at.
    """

    client_clicked = Signal(int)
    open_requested = Signal(str, object)
    """What a click on something else than a client opens (`ChartHits.opens`)."""
    saved = Signal(str)
    """The path of an image that was written."""
    failed = Signal(object)
    """A `PortfolioError`: the image could not be written."""
    drawn = Signal()
    """A new picture is on screen."""

    def __init__(
        self, label: str, parent: QWidget | None = None, *, minimum: tuple[int, int] = (220, 160)
    ) -> None:
        super().__init__(parent)
        self._label = label
        self.setAccessibleName(label)
        self.setMinimumSize(*minimum)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._draw: Draw | None = None
        self._picture: Picture | None = None
        self._pointed: tuple[HitArea, int] | None = None
        self._is_drawing = False
        self._is_stale = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(RESIZE_MS)
        self._timer.timeout.connect(self._render)
        theme.notifier().changed.connect(self._on_theme)

    def draw(self, callback: Draw) -> None:
        """Show another chart; drawn when the widget is visible."""
        self._draw = callback
        self._pointed = None
        self._render()

    def clear(self) -> None:
        """Show nothing."""
        self._draw = None
        self._picture = None
        self._pointed = None
        self.update()

    @property
    def is_waiting(self) -> bool:
        """Whether a picture is still to come (only a visible chart is drawn)."""
        return self._draw is not None and (self._is_drawing or self._is_stale or self._timer.isActive())

    def menu_button(self) -> IconButton:
        """A button for a card's header: save as PNG, SVG or PDF, copy."""
        result = IconButton("more", self.tr("Save or copy this chart"))
        menu = QMenu(result)
        for kind in ("png", "svg", "pdf"):
            menu.addAction(
                self.tr("Save as {kind}…").format(kind=kind.upper()), partial(self._ask_path, kind)
            )
        menu.addSeparator()
        menu.addAction(self.tr("Copy image"), self.copy_image)
        result.setMenu(menu)
        result.setPopupMode(result.ToolButtonPopupMode.InstantPopup)
        return result

    def save(self, path: Path) -> None:
        """Write the chart to `path` (.png, .svg, .pdf); answers with `saved` or `failed`."""
        if self._draw is None:
            return

        def finished(result: Path | None, error: Exception | None) -> None:
            if not shiboken6.isValid(self):
                return
            if error is None:
                self.saved.emit(str(path))
            else:
                self.failed.emit(BookWriteError("cannot_write", path=path.name, detail=_reason(error)))

        chart_worker.shared().submit(
            chart_worker.write, self._draw, path, self.width(), self.height(), on_done=finished
        )

    def copy_image(self) -> None:
        """Put the picture on the clipboard."""
        if self._picture is not None:
            QGuiApplication.clipboard().setImage(self._picture.image)

    def sizeHint(self) -> QSize:
        """A comfortable chart."""
        return QSize(480, 260)

    def showEvent(self, event: QShowEvent) -> None:
        """The first show loads matplotlib, in the background."""
        super().showEvent(event)
        if self._is_stale:
            self._render()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw again when the size has settled; until then the old picture is stretched."""
        super().resizeEvent(event)
        self._is_stale = True
        self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture, and mark what is pointed at by keyboard."""
        painter = QPainter(self)
        tokens = theme.current()
        if self._picture is None:
            if self._draw is not None:
                painter.setPen(QColor(tokens.muted))
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Drawing…"))
            return
        image = self._picture.image
        if image.deviceIndependentSize().toSize() == self.size():
            painter.drawImage(0, 0, image)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), image)
        if self._pointed is not None and (spot := self._spot(*self._pointed)) is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens.surface), 2))
            painter.setBrush(QColor(tokens.text))
            painter.drawEllipse(spot, 5, 5)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at data."""
        found = self._find(event.position())
        clickable = found is not None and found[0].target(found[1], found[2]) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor)
        pointed = None if found is None else (found[0], found[1])
        if pointed != self._pointed:
            self._pointed = pointed
            self.update()
            text = self._text_of(pointed)
            QToolTip.showText(event.globalPosition().toPoint(), plain_tooltip(text), self)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self._pointed = None
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the client, or what else lies there."""
        found = self._find(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found is not None:
            self._open(*found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows walk through the data, Enter opens what is pointed at."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self._walk(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._pointed is not None:
            area, row = self._pointed
            self._open(area, row, area.client_of(row))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """A tooltip asked for by Qt shows what is pointed at."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return True
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._render()
        return super().event(event)

    def _walk(self, step: int) -> None:
        area = self._pointed[0] if self._pointed else next(iter(self._areas()), None)
        if area is None or not len(area.hits.rows):
            return
        rows = [int(row) for row in area.hits.rows]
        place = rows.index(self._pointed[1]) + step if self._pointed else 0
        self._pointed = (area, rows[max(0, min(place, len(rows) - 1))])
        self.update()
        text = self._text_of(self._pointed)
        self.setAccessibleDescription(text)
        if (spot := self._spot(*self._pointed)) is not None:
            QToolTip.showText(self.mapToGlobal(spot.toPoint()), plain_tooltip(text), self)

    def _open(self, area: HitArea, row: int, client: int | None) -> None:
        target = area.target(row, client)
        if target is not None and target[0] == "client":
            self.client_clicked.emit(target[1])
        elif target is not None:
            self.open_requested.emit(*target)

    def _areas(self) -> tuple[HitArea, ...]:
        return self._picture.areas if self._picture is not None else ()

    def _find(self, position: QPointF) -> tuple[HitArea, int, int | None] | None:
        if self._picture is None or self._is_stale:
            return None
        ratio = self._picture.image.devicePixelRatio()
        x, y = position.x() * ratio, self._picture.image.height() - position.y() * ratio
        for area in self._areas():
            found = area.at(x, y)
            if found is not None:
                return area, *found
        return None

    def _spot(self, area: HitArea, row: int) -> QPointF | None:
        pixel = area.anchor(row)
        if pixel is None or self._picture is None:
            return None
        ratio = self._picture.image.devicePixelRatio()
        return QPointF(pixel[0] / ratio, (self._picture.image.height() - pixel[1]) / ratio)

    @staticmethod
    def _text_of(pointed: tuple[HitArea, int] | None) -> str:
        if pointed is None or pointed[0].tooltip is None:
            return ""
        return pointed[0].tooltip(pointed[1])

    def _on_theme(self) -> None:
        self._is_stale = True
        self._render()

    def _render(self) -> None:
        self._is_stale = True
        if self._draw is None or not self.isVisible() or self._is_drawing or self.width() < 20:
            return
        self._is_drawing, self._is_stale = True, False
        chart_worker.shared().submit(
            chart_worker.render,
            self._draw,
            chart_worker.palette_for(theme.current()),
            self.width(),
            self.height(),
            self.devicePixelRatioF(),
            on_done=self._show_picture,
        )

    def _show_picture(self, picture: Picture | None, error: Exception | None) -> None:
        if not shiboken6.isValid(self):
            return
        self._is_drawing = False
        if picture is not None and self._draw is not None:
            self._picture = picture
            self._pointed = None
            self.update()
        if self._is_stale:
            self._render()
        else:
            self.drawn.emit()

    def _ask_path(self, kind: str) -> None:
        dialog = QFileDialog(self, self.tr("Save chart"), f"{self._label}.{kind}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind)
        dialog.setNameFilter(f"{kind.upper()} (*.{kind})")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.open()


def _reason(error: Exception) -> str:
    return error.strerror or type(error).__name__ if isinstance(error, OSError) else type(error).__name__
