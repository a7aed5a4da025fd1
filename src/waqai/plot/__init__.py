"""Pictures of records, PNG and SVG, Arabic laid out right to left. `KINDS` is the list."""

from waqai.plot.draw import KINDS, plot

__all__ = ["KINDS", "plot"]
