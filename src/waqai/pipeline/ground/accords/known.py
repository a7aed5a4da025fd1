"""An agreement while its document is being read: what each mention adds to it. Mutable; never leaves ground."""

from msgspec import Struct

from waqai.pipeline.ground.accords.clauses import Clauses
from waqai.pipeline.ground.accords.names import Accord
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.people import Party

RANK = ("negotiated", "mediated", "agreed", "initialled", "signed", "acceded", "ratified", "in-force")
CLOSING = ("amended", "extended", "violated", "rejected", "suspended", "ended")


class Known(Struct, kw_only=True):
    """An agreement while the document is being read."""

    accord: Accord
    title: str
    span: tuple[int, int]
    tokens: frozenset[str]
    stage: str
    parties: list[str]
    signatories: list[str]
    signed: str | None
    place: str | None
    sentences: list[int]
    clauses: Clauses
    drafts: list[Draft]


def rank(stage: str) -> int:
    """Later stages outrank earlier ones; what ends or suspends outranks all."""
    if stage in CLOSING:
        return len(RANK) + CLOSING.index(stage)
    return RANK.index(stage) if stage in RANK else -1


def party_name(p: Party) -> str | None:
    """Code of the state a party acts for; the name of a body or armed group that is no state's."""
    if p.sector in ("REB", "IGO") or not p.country:
        return p.name if p.kind in ("org", "group") else p.country
    return p.country
