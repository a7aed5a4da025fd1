"""Load the compiled lexicon once per process."""

from functools import lru_cache
from importlib.resources import files
from typing import Any

import msgspec
from msgspec import Struct

from waqai.errors import WaqaiError

# The rows of the lexicon hold no object that could hold them: the collector need not look at them time and again.
STALE = "run `make data` in a checkout, or install waqai again"


class Trigger(Struct, frozen=True, array_like=True, gc=False):
    """A word or set phrase that evokes an event, with the shape of its arguments.

    Slots are `subj`, `obj`, `adj`, `by`, `between` or a folded preposition.
    """

    id: str
    type: str
    mode: str | None
    act: str
    status: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    idafa: str
    dest: tuple[str, ...]
    contexts: tuple[str, ...]
    weak: bool
    object: tuple[str, ...]
    prep: tuple[str, ...]
    vetoes: tuple[str, ...]


class LightVerb(Struct, frozen=True, array_like=True, gc=False):
    """A verb that lends its subject, tense and denial to a trigger noun («أجرى اتصالا»)."""

    verb: str
    role: str
    prep: tuple[str, ...]


class Official(Struct, frozen=True, array_like=True, gc=False):
    """A known office holder."""

    id: str
    name: str
    name_en: str
    country: str | None
    office: str
    sector: str
    valid_from: str
    valid_to: str
    qid: str


class Organisation(Struct, frozen=True, array_like=True, gc=False):
    """A known organisation."""

    id: str
    name: str
    name_en: str
    country: str | None
    sector: str
    kind: str
    qid: str


class Outlet(Struct, frozen=True, array_like=True, gc=False):
    """A news agency, newspaper, channel or platform."""

    id: str
    name: str
    name_en: str
    country: str | None
    kind: str
    hosts: tuple[str, ...]


class GazetteerPlace(Struct, frozen=True, array_like=True, gc=False):
    """A place with its coordinates."""

    name: str
    name_en: str
    country: str | None
    lat: float | None
    lon: float | None
    geonames: int
    kind: str


class State(Struct, frozen=True, array_like=True, gc=False):
    """A state: ISO 3166-1 alpha-3 code, names and the middle of its territory."""

    iso: str
    name: str
    name_en: str
    lat: float | None
    lon: float | None
    geonames: int
    qid: str
    capital: str


class Office(Struct, frozen=True, array_like=True, gc=False):
    """An office phrase and what may follow it inside the title."""

    office: str
    sector: str
    takes: tuple[str, ...]


class Tables(Struct, frozen=True):
    """Everything phrases point into."""

    states: tuple[State, ...] = ()
    places: tuple[GazetteerPlace, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    officials: tuple[Official, ...] = ()
    offices: tuple[Office, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    light: tuple[LightVerb, ...] = ()
    common: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    grammar: dict[str, tuple[str, ...]] = {}
    cues: dict[str, Any] = {}
    outlet_names: dict[str, int] = {}
    likelihood: dict[str, float] = {}


class Compiled(Struct, frozen=True):
    """The file as written by `tools/compile_resources.py`.

    Attributes:
        heads: first words of phrases, with the numbers of words these have.
        seconds: the second words of the longer ones.
        phrases: phrases, with what they are: kind, row or value, grammatical form.
    """

    heads: dict[str, tuple[int, ...]]
    seconds: dict[str, frozenset[str]]
    phrases: dict[str, tuple[tuple[str, int | str, str], ...]]
    tables: Tables


class Sections(dict[str, frozenset[str]]):
    """Sets of folded words by the name of their section."""

    def __missing__(self, section: str) -> frozenset[str]:
        raise WaqaiError(f"the compiled lexicon has no section {section!r}: {STALE}")


class Lexicon:
    """The compiled resources, with the word lists as sets."""

    def __init__(self, compiled: Compiled) -> None:
        self.heads = compiled.heads
        self.seconds = compiled.seconds
        self.phrases = compiled.phrases
        self.tables = compiled.tables
        self.common = frozenset(" ".join(compiled.tables.common).split())
        self.ambiguous = frozenset(" ".join(compiled.tables.ambiguous).split())
        self.names = frozenset(" ".join(compiled.tables.names).split())
        self.states = {state.iso: state for state in compiled.tables.states}
        self.organisations = {o.id: o for o in compiled.tables.organisations}
        self.grammar = Sections({k: frozenset(v) for k, v in compiled.tables.grammar.items()})

    def words(self, section: str) -> frozenset[str]:
        """The folded words of a section of `resources/ar/grammar.yaml`."""
        return self.grammar[section]


@lru_cache(maxsize=1)
def load() -> Lexicon:
    """The lexicon that ships with the package.

    Raises:
        WaqaiError: it is missing, or was compiled by another version.
    """
    try:
        data = files("waqai.data").joinpath("lexicon.json").read_bytes()
        return Lexicon(msgspec.json.decode(data, type=Compiled))
    except FileNotFoundError as error:
        raise WaqaiError(f"the compiled lexicon is missing: {STALE}") from error
    except msgspec.ValidationError as error:
        raise WaqaiError(f"the compiled lexicon is of another version ({error}): {STALE}") from error
