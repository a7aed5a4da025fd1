"""Against whom a reaction is («ندد بالهجوم», «رفض هذه التصريحات»): who did what its words point back to."""

from waqai.pipeline.extract.forms import NOUNS
from waqai.pipeline.extract.frame import Frame
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.people import Party, Registry, Resolved

# How many sentences before what is reacted to may stand, where the word that points back stands, and its genitives.
REACTION_REACH, WINDOW, BEHIND = 4, 14, 7
# What others react to, by the words that point back to it.
REACTED_TO = {
    "reacted_attacks": frozenset(["ASSAULT"]),
    "reacted_deeds": frozenset(["ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN", "RETREAT"]),
    "reacted_verdicts": frozenset(["SANCTION"]),
    "reacted_words": frozenset(["ACCUSE", "THREATEN", "REJECT"]),
    "reacted_requests": frozenset(["REQUEST", "THREATEN", "AGREE"]),
    "reacted_accords": frozenset(["signing"]),
}
# Whom attacks befall, where a report names nobody else.
UNARMED = frozenset(["CVL", "EDU", "MED", "NGO", None])


def reacted_to(frame: Frame, actors: list[Resolved], drafts: list[Draft], registry: Registry) -> list[Resolved]:
    """«وندد المتحدث بالخطوة»: the one reacted against is who did what was told before, his state for its soldiers.

    Of several it is what the words name: «الحكم على فلان» his verdict, «الغارة» a strike and no shelling.

    Args:
        frame: the reaction.
        actors: who reacts.
        drafts: events told so far, in order.
        registry: the document's parties.
    """
    if not frame.reacts or frame.trigger.mode == "investigate":
        return []
    own = {r.party.key for r in actors}
    sides = {r.party.country for r in actors} - {None}
    word = _Word(frame, registry)
    best: tuple[int, list[Party]] = (-1, [])
    for draft in reversed(drafts):
        if frame.sentence - draft.sentences[-1] > REACTION_REACH:
            continue
        if REACTED_TO[frame.reacts].isdisjoint((draft.type, draft.act)) or not word.may_mean(draft):
            continue
        found = [_side_of(r.party, registry) for r in draft.actors if r.party.key not in own]
        found = [p for p in found if p.sector not in UNARMED and (p.country not in sides or p.sector != "GOV")]
        if found and (likeness := word.likeness(draft)) > best[0]:
            best = likeness, found
    found = best[1]
    return [Resolved(p, True, "who did what is reacted to") for n, p in enumerate(found) if p not in found[:n]]


class _Word:
    """The word of a reaction that points back, and what stands behind it."""

    def __init__(self, frame: Frame, registry: Registry) -> None:
        found, lexicon = registry.found[frame.sentence], registry.lexicon
        words, known = found.sentence.words, lexicon.grammar[frame.reacts]
        self.section = frame.reacts
        window = range(frame.head.j, min(len(words), frame.head.j + WINDOW))
        self.at = next((k for k in window if words[k] in known or words[k][1:] in known), frame.head.j)
        matches = found.matches[self.at] if self.at < len(words) else ()
        told = (lexicon.tables.triggers[int(m.ref)] for m in matches if m.kind in NOUNS)
        triggers = [t for t in told if not t.object]
        self.ids, self.types = {t.id for t in triggers}, {t.type for t in triggers}
        behind = [m for m in found.mentions if self.at < m.i <= self.at + BEHIND]
        self.named = {r.party.key for m in behind if (r := registry.resolved(m)) is not None}
        self.places = {m.name for m in behind}

    def may_mean(self, draft: Draft) -> bool:
        """«حذر من عواقب العقوبات»: a word that tells an event of its own points back to none of another type."""
        return self.section != "reacted_deeds" or not self.types or draft.type in self.types

    def likeness(self, draft: Draft) -> int:
        """How much a word means one event rather than another: by whom it befell and where, then by its own sense."""
        there = draft.where is not None and draft.where.name in self.places
        befell = not self.named.isdisjoint(r.party.key for r in draft.recipients)
        return 2 * (there or befell) + (not self.ids.isdisjoint(f.trigger.id for f in draft.frames))


def _side_of(party: Party, registry: Registry) -> Party:
    """Soldiers act for their state."""
    soldiers = party.sector == "MIL" and party.country in registry.lexicon.states
    return registry.state(party.country) if soldiers and party.country else party
