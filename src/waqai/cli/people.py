"""What `waqai who` shows to people: entities by kind, and offices held."""

from collections.abc import Iterator

from waqai.cli.cards import Piece, Row, flat
from waqai.cli.messages import Messages
from waqai.model import Entity, Record, Tenure


def people_rows(record: Record, messages: Messages) -> Iterator[Row]:
    """The rows of a record's entities and tenures.

    Args:
        record: a record.
        messages: the words to use.
    """
    yield Row("", (Piece(messages.label("entities"), "strong"),), heading=True)
    for kind in dict.fromkeys(entity.kind for entity in record.entities):
        of_kind = [entity for entity in record.entities if entity.kind == kind]
        for at, entity in enumerate(of_kind):
            yield Row(messages.word("KINDS", kind) if at == 0 else "", _entity_pieces(entity, messages))
    yield Row("", ())
    yield Row("", (Piece(messages.label("tenures"), "strong"),), heading=True)
    for tenure in record.tenures:
        yield Row("·", _tenure_pieces(tenure, record, messages))


def _entity_pieces(entity: Entity, messages: Messages) -> tuple[Piece, ...]:
    state = messages.state(entity.country) if entity.kind != "state" else None
    sector = messages.word("SECTORS", entity.sector) if entity.sector else None
    count = f"×{len(entity.mentions)}" if len(entity.mentions) > 1 else None
    described = messages.separator.join(part for part in (sector, state, entity.latin, entity.wikidata, count) if part)
    return _both(flat(entity.name), described, messages)


def _tenure_pieces(tenure: Tenure, record: Record, messages: Messages) -> tuple[Piece, ...]:
    names = {entity.id: entity.name for entity in record.entities}
    of = names.get(tenure.organisation or "", tenure.organisation) or messages.state(tenure.country)
    office = messages.office(tenure.office)
    former = messages.label("former") if tenure.former else None
    seen = f"{messages.label('seen')} {tenure.seen}" if tenure.seen else None
    described = messages.separator.join(part for part in (office, of, former, seen) if part)
    words = (Piece(f" «{flat(tenure.text)}»", "quoted"),) if tenure.text else ()
    return (*_both(tenure.name, described, messages), *words)


def _both(name: str, described: str, messages: Messages) -> tuple[Piece, ...]:
    """Name and description, the Arabic name last in an English line."""
    if not described:
        return (Piece(name, "quoted"),)
    if messages.language == "ar":
        return (Piece(name, "quoted"), Piece(f" — {described}", "dim"))
    return (Piece(f"{described} — ", "dim"), Piece(name, "quoted"))
