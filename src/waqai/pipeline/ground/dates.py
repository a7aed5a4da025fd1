"""Dates of events: those of their clause; for an event that names none, what the document ties it to."""

from waqai.pipeline.extract import Extracted
from waqai.pipeline.ground.draft import Draft


def date_drafts(drafts: list[Draft], extracted: Extracted) -> None:
    """Give undated events the date of the event they are part of or result from, with the reason."""
    for at, draft in enumerate(drafts):
        if draft.when is not None:
            continue
        for other in reversed(drafts[:at]):
            if other.when is not None and _together(draft, other):
                draft.when = other.when
                draft.when_because = "told as one with the event before, which is dated"
                break


def _together(draft: Draft, other: Draft) -> bool:
    """In the same sentence with shared parties, or a meeting within a visit."""
    same_sentence = bool(set(draft.sentences) & set(other.sentences))
    return same_sentence and bool(draft.party_keys() & other.party_keys()) and draft.status == other.status
