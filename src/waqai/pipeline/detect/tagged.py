"""What the name tagger saw, put to use: where names end, unless the lists know better, and people the rules missed."""

from waqai.pipeline.detect.mention import Mention
from waqai.pipeline.detect.names import JOINED, WITH_HAMZA
from waqai.pipeline.detect.scan import Scan
from waqai.pipeline.detect.unsure import unknown

ARABIC = "\u0621"
NAME = ("B-PER", "I-PER")


def tagged_end(s: Scan, start: int, end: int) -> int:
    """The end of a name that the rules end at `end`, with what the tagger saw of it.

    Args:
        s: the sentence, its tags set.
        start: where the name begins; end: where the rules end it.
    """
    run = _run(s, start)
    if run > start:
        if run > end and all(_free(s, k) for k in range(max(end, start + 1), run)):
            return run
        if run < end and _cut(s, run):
            return run
        return end
    listed = any(m.kind == "official" for m in s.matches[start]) if start < s.size else False
    seen = all(s.tags[k] in ("O", "B-LOC", "I-LOC") for k in range(start, end))
    return start if end > start and seen and not listed else end


def tagged_name(s: Scan, k: int) -> Mention | None:
    """A person of two words or more that only the tagger saw."""
    if not s.tags or s.tags[k] != "B-PER":
        return None
    end = _run(s, k)
    if end - k < 2 or not all(_free(s, x) for x in range(k, end)):
        return None
    conj = _conjunction(s, k)
    bare = s.words[k][len(conj) :]
    # «شعارات مؤيدة لجمال عبد الناصر»
    prep = bare[:1] if bare[:1] in "بل" and bare not in s.lexicon.names and bare[1:] in s.lexicon.names else ""
    skip = len(conj) + len(prep)
    return Mention(
        sentence=s.index, i=k, j=end, kind="person", name=s.phrase(k, end, skip), name_span=s.span(k, end, skip),
        conj=conj, prep=prep, definite=True, rule="name tagger",
    )  # fmt: skip


def _run(s: Scan, start: int) -> int:
    """The end of the person's name that the tagger saw at `start`; `start` itself where it saw none."""
    if start >= s.size or s.tags[start] not in NAME:
        return start
    end = start + 1
    while end < s.size and (s.tags[end] == "I-PER" or _hyphened(s, end)):
        end += 1
    return end


def _hyphened(s: Scan, k: int) -> bool:
    """A hyphen inside a name, or the word after it; the tagger learned from text without them."""
    return JOINED in s.raw[k - 1 : k + 1]


def _free(s: Scan, k: int) -> bool:
    """A word that may be of a name: no list knows it for anything else, and no outlet writes itself so in Latin."""
    word = s.words[k]
    return k not in s.times and word[0] >= ARABIC and (word in s.names.glue or word in s.lexicon.names or unknown(s, k))


def _cut(s: Scan, k: int) -> bool:
    """Whether a name may be cut before word `k`: another name begins there, or a word that lists know."""
    return s.tags[k] == "B-PER" or not _free(s, k)


def _conjunction(s: Scan, k: int) -> str:
    word = s.words[k]
    joined = word[:1] == "و" and word not in s.lexicon.names
    hamza = s.text[s.sentence.spans[k][0] + 1 : s.sentence.spans[k][0] + 2] in WITH_HAMZA
    return "و" if joined and (hamza or word[1:] in s.lexicon.names or (k > 0 and s.tags[k - 1] in NAME)) else ""
