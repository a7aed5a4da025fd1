"""Whether it happened: read from the clause, never from the document."""

from waqai.lexicon import Lexicon
from waqai.pipeline.detect import Found
from waqai.pipeline.extract.heads import Head

SPEECH = frozenset(["ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE"])
WINDOW = 5
PROTASIS = 4
APODOSIS = 16


def status_of(found: Found, heads: list[Head], head: Head, governor: Head, lexicon: Lexicon) -> tuple[str, str]:
    """Status of the event a head evokes, with the rule; `drop` where the words speak of no event at all.

    Args:
        found: the sentence.
        heads: its heads.
        head: the trigger.
        governor: the verb that carries tense and denial for a noun; the head itself otherwise.
        lexicon: grammar words.
    """
    words = found.sentence.words
    carrier = governor if governor.verb else head
    before = words[max(0, carrier.i - 2) : carrier.i]
    if "؟" in words[-1:] and carrier.i < 6:
        return "drop", "question"
    if carrier.verb and before[-1:] and before[-1] in ("لم", "لن", "لا", "ولم", "ولن", "ولا"):
        return "denied", "negation"
    if not head.participle and _under_denial(words, heads, head):
        return "denied", "denial"
    if not carrier.verb and _irrealis(words, head, lexicon):
        return "drop", "irrealis"
    if any(_strip(w) in lexicon.grammar["condition_words"] for w in words[max(0, carrier.i - PROTASIS) : carrier.i]):
        return "drop", "condition"
    if any(w in lexicon.grammar["condition_after"] for w in words[carrier.j : carrier.j + APODOSIS]):
        return "conditional", "condition"
    if carrier.tense == "future" or any(w in lexicon.grammar["future_words"] for w in before):
        return "planned", "future"
    plan = words[max(0, carrier.i - WINDOW) : carrier.j]
    if any(_strip(w) in lexicon.grammar["plan_words"] for w in plan):
        return "planned", "plan word"
    if carrier.verb and carrier.tense == "present" and head.trigger and head.trigger.type not in SPEECH:
        return "ongoing", "present tense"
    return "happened", ""


def _strip(word: str) -> str:
    return word[1:] if word[:1] in "وف" and len(word) > 3 else word


def _under_denial(words: list[str], heads: list[Head], head: Head) -> bool:
    """«نفى ... أن», «لا صحة ل», «نفت صحة»."""
    for h in heads if not (head.verb and head.conj) else ():
        if (
            h.i < head.i
            and h.report
            and h.verb
            and words[h.i].lstrip("و") in ("نفي", "نفت", "ينفي", "تنفي", "نفوا", "نفيا")
        ):
            return True
    joined = " ".join(words[: head.i][-8:])
    return any(p in joined for p in ("لا صحه", "لا اساس", "نفي صحه", "عاريه عن الصحه", "غير صحيح"))


def _irrealis(words: list[str], head: Head, lexicon: Lexicon) -> bool:
    before = words[head.i - 1] if head.i else ""
    if before in lexicon.grammar["irrealis_words"]:
        return True
    stem = before[1:] if before[:1] in "وبلف" and before not in lexicon.grammar["abstract_words"] else before
    return stem in lexicon.grammar["abstract_words"]
