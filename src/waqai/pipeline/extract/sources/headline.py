"""Who speaks before a colon: «أردوغان: ...», «لافروف بعد لقائه الشيباني: ...», «13:05 – مراسلنا في يريفان: ...»."""

from waqai.pipeline.detect import Mention
from waqai.pipeline.extract.frame import Attribution
from waqai.pipeline.extract.sources.cited import CitedReader
from waqai.pipeline.extract.sources.spoken import OUTLETS, Phrase

# The hour before an entry of a live report.
STAMP = 8
ASIDE = 12
NAMES = 3
ASIDES = ("channel_prepositions", "headline_asides")
NO_NAMES = frozenset(("place", "state", "outlet"))


class HeadlineReader:
    """Reads the speaker that opens a sentence; adds what it finds to the reader of citations."""

    def __init__(self, cited: CitedReader) -> None:
        self.line = cited.line
        self.cited = cited
        self.phrases = cited.phrases

    def read(self) -> None:
        """A source and a colon open the sentence, perhaps with «بعد لقائه فلانا» between them."""
        line, k = self.line, self.line.skip
        if k and (named := self._taken_for_dateline()):
            self.cited.add(named.found, (k, line.size), "said")
            return
        while k < min(line.size, line.skip + STAMP) and (k in line.time_end or not line.word(k)[:1].isalpha()):
            k = line.time_end.get(k, k + 1)
        speaker = self._speaker(k)
        if speaker is None:
            return
        # «نيويورك تايمز عن مسؤولين: ...»
        quoted = self.cited.quoted(speaker.j) if speaker.found[0].kind in OUTLETS else None
        through = tuple(a.text for a in speaker.found) if quoted is not None else ()
        speaker = quoted or speaker
        near = range(speaker.j, min(line.size, speaker.j + ASIDE) if self._aside(speaker.j) else speaker.j + 1)
        colon = next((n for n in near if line.word(n) in (":", ".") or line.verb(n)), line.size)
        if line.word(colon) == ":":
            self.cited.add(speaker.found, (colon + 1, line.size), "said", through)

    def _speaker(self, k: int) -> Phrase | None:
        """A person or body, a source noun, or a surname alone («بيسكوف: ...»)."""
        line, mention = self.line, self.line.at.get(k)
        if mention is not None and (mention.kind in ("person", "role", "org") or self._seat(mention)):
            return Phrase((self.phrases.of_mention(mention),), k, mention.j)
        dated = any(word[:1].isalpha() for word in line.words[: line.skip])
        outlet = mention is not None and mention.kind in ("outlet", "group") and not dated
        if line.source_noun(k) is not None or outlet:
            return self.phrases.read(k)
        alone = not dated and (line.word(k + 1) == ":" or self._aside(k + 1)) and self._is_name(k)
        return self._named(k, k + 1) if alone else None

    def _aside(self, k: int) -> bool:
        """«في خطاب متلفز», «بعد لقائه فلانا», «للجزيرة»."""
        return any(self.line.isin(k, section) for section in ASIDES) or self.phrases.told(k)

    def _seat(self, m: Mention) -> bool:
        """«الكرملين: ...», as against «موسكو: ...», which may be where it was written."""
        known = self.line.lexicon.phrases.get(" ".join(self.line.words[m.i : m.j]), ())
        return m.rule == "seat" and any(kind == "org" for kind, _, _ in known)

    def _taken_for_dateline(self) -> Phrase | None:
        """«عراقجي: إيران ستعقد جولة ...»: a name, not a town, before the colon that opens the report."""
        line, end = self.line, self.line.skip - 1
        named = 0 < end <= NAMES and line.word(end) == ":" and all(self._is_name(k) for k in range(end))
        known = line.lexicon.phrases.get(" ".join(line.words[:end]), ())
        return self._named(0, end) if named and not any(kind in NO_NAMES for kind, _, _ in known) else None

    def _is_name(self, k: int) -> bool:
        """A word of personal names that is no other word."""
        line = self.line
        return line.word(k) in line.lexicon.names and line.word(k) not in line.lexicon.common and k not in line.heads

    def _named(self, i: int, j: int) -> Phrase:
        span = self.line.span(i, j)
        name = Attribution(
            text=self.line.phrase(span), kind="named-person", span=span, at=i, rule="name before a colon"
        )
        return Phrase((name,), i, j)
