"""Who «طرفي النزاع», «كل الأطراف» are: the two that fight, those at odds in what was told, or nobody named."""

from itertools import pairwise

from msgspec.structs import replace

from waqai.pipeline.detect import Mention
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.no_side import is_machine
from waqai.pipeline.ground.people import Party, Registry, Resolved

FIGHTING = ("طرفي", "طرفا")
HOSTILE = frozenset(["ASSAULT", "THREATEN", "ACCUSE", "MOBILIZE"])
EVERY = frozenset(["كل", "جميع", "كافه", "ساير"])
WARLIKE = frozenset(["القتال", "النار", "التصعيد", "النفس", "العداييه", "العدايات", "الاشتباكات", "الهدنه", "العنف"])
REACH = 7
# Crowds and victims are no side of a pair.
NO_SIDE = frozenset(["CVL", "EDU", "MED", "CRM", "LAB"])


def every(m: Mention, registry: Registry) -> bool:
    """«كل الأطراف», «جميع الأطراف»: those at odds, and not just who met."""
    return m.i > 0 and registry.found[m.sentence].sentence.words[m.i - 1] in EVERY


def foes(m: Mention, drafts: list[Draft]) -> list[Resolved]:
    """«طرفي النزاع»: of what was told before the two that fought, threatened or accused each other, who met or not."""
    for d in reversed(drafts):
        sides = [r.party for r in (*d.actors, *d.recipients)]
        hostile = d.type in HOSTILE or d.act in ("clash", "ceasefire")
        two = len(sides) == 2 and all(p.kind != "person" and p.sector not in NO_SIDE for p in sides)
        if hostile and two:
            return [Resolved(p, True, f"«{m.name}» are those at odds in what was told before") for p in sides]
    return []


def fighters(m: Mention, registry: Registry) -> list[Resolved]:
    """«طرفي القتال»: the two armed bodies that the document names before it, if they are just two."""
    seen: list[Party] = []
    for (sentence, i, _), resolved in sorted(registry.of.items()):
        p = resolved.party
        armed = p.kind in ("org", "group") and p.sector in ("MIL", "REB") and (sentence, i) < (m.sentence, m.i)
        if armed and p not in seen and not is_machine(p.name):  # «قصفت بالمدفعية»
            seen.append(p)
    because = f"«{m.name}» are the two armed sides named before"
    return [Resolved(p, True, because) for p in seen] if len(seen) == 2 else []


def at_war(m: Mention, registry: Registry) -> bool:
    """«ناشدت الطرفين وقف القتال»: what the two are asked to end."""
    words = registry.found[m.sentence].sentence.words
    return not WARLIKE.isdisjoint(words[m.j : m.j + REACH])


def between_two(m: Mention, registry: Registry, kinds: frozenset[str], back: int) -> list[Resolved]:
    """«على الحدود بين كمبوديا وتايلاند», «الجمع بين الرئيس ورئيس الوزراء»: the last two so named before.

    Args:
        m: the words that point back.
        registry: the document's parties and sentences.
        kinds: of which kinds the two are.
        back: how many sentences before it they may stand.
    """
    for n in range(m.sentence, max(-1, m.sentence - back - 1), -1):
        found = registry.found[n]
        for a, b in reversed(list(pairwise(found.mentions))):
            joined = a.j == b.i and b.conj == "و" and a.i > 0 and found.sentence.words[a.i - 1] == "بين"
            if not joined or not {a.kind, b.kind} <= kinds or (n == m.sentence and b.i >= m.i):
                continue
            two = [r for r in (registry.resolved(a), registry.resolved(b)) if r is not None]
            if len(two) == 2 and two[0].party is not two[1].party:
                return [Resolved(r.party, True, f"«{m.name}» are the two named before with «بين»") for r in two]
    return []


def all_sides(m: Mention, word: str, registry: Registry) -> list[Resolved]:
    """«دعا كل الأطراف إلى ضبط النفس»: sides that no report names stand for themselves."""
    sides = word.startswith(("الاطراف", *FIGHTING))
    return [Resolved(registry.body(replace(m, kind="group", sector=None)))] if sides else []
