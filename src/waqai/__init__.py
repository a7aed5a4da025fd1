"""Waqai reads Arabic news reports and keeps the record of what states did with one another."""

__version__ = "0.1.0"
