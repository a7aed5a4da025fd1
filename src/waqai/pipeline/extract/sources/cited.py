"""Sources that are not the subject of a verb of saying: «بحسب فلان», «جاء ذلك في بيان», «هدنة أعلنها الرئيس»."""

from msgspec.structs import replace

from waqai.pipeline.extract.frame import Attribution
from waqai.pipeline.extract.heads import Head
from waqai.pipeline.extract.sources.cues import According
from waqai.pipeline.extract.sources.learnt import learnt
from waqai.pipeline.extract.sources.line import Line, readings
from waqai.pipeline.extract.sources.phrase import NISBA, PhraseReader
from waqai.pipeline.extract.sources.spoken import OUTLETS, Phrase
from waqai.pipeline.extract.sources.via import ViaReader, passed_on
from waqai.text.fold import fold_word

BACKWARD_REACH = 9
CONTENT_REACH = 34
OBJECT_REACH = 5
QUOTING = frozenset(("عن", "الي"))
FOUND_WITH = frozenset(("noun", "ل", "عن", "الي"))


def _bare(phrase: str) -> frozenset[str]:
    """The words of a phrase without «ال»."""
    return frozenset(word.removeprefix("ال") for word in phrase.split(" "))


def _speaks(a: Attribution) -> bool:
    """Whether a source is a spokesman by office, or by none that is told."""
    return a.mention is None or a.mention.office is None or "spokesperson" in a.mention.office


class CitedReader:
    """Reads the attributions of a sentence that hang on a cue; adds them to `out`."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.phrases = PhraseReader(line)
        self.vias = ViaReader(line)
        self.out: list[Attribution] = []
        # «بحسب ما نشرته الصحيفة»: a verb here tells no event.
        self.cue_verbs: set[int] = set()

    def add(self, found: tuple[Attribution, ...], scope: tuple[int, int], way: str, via: tuple[str, ...] = ()) -> None:
        """Keep sources with the words they cover, and what they came through."""
        if scope[0] < scope[1]:
            self.out.extend(replace(passed_on(a, via), scope=scope, way=way) for a in found)

    def backward(self) -> None:
        """«جاء ذلك في بيان للوزارة»: the source of the sentence before."""
        line, words = self.line, self.line.cues.words["backward"]
        opening = " ".join(line.words[line.skip : line.skip + 2])
        if opening not in words and line.word(line.skip) not in words:
            return
        for k in range(line.skip + 1, min(line.size, line.skip + BACKWARD_REACH)):
            if line.isin(k, "channel_prepositions") and line.channel_noun(k + 1):
                phrase = self.phrases.read(k + 1)
                if phrase is not None and phrase.sure:
                    via = self.vias.read(phrase.j, line.size)
                    self.add(phrase.found, (line.skip, line.skip + 1), "backward", via)
                return

    def according(self, k: int, last: Attribution | None) -> int | None:
        """«بحسب ما نقلته وكالة عن مصادر», «وفق البيان», «نقلا عن مسؤول», «على ما أفادت الشرطة»."""
        line = self.line
        for cue in self._cues(line.word(k)):
            start = k + len(cue.words)
            if tuple(line.words[k + 1 : start]) != cue.words[1:]:
                continue
            phrase, through = self._after_cue(start, cue.next)
            if phrase is not None:
                self.cue_verbs.update(range(start, phrase.i))
            if phrase is None or (cue.after and not self._stands_after(k, phrase.j)):
                continue
            self.add(self.again(phrase, last), self._reach(k, phrase.j), cue.way, through)
            return phrase.j
        return None

    def _cues(self, word: str) -> tuple[According, ...]:
        known = self.line.cues.according
        return known.get(word, ()) or known.get(word[1:] if word[:1] == "و" else "", ())

    def _after_cue(self, k: int, follows: frozenset[str]) -> tuple[Phrase | None, tuple[str, ...]]:
        """The source after a cue that wants a noun, a verb of saying, or a preposition."""
        line, start = self.line, k
        if line.word(start) in ("ما", "لما") and follows & {"ما", "ل"}:
            start += 1
        verb = line.saying(start)
        if verb is not None and (follows & {"verb", "ما"} or start > k):
            return (
                learnt(self.line, self.phrases, self.past_between, verb[1])
                if verb[0].tone == "learn"
                else self.with_relay(self.past_between(verb[1]))
            )
        if start > k and line.verb(start):
            return self.with_relay(self.past_between(start + 1))
        if start > k or not follows & FOUND_WITH or ("ل" in follows and line.word(k)[:1] != "ل"):
            return None, ()
        if follows & {"عن", "الي"}:
            if line.word(k) not in follows:
                return None, ()
            k += 1
        if line.word(k) in line.cues.words["no_sources"]:
            return None, ()
        if any(form in line.cues.words["same_before"] for _, form in readings(line.word(k))):
            k += line.word(k + 1)[:2] == "ال"  # «ذات البلاغ», «لنفس المصدر»
        return self._sure(self._account(k) or self.with_relay(k))

    def _sure(self, found: tuple[Phrase | None, tuple[str, ...]]) -> tuple[Phrase | None, tuple[str, ...]]:
        return found if found[0] is not None and found[0].sure else (None, ())

    def _account(self, k: int) -> tuple[Phrase | None, tuple[str, ...]] | None:
        """«رواية شاهد», «أرقام المرصد», «أحدث حصيلة لوزارة الداخلية»: whose account or count it is."""
        line = self.line
        k += line.isin(k, "latest")
        if not any(form in line.cues.words["accounts"] for _, form in readings(line.word(k))):
            return None
        owner = k + 1
        while line.word(owner).endswith("ه") and owner not in line.at and not line.verb(owner):
            owner += 1  # «حصيلة أولية ل»
        return found if (found := self._sure(self.with_relay(owner)))[0] is not None else None

    def with_relay(self, k: int) -> tuple[Phrase | None, tuple[str, ...]]:
        """A source, or an agency «عن» a source, with what it came through."""
        line = self.line
        phrase = self.phrases.read(k)
        if phrase is None:
            return None, ()
        quoted = self.quoted(phrase.j)
        if quoted is not None:
            return quoted, tuple(a.text for a in phrase.found)
        stop = next((n for n in range(phrase.j, line.size) if line.word(n) in ("،", ".")), line.size)
        return phrase, self.vias.read(phrase.j, stop)

    def quoted(self, k: int) -> Phrase | None:
        """Whom an agency or paper quotes: «عن مصادر», «نقلا عن مسؤولين», «استنادا إلى ثلاثة مسؤولين»."""
        line = self.line
        cue = next((c for c in self._cues(line.word(k)) if c.next & QUOTING), None)
        start = k + len(cue.words) if cue else k
        led = line.word(start) in (cue.next & QUOTING if cue else ("عن",))
        inner = self.phrases.read(start + 1) if led else None
        return inner if inner is not None and inner.sure else None

    def _stands_after(self, k: int, end: int) -> bool:
        """«كما أعلنت» opens a sentence of its own when words reported follow it."""
        line = self.line
        return k > line.skip + 1 and line.word(end) not in line.cues.words["content"] and not self._reported(end)

    def _reported(self, start: int) -> bool:
        """Whether words reported follow in the clause."""
        line = self.line
        for k in range(start, min(line.size, start + CONTENT_REACH)):
            if line.word(k) in line.cues.words["content"] or line.word(k) == ":":
                return True
            if line.word(k) in (".", "؛") or line.isin(k, "breaks"):
                return False
            if k > start and line.saying(k) is not None and (line.word(k)[:1] == "و" or line.word(k - 1) == "،"):
                return False
        return False

    def _reach(self, k: int, end: int) -> tuple[int, int]:
        """Before a cue that comes later; after one that opens the sentence."""
        line = self.line
        opens = not any(line.verb(n) or n in line.heads for n in range(line.skip, k))
        # «وعلى هامش الزيارة، كما أفاد مصدر، سيفتتح الوزير»: between commas before the verb, of what comes after it.
        inserted = line.word(k - 1) == line.word(end) == "،" and line.verb(end + 1)
        opens = opens or (inserted and not any(line.verb(n) for n in range(line.skip, k)))
        return (end, line.clause_end(end)) if opens else (line.clause_start(k), k)

    def past_between(self, k: int) -> int:
        """Over times, «أيضا», «من جهته» and the like between a verb and its subject."""
        line = self.line
        while k < line.size:
            if k in line.time_end:
                k = line.time_end[k]
            elif (told := self._hearer(k)) > k:
                k = told
            elif line.isin(k, "between") or self._stands_between(k):
                k += 1
            elif line.word(k) in ("من", "في") and line.isin(k + 1, "turns"):
                k += 3 if line.word(k + 2) == "،" else 2
            else:
                break
        return k

    def _stands_between(self, k: int) -> bool:
        """«، من جهته،», «هذا المسؤول»."""
        line = self.line
        pointing = (line.isin(k, "pointing") or line.isin(k, "same_before")) and line.word(k + 1)[:2] == "ال"
        return pointing or (line.word(k) == "،" and line.isin(k + 2, "turns"))

    def _hearer(self, k: int) -> int:
        """The end of who is told, between a verb and its subject: «قال لرويترز مسؤول», «أكد للمبعوث أن»."""
        line, mention = self.line, self.line.at.get(k)
        if mention is not None:
            end = mention.j if mention.prep == "ل" and mention.kind != "anaphor" else k
            while k < end < line.size and line.word(end).endswith(NISBA) and end not in line.heads:
                # «لوسائل إعلام رسمية كينية»
                end += 1
            return end
        return k + 1 if line.word(k)[:2] == "لل" and line.word(k)[2:] in line.cues.words["hearers"] else k

    def again(self, phrase: Phrase, last: Attribution | None) -> tuple[Attribution, ...]:
        """«وأضاف البيان», «وقال المصدر»: the source named before."""
        line, i = self.line, phrase.i
        pointed = line.isin(i - 1, "pointing")  # «هذا المسؤول الرفيع»
        same = phrase.j - i == 2 and line.isin(phrase.j - 1, "same")
        alone = phrase.j - i == 1 or pointed or same or self._like(phrase, last)
        if (
            last is None
            or self._unled(i) not in line.cues.words["again"]
            or not (alone or self._official(phrase, last))
        ):
            return phrase.found
        if last.kind == "named-person" and line.isin(i, "spokesmen_again") and not _speaks(last):
            # «وأضاف المتحدث أن» after what he said of the minister.
            return phrase.found
        kind = phrase.found[0].kind
        if (kind in OUTLETS) == (last.kind in OUTLETS):
            return (replace(last, at=phrase.i, rule="the source named before"),)
        if kind in OUTLETS and last.via:
            named = replace(phrase.found[0], text=last.via[0], mention=None, rule="the source named before")
            return (named,)
        return phrase.found

    def _official(self, phrase: Phrase, last: Attribution) -> bool:
        """«المسؤول المحلي» after a governor with a name: of his state, or of none that is told."""
        official = self.line.isin(phrase.i, "officials_again") and phrase.j - phrase.i == 2
        here, before = phrase.found[0].mention, last.mention
        if not official or last.kind != "named-person" or before is None or before.office is None:
            return False
        return here is None or here.country is None or here.country == before.country

    def _like(self, phrase: Phrase, last: Attribution | None) -> bool:
        """«المصدر الأمني» after «مصدر أمني»."""
        before = _bare(fold_word(last.text)) if last is not None else frozenset[str]()
        return _bare(" ".join([self._unled(phrase.i), *self.line.words[phrase.i + 1 : phrase.j]])) <= before

    def _unled(self, k: int) -> str:
        """«للمسؤول», «والمسؤول» without the letters in front."""
        word = self.line.word(k)
        return "ا" + word[1:] if word.startswith("لل") else word.removeprefix("و") if word.startswith("وال") else word

    def relative(self, k: int, end: int, bound: bool) -> int | None:
        """«هدنة أعلنها الرئيس», «القرار الذي كشف عنه الناطق»: who announced the noun before."""
        line = self.line
        if not bound and line.word(end) not in line.cues.words["about_it"]:
            return None
        carried = self.line.saying(k)
        tone = carried[0].tone if carried is not None else ""
        if (tone == "relay" and line.word(end) != "عن") or tone == "testify":
            # «أسرى نقلتهم طائرات اللجنة», «حرائق شهدتها أستراليا»
            return None
        phrase = self.phrases.read(self.past_between(end))
        if phrase is None:
            return None
        before = (line.heads[n] for n in range(k - 1, line.skip - 1, -1) if n in line.heads)
        noun = next((h for h in before if h.trigger is not None or h.verb), None)
        noun = None if noun is not None and noun.verb else noun
        said_there = line.channel_noun(k - 1) or line.channel_noun(k - 2)
        if phrase.sure and noun is not None and not said_there:
            # «يسري وقف لإطلاق النار أعلنه الرئيس»
            self.add(phrase.found, (self._told_with(noun), k), "according", self.vias.read(phrase.j, line.size))
        return phrase.j

    def _told_with(self, noun: Head) -> int:
        """Where the words begin that tell an event with a noun: «أجرى محادثات», «قدمت كينيا شكوى»."""
        heads = self.line.heads
        for n in range(noun.i - 1, max(self.line.skip - 1, noun.i - OBJECT_REACH), -1):
            if (above := heads.get(n)) is not None and above.verb and above.trigger is not None:
                same = noun.trigger is not None and above.trigger.type == noun.trigger.type
                return n if same or n == noun.i - 1 else noun.i
        return noun.i

    def office(self, k: int) -> int | None:
        """«..., في بيان لمكتبه, ...», «في بيان مشترك»: a statement by the office of who speaks, or of all who speak."""
        line = self.line
        noun = line.source_noun(k) if line.isin(k - 1, "channel_prepositions") and line.channel_noun(k) else None
        phrase = self.phrases.read(k) if noun is not None and noun[0] == "document" else None
        if phrase is None or phrase.j - k < 2 or phrase.found[0].kind != "document":
            return None
        joint = line.isin(phrase.j - 1, "joint")
        if not joint and not any(self.phrases.documents.own_office(n) for n in range(k, phrase.j)):
            return None
        self.add(phrase.found, (line.skip, line.size), "office")
        return phrase.j
