"""Who speaks: the subject of a verb of saying, before it or after it, or the speaker carried on."""

from collections.abc import Mapping

from msgspec.structs import replace

from waqai.pipeline.detect import Mention
from waqai.pipeline.extract.frame import Attribution
from waqai.pipeline.extract.sources.cited import CitedReader
from waqai.pipeline.extract.sources.content import BEFORE_REACH
from waqai.pipeline.extract.sources.cues import Saying
from waqai.pipeline.extract.sources.learnt import learnt
from waqai.pipeline.extract.sources.phrase import SPEAKERS
from waqai.pipeline.extract.sources.spoken import OUTLETS, Phrase

SUBJECT_REACH = 14
CHANNEL_REACH = 7
Subjects = Mapping[int, tuple[Mention, ...]]


class SpeakerReader:
    """Reads the speakers of one sentence."""

    def __init__(self, cited: CitedReader, subjects: Subjects) -> None:
        self.line = cited.line
        self.cited = cited
        self.phrases = cited.phrases
        self.subjects = subjects

    def after(self, verb: int, saying: Saying, k: int) -> tuple[Phrase | None, tuple[str, ...]]:
        """The subject, before the verb or after it; for «نقل عن» whom is quoted."""
        ahead = self._ahead(verb)
        if saying.tone not in ("relay", "learn"):
            return Phrase(ahead.found, ahead.i, k, ahead.sure) if ahead else self._behind_channel(k), ()
        if saying.tone == "learn":
            return learnt(self.line, self.phrases, self.cited.past_between, k)
        if self.line.word(k) == "عن":
            return self.phrases.read(k + 1), tuple(a.text for a in ahead.found) if ahead else ()
        phrase, through = self.cited.with_relay(k)
        if phrase is not None and self.line.word(phrase.j) == "الي" and "الي" in saying.prep:
            # «نسبت الوكالة إلى مصدر عسكري قوله»
            inner = self.phrases.read(phrase.j + 1)
            if inner is not None and inner.sure:
                return inner, tuple(a.text for a in phrase.found)
        return phrase, through

    def _behind_channel(self, k: int) -> Phrase | None:
        """The subject right behind the verb, or behind what it was said through: «أعلن عبر التلفزيون ضابط أن»."""
        line = self.line
        if not line.isin(k, "channel_prepositions") or not (line.channel_noun(k + 1) or self._outlet(k + 1)):
            return self.phrases.read(k)
        closed = line.word(k + 1).startswith("ال") or self._outlet(k + 1)
        for n in range(k + 2 + (not closed), min(line.size, k + CHANNEL_REACH)):
            led = line.word(n - 1) in line.lexicon.grammar["prepositions"] or line.isin(n - 1, "headline_asides")
            if line.isin(n, "content") or led:
                break
            if line.source_noun(n) is None and ((m := line.at.get(n)) is None or m.prep or m.kind not in SPEAKERS):
                continue
            phrase = self.phrases.read(n)
            if phrase is not None and phrase.sure and line.isin(phrase.j, "content"):
                return phrase
        return None

    def _outlet(self, k: int) -> bool:
        m = self.line.at.get(k)
        noun = self.line.source_noun(k)
        return (m is not None and m.kind == "outlet") or (noun is not None and noun[0] in OUTLETS)

    def _ahead(self, verb: int) -> Phrase | None:
        """«وكانت صحيفة محلية قد أوردت», «كان الجيش أعلن»: a subject between «كان» and its verb."""
        line, had = self.line, self.line.lexicon.grammar["past_markers"]
        end = verb - 1 if line.word(verb - 1) == "قد" else verb
        for k in range(end - 1, max(line.skip, end - SUBJECT_REACH) - 1, -1):
            if line.word(k).lstrip("وف") in had:
                phrase = self.phrases.read(k + 1)
                return phrase if phrase is not None and phrase.j == end else None
        return None

    def told_to(self, k: int, saying: Saying) -> bool:
        """«كانت بغداد قد أبلغت ستوكهولم»: behind a verb of telling with its subject before it stands who is told."""
        before = any(m.j <= k and m.kind in SPEAKERS for m in self.subjects.get(k, ()))
        return saying.tone == "tell" and before

    def unnamed(self, k: int, saying: Saying, last: Attribution | None) -> tuple[Attribution, ...]:
        """No subject follows: one before the verb, that of the verb it is joined to, or the speaker carried on."""
        line = self.line
        head = line.heads.get(k)
        if saying.tone == "learn" or self._impersonal(k) or (head is not None and head.passive):
            return ()
        if line.isin(k + 1, "in_it") and (there := self._in_it(k)):
            return there
        if line.isin(k + 1, "both_speakers"):
            span = line.span(k + 1, k + 2)
            return (Attribution(text=line.phrase(span), kind="named-person", span=span, at=k + 1, rule="both of them"),)
        for n in range(max(line.skip, k - BEFORE_REACH), k):
            phrase = self.phrases.read(n) if n not in line.inside and line.source_noun(n) else None
            if phrase is not None and phrase.j == k:
                # «في تقرير نشر الثلاثاء إلى أن»: a report that was published says nothing by that.
                published = saying.tone == "publish" and phrase.found[0].kind == "document"
                return () if published else phrase.found
        subject = [m for m in self.subjects.get(k, ()) if m.kind in SPEAKERS and not self._reported(k, m)]
        if subject:
            return (self.phrases.of_mention(subject[0]),)
        before = next((a for a in reversed(self.cited.out) if a.way in ("said", "office")), None)
        joined = line.word(k)[:1] == "و" or saying.tone == "continue"
        found = before or (last if joined else None)
        return (replace(found, at=k, rule="speaker carried on"),) if found else ()

    def _in_it(self, k: int) -> tuple[Attribution, ...]:
        """«أصدر المجلس بيانا أكد فيه أن»: who issued the statement, held the press conference or wrote the letter."""
        line = self.line
        before = range(k - 1, max(line.skip, k - SUBJECT_REACH) - 1, -1)
        said_there = next((n for n in before if self._statement(n) or line.verb(n)), None)
        if said_there is None or line.verb(said_there):
            return ()
        if (subject := self.of_clause(k)) is not None:
            return (self.phrases.of_mention(subject),)
        named = next((m for n in before if n < said_there and (m := line.at.get(n)) and m.kind in SPEAKERS), None)
        if named is not None and not named.prep:
            return (self.phrases.of_mention(named),)
        phrase = self.phrases.read(line.skip + 1)
        return phrase.found if phrase is not None and phrase.j <= said_there else ()

    def _statement(self, k: int) -> bool:
        """«بيانا», «بتصريح»: what somebody issues or gives."""
        return self.line.channel_noun(k) or self.line.word(k).removesuffix("ا") in self.line.cues.channels

    def _impersonal(self, k: int) -> bool:
        """«ويذكر أن», «يشار إلى أن»: nobody is named."""
        line = self.line
        first = line.word(k).lstrip("و")
        return any((first, *line.words[k + 1 : k + len(p)]) == p for p in line.cues.passives)

    def of_clause(self, k: int) -> Mention | None:
        """The subject of the nearest verb before `k` that has one."""
        for n in range(k - 1, self.line.skip - 1, -1):
            for m in self.subjects.get(n, ()):
                if m.kind in SPEAKERS:
                    return m
        return None

    def _reported(self, k: int, m: Mention) -> bool:
        """«الأدلة تشير إلى أن الصحفية استهدفت»: whom the words reported speak of."""
        content = self.line.cues.words["content"]
        return any(self.line.word(n) in content for n in range(k, m.i))
