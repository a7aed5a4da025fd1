"""A party of a document: someone or something that takes part in its events, and when two names are one."""

from functools import lru_cache

from msgspec import Struct

from waqai.text.fold import fold_word

TITLES = "السيد السيده الدكتور دكتور الشيخ الامير الاميره الملك اللواء الفريق العميد العقيد الرئيس الوزير الجنرال"
SHORT_FIRST, LONG_FIRST = 3, 5
VOWELS = str.maketrans("", "", "اويى")
TITLE_WORDS = frozenset(TITLES.split())


class Party(Struct, kw_only=True):
    """Someone or something that takes part in events. Mutable while the document is being read; never leaves ground."""

    key: str
    kind: str
    name: str
    country: str | None = None
    sector: str | None = None
    offices: list[str] = []
    body: str | None = None
    mentions: list[tuple[int, int]] = []
    aliases: list[str] = []
    country_because: str | None = None
    official: int | None = None
    gender: str = ""
    styles: frozenset[str] = frozenset()
    office_spans: dict[str, tuple[int, int]] = {}


class Resolved(Struct, frozen=True, gc=False):
    """A mention's party, and why, where the words alone do not say it."""

    party: Party
    inferred: bool = False
    because: str | None = None
    office: str | None = None


@lru_cache(maxsize=16_384)
def name_tokens(name: str) -> tuple[str, ...]:
    """Folded words of a name without titles and articles."""
    out = []
    for word in fold_word(name).replace("-", " ").replace("عبد ال", "عبدال").split():
        if word not in TITLE_WORDS:
            out.append(word.removeprefix("ال") if len(word) > 4 else word)
    return tuple(w for w in out if w.isalnum())


def same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one name can be a shorter or fuller form of the other: the last word is shared, or all of the shorter."""
    if not a or not b:
        return False
    small, big = (a, b) if len(a) <= len(b) else (b, a)
    if len(small) == 1 and small[0] == big[0] and big[1:2] in (("بن",), ("ابن",)):
        return True
    if set(small) <= set(big):
        return len(small) > 1 or small[0] == big[-1] or (len(big) <= 2 and small[0] in big)
    return len(small) > 1 and small[-1] == big[-1] and _same_first(small[0], big[0])


def _same_first(a: str, b: str) -> bool:
    """«توم» and «توماس», «ديمتري» and «دميتري»; not «محمد» and «محمود»."""
    short, long = sorted((a, b), key=len)
    if a == b or (len(short) >= SHORT_FIRST and long.startswith(short)):
        return True
    return len(short) >= LONG_FIRST and a.translate(VOWELS) == b.translate(VOWELS)


@lru_cache(maxsize=16_384)
def head_of(name: str) -> str:
    """The first word of a body's or group's name, without article."""
    return fold_word(name).split()[0].removeprefix("ال") if name.split() else ""


def at_home(party: Party, country: str | None, home: str | None) -> bool:
    """«وزارة الخارجية ... الخارجية الروسية»: whether a body named without a state may be of one named later.

    A ministry is at home where the report's home is known, and no other state's.
    """
    ministry = (party.body or "").startswith("ministry:")
    return party.country is None and not (ministry and home is not None and country != home)
