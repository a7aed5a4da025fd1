"""«عمان»: the state of Oman or the city of Amman, from its vowels, its neighbours and the document."""

from collections.abc import Iterable

from waqai.lexicon import Match
from waqai.pipeline.analyze import Sentence

DAMMA, FATHA, SHADDA = "\u064f", "\u064e", "\u0651"
CITY_WORDS = frozenset(("العاصمه", "مدينه", "محافظه", "امانه", "مطار", "شارع", "وسط", "غرب", "شرق"))
STATE_WORDS = frozenset(("سلطنه", "سلطان", "سفير", "سفاره", "حكومه", "خليج", "بحر", "شرطه", "جيش", "دوله", "وزاره"))
STATES, SEATS = ("state",), ("seat",)
LANDS = ("state", "nisba", "seat")


def settle(text: str, sentences: Iterable[Sentence], matches: list[list[list[Match]]]) -> None:
    """Leave each «عمان» one meaning.

    Args:
        text: the document's text as received.
        sentences: its sentences.
        matches: lexicon matches by sentence and word; changed in place.
    """
    oman, jordan = _evidence(matches)
    for sentence, found in zip(sentences, matches, strict=True):
        for k, here in enumerate(found):
            if _may_be_both(here):
                state = _is_state(text, sentence, found, k, oman, jordan)
                found[k] = [m for m in here if m.j > k + 1 or (m.ref == "OMN") == state]


def _may_be_both(here: list[Match]) -> bool:
    kinds = [(m.kind, m.ref) for m in here]
    return ("seat", "JOR") in kinds and ("state", "OMN") in kinds


def _evidence(matches: list[list[list[Match]]]) -> tuple[int, int]:
    """How often other words of the document speak of Oman and of Jordan."""
    oman = jordan = 0
    for found in matches:
        for here in found:
            named = {m.ref for m in here if m.kind in LANDS}
            if named and not _may_be_both(here):
                oman += "OMN" in named
                jordan += "JOR" in named
    return oman, jordan


def _is_state(text: str, sentence: Sentence, found: list[list[Match]], k: int, oman: int, jordan: int) -> bool:
    start, end = sentence.spans[k]
    vowels = text[start:end]
    if DAMMA in vowels[vowels.find("ع") :][:2]:
        return True
    if SHADDA in vowels or FATHA in vowels[vowels.find("ع") :][:2]:
        return False
    before = sentence.words[k - 1] if k else ""
    if before in CITY_WORDS:
        return False
    if before in STATE_WORDS or _owned(found, k):
        return True
    if _beside(found, k, sentence, STATES):
        return True
    if k < sentence.skip or _beside(found, k, sentence, SEATS):
        return oman > 0 and jordan == 0
    return oman > jordan


def _owned(found: list[list[Match]], k: int) -> bool:
    """«وزير خارجية عمان»: an office or portfolio without ال is owned by a state, not by a city."""
    owners = ("portfolio", "minister", "office", "ministry")
    return any(m.j == k and m.kind in owners and not m.article for i in range(max(0, k - 5), k) for m in found[i])


def _beside(found: list[list[Match]], k: int, sentence: Sentence, kinds: tuple[str, ...]) -> bool:
    """«قطر وعمان», «عمان وقطر»: joined to another of the kind."""
    joined = sentence.words[k].startswith("و")
    before = joined and k > 0 and any(m.kind in kinds and m.ref != "OMN" for m in found[k - 1])
    after = k + 1 < len(found) and any(m.kind in kinds and m.conj == "و" and m.ref != "OMN" for m in found[k + 1])
    return before or after
