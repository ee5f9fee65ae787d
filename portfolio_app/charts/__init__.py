"""Charts drawn on an explicit matplotlib Figure: frame and palette in, artists and a hit map out.

No pyplot, no Qt, and no language: words and number formats come in with `chart_text`. Whoever starts the
program imports these modules late, they load matplotlib.
"""
