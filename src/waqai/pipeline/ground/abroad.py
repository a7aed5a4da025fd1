"""The state that a visit, an embassy or the recall of an ambassador befalls: the one where they are."""

from waqai.pipeline.extract import Extracted
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.people import Registry, Resolved

AT_HOME_OF = "the state the report is dated from"
# How near the ambassador and where he is posted stand to the word that recalls him.
POSTED = 8
# «صاروخ أطلق من اليمن», «قرب الحدود الأفغانية»: where something comes from, and a neighbour, are not at home.
ELSEWHERE = frozenset(["من", "الحدود", "لصالح", "لحساب"])
# «جدد القضاء أمر القبض على النائب المقيم في سويسرا»: nor is where somebody lives that one is after.
LIVING = frozenset(
    [
        "المقيم",
        "المقيمه",
        "المقيمين",
        "اللاجي",
        "اللاجيه",
        "المنفي",
        "المنفيه",
        "الفار",
        "الهارب",
        "الموجود",
        "المتواجد",
    ]
)


def elsewhere(words: list[str], i: int) -> bool:
    """Whether the state or place named at word `i` is another than that of those who act in its sentence.

    Args:
        words: folded words of the sentence.
        i: where the state or place is named.
    """
    before = words[i - 1]
    return before in ELSEWHERE or (before in ("في", "الي") and i > 1 and words[i - 2] in LIVING)


def visited(draft: Draft, registry: Registry) -> list[Resolved]:
    """«التي تزور البلاد», «وصف زيارته بالمثمرة»: the state where a visit is, for a visitor of another."""
    where = draft.where
    if where is None or not draft.actors or (draft.recipients and draft.where_because != AT_HOME_OF):
        return []
    sides = {r.party.country for r in (*draft.actors, *draft.recipients)}
    if where.country is None or where.country in sides or where.country not in registry.lexicon.states:
        return []
    return [Resolved(registry.state(where.country), True, f"the state visited, where {where.name} is")]


def recalled_from(draft: Draft, extracted: Extracted, registry: Registry) -> Resolved | None:
    """«استدعت الجزائر سفيرها لدى باريس»: whom a recall is against is the state where the ambassador is."""
    for frame in draft.frames:
        found = extracted.detected.found[frame.sentence]
        near = found.sentence.words[frame.head.i : frame.head.j + POSTED]
        if draft.act != "recall" and not any(w.startswith(("سفار", "سفير", "قنصل")) for w in near):
            continue
        for m in found.mentions:
            if not frame.head.i <= m.i <= frame.head.j + POSTED:
                continue
            posted = m.host or (m.country if m.kind in ("place", "state") else None)
            if posted in registry.lexicon.states and f"state:{posted}" not in {r.party.key for r in draft.actors}:
                return Resolved(registry.state(posted), True, f"where «{m.name}» is recalled from")
    return None
