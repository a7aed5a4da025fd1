"""Doing the work over many documents: taking in, linking, correcting. Knows no Arabic of its own."""
