"""Whom an edit makes the actors or recipients of an event: given by name or id, kept as parties of the library."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from waqai.errors import BadValue
from waqai.lexicon.latin import latin_name
from waqai.model.library import Linked, Name, PartyRef
from waqai.model.record import Entity
from waqai.ontology import load_ontology, states_named
from waqai.pipeline.link.names import entity_id, name_block
from waqai.store.asking import Asking
from waqai.store.linking import Linking
from waqai.text.fold import fold_word

SIDES = {"actors": "actor", "recipients": "recipient"}
"""Field → the side of the event that it is."""
MOST, LONGEST = 50, 200
KINDS = ("person", "org", "organisation", "group", "state")


class Given(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A party as somebody gives it.

    Attributes:
        name: the name; of a state its code will do.
        entity: id of an entity of the library; without one the name and state decide.
        office: "foreign-minister"; `None` where none is held.
        country: alpha-3 code of the state that it belongs to.
        kind: what it is, where the library does not know the name.
    """

    name: str
    entity: str | None = None
    office: str | None = None
    country: str | None = None
    kind: Literal["person", "org", "group", "state"] | None = None


def check_parties(field: str, value: Any) -> list[Given]:
    """The parties that an edit names, as they were given.

    Args:
        field: "actors" or "recipients".
        value: a list of parties (or that list as JSON); `None` or an empty one leaves the side empty.

    Raises:
        BadValue: it is something else, or one of them cannot be.
    """
    try:
        if isinstance(value, str) and value:
            given = msgspec.json.decode(value, type=list[Given])
        else:
            given = msgspec.convert(value or [], list[Given], from_attributes=True)
    except msgspec.MsgspecError as error:
        raise BadValue(
            f'{field}: give a list such as [{{"name": "هاكان فيدان", "office": "foreign-minister", "country": "TUR"}}]'
            f" ({error})"
        ) from None
    if len(given) > MOST:
        raise BadValue(f"{field}: {len(given)} parties are given: {MOST} at most")
    return [_checked(field, party) for party in given]


def _checked(field: str, party: Given) -> Given:
    labels = load_ontology().labels
    name = " ".join(party.name.split())
    if not name or len(name) > LONGEST or not name.isprintable():
        raise BadValue(f"{field}: «{party.name[:60]}» is no name: give one on one line, {LONGEST} characters at most")
    country = party.country.upper() if party.country else None
    if country and country not in labels["country"]:
        raise BadValue(
            f"{field}: state «{country[:40]}» of «{name[:60]}» is not known: write its three letters, as in TUR"
        )
    office = party.office or None
    if office and not _is_office(office):
        raise BadValue(f"{field}: office «{office[:60]}» is not known: write it as in foreign-minister")
    return replace(party, name=name, country=country, office=office)


def _is_office(office: str) -> bool:
    """Whether it has the form of an office: portfolios are more than any list has."""
    return len(office) <= 60 and all(part.isascii() and part.isalpha() and part.islower() for part in office.split("-"))


def resolved(view: Asking, field: str, given: Sequence[Given]) -> list[dict[str, Any]]:
    """The parties as the ledger keeps them: each an entity, known or new.

    Raises:
        BadValue: an id is not in the library.
    """
    return [msgspec.to_builtins(_resolved(view, SIDES[field], party)) for party in given]


def _resolved(view: Asking, side: str, party: Given) -> PartyRef:
    found = _entity(view, party)
    state = found.country if found.kind == "state" else party.country or (None if party.office else found.country)
    latin = fold_word(party.name).lower() == fold_word(found.latin or "").lower()
    name = found.name if found.kind == "state" or latin else party.name
    sector = found.sector or ("GOV" if party.office or found.kind == "state" else None)
    return PartyRef(
        side=side, entity=found.id, name=name, country=state,
        sector=sector, office=party.office, kind=found.kind,
    )  # fmt: skip


def _entity(view: Asking, party: Given) -> Entity:
    if party.entity:
        known = view.entity_now(party.entity)
        if known is None:
            raise BadValue(f"entity «{party.entity[:60]}» is not in the library: give the name alone, or an id of it")
        return known
    code = None if party.office else _state(party)
    if code:
        return view.state_entity(code) or _new("state", load_ontology().labels["country"][code][1], code)
    folded = fold_word(party.name)
    kinds = (party.kind,) if party.kind else KINDS
    found = [*view.find_entities(folded.split(), kinds, 200), *view.find_latin(party.name, kinds)]
    for entity in found:
        if not party.country or entity.country in (None, party.country):
            names = (entity.latin or "", *view.names_of(entity.id))
            if any(fold_word(name).lower() == folded.lower() for name in names):
                return view.entities_by_id([entity.id])[entity.id]
    return _new(party.kind or "person", party.name, party.country)


def _state(party: Given) -> str | None:
    """The state that a name is, in either language or as its code."""
    return next(iter(states_named(party.name)), party.country if party.kind == "state" else None)


def _new(kind: str, name: str, country: str | None) -> Entity:
    """An entity that no document names: its id depends on what it is called."""
    entity = Entity(id=f"edit:{kind}:{fold_word(name)}:{country or ''}", kind=kind, name=name, country=country)
    return replace(entity, id=entity_id(entity))


def with_parties(event: Linked, field: str, value: Any) -> Linked:
    """The event with other parties on one side."""
    mine = msgspec.convert(value, tuple[PartyRef, ...])
    others = tuple(party for party in event.parties if party.side != SIDES[field])
    return replace(event, parties=(*mine, *others) if field == "actors" else (*others, *mine))


def _described(party: PartyRef) -> Entity:
    latin = latin_name(party.name, party.country) if party.kind == "person" else None
    return Entity(id=party.entity, kind=party.kind, name=party.name, latin=latin, country=party.country)


def keep_parties(writer: Linking, event: Linked, merged: Mapping[str, str]) -> Linked:
    """The event with the entities that its parties lead to now; those that no document names are written.

    Whoever rebuilds a library derives it from documents and the ledger: what only the ledger names is made again here.

    Args:
        writer: the library.
        event: an event whose parties somebody gave.
        merged: entity → the one that people say it is.
    """
    parties = tuple(replace(p, entity=merged.get(p.entity, p.entity)) for p in event.parties)
    known = writer.known_entities([p.entity for p in (*event.parties, *parties)])
    gone = [_described(p) for p in event.parties if p.entity in merged and p.entity not in known]
    new = {p.entity: _described(p) for p in event.parties if p.entity not in known and p.entity not in merged}
    rows = [Name(e.id, e.id, e.kind, e.name, e.country, fold_word(e.name), name_block(e)) for e in new.values()]
    writer.put_names(rows, list(new.values()))
    writer.put_entities(gone, merged)
    return replace(event, parties=parties)
