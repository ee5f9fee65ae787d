"""How the program looks: colours, sizes, and the one style sheet built from them.

`apply_theme(app, "system" | "light" | "dark")` may be called at any time. The sheet is that of each window that was
given to `dress`, and of whatever is inside it or opens from it, never the application's: Qt would work it out anew for
all of a page each time that a part of it is put into another, most of the time it takes to make one. Whoever paints by
hand reads `current()` inside its paint event and, when it caches pixels, listens to `notifier().changed`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from string import Template
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from portfolio_app.config import resources_dir

ThemeChoice = Literal["system", "light", "dark"]
Tone = Literal["neutral", "accent", "danger", "warn", "good"]

XS, S, M, L, XL = 4, 8, 12, 16, 24
"""Spacing in logical pixels: inside a row, between controls, inside cards, between cards, around pages."""
RADIUS_SMALL, RADIUS = 6, 10
_DRESSED = "isDressed"

FONT_SCALE = {"caption": 0.92, "body": 1.0, "card": 1.04, "section": 1.15, "page": 1.42, "value": 1.72}
"""Size of each text role relative to the system's font."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour of one theme, as #rrggbb. A `*_soft` colour is the background of its namesake as text."""

    name: str
    background: str
    surface: str
    raised: str
    sunken: str
    hover: str
    border: str
    hairline: str
    border_strong: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_text: str
    on_accent: str
    accent_soft: str
    accent_faint: str
    danger: str
    danger_soft: str
    warn: str
    warn_soft: str
    good: str
    good_soft: str
    neutral: str
    neutral_soft: str
    toast: str
    on_toast: str
    toast_action: str

    @property
    def is_dark(self) -> bool:
        """Whether this is the dark theme."""
        return self.name == "dark"

    def tone(self, tone: Tone) -> tuple[str, str]:
        """(text, background) of a badge of that tone."""
        if tone == "accent":
            return self.accent_text, self.accent_soft
        return getattr(self, tone), getattr(self, f"{tone}_soft")

    def segment(self, colour: str) -> str:
        """The colour stored with a segment, made visible (3:1) on this theme's surface."""
        return _visible(colour, self.surface) if self.is_dark else colour


LIGHT = Tokens(
    name="light", background="#f5f6f8", surface="#ffffff", raised="#ffffff", sunken="#f5f6f8",
    hover="#f0f3f5", border="#e2e5ea", hairline="#eceef2", border_strong="#c9ced6",
    text="#1b2230", muted="#5a6475",
    accent="#1f6f78", accent_hover="#195c64", accent_text="#17626b", on_accent="#ffffff",
    accent_soft="#e1f0f1", accent_faint="#a9ccd0",
    danger="#b3261e", danger_soft="#fde7e5", warn="#855300", warn_soft="#fdf0d5",
    good="#1b6b3a", good_soft="#e2f4e7", neutral="#3f4959", neutral_soft="#edeff3",
    toast="#232b38", on_toast="#f4f6f8", toast_action="#8fd8df",
)  # fmt: skip

DARK = Tokens(
    name="dark", background="#13161b", surface="#1b1f26", raised="#232831", sunken="#15191f",
    hover="#252b34", border="#2c323c", hairline="#262c35", border_strong="#465060",
    text="#e7eaef", muted="#9ea8b6",
    accent="#4fb3be", accent_hover="#6cc6d0", accent_text="#7fd0d9", on_accent="#06262a",
    accent_soft="#1c3a3f", accent_faint="#2f666d",
    danger="#ff9d94", danger_soft="#46221f", warn="#f1c56f", warn_soft="#3f3217",
    good="#83d59d", good_soft="#1c3a27", neutral="#ccd2db", neutral_soft="#2b313b",
    toast="#e7eaef", on_toast="#1b1f26", toast_action="#17626b",
)  # fmt: skip

OKABE_ITO = {
    "green": "#009e73", "blue": "#0072b2", "vermillion": "#d55e00", "sky": "#56b4e9",
    "orange": "#e69f00", "purple": "#cc79a7", "yellow": "#f0e442", "grey": "#999999", "black": "#000000",
}  # fmt: skip
"""Colours for segments and series that colour-blind people tell apart (Okabe and Ito, 2008)."""


class ThemeNotifier(QObject):
    """Says when the theme changed; `changed` carries the new `Tokens`."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.tokens = LIGHT
        self.choice: ThemeChoice = "system"
        self.base_font: QFont | None = None
        self.sheet = ""


_notifiers: list[ThemeNotifier] = []


def notifier() -> ThemeNotifier:
    """The one notifier of the process, made on first use."""
    if not _notifiers:
        _notifiers.append(ThemeNotifier())
    return _notifiers[0]


def current() -> Tokens:
    """The tokens in force."""
    return notifier().tokens


def apply_theme(app: QApplication, choice: ThemeChoice) -> Tokens:
    """Dress the whole application; "system" keeps following the desktop's light or dark setting."""
    state = notifier()
    hints = app.styleHints()
    if state.base_font is None:
        state.base_font = QFont(app.font())
        app.setStyle("Fusion")
        hints.colorSchemeChanged.connect(_system_changed)
    state.choice = choice
    scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(choice)
    if scheme is None:
        hints.unsetColorScheme()
        scheme = hints.colorScheme()
    else:
        hints.setColorScheme(scheme)
    _dress(app, DARK if scheme == Qt.ColorScheme.Dark else LIGHT)
    return state.tokens


def _system_changed(scheme: Qt.ColorScheme) -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication) and notifier().choice == "system":
        _dress(app, DARK if scheme == Qt.ColorScheme.Dark else LIGHT)


def dress(window: QWidget) -> None:
    """Give the sheet to something that opens as a window of its own and has no parent to take it from."""
    sheet = notifier().sheet
    window.setProperty(_DRESSED, True)
    if window.styleSheet() != sheet:
        window.setStyleSheet(sheet)


def _dress(app: QApplication, tokens: Tokens) -> None:
    state = notifier()
    already = state.tokens == tokens and state.sheet
    state.tokens = tokens
    if already:
        return
    app.setFont(font())
    app.setPalette(palette(tokens))
    state.sheet = style_sheet(tokens, _base_points())
    for window in app.topLevelWidgets():
        if window.property(_DRESSED):
            dress(window)
    state.changed.emit(tokens)


def _base_points() -> float:
    base = notifier().base_font
    points = base.pointSizeF() if base is not None else 9.0
    return min(max(points, 9.0), 13.0)


def font(role: str = "body", *, bold: bool = False) -> QFont:
    """The font of a text role ("caption", "body", "card", "section", "page", "value") for hand painting."""
    result = QFont(notifier().base_font or QApplication.font())
    result.setPointSizeF(_base_points() * FONT_SCALE[role])
    if bold:
        result.setWeight(QFont.Weight.DemiBold)
    return result


def palette(tokens: Tokens) -> QPalette:
    """The `QPalette` of a theme, for what the style sheet leaves to Fusion."""
    result = QPalette()
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, tokens.background), (role.WindowText, tokens.text),
        (role.Base, tokens.surface), (role.AlternateBase, tokens.sunken), (role.Text, tokens.text),
        (role.Button, tokens.surface), (role.ButtonText, tokens.text), (role.BrightText, tokens.danger),
        (role.ToolTipBase, tokens.toast), (role.ToolTipText, tokens.on_toast),
        (role.PlaceholderText, tokens.muted), (role.Link, tokens.accent_text),
        (role.LinkVisited, tokens.accent_text), (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent), (role.Accent, tokens.accent),
        (role.Light, tokens.raised), (role.Midlight, tokens.hover), (role.Mid, tokens.border_strong),
        (role.Dark, tokens.border_strong), (role.Shadow, tokens.border),
    ):  # fmt: skip
        result.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.border_strong))
    return result


def style_sheet(tokens: Tokens, points: float) -> str:
    """The style sheet of a theme; `points` is the size of body text."""
    values = {field.name: getattr(tokens, field.name) for field in fields(tokens)}
    values |= {f"size_{role}": f"{points * scale:.2f}pt" for role, scale in FONT_SCALE.items()}
    values["icons"] = (resources_dir() / "icons").as_posix()
    source = resources_dir() / "styles" / "app.qss"
    return Template(source.read_text(encoding="utf-8")).substitute(values)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet looks at ("role", "variant", "tone", ...) and restyle the widget."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    # Not through widget.style(): Python would keep the window's style with the widget, for longer than Qt does.
    widget.setStyleSheet(widget.styleSheet())


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb (WCAG 2.2, definition of relative luminance)."""
    channels = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(first: str, second: str, share: float) -> str:
    """`first` with `share` (0 to 1) of `second` in it."""
    pairs = [(int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


@lru_cache(maxsize=256)
def _visible(colour: str, surface: str) -> str:
    if not QColor.isValidColorName(colour):
        return OKABE_ITO["grey"]
    colour = QColor(colour).name()
    share = 0.0
    while contrast(mix(colour, "#ffffff", share), surface) < 3 and share < 1:
        share += 0.1
    return mix(colour, "#ffffff", min(share, 1.0))
