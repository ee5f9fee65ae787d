"""The few windows that ask before the program can go on: what opens a book, or what replaces a damaged one.

They stand over the window, which goes on working behind them: `open()`, never `exec()`.
"""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QProgressBar, QVBoxLayout, QWidget

from portfolio_app.ui import theme
from portfolio_app.ui.plain import plain_title
from portfolio_app.ui.widgets import line, text_label


class Box(QDialog):
    """A titled dialog: `body` for its content, `footer` for its buttons, a line for what went wrong.

    Whoever opened it says `withdraw` when it is answered.
    """

    def __init__(self, parent: QWidget, title: str, width: int) -> None:
        super().__init__(parent)
        self.is_busy = False
        self.setWindowTitle(plain_title(title))
        self.setFixedWidth(width)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(theme.XL, theme.L + 4, theme.XL, theme.L)
        self.body.setSpacing(theme.S)
        heading = text_label(title, "section", wrap=True)
        self.body.addWidget(heading)
        outer.addWidget(inside, 1)
        self.problem = text_label("", "danger", wrap=True)
        self.problem.setContentsMargins(theme.XL, 0, theme.XL, theme.M)
        self.problem.hide()
        outer.addWidget(self.problem)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Working…"))
        self.progress.hide()
        outer.addWidget(self.progress)
        outer.addWidget(line())
        self.footer = QHBoxLayout()
        self.footer.setContentsMargins(theme.XL, theme.M, theme.XL, theme.M)
        self.footer.setSpacing(theme.S)
        outer.addLayout(self.footer)

    def say(self, sentence: str) -> None:
        """Say what went wrong, "" for nothing."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.fit()
        if sentence:
            QAccessible.updateAccessibility(QAccessibleEvent(self.problem, QAccessible.Event.Alert))

    def set_busy(self, busy: bool) -> None:
        """Something is being done: the buttons wait, and Escape too."""
        self.is_busy = busy
        self.progress.setVisible(busy)

    def reject(self) -> None:
        """Give up, but not in the middle of what is being done."""
        if not self.is_busy:
            super().reject()

    def withdraw(self) -> None:
        """Go away for good, whatever is being done."""
        self.is_busy = False
        self.reject()
        self.deleteLater()

    def fit(self) -> None:
        """Take the height the content needs now."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))
