"""«المملكة»: the one kingdom that a report is about, which it need not name in full."""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from waqai.lexicon import Lexicon, Match
from waqai.pipeline.analyze import Sentence

WORD = re.compile("[وف]?(?:[بك]?ال|لل)مملكه")
KINGDOMS = frozenset(("SAU", "JOR", "BHR", "MAR"))
# What the match says of itself.
CALLED = "called"
NAMES = ("state", "nisba", "seat")


def kingdom_is_a_state(
    lexicon: Lexicon, outlet: str | None, sentences: Sequence[Sentence], matches: list[list[list[Match]]]
) -> None:
    """Read «المملكة» as the name of the kingdom that the rest of the document tells.

    Args:
        lexicon: words and tables.
        outlet: who printed the document, folded.
        sentences: its sentences.
        matches: lexicon matches by sentence and word; changed in place.
    """
    ref = _meant(lexicon, outlet, matches)
    if ref is None:
        return
    for sentence, found in zip(sentences, matches, strict=True):
        for k, word in enumerate(sentence.words):
            if WORD.fullmatch(word) and all(m.j == k + 1 for m in found[k]):
                found[k] = [_state(m, ref) for m in found[k] if m.kind == "group"]


def _state(m: Match, ref: str) -> Match:
    return replace(m, kind="state", ref=ref, info=CALLED)


def _meant(lexicon: Lexicon, outlet: str | None, matches: list[list[list[Match]]]) -> str | None:
    """The kingdom most words of the document name, before the one its outlet is of."""
    named: Counter[str] = Counter()
    for found in matches:
        for here in found:
            named.update({str(m.ref) for m in here if m.kind in NAMES and m.ref in KINGDOMS})
            named.update(c for m in here if m.kind == "place" and (c := _land(lexicon, m)) in KINGDOMS)
    if named:
        (first, most), *rest = named.most_common(2)
        return first if not rest or rest[0][1] < most else None
    at = lexicon.tables.outlet_names.get(outlet or "")
    home = lexicon.tables.outlets[at].country if at is not None else None
    return home if home in KINGDOMS else None


def _land(lexicon: Lexicon, m: Match) -> str | None:
    return lexicon.tables.places[int(m.ref)].country
