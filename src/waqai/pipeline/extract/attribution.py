"""Who says so: the speaker, office or agency behind the words of a sentence, through what, and how far it reaches."""

from msgspec.structs import replace

from waqai.lexicon import Lexicon
from waqai.pipeline.detect import Found
from waqai.pipeline.extract.conditions import CLOSING_QUOTES, OPENING_QUOTES
from waqai.pipeline.extract.frame import Attribution
from waqai.pipeline.extract.heads import Head
from waqai.pipeline.extract.sources import CitedReader, ContentReader, HeadlineReader, Line, Phrase, Saying
from waqai.pipeline.extract.sources.phrase import SPEAKERS
from waqai.pipeline.extract.sources.speaker import SpeakerReader, Subjects
from waqai.pipeline.extract.sources.spoken import OUTLETS

PARTICIPLE_REACH = 4
NAME = 3
VERB_REACH = 4
CLOSED = frozenset(("،", '"', "»", "”"))
TRAILING = ("neutral", "continue")
# Those who quote others: «نقل مراسلنا عن مسؤول».
CARRIERS = OUTLETS | {"reporter"}


class AttributionReader:
    """Finds the attributions of one sentence."""

    def __init__(self, found: Found, heads: list[Head], subjects: Subjects, lexicon: Lexicon, text: str) -> None:
        self.line = Line(found, heads, lexicon, text)
        self.cited = CitedReader(self.line)
        self.phrases = self.cited.phrases
        self.vias = self.cited.vias
        self.content = ContentReader(self.line)
        self.speakers = SpeakerReader(self.cited, subjects)

    def read(self, last: Attribution | None, quoted: Attribution | None = None) -> list[Attribution]:
        """All attributions of the sentence.

        Args:
            last: the speaker of the sentence before («وأضاف أن»).
            quoted: who speaks in the quotation that the sentence before left open.
        """
        line, done = self.line, self.line.skip
        if quoted is not None and line.saying(line.skip) is None:
            close = next((n for n in range(line.size) if line.word(n) in CLOSING_QUOTES), line.size)
            self.cited.add((quoted,), (0, close), "said")
        HeadlineReader(self.cited).read()
        self.cited.backward()
        for k in line.openings():
            if k >= done and k not in line.time_end and k not in line.inside:
                done = self._read_at(k, last) or 0
        return self._bounded()

    def quoting(self, said: tuple[Attribution, ...], quoted: Attribution | None) -> Attribution | None:
        """Who speaks in a quotation that is still open at the end of the sentence."""
        opened = 0 if quoted is not None and self.line.saying(self.line.skip) is None else None
        for k, word in enumerate(self.line.words):
            if word in OPENING_QUOTES or word in CLOSING_QUOTES:
                opened = None if word in CLOSING_QUOTES and (opened is not None or word not in OPENING_QUOTES) else k
        if opened is None:
            return None
        return next((a for a in said if a.way == "said" and a.scope[0] <= opened + 1 < a.scope[1]), None)

    def _read_at(self, k: int, last: Attribution | None) -> int | None:
        """Read what begins at word `k`; the word after it, or nothing."""
        return (
            self.cited.according(k, self._latest(last))
            or self._said(k, last)
            or self._participle(k)
            or self._accused(k)
            or self.cited.office(k)
        )

    def _latest(self, last: Attribution | None) -> Attribution | None:
        """«قال الكرملين إن ...، وفق البيان»: the speaker of the sentence itself before that of the one before."""
        return next((a for a in reversed(self.cited.out) if a.way in ("said", "direct")), last)

    def _said(self, k: int, last: Attribution | None) -> int | None:
        """A verb of saying with its subject and the words reported."""
        line = self.line
        verb = line.saying(k)
        if verb is None:
            return None
        saying, end, info = verb
        told_of_it = line.word(k - 1) == "ما" and line.word(k - 2) in line.cues.words["it_is"]
        # «لم يستبعد أن يلتقي الرئيسان»: who does not exclude it speaks.
        if told_of_it or (line.word(k - 1) in line.cues.words["negations"] and saying.tone != "exclude"):
            return end
        bound = info.endswith("bound")
        if self._describes(k, end, bound):
            return self.cited.relative(k, end, bound)
        start = self.cited.past_between(end)
        phrase, via = self.speakers.after(k, saying, start)
        head = line.heads.get(k)
        passive = head is not None and head.passive and saying.tone != "relay"
        if phrase is not None and (self.speakers.told_to(k, saying) or passive):
            phrase = None
        stop = phrase.j if phrase else start
        content = self.content.begin(stop, saying)
        if saying.tone == "show" and (phrase is None or not phrase.sure):
            return max(end, stop)
        if phrase is not None and content is not None and self._witnessed(phrase, content, saying):
            return max(end, stop)
        if content is not None and saying.tone == "continue" and self._acts_on(stop, content):
            return max(end, stop)
        if content is None:
            return self._without_content(k, phrase, saying, via) if phrase else self._announced(k, start, saying, last)
        found = self.cited.again(phrase, last) if phrase else self.speakers.unnamed(k, saying, last)
        if not found:
            return None
        quoted = next((q for n in range(stop, content) if (q := self.cited.quoted(n))), None) if phrase else None
        if quoted is not None and found[0].kind in CARRIERS:
            found, via = quoted.found, tuple(a.text for a in found)
        through = via or self.vias.read(stop, content)
        self.cited.add(found, (content, self.content.told_until(content)), "said", through)
        if (noun := self.content.told_of(k, content)) is not None:
            self.cited.add(found, (noun, k), "according", through)
        return max(end, stop if quoted is None else content)

    def _witnessed(self, phrase: Phrase, content: int, saying: Saying) -> bool:
        """«شهدت العاصمة تجمعا», «يرصد تحركاتهم، ... أن»: with words between it and «أن» the noun is what was seen."""
        line, stop = self.line, phrase.j
        # A name that no list holds.
        named = content <= stop + NAME and not any(line.word(n) in line.lexicon.common for n in range(stop, content))
        near = (
            content <= stop + 1
            or named
            or line.word(stop) in ("،", "ل", *OPENING_QUOTES)
            or line.isin(stop, "channel_prepositions")
        )
        return (
            not near
            and saying.verb != "قال"  # «قال متعاقد مع الأمم المتحدة إن»
            and not self.phrases.told(stop)
            and (saying.tone == "testify" or not phrase.sure)
            and stop not in line.time_end
        )

    def _acts_on(self, stop: int, content: int) -> bool:
        """«يواصل الجيش ضرباته، بل إنه زاد حدتها»: who goes on with a deed does not speak."""
        return any(n in self.line.heads and n not in self.line.inside for n in range(stop, content))

    def _describes(self, k: int, end: int, bound: bool) -> bool:
        """A verb in a relative clause: «الذي أعلنه», «هدنة أعلنها»."""
        line = self.line
        if line.word(k - 1) in line.lexicon.grammar["relatives"]:
            return True
        if line.word(k)[:1] == "و" or line.word(end) in line.cues.words["content"]:
            return False
        return bound or line.word(end) in line.cues.words["about_it"]

    def _without_content(self, k: int, phrase: Phrase, saying: Saying, via: tuple[str, ...]) -> int | None:
        """«أعلنت الشرطة مقتل ثلاثة», or «..., قال الوزير» behind the words said."""
        line = self.line
        if not phrase.sure and not self._unheard(phrase):
            return None
        start = self.content.past_aside(self.cited.past_between(phrase.j))
        told_of = line.word(start)[:1] == "ب" and "ب" in saying.prep
        has_object = told_of or ("object" in saying.prep and line.word(start) not in ("،", ".", ""))
        if has_object or saying.tone == "deny":
            quoted = self.cited.quoted(phrase.j + 1) if line.word(phrase.j) == "،" else None
            relayed = quoted is not None and phrase.found[0].kind in CARRIERS
            found = quoted.found if quoted is not None and relayed else phrase.found
            through = tuple(a.text for a in phrase.found) if relayed else via or self.vias.read(phrase.j, line.size)
            self.cited.add(found, (start, self.content.object_end(start)), "direct", through)
            return start
        trails = line.word(k - 1) in CLOSED and line.word(phrase.j) in ("", ".", "،")
        if trails and saying.tone in TRAILING and k > line.skip + 1:
            self.cited.add(phrase.found, (line.clause_start(k), k), "according", via)
            return phrase.j
        return None

    def _unheard(self, phrase: Phrase) -> bool:
        """«نفى الدالاتي مشاركته»: a word that no list holds names somebody."""
        words = self.line.words[phrase.i : phrase.j]
        return not any(word in self.line.lexicon.common for word in words) and phrase.i not in self.line.heads

    def _announced(self, k: int, start: int, saying: Saying, last: Attribution | None) -> int | None:
        """«كما أفاد بمقتل ثلاثة», «وأعلن مقتل ثلاثة»: the speaker before announces what a noun tells."""
        head = self.line.heads.get(start)
        if head is None or head.verb or head.trigger is None:
            return None
        if ("ب" if head.prep == "ب" else "object") not in saying.prep:
            return None
        found = self.speakers.unnamed(k, saying, last)
        self.cited.add(found, (start, self.content.object_end(start)), "direct")
        return start if found else None

    def _participle(self, k: int) -> int | None:
        """«..., مضيفا أن», «مشيرا إلى أن»: the speaker of the clause goes on."""
        line, word = self.line, self.line.word(k)
        if word not in line.cues.participles and not (word[:1] == "و" and word[1:] in line.cues.participles):
            return None
        near = range(k + 1, min(line.size, k + PARTICIPLE_REACH))
        content = next((n for n in near if line.word(n) in line.cues.words["content"]), None)
        denies = word.removeprefix("و") in line.lexicon.grammar["status.denial"]
        if content is None and not denies:
            return None
        found = tuple(a for a in self.cited.out[-1:] if a.way == "said")
        subject = self.speakers.of_clause(k)
        if not found and subject is not None:
            found = (self.phrases.of_mention(subject),)
        if content is None:
            # «..., نافية عقد أي لقاء»
            self.cited.add(found, (k + 1, self.content.object_end(k + 1)), "direct")
            return k + 1
        self.cited.add(found, (content, line.clause_end(content)), "said")
        return content

    def _accused(self, k: int) -> int | None:
        """«اتهم فلان الحوثيين بتعذيب»: the charge is the accuser's word."""
        line = self.line
        head = line.heads.get(k)
        if head is None or head.trigger is None or head.trigger.act != "accusation":
            return None
        if not (head.verb or head.participle):
            return None
        subject = next(iter(self.speakers.subjects.get(k, ())), None) if head.verb else self.speakers.of_clause(k)
        events = (n for n in range(k + 1, line.size) if n in line.heads and n not in line.at)
        charge = next((n for n in events if line.word(n)[0] == "ب"), None)
        if subject is None or subject.kind not in SPEAKERS or charge is None:
            return None
        self.cited.add((self.phrases.of_mention(subject),), (charge, self.content.object_end(charge)), "accused")
        return head.j

    def _bounded(self) -> list[Attribution]:
        """Reported words end where another speaker's begin, unless these stand inside them."""
        said = [a for a in self.cited.out if a.way == "said"]
        out = []
        for a in self.cited.out:
            later = (b for b in said if b.at > a.at and b.scope[0] > a.scope[0] and b.text != a.text)
            joined = next((b for b in later if self._new_clause(b)), None)
            end = min(a.scope[1], joined.at) if joined and a.way == "said" else a.scope[1]
            out.append(replace(a, scope=(a.scope[0], end)))
        return out

    def _new_clause(self, a: Attribution) -> bool:
        """Whether the verb of a later attribution is joined to the sentence, not part of what is reported."""
        line = self.line
        for n in range(a.at, max(line.skip, a.at - VERB_REACH), -1):
            if line.saying(n):
                return line.word(n)[:1] == "و" and (line.word(n - 1) in CLOSED or line.word(n - 1) == ".")
        return False
