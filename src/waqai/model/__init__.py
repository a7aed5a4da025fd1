"""Frozen, typed records: what a read document is, as `RECORD.md` says it. No logic lives here."""

from waqai.model.document import Document
from waqai.model.record import (
    Agreement,
    Entity,
    Event,
    Evidence,
    Interval,
    Link,
    Participant,
    Place,
    Provision,
    Record,
    Source,
    Tenure,
    Topic,
    Trace,
)

__all__ = [
    "Agreement",
    "Document",
    "Entity",
    "Event",
    "Evidence",
    "Interval",
    "Link",
    "Participant",
    "Place",
    "Provision",
    "Record",
    "Source",
    "Tenure",
    "Topic",
    "Trace",
]
