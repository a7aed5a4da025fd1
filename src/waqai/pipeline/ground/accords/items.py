"""Where a clause of an agreement ends, and the items it is made of."""

from waqai.model import Provision
from waqai.pipeline.detect import Found
from waqai.pipeline.extract.terms import POINTS
from waqai.pipeline.ground.accords.cues import AccordCues, ClauseCue

CLAUSE_WORDS = 60
FUTURE = ("ست", "سي", "سن")
FUTURE_LENGTH = 4


class Items:
    """The words of one sentence, read for the items of clauses."""

    def __init__(self, found: Found, cues: AccordCues, text: str) -> None:
        self.found = found
        self.words = found.sentence.words
        self.size = len(self.words)
        self.cues = cues
        self.text = text

    def _cue(self, k: int) -> ClauseCue | None:
        word = self.words[k]
        for cue in self.cues.clauses.get(word, ()) or self.cues.clauses.get(word[1:] if word[0] == "و" else "", ()):
            if tuple(self.words[k + 1 : k + len(cue.words)]) == cue.words[1:]:
                return cue
            if len(cue.words) == 1:
                return cue
        # «تمنحها منفذا».
        owned = next(
            (word.removesuffix(p) for p in ("هما", "ها", "هم") if word.endswith(p) and len(word) > len(p) + 3), word
        )
        attached = self.cues.clauses.get(word) or self.cues.clauses.get(owned)
        return attached[0] if attached and len(attached[0].words) == 1 else None

    def _past_subject(self, k: int) -> int:
        match = next((m for m in self.found.matches[k] if m.kind == "accord"), None) if k < self.size else None
        return match.j if match is not None and match.article else k

    def _verb(self, k: int) -> bool:
        if k >= self.size:
            return False
        plain = [m for m in self.found.matches[k] if not m.article and not m.prep and m.kind not in ("says", "stage")]
        if any(m.kind in ("noun", "phrase") for m in plain) and self.words[k][0] == "و":
            # «وتبادل المطلوبين» goes on with a list of deeds.
            return False
        return any(m.kind in ("verb", "general", "light") and m.info.startswith(("present", "future")) for m in plain)

    def _future(self, k: int) -> bool:
        """«ستمكن»: a verb that no list has, by its سـ; asked only behind the agreement."""
        return k < self.size and self.words[k][:2] in FUTURE and len(self.words[k]) > FUTURE_LENGTH

    def _empty(self, k: int) -> bool:
        word = self.words[k]
        kinds = {m.kind for m in self.found.matches[k]}
        return word.lstrip("و") in self.cues.words["empty_verbs"] or bool(kinds & {"says", "stage"})

    def _stops(self, k: int) -> bool:
        word = self.words[k]
        return word in POINTS or word == "،" or word in self.cues.words["clause_ends"]

    def _end(self, start: int, *, verbs: bool = False) -> int:
        """The clause ends with the sentence, before «حيث» and the like, or before another cue joined by a comma.

        With `verbs` its items are verbs («بموجبه تسحب كيغالي قواتها، وتنهي كينشاسا دعمها»), and another ends nothing.
        """
        for k in range(start, min(self.size, start + CLAUSE_WORDS)):
            if self.words[k] in POINTS or (k > start and self.words[k] in self.cues.words["clause_ends"]):
                return k
            if self.words[k] == "،" and k + 1 < self.size:
                after = self.words[k + 1]
                verb, cue = self._verb(k + 1) and not verbs, self._cue(k + 1)
                # «بشأن الهجرة، يرمي إلى تشديد المراقبة»
                joined = (after[0] == "و" and (cue is not None or verb)) or (cue is not None and cue.kind == "aim")
                if joined or (after == "كما" and self._verb(k + 2) and not verbs):
                    return k
        return min(self.size, start + CLAUSE_WORDS)

    def _items(self, start: int, end: int) -> list[Provision]:
        """The clause parted at its co-ordinations; behind «ثلاثة بنود:» the list, without «أولا»."""
        if (
            end < self.size
            and self.words[end] == ":"
            and not self.cues.words["listed_points"].isdisjoint(self.words[start:end])
        ):
            start = (
                end + 1 + (self.words[end + 1 : end + 2] != [] and self.words[end + 1] in self.cues.words["ordinals"])
            )
            end = self._end(start)
        out, begin, k = [], start, start
        while k < end:
            width = self._joint(k)
            if width:
                out.append((begin, k))
                begin = k = k + width
                continue
            k += 1
        out.append((begin, end))
        return [p for a, b in out if (p := self._provision(a, b)) is not None]

    def _joint(self, k: int) -> int:
        """Width of what joins two items at `k`; 0 where nothing does."""
        if self.words[k] == "،" and k + 1 < self.size:
            join = next((j for j in self.cues.joins if tuple(self.words[k + 1 : k + 1 + len(j)]) == j), None)
            if join is not None:
                return 1 + len(join)
            return int(self.words[k + 1][0] == "و")
        return 0

    def _provision(self, i: int, j: int) -> Provision | None:
        while i < j and not self.words[i][0].isalnum():
            i += 1
        while j > i and not self.words[j - 1][-1].isalnum() and self.words[j - 1] not in '"»”)':
            j -= 1
        if j <= i:
            return None
        start, stop = self.found.sentence.spans[i][0], self.found.sentence.spans[j - 1][1]
        if self.words[i][0] == "و" and i > 0 and self.words[i - 1] == "،":
            start += 1
        return Provision(" ".join(self.text[start:stop].split()), (start, stop))
