"""A user's text where Qt would read more into it: tips take HTML, buttons and menus take marks for keys."""

from __future__ import annotations


def plain_tooltip(text: str) -> str:
    """`text` as a tooltip that wraps and is never read as rich text."""
    if not text:
        return ""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<p style='margin:0'>{safe}</p>"


def plain_caption(text: str) -> str:
    """`text` as the words of a button, a tab or a menu's line: no letter becomes a key, nothing a shortcut."""
    return " ".join(text.split()).replace("&", "&&")


def plain_title(text: str) -> str:
    """`text` in a window's title, where Qt keeps a place for a mark of unsaved changes."""
    return " ".join(text.split()).replace("[*]", "[*][*]")
