"""The order of the noun phrases behind a verb: its subjects first, also where another stands before them."""

from waqai.lexicon.load import Trigger
from waqai.pipeline.detect import Mention
from waqai.pipeline.extract.arguments import Clause

# «ترأس وفد المملكة في الاجتماع نائب الوزير»: a delegation is led.
DELEGATION = "وفد"
# Acts whose entries name who sends and who goes.
SENT = frozenset(["MOBILIZE", "CONSULT"])


def subjects_first(clause: Clause, t: Trigger | None, groups: list[list[Mention]]) -> list[list[Mention]]:
    """The subjects of a verb put first and together.

    «وقعها عن الجانب الليبي وزير النفط وعن الجانب التركي وزير الطاقة», «ترأس وفد المملكة نائب الوزير».
    """
    if t is None or len(groups) < 2:
        return groups
    if t.act == "signing":
        other = [g for g in groups[1:] if _in_turn(clause, g[0].i)]
        return [[m for g in (groups[0], *other) for m in g], *(g for g in groups[1:] if g not in other)]
    led = leads(t) and clause.words[groups[0][0].i] == DELEGATION
    people = [g for g in groups if g[0].kind in ("person", "role")] if led else []
    return [*people, *(g for g in groups if g not in people)]


def leads(t: Trigger) -> bool:
    """Whether an entry asks for a delegation: «وفد», «وفد بلاده»."""
    return any(o.split(" ")[0] == DELEGATION for o in t.object)


def _in_turn(clause: Clause, k: int) -> bool:
    """Whether «وعن» and a side stand before the mention at word `k`."""
    side = next((m for m in clause.found.mentions if m.j == k), None)
    return side is not None and clause.words[side.i - 1] in ("وعن", "عن") and side.i > 1


def without_those_sent(t: Trigger, actors: list[Mention], sent: tuple[Mention, ...]) -> list[Mention]:
    """«أرسلت كينيا ألف جندي»: whom a state sends, unnamed, is its own hand, and no actor beside it."""
    if "obj" not in t.actor or t.type not in SENT or len(actors) < 2:
        return actors
    return [m for m in actors if m not in sent or m.kind != "group" or m.definite or m.country] or actors
