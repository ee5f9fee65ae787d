"""Pure computation: frames and a date in, frames and figures out. No Qt, no SQL, no clock.

Everything derived is a function of the book (`frames.BookFrames`) and a date (`as_of`). `metrics.metrics`
makes the one table per client that segments, concentration, follow-ups, charts and exports read.
Import the modules directly: they load pandas, so whoever starts the program imports them late.
"""
