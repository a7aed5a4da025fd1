"""The words of `resources/ar/attribution.yaml` as sets, built once per lexicon."""

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from waqai.lexicon import Lexicon


class Saying(Struct, frozen=True):
    """A verb of saying: what may introduce the words reported, and its tone."""

    verb: str
    prep: frozenset[str]
    tone: str


class According(Struct, frozen=True):
    """«وفقا ل», «على ما»: words before a source; `next` what must follow, `after` only behind what is reported.

    `way` is "voice" for who speaks for somebody («على لسان المتحدث»).
    """

    words: tuple[str, ...]
    next: frozenset[str]
    after: bool
    way: str


class Cues(Struct, frozen=True):
    """Everything the YAML file says, ready to be asked.

    Attributes:
        openings: the words of `according` and `participles`, with و and without.
        before_channel: the prepositions of channels, with و and without.
    """

    verbs: tuple[Saying, ...]
    participles: frozenset[str]
    according: dict[str, tuple[According, ...]]
    channels: dict[str, str]
    sources: dict[str, str]
    passives: tuple[tuple[str, ...], ...]
    refers: dict[str, frozenset[str]]
    words: dict[str, frozenset[str]]
    openings: frozenset[str]
    before_channel: frozenset[str]


@lru_cache(maxsize=2)
def cues_of(lexicon: Lexicon) -> Cues:
    """The cues of a lexicon."""
    raw = lexicon.tables.cues["attribution"]
    according: dict[str, list[According]] = {}
    for forms, follows, place in raw["according_to"]:
        for form in forms:
            words = tuple(form.split(" "))
            according.setdefault(words[0], []).append(
                According(words, frozenset(follows), place != "anywhere", "voice" if place == "voice" else "according")
            )
    participles = frozenset(form for (forms,) in raw["participles"] for form in forms)
    structured = ("verbs", "participles", "according_to", "channels", "sources", "passives", "refers")
    return Cues(
        verbs=tuple(Saying(verb, frozenset(prep), tone) for verb, prep, tone in raw["verbs"]),
        participles=participles,
        according={k: tuple(sorted(v, key=lambda a: -len(a.words))) for k, v in according.items()},
        channels={form: kind for forms, kind in raw["channels"] for form in forms},
        sources={form: kind for forms, kind in raw["sources"] for form in forms},
        passives=tuple(tuple(form.split(" ")) for form in raw["passives"]),
        refers={kind: frozenset(words) for kind, words in raw["refers"]},
        words={name: frozenset(words) for name, words in raw.items() if name not in structured},
        openings=_joined({*according, *participles}),
        before_channel=_joined(raw["channel_prepositions"]),
    )


def _joined(words: Iterable[str]) -> frozenset[str]:
    """Words, and the same with و."""
    return frozenset(letter + word for word in words for letter in ("", "و"))
