"""Looks at every widget, menu and model on screen for a user's text that would be anything but text."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QMenu,
    QMessageBox,
    QProgressBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

MARK = "Q7{0}%n<b>x<img src=file:///etc/passwd>&amp; R&D $\\frac{1}{2}$"
"""A name that is markup, a mnemonic, a template and a formula, after a word by which it is found again."""
WORD = "Q7"
INTACT = "Q7{0}%n<b>"
ROWS = 60

Tip = Qt.ItemDataRole.ToolTipRole


def findings() -> list[str]:
    """What is wrong with the widgets there are now, shown or not."""
    found = []
    for widget in QApplication.allWidgets():
        where = _place(widget)
        found += [f"{where}: {what}" for what in _of(widget)]
    return sorted(set(found))


def marked() -> int:
    """How many labels, buttons, actions and cells show a hostile text: that the search sees something."""
    count = 0
    for widget in QApplication.allWidgets():
        if isinstance(widget, QLabel | QAbstractButton) and WORD in widget.text():
            count += 1
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            count += sum(WORD in str(index.data()) for index in _cells(widget.model()))
        count += sum(WORD in action.text() for action in widget.actions())
    return count


def _place(widget: QWidget) -> str:
    names = []
    each: QWidget | None = widget
    while each is not None:
        names.append(type(each).__name__)
        each = each.parentWidget()
    return "/".join(reversed(names))


def _of(widget: QWidget) -> Iterator[str]:
    for name in ("toolTip", "whatsThis", "statusTip"):
        yield from _tip(name, getattr(widget, name)())
    for name in ("accessibleName", "accessibleDescription"):
        yield from _plain(name, getattr(widget, name)())
    if widget.isWindow():
        yield from _title(widget)
    if isinstance(widget, QLabel):
        yield from _label(widget)
    elif isinstance(widget, QAbstractButton):
        yield from _mnemonic("button", widget.text())
    elif isinstance(widget, QTabBar):
        for place in range(widget.count()):
            yield from _mnemonic("tab", widget.tabText(place))
            yield from _tip("tab's tip", widget.tabToolTip(place))
    elif isinstance(widget, QGroupBox):
        yield from _mnemonic("group", widget.title())
    elif isinstance(widget, QProgressBar):
        yield from _plain("progress", widget.format())
    elif isinstance(widget, QTextEdit):
        yield from _plain("text", widget.toPlainText())
    elif isinstance(widget, QMessageBox) and WORD in widget.text():
        if widget.textFormat() != Qt.TextFormat.PlainText:
            yield f"message is not plain: {widget.text()!r}"
    elif isinstance(widget, QComboBox | QAbstractItemView) and widget.model() is not None:
        yield from _model(widget.model())
    for action in widget.actions():
        yield from _action(widget, action)


def _title(widget: QWidget) -> Iterator[str]:
    title = widget.windowTitle()
    yield from _plain("title", title)
    if "[*]" in title.replace("[*][*]", ""):
        yield f"title has a placeholder: {title!r}"


def _label(label: QLabel) -> Iterator[str]:
    text = label.text()
    if WORD not in text:
        return
    if label.windowType() == Qt.WindowType.ToolTip:
        yield from _tip("tip in sight", text)
        return
    yield from _plain("label", text)
    if label.textFormat() != Qt.TextFormat.PlainText:
        yield f"label is not plain: {text!r}"
    if label.buddy() is not None:
        yield from _mnemonic("label", text)


def _action(widget: QWidget, action: QAction) -> Iterator[str]:
    yield from _mnemonic("action", action.text())
    if WORD in action.text() and "\t" in action.text():
        yield f"action's text holds a shortcut: {action.text()!r}"
    if not isinstance(widget, QMenu) or widget.toolTipsVisible():
        tip = action.toolTip()
        if tip != action.text().replace("&&", "&"):
            yield from _tip("action's tip", tip)


def _mnemonic(kind: str, text: str) -> Iterator[str]:
    if WORD not in text:
        return
    if "&" in text.replace("&&", ""):
        yield f"{kind} has a mnemonic: {text!r}"
    yield from _plain(kind, text.replace("&&", "&"))


def _plain(kind: str, text: str) -> Iterator[str]:
    """Every hostile name in it must have come through whole: no template filled in, nothing escaped twice."""
    if text.count(WORD) != text.count(INTACT):
        yield f"{kind} was changed: {text!r}"


def _tip(kind: str, text: str) -> Iterator[str]:
    if WORD not in text:
        return
    if not GuiQt.mightBeRichText(text):
        yield from _plain(kind, text)
        return
    document = QTextDocument()
    document.setHtml(text)
    yield from _plain(kind, document.toPlainText())
    if "￼" in document.toPlainText():
        yield f"{kind} shows a picture: {text!r}"


def _cells(model: QAbstractItemModel) -> Iterator[QModelIndex]:
    for row in range(min(model.rowCount(), ROWS)):
        for column in range(_columns(model)):
            yield model.index(row, column)


def _columns(model: QAbstractItemModel) -> int:
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount()


def _model(model: QAbstractItemModel) -> Iterator[str]:
    for index in _cells(model):
        yield from _tip("cell's tip", str(index.data(Tip) or ""))
        yield from _plain("cell", str(index.data(Qt.ItemDataRole.DisplayRole) or ""))
        for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            yield from _plain("cell's name", str(index.data(role) or ""))
    for orientation in (Qt.Orientation.Horizontal, Qt.Orientation.Vertical):
        across = orientation == Qt.Orientation.Horizontal
        for place in range(min(_columns(model) if across else model.rowCount(), ROWS)):
            yield from _plain("header", str(model.headerData(place, orientation) or ""))
            yield from _tip("header's tip", str(model.headerData(place, orientation, Tip) or ""))
