"""An agreement while its document is being read: what each mention adds to it. Mutable; never leaves ground."""

from msgspec import Struct

from waqai.lexicon import Lexicon
from waqai.model import Provision
from waqai.pipeline.ground.accords.names import Accord
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.people import Party

RANK = ("negotiated", "mediated", "agreed", "initialled", "signed", "acceded", "ratified", "in-force")
# What is led or spoken for by no state.
NO_STATE = frozenset(("REB", "OPP"))
# Who, beside a state, agrees for himself: elders, workers, parties.
PEOPLE = frozenset(("CVL", "LAB", "PTY", "OPP"))
CLOSING = ("amended", "extended", "violated", "rejected", "suspended", "ended")


class Clauses(Struct):
    """Items of one agreement, in the order of the text."""

    provisions: list[Provision]
    aims: list[Provision]
    amounts: list[Provision]

    def add(self, kind: str, items: list[Provision]) -> None:
        """Keep items under their kind, each once."""
        target = {"aim": self.aims, "amount": self.amounts}.get(kind, self.provisions)
        target.extend(item for item in items if item not in target)


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


def party_name(p: Party, lexicon: Lexicon) -> str | None:
    """Code of the state a party acts for; the name of a body or armed group that is no state's, or that he leads."""
    if p.sector in ("REB", "IGO") or not p.country:
        return p.name if p.kind in ("org", "group") else p.country
    led = lexicon.organisations.get(p.body or "") if p.kind in ("person", "role") else None
    return led.name if led is not None and led.sector in NO_STATE else p.country
