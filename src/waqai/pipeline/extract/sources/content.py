"""Where the words reported begin and end: after «أن», a colon, quotation marks or the preposition of the verb."""

from waqai.pipeline.extract.conditions import CLOSING_QUOTES, OPENING_QUOTES
from waqai.pipeline.extract.sources.cues import Saying
from waqai.pipeline.extract.sources.line import Line

CONTENT_REACH = 34
BEFORE_REACH = 8
ASIDE = 14
# Words of a name in quotation marks, with the mark before it.
NAME = 4


class ContentReader:
    """Reads what follows a verb of saying in one sentence."""

    def __init__(self, line: Line) -> None:
        self.line = line

    def begin(self, start: int, saying: Saying) -> int | None:
        """Where the words reported begin: after أن, a colon, a quotation mark or the verb's preposition."""
        line = self.line
        if line.word(start) in OPENING_QUOTES or (
            line.word(start) in ("عن", "الي") and line.word(start) in saying.prep
        ):
            return start + 1
        named = start
        for k in range(start, min(line.size, start + CONTENT_REACH)):
            word = line.word(k)
            if start < k <= named:
                continue
            if word in line.cues.words["content"]:
                if line.isin(k - 1, "that_of_time"):
                    continue
                return None if self._denied_before(start, k, saying) else k
            if word in OPENING_QUOTES and k > named:
                end = self._quotation(k)
                if end - k > NAME and line.word(end + 1) not in line.cues.words["content"]:
                    return k + 1
                named = end
            if word == ":" or (word == "عن" and "عن" in saying.prep and line.word(k - 1) == "،"):
                return k + 1
            if word in (".", "؛") or line.isin(k, "breaks"):
                return None
            if k > start and line.saying(k) is not None and self._another(k):
                return None
            if k > start and line.word(k - 1) == "،" and self._turns(k):
                return None
        return None

    def _denied_before(self, start: int, k: int, saying: Saying) -> bool:
        """«أنكر الجيش قصف المدينة، قائلا إن»: what is denied stands before the words he goes on with."""
        line = self.line
        goes_on = line.word(k) in line.cues.participles and line.word(k - 1) == "،"
        return goes_on and "object" in saying.prep and any(n in line.heads for n in range(start, k))

    def _another(self, k: int) -> bool:
        """«أعلن الديوان تقييد الاتصالات، إذ أكد الملك أن»: another speaker's verb, in a clause of its own."""
        before = self.line.word(k - 1)
        return self.line.word(k)[:1] == "و" or before == "،" or before in self.line.lexicon.grammar["subordinators"]

    def _quotation(self, k: int) -> int:
        """Where the quotation that opens at `k` ends: «في بيان، "سحبنا قواتنا من هناك"» is longer than a name."""
        return next((n for n in range(k + 1, self.line.size) if self.line.word(n) in CLOSING_QUOTES), self.line.size)

    def _turns(self, k: int) -> bool:
        """«نفى الوزير وصول الشحنة، مبينا أن», «نفى الخبر، ووصفه بأنه»: what follows is reported by another word."""
        line, head = self.line, self.line.heads.get(k)
        joined = head is not None and head.verb and head.conj == "و" and head.trigger is not None
        return joined or line.word(k) in line.cues.participles

    def told_until(self, content: int) -> int:
        """The words reported end with the clause, or where «، و» turns from what will be to what was."""
        line, end = self.line, self.line.clause_end(content)
        opened = next((n for n in (content - 1, content) if line.word(n) in OPENING_QUOTES), None)
        if opened is not None:
            return self._closed(opened, end)
        verbs = [h for h in line.heads.values() if h.verb and content <= h.i < end and h.tense]
        if not verbs or verbs[0].tense != "future":
            return end
        turns = (h.i for h in verbs if h.tense == "past" and h.conj == "و" and line.word(h.i - 1) == "،")
        return next(turns, end)

    def _closed(self, opened: int, end: int) -> int:
        """«قال: "سحبنا قواتنا"، وقتل ثلاثة»: behind the quotation who reports goes on, unless it is taken up again."""
        line = self.line
        close = min(self._quotation(opened), end)
        again = any(line.word(n) in OPENING_QUOTES for n in range(close + 1, end))
        return close if line.word(close + 1) == "،" and not again else end

    def past_aside(self, k: int) -> int:
        """Over «، في بيان متلفز،», «، نقلا عن مسؤولين،» between a speaker and what he announces."""
        line = self.line
        led = line.isin(k + 1, "channel_prepositions") or line.word(k + 1) in line.cues.according
        aside = line.word(k) == "،" and (led or k + 1 in line.time_end)
        if not aside:
            return k
        return next((n + 1 for n in range(k + 1, min(line.size, k + ASIDE)) if line.word(n) == "،"), k)

    def object_end(self, k: int) -> int:
        """The object of a verb of saying ends with its clause: before the next joined verb."""
        line = self.line
        for n in range(k + 1, line.clause_end(k)):
            head = line.heads.get(n)
            if head is not None and head.verb and head.conj == "و":
                return n
        return line.clause_end(k)

    def told_of(self, k: int, content: int) -> int | None:
        """«في غارات جوية قال مسؤولون إنها قتلت»: where the noun stands of which the words reported speak."""
        line, before = self.line, self.line.word(k - 1)
        if line.word(content)[-1:] not in "هام" or line.word(k)[:1] == "و" or before[:2] == "ال":
            return None
        nouns = (line.heads[n] for n in range(k - 1, max(line.skip, k - BEFORE_REACH) - 1, -1) if n in line.heads)
        noun = next(nouns, None)
        if noun is None or noun.verb or noun.article or noun.pronoun or noun.trigger is None:
            return None
        return None if any(not line.word(n)[:1].isalpha() for n in range(noun.i, k)) else noun.i
