"""Icons: SVG files of resources/icons, drawn in the colour of the moment.

A file paints with `currentColor`, which is replaced before rendering.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QObject, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QToolButton, QWidget

from portfolio_app.config import resources_dir
from portfolio_app.ui import theme
from portfolio_app.ui.plain import plain_tooltip


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return (resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int = 20, ratio: float = 1.0) -> QPixmap:
    """The icon `name` in `colour`, `size` logical pixels square, sharp at the device pixel `ratio`."""
    from PySide6.QtSvg import QSvgRenderer

    side = max(1, round(size * ratio))
    result = QPixmap(side, side)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode())).render(painter)
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result


def icon(name: str, colour: str | None = None, size: int = 20) -> QIcon:
    """A `QIcon` in `colour` (the muted text colour when not given); it does not follow the theme."""
    result = QIcon()
    for ratio in (1.0, 2.0):
        result.addPixmap(pixmap(name, colour or theme.current().muted, size, ratio))
    return result


class _Tint(QObject):
    """Keeps a button's icon in a colour of the theme."""

    def __init__(self, button: QAbstractButton, name: str, token: str) -> None:
        super().__init__(button)
        self._button, self._name, self._token = button, name, token
        theme.notifier().changed.connect(self.paint)
        self.paint(theme.current())

    def show(self, name: str, token: str) -> None:
        self._name, self._token = name, token
        self.paint(theme.current())

    def paint(self, tokens: theme.Tokens) -> None:
        self._button.setIcon(icon(self._name, getattr(tokens, self._token)))


def set_icon(button: QAbstractButton, name: str, token: str = "muted", size: int = 16) -> None:
    """Give `button` an icon whose colour is the theme's `token` ("muted", "on_accent", ...), for good."""
    button.setIconSize(QSize(size, size))
    known = button.findChild(_Tint, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if known is None:
        _Tint(button, name, token)
    else:
        known.show(name, token)


class IconButton(QToolButton):
    """A button that is only an icon. `label` is its accessible name and, with the shortcut, its tooltip.

    The shortcut is only named: the window's action has it, and the same keys twice would do nothing.
    """

    def __init__(self, name: str, label: str, parent: QWidget | None = None, *, shortcut: str = "") -> None:
        super().__init__(parent)
        set_icon(self, name)
        self.setAccessibleName(label)
        self.setToolTip(plain_tooltip(f"{label} ({shortcut})" if shortcut else label))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
