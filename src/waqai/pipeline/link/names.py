"""Names across documents: one spelling of a person's name for another, and which entity a name belongs to."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from waqai.model.library import Name
from waqai.model.record import Entity, Record
from waqai.text.fold import fold_word

WEAK = str.maketrans("", "", "اويىءئؤ")
TITLES = frozenset(
    fold_word("السيد السيدة الدكتور دكتور الشيخ الأمير الأميرة الملك اللواء الفريق العميد العقيد الرئيس الوزير").split()
)
MIN_SKELETON = 3


@lru_cache(maxsize=50_000)
def tokens(name: str) -> tuple[str, ...]:
    """Folded words of a name without titles and articles."""
    words = (w for w in fold_word(name).replace("-", " ").split() if w not in TITLES)
    return tuple(w.removeprefix("ال") if len(w) > 4 else w for w in words)


def skeleton(word: str) -> str:
    """A word's strong letters: spellings of a foreign name differ in the weak ones."""
    return word.translate(WEAK) or word


@lru_cache(maxsize=200_000)
def near_names(a: str, b: str) -> bool:
    """Whether two names can be one: the same words, or the first and last alike in their strong letters."""
    one, other = tokens(a), tokens(b)
    if not one or not other:
        return False
    if one == other:
        return True
    small, big = (one, other) if len(one) <= len(other) else (other, one)
    if len(small) == 1:
        return len(big) > 1 and _alike(small[0], big[-1])
    return _alike(small[-1], big[-1]) and _alike(small[0], big[0])


def _alike(a: str, b: str) -> bool:
    if a == b:
        return True
    one, other = skeleton(a), skeleton(b)
    return one == other and len(one) >= MIN_SKELETON - (a[0] == b[0])


def name_block(entity: Entity) -> str:
    """What names that may be one have in common: kind and the strong letters of the last word."""
    words = tokens(entity.name)
    return f"{entity.kind}|{skeleton(words[-1]) if words else ''}"


def entity_id(entity: Entity) -> str:
    """The public id of an entity that is new to the library."""
    return "n" + hashlib.sha256(entity.id.encode()).hexdigest()[:11]


def offices_of(record: Record) -> Mapping[str, frozenset[str]]:
    """Entity of a record → the offices it is shown in."""
    out: dict[str, set[str]] = {}
    for tenure in record.tenures:
        out.setdefault(tenure.person, set()).add(tenure.office)
    return {person: frozenset(offices) for person, offices in out.items()}


def match_entity(
    entity: Entity, candidates: Sequence[Name], offices: Collection[str], held: Mapping[str, set[str]]
) -> str | None:
    """The entity of the library that a name belongs to, or `None` for a new one.

    People are one by full name and state; a missing state never decides, and a single word only together with state
    and office, where it fits one person alone. States, organisations and roles have the same id in every document.

    Args:
        entity: as a record has it.
        candidates: names of the same block.
        offices: in which the record shows it.
        held: entity → offices in which earlier documents show it.
    """
    if entity.kind != "person":
        return None
    people = [known for known in candidates if known.kind == "person"]
    full = len(tokens(entity.name)) > 1
    found = {
        known.entity
        for known in people
        if full
        and len(tokens(known.name)) > 1
        and near_names(entity.name, known.name)
        and _same_state(entity.country, known.country, entity.name, known.name)
    }
    if not found and entity.country and offices:
        found = {
            known.entity
            for known in people
            if known.country == entity.country
            and (len(tokens(known.name)) > 1) != full
            and near_names(entity.name, known.name)
            and held.get(known.entity, set()) & set(offices)
        }
    return found.pop() if len(found) == 1 else None


def _same_state(a: str | None, b: str | None, name: str, other: str) -> bool:
    if a and b:
        return a == b
    return tokens(name) == tokens(other)


def settle(
    entities: Sequence[tuple[Entity, Mapping[str, frozenset[str]]]],
    known: Mapping[str, Name],
    near: Sequence[Name],
    held: dict[str, set[str]],
) -> list[Name]:
    """Names that are new, each with its entity.

    Args:
        entities: of the records at hand, in order, each with the offices of its record.
        known: names the library has, by id in the record.
        near: names the library has in the blocks of the new ones.
        held: entity → offices in which earlier documents show it; grows.
    """
    by_block: dict[str, list[Name]] = {}
    for name in near:
        by_block.setdefault(name.block, []).append(name)
    new: dict[str, Name] = {}
    for entity, shown in entities:
        offices = shown.get(entity.id, frozenset())
        name = known.get(entity.id) or new.get(entity.id)  # type: ignore[assignment]
        if name is None:
            block = name_block(entity)
            found = match_entity(entity, by_block.get(block, ()), offices, held)
            home = found or entity_id(entity)
            folded = fold_word(entity.name)
            name = Name(entity.id, home, entity.kind, entity.name, entity.country, folded, block)
            new[entity.id] = name
            by_block.setdefault(block, []).append(name)
        if offices:
            held.setdefault(name.entity, set()).update(offices)
    return list(new.values())
