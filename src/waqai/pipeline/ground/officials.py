"""What the list of known officials adds: the state and office of a person whom the text names without them."""

from collections import defaultdict
from functools import lru_cache

from msgspec.structs import replace

from waqai.lexicon import Lexicon
from waqai.lexicon.load import Official
from waqai.pipeline.detect import Mention
from waqai.pipeline.ground.party import Party, head_of, name_tokens, same_person
from waqai.text.fold import fold_word

# What «رئيسها» is, by the noun of the body.
CHAIRS = frozenset(["head-of-state", "chair"])
HEADS = {
    "حكومه": "head-of-government",
    "برلمان": "speaker-of-parliament",
    "حزب": "party-leader",
    "حركه": "party-leader",
}
# What a person is called without his office being said: «الزعيم الليبي معمر القذافي», «الوزير».
UNSAID: tuple[list[str], ...] = ([], ["minister"], ["leader"])


def complete_from_officials(party: Party, lexicon: Lexicon, published: str) -> None:
    """Fill what the words left open about a person; what they say is never changed.

    Args:
        party: a person; changed in place.
        lexicon: the table of officials with their dates.
        published: the document's date, for who held what then; may be empty.
    """
    rows = _rows(party, lexicon)
    held = [r for r in rows if _held(r, published[:7])]
    named = next((r for r in held if r.office in party.offices), None)
    row = named or next(iter(held), None) or next(iter(rows), None)
    if row is None:
        return
    if party.country is None and party.body is None:
        party.country = row.country
        party.country_because = f"officials.tsv:{row.id}"
    begun = row.office == "head-of-state" and row.valid_from <= published[:7]
    if (party.offices in UNSAID and row in held) or (party.offices == ["president-elect"] and begun):
        said = party.offices[0] if party.offices else ""
        if said and said in party.office_spans and said != "minister":
            party.office_spans[row.office] = party.office_spans.pop(said)
        party.offices[:] = [row.office]
        party.sector = party.sector or row.sector


def of_body_before(m: Mention, recent: list[Party]) -> Mention:
    """«طالبت الحكومة ... وشكر رئيسها», «وقال متحدث باسمها»: an office of the body or state named last.

    Args:
        m: an office with a pronoun.
        recent: the parties named before it, in order.
    """
    body = next((p for p in reversed(recent) if p.kind in ("org", "group", "state")), None)
    if body is None:
        return m
    if "spokesperson" in m.offices and m.body is None:
        named = None if body.kind == "state" else body.body or body.name
        return replace(m, body=named, country=body.country or m.country, sector=body.sector or m.sector)
    office = HEADS.get(head_of(body.name)) if body.kind != "state" and m.offices[0] in CHAIRS else None
    return replace(m, offices=(office, *m.offices[1:]), country=body.country or m.country) if office else m


def offices_held(party: Party, lexicon: Lexicon, published: str) -> list[str]:
    """The offices the list knows a person to have held at the document's date."""
    return [r.office for r in _rows(party, lexicon) if _held(r, published[:7])]


def listed_holder(
    office: str | None, m: Mention, recent: list[Party], lexicon: Lexicon, published: str
) -> Party | None:
    """«وصل غروندبرغ ... وطالب مبعوث الأمم المتحدة»: one named without his office whom the list knows to hold it.

    Args:
        office: the office that a role names, a counterpart's known.
        m: the role.
        recent: the parties named before it, in order.
        lexicon: the table of officials with their dates.
        published: the document's date; may be empty.
    """
    if office is None or m.number != "s" or not (m.definite or m.country or m.body):
        return None
    bare = (p for p in reversed(recent) if p.kind == "person" and not (p.offices and p.country))
    for party in bare:
        rows = _rows(party, lexicon) if party.offices in ([], [office]) else ()
        if any(r.office == office and (r.country or None) == m.country and _held(r, published[:7]) for r in rows):
            return party
    return None


def officials_named(name: str, lexicon: Lexicon) -> list[Official]:
    """The officials the list knows under a name, in any spelling."""
    found = lexicon.phrases.get(" ".join(fold_word(name).split()), ())
    return [lexicon.tables.officials[int(ref)] for kind, ref, _ in found if kind == "official"]


def _held(row: Official, month: str) -> bool:
    """Whether the office was held in the month, as far as the dates say."""
    begun = not row.valid_from or not month or row.valid_from <= month
    return begun and (not row.valid_to or row.valid_to >= month[: len(row.valid_to)])


def _rows(party: Party, lexicon: Lexicon) -> list[Official]:
    """The officials a person may be: by the full name, else by name and office together."""
    officials = lexicon.tables.officials
    if party.official is not None:
        name = officials[party.official].name
        return [o for o in officials if o.name == name]
    rows: list[Official] = []
    for form in (party.name, *party.aliases):
        rows += officials_named(form, lexicon)
    tokens = name_tokens(party.name)
    if rows or not party.offices or not tokens:
        return rows
    holders = _by_office(lexicon)
    known = sorted({k for office in party.offices for token in tokens for k in holders.get((office, token), ())})
    return [officials[k] for k in known if same_person(tokens, name_tokens(officials[k].name))]


@lru_cache(maxsize=2)
def _by_office(lexicon: Lexicon) -> dict[tuple[str, str], list[int]]:
    """The rows of the table of officials by office and a word of the name: one person's names share a word."""
    rows: dict[tuple[str, str], list[int]] = defaultdict(list)
    for k, official in enumerate(lexicon.tables.officials):
        for token in name_tokens(official.name):
            rows[official.office, token].append(k)
    return rows
