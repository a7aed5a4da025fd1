"""The noun phrase of a source: «مصادر في وزارة الخارجية التركية», «بيان لمكتبه», «الناطق باسم الحكومة فلان»."""

from msgspec.structs import replace

from waqai.pipeline.detect import Mention
from waqai.pipeline.detect.names import of_second_form
from waqai.pipeline.extract.frame import Attribution
from waqai.pipeline.extract.heads import Head
from waqai.pipeline.extract.sources.document import OWNERS, DocumentReader
from waqai.pipeline.extract.sources.line import Line
from waqai.pipeline.extract.sources.spoken import Phrase

LONGEST = 11
SHORT = 3
ATTACHED = "لبو0123456789"
RANKS = ("رفيع", "كبير", "مطلع", "مسوول", "بارز")
NISBA = ("ي", "يه", "يون", "يين", "يان", "اخري", "مطلعه")
SPEAKERS = frozenset(("person", "role", "org", "group", "outlet", "state", "thing"))
UNNAMED = frozenset(("unnamed-official", "reporter"))


class PhraseReader:
    """Reads the source phrase that begins at a given word."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.documents = DocumentReader(line, self)

    def read(self, k: int) -> Phrase | None:
        """The source phrase at word `k`, or nothing."""
        line = self.line
        if k >= line.size or k in line.time_end or line.saying(k) or line.word(k) in line.cues.participles:
            return None
        if (head := line.heads.get(k)) is not None and head.prep == "ب":
            # «أفاد بمقتل ثلاثة»
            return None
        phrase = self._plain(k)
        while phrase is not None and phrase.found[0].kind in UNNAMED and self._joined(phrase.j):
            # «مصدر قبلي ومسؤول في السلطة»: two who say it.
            more = self.worded(phrase.j, line.source_noun(phrase.j))
            if more is None:
                break
            phrase = Phrase((*phrase.found, *more.found), phrase.i, more.j, phrase.sure)
        return self._apposed(self._titled(phrase)) if phrase else None

    def _titled(self, phrase: Phrase) -> Phrase:
        """«الهادي إدريس عضو المجلس ورئيس الجبهة»: titles behind a name that no list holds make it one."""
        end = phrase.j
        while not phrase.sure and (m := self.line.mention(end)) is not None and m.kind == "role" and not m.prep:
            end = m.j
        if end == phrase.j:
            return phrase
        return Phrase(tuple(replace(a, kind="named-person") for a in phrase.found), phrase.i, end)

    def _joined(self, k: int) -> bool:
        """Whether «و» and a noun of people who are sources open at `k`: «ومسؤول», «وشهود»."""
        noun = self.line.source_noun(k)
        return noun is not None and noun[1] == 1 and noun[0] in UNNAMED and self.line.word(k)[:1] == "و"

    def _apposed(self, phrase: Phrase) -> Phrase:
        """«المتحدث باسم التحالف، العميد فلان، »: the name set between commas is the speaker."""
        line = self.line
        person = line.mention(phrase.j + 1) if line.word(phrase.j) == "،" else None
        first = phrase.found[0]
        if person is None or person.kind != "person" or person.conj or person.prep or len(phrase.found) > 1:
            return phrase
        closed = line.word(person.j) in ("،", "") or line.isin(person.j, "content")
        if (
            not closed
            or first.kind not in ("unnamed-official", "organisation", "reporter")
            or line.word(phrase.i) in line.cues.according
        ):
            return phrase
        return Phrase((self.of_mention(person),), phrase.i, person.j + (line.word(person.j) == "،"))

    def _plain(self, k: int) -> Phrase | None:
        """The phrase at `k` without what is set beside it between commas."""
        line = self.line
        mention = line.mention(k)
        noun = line.source_noun(k)
        if noun is None and line.word(k) in line.lexicon.grammar["number_words"]:
            # «ستة شهود», «ثلاثة من سكان البلدة»
            noun = line.source_noun(k + 2 if line.word(k + 1) == "من" else k + 1)
            return self.worded(k, (noun[0], 0)) if noun is not None and noun[0] in UNNAMED else None
        if self.documents.own_office(k):
            return self.documents.office(k)
        if noun and noun[0] == "document":
            return self.documents.statement(k, noun[1])
        if noun and noun[0] == "platform":
            return self.documents.account(k)
        if mention is not None and mention.rule == "honorific" and not mention.prep:
            # «وقال سيادته»
            return Phrase((replace(self.of_mention(mention), kind="named-person"),), k, mention.j)
        if mention is None or mention.kind not in SPEAKERS:
            return self.worded(k, noun) if mention is None or noun else None
        if mention.kind in ("group", "thing") and mention.number != "s" and noun is None and not mention.definite:
            return self.worded(k, noun)
        return self.named(mention)

    def named(self, mention: Mention) -> Phrase:
        """A mention, with a name right after it in brackets, and those joined to it by «و»."""
        line = self.line
        told = (n for n in range(mention.i + 1, mention.j) if line.word(n)[:1] == "ل" and self.told(n))
        if mention.kind == "role" and (cut := next(told, None)) is not None:
            # «متحدث باسم الأمم المتحدة للصحفيين»: who was told is no part of it.
            span = line.span(mention.i, cut)
            said = replace(self.of_mention(mention), text=line.phrase(span), span=span)
            return Phrase((said,), mention.i, cut)
        if mention.kind not in ("person", "state"):
            end = self._grown(mention.i, mention.j)
            if end > mention.j:
                return self.worded(mention.i, line.source_noun(mention.i)) or Phrase(
                    (self.of_mention(mention),), mention.i, mention.j
                )
        out, end = [self.of_mention(mention)], self.line.bracketed(mention.j)
        # «قال فلان عضو المجلس ورئيس الجبهة»: what else he is.
        named = mention.name_span is not None and mention.name_span[0] == line.span(mention.i, mention.i + 1)[0]
        titled = mention.kind == "person" and bool(mention.offices) and named
        joined = line.mention(end)
        while (
            joined is not None
            and joined.conj == "و"
            and joined.kind in SPEAKERS
            and not joined.prep
            and not joined.adjective
        ):
            if not (titled and joined.kind == "role"):
                out.append(self.of_mention(joined))
            end = self.line.bracketed(joined.j)
            joined = line.mention(end)
        return Phrase(tuple(out), mention.i, end)

    def _grown(self, i: int, j: int) -> int:
        """«القناة 12 العبرية», «السلطات في مظفر آباد»: the phrase goes on after what was recognised."""
        line, end = self.line, j
        person = line.mention(j)
        if person is not None and person.kind == "person" and not person.prep and not person.conj:
            return person.j
        while end < line.size and end - i < LONGEST and self._goes_on(end, i):
            end += 1
        return end

    def worded(self, k: int, noun: tuple[str, int] | None) -> Phrase | None:
        """A phrase that no list holds, up to the first word that cannot belong to it."""
        line, end = self.line, k
        if not line.word(k)[:1].isalpha() or self._cannot_begin(k):
            return None
        while end < line.size and end - k < LONGEST:
            mention = line.mention(end)
            if mention is not None and end > k and mention.kind == "person":
                if mention.prep or mention.conj:
                    break
                if noun is not None and not line.word(k).startswith("ال") and mention.j - mention.i == 1:
                    end += 1
                    continue
                return Phrase((self.of_mention(mention),), k, mention.j, True)
            if end > k and not self._goes_on(end, k):
                break
            end = self.line.bracketed(mention.j if mention else end + 1)
        if end == k:
            return None
        return self._as_worded(k, end, noun)

    def _as_worded(self, k: int, end: int, noun: tuple[str, int] | None) -> Phrase:
        """The words `[k, end)` as a source: named by its head noun, or by the mention that opens it."""
        line = self.line
        first = line.at.get(k)
        attached = first.prep if first is not None else ""
        kind, skip = noun or (self._kind_of(first), len(attached) + line.word(k).startswith("لل"))
        owner = first if first is not None and first.kind in OWNERS else None
        span = line.span(k, end, skip)
        found = Attribution(text=line.phrase(span), kind=kind, span=span, mention=owner, at=k, rule="source noun")
        return Phrase((found,), k, end, noun is not None or first is not None)

    def _cannot_begin(self, k: int) -> bool:
        line = self.line
        if line.word(k) in line.lexicon.grammar["prepositions"]:
            return True
        closed = ("phrase_ends", "phrase_goes_on", "content", "hearers")
        return any(line.isin(k, section) for section in closed) or line.verb(k)

    def _goes_on(self, k: int, start: int) -> bool:
        """Whether word `k` can stand inside a source phrase that began before it."""
        line, word = self.line, self.line.word(k)
        if k == start + 1 and line.isin(k, "pointing") and line.word(k + 1)[:2] == "ال":
            # «عمدة هذه المدينة فلان»
            return True
        if k in line.time_end or line.isin(k, "content") or line.isin(k, "phrase_ends") or line.isin(k, "between"):
            return False
        if word == "ل" or self._joined(k) or (word in line.cues.words["news"] and line.word(k - 1).startswith("ال")):
            return False
        if word in line.cues.words["phrase_goes_on"]:
            when = k + 1 in line.time_end or line.word(k + 1) in line.cues.words["time_nouns"]
            content = line.word(k + 1) in line.cues.words["content"]
            return not (line.channel_noun(k + 1) or when or content) and line.word(k + 1)[:1].isalpha()
        mention = line.inside.get(k)
        if word[:1] == "ل" and self.told(k):
            return False
        if mention is not None and mention.i == k:
            return self._joins(mention, k, start)
        if not word[:1].isalnum():
            return False
        head = line.heads.get(k)
        told_of = head is not None and head.trigger is not None
        if head is not None and told_of and head.prep == "ب":
            # «أفاد مراسل القناة الـ11 بمقتل ضابط»
            return False
        announced = self._announced(k, start, head, told_of)
        # «تنسيقية لجان المقاومة»: spelled like the plural of «لجأت».
        noun = head is not None and head.number == "plural" and head.gender == "f" and word in line.lexicon.common
        if announced or (line.verb(k) and mention is None and not (noun and not told_of)):
            return False
        # «مراسل القناة بازدياد القصف», «مراسل القناة بنقل الجرحى», but «مسؤول بوزارة».
        deed = word[0] == "ب" and mention is None and (_verbal_noun(word[1:]) or line.word(k + 1)[:2] == "ال")
        return not (word[0] == "ب" and (line.channel_noun(k) or deed))

    def _announced(self, k: int, start: int, head: Head | None, told_of: bool) -> bool:
        """Whether word `k` is the object of the verb of saying, no part of who speaks."""
        line, word, before = self.line, self.line.word(k), self.line.word(k - 1)
        # «الوزارة التزام بلاده»: «ال» of the noun's own.
        article = word[:2] == "ال" and not (told_of and head is not None and not head.article)
        # Two words of a name that no list holds: «الهادي كامل».
        named = word in line.lexicon.names and before in line.lexicon.names
        # «وزارة الدفاع الكينية وصول الشحنة»: behind a noun with ال one without it is the object.
        object_of = before[:2] == "ال" and not article and not named
        bare = word[:1] not in ATTACHED or (word[0] == "و" and word in line.lexicon.common)
        # «مصدر طبي يمني مقتل ثمانية»: behind an adjective a noun of what happened has no noun to belong to.
        deed = told_of or (_verbal_noun(word) and k + 1 in line.inside)
        object_of_any = k - start > 1 and deed and before.endswith((*NISBA, *RANKS)) and word.isalpha()
        # «الانفصاليون الموالون لروسيا مقتل ستة»: a noun with ال has none after it that it belongs to.
        definite = line.word(start).removeprefix("و")[:2] == "ال" and k > start and word[:1].isalpha()
        led = line.isin(k - 1, "phrase_goes_on") or before in line.lexicon.grammar["prepositions"]
        object_of_any = object_of_any or (definite and told_of and not article and not led)
        return (object_of and (told_of or (bare and line.inside.get(k) is None))) or (object_of_any and bare)

    def _joins(self, mention: Mention, k: int, start: int) -> bool:
        if mention.kind == "outlet" and (mention.prep or self.line.word(k - 1) == "ل"):
            return False
        if mention.kind == "person":
            return not mention.prep and not mention.conj
        names = self.line.lexicon.names
        if mention.kind == "role" and all(self.line.word(n) in names for n in range(start, k)):
            # «الهادي كامل عضو المجلس»: a title behind a name.
            return False
        if mention.kind == "role" and mention.prep == "ل" and self.line.word(k - 1).startswith("ال"):
            # «أكد الوزير الكيني للمبعوث الأممي»
            return False
        return mention.kind != "anaphor" and not (
            mention.conj and mention.kind in ("org", "state", "role") and start in self.line.at
        )

    def told(self, k: int) -> bool:
        """«للصحفيين», «لوكالة فلان»: who was told."""
        words, word = self.line.cues.words, self.line.word(k)
        rest = word[2:] if word.startswith("لل") else word[1:]
        if rest in words["hearers"] or rest in words["told"]:
            return True
        if word in self.line.lexicon.common:
            # «لجان» is no «جان» that was told.
            return False
        phrases = self.line.lexicon.phrases
        # «للجزيرة» is «ل» and «الجزيرة».
        opened = (rest, "ال" + rest) if word.startswith("لل") else (rest,)
        named = (" ".join([first, *self.line.words[k + 1 : k + n]]) for n in (1, 2, 3) for first in opened)
        outlets = self.line.lexicon.tables.outlet_names
        return any(key in outlets or any(kind == "outlet" for kind, _, _ in phrases.get(key, ())) for key in named)

    def of_mention(self, m: Mention) -> Attribution:
        """A mention as a source."""
        span = m.name_span or self.line.span(m.i, m.j)
        return Attribution(text=m.name, kind=self._kind_of(m), span=span, mention=m, at=m.i, rule=m.rule)

    def _kind_of(self, m: Mention | None) -> str:
        if m is None:
            return "organisation"
        if m.kind == "outlet" and isinstance(m.ref, int):
            return {"platform": "platform", "agency": "agency"}.get(
                self.line.lexicon.tables.outlets[m.ref].kind, "outlet"
            )
        noun = self.line.source_noun(m.i) if m.kind in ("group", "role") and self.line.at.get(m.i) is m else None
        if noun is not None and (m.kind == "group" or noun[0] == "reporter"):
            return noun[0]
        if m.kind == "group" and m.sector in ("GOV", "MIL", "COP") and m.number == "s":
            return "organisation"
        return {"person": "named-person", "role": "unnamed-official", "group": "unnamed-official"}.get(
            m.kind, "organisation"
        )


def _verbal_noun(word: str) -> bool:
    """«ازدياد», «إصابة», «استمرار»: the verbal noun of a form with ا in front; «تقديم»."""
    stem = word.removesuffix("ه")
    in_front = len(stem) > SHORT and stem[0] == "ا" and stem[1] != "ل"
    return of_second_form(stem) or (in_front and "ا" in stem[-2 - (stem != word) :])
