"""How far the words go: a list that a mention opens, a clause."""

from waqai.pipeline.detect import Found, Mention
from waqai.pipeline.extract.before import NEW_CLAUSE
from waqai.pipeline.extract.forms import VERBS


def joined_to(first: Mention, found: Found, kind: str) -> list[Mention]:
    """«انضمام السويد وفنلندا»: the mentions of one kind that go on the list a mention opens."""
    out, end = [], first.j
    for m in found.mentions:
        if m.i == end and m.conj == "و" and not m.prep and m.kind == kind:
            out.append(m)
            end = m.j
    return out


def clause_end(found: Found, start: int) -> int:
    """Where the next clause begins: «..., وقال الوزير إن»."""
    words = found.sentence.words
    for k in range(start + 1, len(words)):
        if words[k] in NEW_CLAUSE or (
            words[k - 1] == "،" and any(x.kind in VERBS and x.conj for x in found.matches[k])
        ):
            return k
    return len(words)
