"""Meetings to come that a noun tells of, with a verb behind it: «كشف عن جولة مفاوضات بين الطرفين ستنطلق الأحد»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from waqai.lexicon.load import Trigger
from waqai.pipeline.detect import Mention
from waqai.pipeline.extract.arguments import Clause
from waqai.pipeline.extract.conditions import STOPS
from waqai.pipeline.extract.heads import Head

if TYPE_CHECKING:
    from waqai.pipeline.extract.roles import Slots

REACH = 20
EXPECTED = frozenset(["المنتظر", "المقرر", "المزمع", "المرتقب", "المتوقع"])
GATHERINGS = frozenset(["talks", "meeting", "summit", "conference"])


def coming(clause: Clause, heads: list[Head], h: Head, relative: Head | None) -> Head | None:
    """The verb behind the noun of a meeting that says when and where it will be: that it begins, is held or hosted.

    Args:
        clause: the sentence.
        heads: its heads.
        h: the noun.
        relative: the verb of a relative clause right behind it («قمة تجمع الرئيسين ستعقد»).
    """
    if h.verb or h.trigger is None or h.trigger.type != "CONSULT" or h.trigger.act not in GATHERINGS:
        return None
    if relative is not None and hosted(relative):
        return relative
    after = relative or h
    verb = next((o for o in heads if o.verb and o.i >= after.j), None)
    if verb is None or verb.conj or verb.i - h.j > REACH:
        return None
    between = clause.words[after.j : verb.i]
    if hosted(verb) and between[-1:] == ["ان"] and between[-2:-1] and between[-2] in EXPECTED:
        between = between[:-2]  # «الدورة الأولى من اللجنة المشتركة، المنتظر أن تستضيفها نيروبي»
        between = between[:-1] if between[-1:] == ["،"] else between
    if hosted(verb) and between[-1:] and between[-1] in clause.relatives:
        between = between[:-1]  # «اجتماع وزراء الرابطة الذي تستضيفه مسقط»
    elif verb.tense != "future" or verb.pronoun:
        return None
    if not STOPS.isdisjoint(between) or any(w in clause.relatives or w in clause.subordinators for w in between):
        return None
    held = verb.trigger is not None and verb.trigger.type == "CONSULT" and verb.j not in clause.at
    begins = verb.light is not None and verb.light.role == "event"
    return verb if hosted(verb) or held or begins else None


def hosted(verb: Head) -> bool:
    """«تستضيفها», «ستحتضنه»: a verb of hosting with what is hosted for its pronoun."""
    return bool(verb.pronoun) and verb.light is not None and verb.light.role == "host" and verb.tense != "past"


def when_to_come(clause: Clause, h: Head, before: Head | None) -> bool:
    """«سيوقع الوزيران في ختام المباحثات»: when something is to come is to come itself.

    Args:
        clause: the sentence.
        h: the noun of a contact.
        before: the head right before it.
    """
    return clause.says_when(h) and before is not None and before.verb and before.tense == "future"


def visited(h: Head, own: Slots, lent: Slots) -> Slots:
    """«يعتزم الرئيس زيارة الهند»: behind a visit whose visitor the verb above tells stands where he goes.

    Args:
        h: the noun.
        own: what stands behind it.
        lent: the same, with what the verb above it lends.
    """
    places, come = own.of.get("subj", ()), lent.of.get("subj", ())
    if not is_visit(h) or not places or not come or places == come:
        return lent
    somewhere = all(m.kind in ("state", "place") and not m.adjective for m in places)
    return (
        lent if not somewhere or lent.of.keys() & {"obj", "الي", "ل"} else replace(lent, of={**lent.of, "obj": places})
    )


def visits(h: Head, slots: dict[str, tuple[Mention, ...]]) -> bool:
    """«زيارة لوزير الخارجية التركي إلى بغداد»: where إلى says whither, ل says who goes.

    Args:
        h: a noun.
        slots: what its prepositions lead to.
    """
    people = [m for m in slots.get("ل", ()) if m.kind in ("person", "role")]
    return is_visit(h) and not h.pronoun and bool(people) and "الي" in slots


def of_one_kind(noun: Trigger, verb: Trigger) -> bool:
    """Of one type; exercises are posture or co-operation, as who holds them makes it."""
    return noun.type == verb.type or noun.act == verb.act == "exercise"


def is_visit(h: Head) -> bool:
    """Whether a head tells of a visit."""
    return h.trigger is not None and h.trigger.act == "visit"
