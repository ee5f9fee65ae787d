"""The colours of charts, light and dark. Okabe-Ito where a colour carries meaning."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Hex colours of one theme. Text and muted text keep a contrast of 4.5:1 on background and surface."""

    background: str
    surface: str
    text: str
    muted: str
    grid: str
    accent: str
    accent_soft: str
    warn: str
    class_a: str
    class_b: str
    class_c: str
    good: str = "#00785A"
    bad: str = "#B3261E"
    series: tuple[str, ...] = ("#0072B2", "#D55E00", "#00785A", "#B5679A", "#A17800", "#3A8FC2", "#5B6678")
    """Okabe-Ito, darkened where needed to stand 3:1 on the surface; for series that have no colour of their own."""

    def series_colour(self, place: int) -> str:
        """The colour of the series at that place; they come round again after the last."""
        return self.series[place % len(self.series)]

    def class_colour(self, name: str) -> str:
        """The tone of an ABC class; that of C for anything else."""
        return {"A": self.class_a, "B": self.class_b}.get(name, self.class_c)

    def ink_on(self, colour: str) -> str:
        """The text or surface colour, whichever stands out more on `colour`."""
        return max((self.text, self.surface), key=lambda ink: contrast(ink, colour))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two hex colours, 1 to 21 (WCAG 2.1)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


LIGHT = Palette(
    background="#F5F7F9",
    surface="#FFFFFF",
    text="#1B2430",
    muted="#5B6678",
    grid="#E3E8ED",
    accent="#1F6F78",
    accent_soft="#A9CDD1",
    warn="#BC4B00",
    class_a="#1F6F78",
    class_b="#7FB3B9",
    class_c="#C3D3D6",
)
DARK = Palette(
    background="#14191F",
    surface="#1C232B",
    text="#E8EDF2",
    muted="#9BA7B4",
    grid="#323C47",
    accent="#4FB3BD",
    accent_soft="#2C6168",
    warn="#FF8A3D",
    class_a="#5CC0CA",
    class_b="#30717A",
    class_c="#3F505A",
    good="#2FBF96",
    bad="#FF7A70",
    series=("#56B4E9", "#E69F00", "#2FBF96", "#D98CBF", "#F0E442", "#8FB8DE", "#9BA7B4"),
)
