"""The crosswalk: PLOVER and Waqai's acts to CAMEO codes, quad classes, scores and country codes, with their sources.

Tables come from `resources/ontology/`, compiled by `tools/compile_ontology.py`; docs/ontology.md explains them.
"""

from functools import lru_cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from waqai.errors import BadValue
from waqai.model import Event
from waqai.text.fold import fold_word


class TypeRow(Struct, frozen=True):
    """A PLOVER type: quad class, conflict-cooperation score, CAMEO code."""

    quad: int
    score: float
    cameo: str
    source: str


class ModeRow(Struct, frozen=True):
    """A mode of a PLOVER type: its own score and CAMEO code."""

    score: float
    cameo: str
    source: str


class Cameo(Struct, frozen=True):
    """A CAMEO code: its words, quad class, Goldstein score, and the PLOVER type it becomes."""

    label: str
    root: str
    quad: int
    goldstein: float
    type: str | None
    mode: str | None
    contexts: tuple[str, ...]
    note: str
    source: str


class Country(Struct, frozen=True):
    """The codes of a state; an empty one is not assigned."""

    iso2: str
    qid: str
    fips: str
    cow: str
    cameo: str
    lat: float | None = None
    lon: float | None = None


class Ontology(Struct, frozen=True):
    """Every table. `labels` is kind → value → (English, Arabic)."""

    labels: dict[str, dict[str, tuple[str, str]]]
    types: dict[str, TypeRow]
    modes: dict[str, ModeRow]
    cameo: dict[str, Cameo]
    acts: tuple[tuple[str, str, str, str, str, str], ...]
    countries: dict[str, Country]


class Coded(Struct, frozen=True, kw_only=True):
    """An event in the numbers of the field.

    Attributes:
        cameo: CAMEO code, a string: "010" is not "10".
        because: what chose it.
        quad: quad class of the PLOVER type, 1 to 4.
        intensity: PLOVER's score of the mode, or of the type.
        goldstein: Goldstein score of the CAMEO code.
    """

    cameo: str
    because: str
    quad: int
    intensity: float
    intensity_source: str
    goldstein: float
    goldstein_source: str


@lru_cache(maxsize=1)
def load_ontology() -> Ontology:
    """The compiled tables, once per process."""
    return msgspec.json.decode((files("waqai.data") / "ontology.json").read_bytes(), type=Ontology)


def label(kind: str, value: str | None, lang: str = "en") -> str:
    """The words for a value ("act", "call"); the value itself where there are none."""
    found = load_ontology().labels[kind].get(value or "")
    return found[1 if lang == "ar" else 0] if found else (value or "")


OFFICE_PREFIXES = {
    "deputy-": {"en": "deputy {}", "ar": "نائب {}"},
    "acting-": {"en": "acting {}", "ar": "{} بالوكالة"},
    "former-": {"en": "former {}", "ar": "{} السابق"},
}
"""What may stand before the code of an office, and how it is said of it."""


def office_label(code: str | None, lang: str = "en") -> str:
    """The words for an office, with "deputy", "acting" or "former" where its code says so."""
    for prefix, patterns in OFFICE_PREFIXES.items():
        if code and code.startswith(prefix):
            return patterns[lang].format(office_label(code.removeprefix(prefix), lang))
    return label("office", code, lang)


@lru_cache(maxsize=1)
def _names_of_states() -> dict[str, frozenset[str]]:
    """State → its code and names as they are compared."""
    labels = load_ontology().labels["country"]
    return {code: frozenset((code.lower(), *(fold_word(name).lower() for name in of))) for code, of in labels.items()}


def states_named(said: str) -> tuple[str, ...]:
    """Codes of the states with a name or code, in either language."""
    folded = fold_word(said).lower().strip()
    return tuple(code for code, names in _names_of_states().items() if folded in names)


def code_event(event: Event) -> Coded:
    """The CAMEO code and scores of an event.

    1. the first row of `cameo-acts.tsv` whose type, mode, act and context all fit
    2. the code of its mode
    3. the code of its type

    Raises:
        BadValue: the event has a type that PLOVER does not.
    """
    tables = load_ontology()
    row = tables.types.get(event.type)
    if row is None:
        raise BadValue(f"event {event.id}: type {event.type} is none of {', '.join(tables.types)}")
    mode = tables.modes.get(f"{event.type}-{event.mode}")
    code, because = _choose(event, tables, row, mode)
    cameo = tables.cameo[code]
    return Coded(
        cameo=code,
        because=because,
        quad=row.quad,
        intensity=mode.score if mode else row.score,
        intensity_source=mode.source if mode else row.source,
        goldstein=cameo.goldstein,
        goldstein_source=cameo.source,
    )


def _choose(event: Event, tables: Ontology, row: TypeRow, mode: ModeRow | None) -> tuple[str, str]:
    for type_, its_mode, act, context, code, why in tables.acts:
        fits = type_ == event.type and its_mode in ("", event.mode or "") and act in ("", event.act)
        # A mode is finer than a type: a row that names none does not overrule it.
        if fits and (its_mode or mode is None) and (not context or context in event.contexts):
            return code, f"cameo-acts.tsv: {why}"
    if mode:
        return mode.cameo, f"mode {event.mode}"
    return row.cameo, f"type {event.type}"


def from_cameo(code: str) -> Cameo:
    """What a CAMEO code is in PLOVER.

    Raises:
        BadValue: there is no such code.
    """
    found = load_ontology().cameo.get(code)
    if found is None:
        raise BadValue(f"{code}: not a CAMEO code: give it as a string with its zeros, as in 010 or 0356")
    return found


def country(iso3: str | None) -> Country:
    """The codes of a state; all empty for one that has none."""
    return load_ontology().countries.get(iso3 or "") or Country("", "", "", "", iso3 or "")
