"""Small pieces of the import page: where one stands, a sentence in place, the place to drop files on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from portfolio_app.ui import icons, theme
from portfolio_app.ui.theme import Tone
from portfolio_app.ui.widgets import Badge, ElidedLabel, button, clear_layout, text_label


class StepBar(QWidget):
    """The four steps, the one in hand standing out, and a line about the files."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = list(names)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        self._badges = [Badge(name) for name in names]
        for badge in self._badges:
            layout.addWidget(badge)
        layout.addSpacing(theme.S)
        self._about = ElidedLabel("", "muted")
        layout.addWidget(self._about, 1)

    def show_step(self, current: int, *, is_finished: bool = False) -> None:
        """Mark the step in hand; those before it get a tick."""
        for number, badge in enumerate(self._badges):
            is_done = number < current or is_finished
            tone: Tone = "good" if is_done else "accent" if number == current else "neutral"
            badge.set_text(f"{number + 1}  {self._names[number]}{'  ✓' if is_done else ''}", tone)
        self.setAccessibleName(self._names[min(current, len(self._names) - 1)])

    def set_about(self, text: str) -> None:
        """The line beside the steps."""
        self._about.setText(text)


class Notice(QFrame):
    """A sentence on a soft colour, in the place it is about. Hidden while it has nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        layout.setSpacing(theme.S)
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._label = text_label("", wrap=True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(self._icon)
        layout.addWidget(self._label, 1)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(theme.S)
        layout.addLayout(self._actions)
        self.buttons: list[QPushButton] = []
        self._tone: Tone = "danger"
        theme.notifier().changed.connect(self._dress)
        self.say("")

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def say(
        self, text: str, tone: Tone = "danger", actions: Sequence[tuple[str, Callable[[], object]]] = ()
    ) -> None:
        """Say it, with what can be done about it; nothing hides the notice."""
        self._tone = tone
        clear_layout(self._actions)
        self.buttons = [button(words, call, small=True) for words, call in actions]
        for item in self.buttons:
            self._actions.addWidget(item, 0, Qt.AlignmentFlag.AlignVCenter)
        is_line = bool(actions)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignVCenter if is_line else Qt.AlignmentFlag.AlignTop)
        self._label.setText(text)
        theme.set_property(self, "tone", tone)
        self.setAccessibleName(text)
        self._dress()
        self.setVisible(bool(text))

    def _dress(self) -> None:
        colour = theme.current().tone(self._tone)[0]
        name = {"good": "check", "accent": "info"}.get(self._tone, "warning")
        self._icon.setPixmap(icons.pixmap(name, colour, 16, self.devicePixelRatioF()))
        self._label.setStyleSheet(f"color: {colour};")


class Option(QWidget):
    """A small labelled list of choices; `chosen` is only told when the person chose."""

    chosen = Signal(object)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, theme.S, 0)
        layout.setSpacing(theme.XS + 2)
        words = text_label(label, "muted")
        self.combo = QComboBox()
        self.combo.setAccessibleName(label)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        words.setBuddy(self.combo)
        layout.addWidget(words)
        layout.addWidget(self.combo)
        self.combo.activated.connect(lambda _: self.chosen.emit(self.combo.currentData()))

    def offer(self, choices: Sequence[tuple[str, object]], current: object) -> None:
        """Show these (text, value), standing on `current`; hidden when there is nothing to choose from."""
        self.combo.clear()
        for text, value in choices:
            self.combo.addItem(text, value)
        values = [value for _, value in choices]
        self.combo.setCurrentIndex(values.index(current) if current in values else 0)
        self.setVisible(len(choices) > 1)


class DropZone(QFrame):
    """Where files can be dropped, with a button for those who would rather choose."""

    choose_requested = Signal()
    paste_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_hot = False
        self.setMinimumHeight(220)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.XL)
        layout.setSpacing(theme.S)
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(1)
        layout.addWidget(self._icon)
        for text, role in (
            (self.tr("Drop your files here"), "section"),
            (
                self.tr(
                    "Excel, LibreOffice, CSV, phone contacts (vCard), exports of other programs. "
                    "Several at once if you like."
                ),
                "muted",
            ),
        ):
            label = text_label(text, role, wrap=True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addSpacing(theme.S)
        self.button = button(self.tr("Choose files…"), self.choose_requested.emit, variant="primary")
        self.paste_button = button(
            self.tr("Paste from Excel (Ctrl+V)"), self.paste_requested.emit, icon="copy"
        )
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        row.addStretch()
        row.addWidget(self.button)
        row.addWidget(self.paste_button)
        row.addStretch()
        layout.addLayout(row)
        layout.addStretch(1)
        theme.notifier().changed.connect(self._dress)
        self._dress()

    def set_hot(self, is_hot: bool) -> None:
        """Show that what is being dragged can be dropped."""
        self._is_hot = is_hot
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed frame."""
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(tokens.accent if self._is_hot else tokens.border_strong), 1.5)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(QColor(tokens.accent_soft if self._is_hot else tokens.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)

    def _dress(self) -> None:
        self._icon.setPixmap(icons.pixmap("import", theme.current().accent, 40, self.devicePixelRatioF()))
        self.update()


def dropped_files(event: QDragEnterEvent | QDragMoveEvent | QDropEvent) -> list[Path]:
    """The files of this computer that are being dragged."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
