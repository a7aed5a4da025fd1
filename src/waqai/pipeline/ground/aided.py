"""Whom aid is for, where a clause of its own says so: «حطت طائرة محملة بأدوية للاجئين السودانيين»."""

from waqai.pipeline.detect import Found, Mention
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.people import Registry, Resolved

PEOPLE = frozenset(["CVL", "EDU", "REL", "NGO", "MED"])

# How far behind those it is for others stand who are joined to them by و: «للاجئين في المخيم والأهالي».
JOINED = 2


def aided(draft: Draft, found: tuple[Found, ...], registry: Registry) -> list[Resolved]:
    """The people that aid is said to be for, rather than the state where it arrives.

    Args:
        draft: a delivery of aid, with at most the state it came to for recipient.
        found: the sentences.
        registry: the document's parties.
    """
    if draft.type != "AID" or draft.act != "delivery" or not all(r.inferred for r in draft.recipients):
        return []
    frame = draft.frames[0]
    words, lead = found[frame.sentence].sentence.words, registry.lexicon.grammar["in_aid_of"]
    own = {r.party.key for r in draft.actors}
    out: list[Resolved] = []
    end = 0
    for m in found[frame.sentence].mentions:
        if m.i < frame.head.j or m.kind != "group" or m.sector not in PEOPLE:
            continue
        joined = bool(out) and m.conj == "و" and m.i - end <= JOINED
        resolved = registry.resolved(m) if joined or (not out and _led(m, words, lead)) else None
        if resolved is not None and resolved.party.key not in own:
            out.append(resolved)
            end = m.j
    return out


def _led(m: Mention, words: list[str], lead: frozenset[str]) -> bool:
    """«للشعب», «لدعم اللاجئين», «لصالح النازحين»."""
    return m.prep == "ل" or words[m.i - 1] in lead
