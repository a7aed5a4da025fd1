"""What the form for corrections changes: single values, and the parties of a side with their offices and states."""

from functools import lru_cache
from typing import Any

import msgspec

from waqai.engine.parties import SIDES, Given
from waqai.errors import BadValue
from waqai.ontology import OFFICE_PREFIXES, load_ontology
from waqai.server.pages.words import LANGUAGES, words
from waqai.text.fold import fold_word

VALUES = ("act", "type", "status", "start", "end", "place", "country")
"""Fields with one value that the form offers; the rest is corrected with `waqai correct edit`."""
Fields = dict[str, list[str]]
Shown = tuple[str, str, str, str, str | None, str | None]
"""Of a party as the form showed it: name, office and state in words; its own name, and both as codes."""


def changes(form: Fields) -> dict[str, Any]:
    """Field → new value, of what is not as the form showed it.

    Raises:
        BadValue: an office or a state is not known.
    """
    out: dict[str, Any] = {}
    for field in VALUES:
        if field in form and _one(form, field) != _one(form, f"was_{field}"):
            out[field] = _one(form, field) or None
    for side in SIDES:
        given, same = _parties(form, side)
        if not same:
            out[side] = given
    return out


def _one(form: Fields, name: str) -> str:
    return next((value for value in form.get(name, ()) if value), "")


def _parties(form: Fields, side: str) -> tuple[list[Given], bool]:
    """The parties of a side, and whether they are those that were shown; a row without a name takes its party out."""
    columns = [form.get(f"{side}_{name}", []) for name in ("name", "office", "country", "entity", "was")]
    given, same = [], True
    if len({len(column) for column in columns}) > 1:
        raise BadValue(f"{side}: the form is not whole: load the page again")
    for name, office, country, entity, was in zip(*columns, strict=True):
        before = _shown(side, was)
        same = same and (name, office, country) == (before[:3] if before else ("", "", ""))
        if name:
            kept = before is not None and name == before[0]
            given.append(
                Given(
                    name=before[3] if before and kept else name,
                    entity=entity if kept and entity else None,
                    office=before[4] if before and office == before[1] else code_of("office", office),
                    country=before[5] if before and country == before[2] else code_of("country", country),
                )
            )
    return given, same


def _shown(side: str, was: str) -> Shown | None:
    try:
        return msgspec.json.decode(was, type=Shown) if was else None
    except msgspec.MsgspecError:
        raise BadValue(f"{side}: the form is not whole: load the page again") from None


def code_of(kind: str, said: str) -> str | None:
    """The code of an office or a state, from the code itself or its words in either language.

    Raises:
        BadValue: there is no such one.
    """
    if not said:
        return None
    found = _codes(kind).get(fold_word(said).lower())
    if found is None:
        example = "foreign-minister" if kind == "office" else "TUR"
        raise BadValue(f"{kind} «{said[:60]}» is not known: choose one of the list, or write its code, as in {example}")
    return found


@lru_cache(maxsize=2)
def _codes(kind: str) -> dict[str, str]:
    plain = list(load_ontology().labels[kind])
    codes = (
        [*plain, *(f"{prefix}{code}" for prefix in OFFICE_PREFIXES for code in plain)] if kind == "office" else plain
    )
    out: dict[str, str] = {}
    for code in codes:
        out.setdefault(code.lower(), code)
        for lang in LANGUAGES:
            w = words(lang)
            out.setdefault(fold_word(w.office(code) if kind == "office" else w.country(code)).lower(), code)
    return out
