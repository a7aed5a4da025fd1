"""Whom a threat is for, where only its condition names him: «سنرد إذا نشرت واشنطن الصواريخ»."""

from waqai.pipeline.detect import Found
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.people import Registry, Resolved

IF, UNLESS = frozenset(["اذا", "لو", "حال"]), ["ما", "لم"]
SIDES = frozenset(["state", "person", "role", "org", "group"])
# How far behind «إذا» the one stands who may do what calls the threat down.
NEAR = 4


def threatened(draft: Draft, found: tuple[Found, ...], registry: Registry) -> list[Resolved]:
    """The subject of the condition of a threat that names nobody; empty where that is the one who threatens.

    Args:
        draft: a threat.
        found: the sentences.
        registry: the document's parties.
    """
    frame = draft.frames[0]
    if draft.type != "THREATEN":
        return []
    words = found[frame.sentence].sentence.words
    own = {r.party.country for r in draft.actors} - {None}
    keys = {r.party.key for r in draft.actors}
    for k in range(frame.head.j, len(words) - 2):
        if words[k] not in IF and words[k : k + 2] != UNLESS:
            continue
        for m in found[frame.sentence].mentions:
            if not (k + 1 < m.i <= k + NEAR) or m.kind not in SIDES or m.prep or m.adjective:
                continue
            r = registry.resolved(m)
            if r is not None and r.party.key not in keys and (r.party.country not in own or r.party.sector != "GOV"):
                return [Resolved(r.party, True, "whose deed would call down what is threatened")]
            break
    return []
