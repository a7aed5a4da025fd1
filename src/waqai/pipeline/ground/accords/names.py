"""Where a document names agreements: «اتفاقية تعاون عسكري», «وثيقة "إطار الدوحة"», «الاتفاق»."""

from msgspec import Struct

from waqai.lexicon import Match
from waqai.pipeline.detect import Found
from waqai.pipeline.ground.accords.cues import AccordCues

TITLE_WORDS = 12
STAGE_REACH = 28
NAME_REACH = 6
QUOTES = {'"': '"', "«": "»", "“": "”", "”": "”"}
RELATIVES = frozenset(["الذي", "التي"])
RELATIVE_REACH = 5
CAME_ABOUT = frozenset(["تم", "جري", "تمت", "جرت"])
POINTS = frozenset(".،؛:!؟()")


class Accord(Struct, frozen=True, kw_only=True):
    """A mention of an agreement on the words `[i, j)` of a sentence, its title included.

    Attributes:
        head: end of the words that say what it is.
        definite: carries ال: it may be one named before.
        bare: nothing but the head word.
        weak: the word is an agreement only where it is signed.
        stage: what was done to it, where the clause says so; verb: position of those words.
    """

    sentence: int
    i: int
    j: int
    head: int
    kind: str
    skip: int = 0
    definite: bool = False
    weak: bool = False
    stage: str = ""
    verb: int = -1
    name: tuple[int, int] | None = None

    @property
    def described(self) -> bool:
        """«الاتفاق الذي تم التوصل إليه بين ...»: a relative clause says how it came about."""
        return self.verb > self.j

    @property
    def bare(self) -> bool:
        """Whether only what it is stands there, with no title."""
        return self.j == self.head and self.name is None


def accords_of(found: Found, index: int, cues: AccordCues) -> list[Accord]:
    """The agreements that a sentence names, in order."""
    words, out = found.sentence.words, []
    named = {k: m for k, row in enumerate(found.matches) for m in reversed(row) if m.kind == "accord"}
    if not named:
        return []
    bodies = {n for m in found.mentions if m.kind == "org" for n in range(m.i, m.j)}  # «حلف شمال الأطلسي»
    k = found.sentence.skip
    times = {n for t in found.times for n in range(t.i, t.j)}
    while k < len(words):
        match = named.get(k) if k not in times and k not in bodies else None
        if match is None:
            k += 1
            continue
        definite = match.article or words[k].startswith((match.conj + "ال", match.conj + "بال", match.conj + "لل"))
        again = definite and _named_again(words, k, cues)
        end = match.j if again else _title_end(found, match.j, cues, times, definite)
        stage, verb = _stage(found, k, end, cues)
        if stage == "acceded" and match.ref == "ceasefire":
            stage, verb = "", -1  # nobody accedes to a truce
        name = _named(words, end, cues)
        skip = len(match.conj) + len(match.prep) + (match.prep == "ل" and words[k].startswith(match.conj + "لل"))
        out.append(
            Accord(
                sentence=index,
                i=k,
                j=end,
                head=match.j,
                kind=_inner_kind(found, match.j, end) or str(match.ref),
                skip=skip,
                definite=definite,
                weak=match.info.startswith("weak"),
                stage=stage,
                verb=verb,
                name=name,
            )
        )
        k = max(end, match.j)
    return out


def _named_again(words: list[str], k: int, cues: AccordCues) -> bool:
    """«ويسمح الاتفاق للشركات», «بموجب الاتفاق بحماية»: behind such words it is the one named before, untitled."""
    before = words[k - 1].lstrip("و") if k else ""
    laid_down = any(cue.kind in ("provision", "aim") or cue.prep for cue in cues.clauses.get(before, ()))
    return laid_down or before in cues.words["by"]


def _inner_kind(found: Found, i: int, j: int) -> str | None:
    """«وثيقة "إطار الدوحة"»: the name in quotes says better what it is."""
    for k in range(i + 1, j):
        if found.sentence.words[k - 1] in QUOTES:
            return next((str(m.ref) for m in found.matches[k] if m.kind == "accord"), None)
    return None


def _title_end(found: Found, k: int, cues: AccordCues, times: set[int], definite: bool) -> int:
    """The title goes on over adjectives, genitives, a name in quotes, and «للتعاون في مجال ...».

    Behind an article only what carries one too belongs to it: «تعد الاتفاقية كل عدوان».
    """
    words, start = found.sentence.words, k
    ends = {m.i for row in found.matches for m in row if not m.prep and _ends_title(m)}
    ends |= {m.i for m in found.mentions if m.kind in ("person", "role") and not m.prep}  # «ووقع الوثيقة الوزيران»
    while k < len(words) and k - start < TITLE_WORDS:
        word = words[k]
        if word in QUOTES:
            close = next((n for n in range(k + 1, min(len(words), k + 8)) if words[n] == QUOTES[word]), None)
            if close is None:
                break
            k = close + 1
            continue
        timed = k in times and words[k - 1] not in cues.words["title_periods"] and k - 1 not in times
        loose = definite and k == start and not word.startswith(("ال", "لل", "ب", "ل"))
        said = any(cue.kind in ("provision", "aim") for cue in cues.clauses.get(word, ()))
        if word in POINTS or timed or loose or said or k in ends or _ends(words, k, cues) or _finite(found, k):
            break
        k += 1
    return k


def _ends_title(m: Match) -> bool:
    """A verb of saying, of signing and the like, or their noun behind و («مذكرة تفاهم للتعاون والتوقيع عليها»)."""
    if m.kind == "stage" and m.info == "noun":
        return m.conj == "و" and m.article
    return not m.article and m.kind in ("says", "stage")


def _ends(words: list[str], k: int, cues: AccordCues) -> bool:
    """Whether a word of the title's end, or of another clause, stands at `k`."""
    word = words[k]
    if word in cues.words["signed_participles"]:
        return True
    if word == "في":
        return k + 1 >= len(words) or words[k + 1] not in cues.words["title_fields"]
    # «الإعفاء من», «للإعفاء المتبادل من».
    if word == "من" and any(
        ("ا" + w[1:] if w[:2] == "لل" else w) in cues.words["title_from"] for w in words[k - 2 : k]
    ):
        return False
    bare = word[1:] if word[0] == "و" else word
    return bare in cues.words["title_ends"] or word in cues.words["title_ends"] or bare in cues.words["clause_ends"]


def _finite(found: Found, k: int) -> bool:
    """A finite verb that no noun shares its spelling with begins a clause."""
    kinds = {m.kind for m in found.matches[k] if not m.article and not m.prep}
    if any(m.prep == "ل" and m.info.startswith("present") for m in found.matches[k]):
        return not any(m.kind in ("noun", "accord", "stage") for m in found.matches[k])  # «لتصبح الدولة الرابعة»
    present = any(m.info.startswith(("present", "future")) for m in found.matches[k] if not m.article and not m.prep)
    return bool(kinds & {"verb", "general", "light", "report"}) and present


def _stage(found: Found, k: int, end: int, cues: AccordCues) -> tuple[str, int]:
    """What was done: a participle behind, or a verb or verbal noun before in the clause."""
    words = found.sentence.words
    for n in range(k + 1, min(len(words), end + 2)):
        if words[n] in cues.words["signed_participles"]:
            return "signed", n
    for n in range(k - 1, max(found.sentence.skip - 1, k - STAGE_REACH), -1):
        if words[n] in (".", "؛"):
            break
        for m in found.matches[n]:
            if m.kind == "stage" and (m.info == "noun" or not (m.article or m.prep)):
                return str(m.ref), n
            if m.kind == "accord" and n < k - 1 and words[k][0] != "و":
                return "", -1
    # «الاتفاق الذي تم التوصل إليه»
    reach = RELATIVE_REACH if words[end : end + 1] and words[end] in RELATIVES else 3
    for n in range(end, min(len(words), end + reach)):
        told = (m for m in found.matches[n] if m.kind == "stage" and not m.prep)
        match = next((m for m in told if m.info != "noun" or words[n - 1] in CAME_ABOUT), None)
        if match is not None:
            return str(match.ref), n
    return "", -1


def _named(words: list[str], k: int, cues: AccordCues) -> tuple[int, int] | None:
    """«حمل اسم "اتفاقية الدفاع"»: the words in quotation marks."""
    for n in range(k, min(len(words), k + NAME_REACH)):
        if words[n] in cues.words["named"] and n + 1 < len(words) and words[n + 1] in QUOTES:
            close = next((x for x in range(n + 2, min(len(words), n + 14)) if words[x] == QUOTES[words[n + 1]]), None)
            return (n + 2, close) if close else None
        if words[n] in (".", "،"):
            return None
    return None
