"""Whom an appeal is made to, where no list names them: «دعا كافة القوى إلى ضبط النفس», «ناشد الأهالي أن يصبروا»."""

from msgspec.structs import replace

from waqai.lexicon import Lexicon
from waqai.pipeline.detect import Found, Mention
from waqai.pipeline.extract.arguments import Clause
from waqai.pipeline.extract.frame import Frame
from waqai.pipeline.extract.heads import Head

# What they are asked to do opens with one of these.
TO = frozenset(["الي", "علي", "ان", "بان"])
ATTACHED = ("لل", "بال", "ل", "ب")
SHORT = 3
ADDRESSED = "addressed"
LONGEST = 6
ASKING = frozenset(["طلبا", "التماسا", "طالبا", "طالبه"])


def addressed(
    found: Found, lexicon: Lexicon, head: Head, actors: list[Mention], index: int, text: str
) -> Mention | None:
    """The noun phrase between a verb of asking, or its subject, and what is asked; `None` where none stands there.

    Args:
        found: the sentence.
        lexicon: quantities («كافة»), relatives.
        head: a verb or participle of asking.
        actors: who asks.
        index: the number of the sentence.
        text: the document.
    """
    words, spans = found.sentence.words, found.sentence.spans
    start = max((m.j for m in actors if head.j <= m.i <= head.j + 1), default=head.j)
    k = start + (_at(words, start) in lexicon.grammar["quantity_words"])
    times = {n for t in found.times for n in range(t.i, t.j)}
    relatives = lexicon.words("relatives")
    definite = [_agrees(w) and w not in relatives for w in (_at(words, k), _at(words, k + 1))]
    if not (definite[0] or (definite[1] and _is_noun(words[k], lexicon))) or k in times:
        return None
    end = k + 2 - definite[0]
    while end < start + LONGEST and end not in times and _agrees(_at(words, end)):
        end += 1
    taken = any(m.i < end and m.j > start and not m.adjective for m in found.mentions)
    if taken or not _asked(_at(words, end)) or any(w in relatives for w in words[start:end]):
        return None
    country = next((m.country for m in found.mentions if m.adjective and k < m.i < end), None)
    span = (spans[start][0], spans[end - 1][1])
    return Mention(
        sentence=index, i=start, j=end, kind="group", name=" ".join(text[span[0] : span[1]].split()), name_span=span,
        sector="CVL", country=country, number="p", definite=True, rule=ADDRESSED,
    )  # fmt: skip


def in_writing(clause: Clause, out: list[Frame], frame: Frame, writers: tuple[Mention, ...]) -> list[Frame]:
    """«سيبعث برسالتين إلى الملك ورئيس الحكومة طلبا للقاء»: what a letter asks for is asked of whom it goes to.

    Args:
        clause: the sentence.
        out: the frames before it; the letter is the last.
        frame: a request told by its noun.
        writers: the subject of the letter's verb.
    """
    letter, asked = out[-1] if out else None, frame.head
    written = letter is not None and letter.trigger.act == "exchange-of-messages" and letter.head.verb
    if letter is None or not written or clause.words[asked.i] not in ASKING or not writers:
        return [*out, frame]
    whom = tuple(m for m in letter.actors if m not in writers)
    return [*out[:-1], replace(frame, actors=writers, recipients=whom, when=frame.when or letter.when)]


def _at(words: list[str], k: int) -> str:
    return words[k] if k < len(words) else ""


def _agrees(word: str) -> bool:
    return word.removeprefix("و").startswith("ال") and word not in TO


def _is_noun(word: str, lexicon: Lexicon) -> bool:
    """No preposition, and without one attached."""
    return word.isalpha() and len(word) > SHORT and word not in lexicon.words("prepositions") and word[0] not in "بلكوف"


def _asked(word: str) -> bool:
    return word in TO or (word.startswith(ATTACHED) and len(word) > SHORT)
