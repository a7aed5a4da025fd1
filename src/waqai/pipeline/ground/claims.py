"""Whose an attack is by a claim told after it: «وقع تفجير ... وأعلنت الحركة مسؤوليتها عنه», «وتبنته الحركة»."""

from waqai.pipeline.detect import Found
from waqai.pipeline.ground.draft import Draft, merge_into
from waqai.pipeline.ground.people import Party

# Entries that tell who says that an attack was his, and the one whose words name it by a pronoun.
BY_PRONOUN = "assault.tabannahu"
CLAIMS = frozenset(["assault.aalana-masuliyya", "assault.tabanna-masuliyya", "assault.tabanna-hujum", BY_PRONOUN])
POINTS = frozenset(["عنه", "عنها", "عنهما", "عنهم"])
# How far behind its verb a claim says what it is of, and how many sentences later one is made.
OBJECT_REACH, LATER = 12, 4
ATTACKS = frozenset(["attack", "strike"])
ARMED = frozenset(["REB", "CRM", None])


def claimed(new: Draft, drafts: list[Draft], found: tuple[Found, ...], attacks: frozenset[str]) -> bool:
    """Give the attack told before to who claims it; whether the claim tells nothing else.

    Args:
        new: an event as its clause tells it.
        drafts: what was told before; the attack among them is changed.
        found: the sentences.
        attacks: nouns with ال that point back to an attack.
    """
    frame = new.frames[0]
    if frame.trigger.id not in CLAIMS:
        return False
    if frame.trigger.id == BY_PRONOUN and not frame.head.pronoun:
        return True  # «تبنى الحزب موقفا»: no attack
    words = found[frame.sentence].sentence.words[frame.head.j : frame.head.j + OBJECT_REACH]
    pointed = frame.trigger.id == BY_PRONOUN or not POINTS.isdisjoint(words)
    if not pointed and (new.recipients or attacks.isdisjoint(words)):
        return False
    told = next((d for d in reversed(drafts) if _unclaimed(d, frame.sentence)), None)
    armed = [r for r in new.actors if r.party.sector == "REB"]
    if told is not None and (armed if frame.trigger.id == BY_PRONOUN else new.actors):
        told.actors = []
        merge_into(told, new)
        return True
    return pointed


def _unclaimed(draft: Draft, sentence: int) -> bool:
    """An attack of which nobody by name is yet said to have made it."""
    near = draft.type == "ASSAULT" and draft.act in ATTACKS and sentence - draft.sentences[-1] <= LATER
    return near and draft.status == "happened" and all(_unnamed(r.party) for r in draft.actors)


def _unnamed(party: Party) -> bool:
    return party.kind == "group" and party.sector in ARMED and not party.body
