"""Statements and accounts as sources: whose they are speaks, through them («بيان للوزارة», «حساب الوزارة»)."""

from typing import TYPE_CHECKING

from waqai.pipeline.extract.frame import Attribution
from waqai.pipeline.extract.sources.line import Line
from waqai.pipeline.extract.sources.spoken import OUTLETS, Phrase, through

if TYPE_CHECKING:
    from waqai.pipeline.extract.sources.phrase import PhraseReader

OWNERS = frozenset(("person", "role", "org", "state", "group"))
LINKS = 6


class DocumentReader:
    """Reads the phrase that a statement, report or account opens."""

    def __init__(self, line: Line, phrases: "PhraseReader") -> None:
        self.line = line
        self.phrases = phrases

    def account(self, k: int) -> Phrase | None:
        """«حساب وزارة الدفاع على منصة ...»: its owner speaks, through the account."""
        owner = self.line.mention(k + 1)
        if owner is None or owner.kind not in OWNERS:
            return None
        named = self.phrases.of_mention(owner)
        return Phrase((through(named, k, "account of", (self.line.word(k),)),), k, owner.j)

    def statement(self, k: int, skip: int) -> Phrase | None:
        """A statement: whose it is speaks, through it; with no owner it is the source itself."""
        line, end = self.line, k + 1
        while end < line.size and end - k <= LINKS:
            word = line.word(end)
            if word in line.cues.words["document_outlets"]:
                return self._published(k, end, skip)
            if self.own_office(end):
                return self._as_document(k, end + 1, skip)
            owned = self._owners(end, k)
            if owned is not None:
                via = (line.phrase(line.span(k, max(k + 1, self._nouns_end(k)), skip)),)
                return Phrase(tuple(through(a, k, "statement of", via) for a in owned.found), k, owned.j)
            if not line.isin(end, "document_links") and not self._describes(end):
                break
            end += 1
        return self._as_document(k, self._nouns_end(k), skip)

    def _published(self, k: int, end: int, skip: int) -> Phrase:
        """«بيان مشترك نشرته وكالة ...»: the statement is the source, the agency what it came through."""
        # «وثائق اطلعت عليها الوكالة»
        outlet = self.phrases.read(end + 1 + self.line.isin(end + 1, "seen"))
        document = self._as_document(k, end, skip)
        if outlet is None or not outlet.sure:
            return document
        if outlet.found[0].kind not in OUTLETS:
            # «بيان نشرته وزارة الخارجية»: who publishes it says it.
            by = (document.found[0].text,)
            return Phrase(tuple(through(a, k, "statement of", by) for a in outlet.found), k, outlet.j)
        via = tuple(a.text for a in outlet.found)
        return Phrase(tuple(through(a, k, a.rule, via) for a in document.found), k, outlet.j)

    def office(self, k: int) -> Phrase:
        """«بحسب مكتبه الإعلامي»: the office of who speaks or acts, by its own words."""
        line, end = self.line, k + 1
        while line.word(end)[:2] == "ال" and line.word(end).endswith("ي") and end not in line.at:
            end += 1
        span = line.span(k, end, line.word(k) not in line.cues.words["own_office"])
        office = Attribution(text=line.phrase(span), kind="organisation", span=span, at=k, rule="own office")
        return Phrase((office,), k, end)

    def own_office(self, k: int) -> bool:
        """«لمكتبه», «عن رئاستها»: the office of who speaks."""
        word, words = self.line.word(k), self.line.cues.words["own_office"]
        return word in words or (word[:1] == "ل" and word[1:] in words)

    def _owners(self, k: int, start: int) -> Phrase | None:
        line = self.line
        word = line.word(k)
        mention = line.mention(k)
        if mention is not None and mention.kind in OWNERS and not mention.adjective:
            return self.phrases.named(mention) if mention.prep in ("ل", "") or line.word(k - 1) == "عن" else None
        attached = word[:1] == "ل" and len(word) > 3 and not self.phrases.told(k)
        # «بيان صادر عن اللجنة», as against «عبر البيان عن دعم القادة».
        issued = line.word(k - 1) == "عن" and line.isin(k - 2, "issued")
        if mention is None and (attached or issued or line.word(k - 1) == "ل"):
            phrase = self.phrases.worded(k, None)
            return self._split(phrase, k, 2 if word.startswith("لل") else int(attached)) if phrase else None
        return None

    def _split(self, phrase: Phrase, k: int, skip: int) -> Phrase:
        """«لهيئة شؤون الأسرى ونادي الأسير»: two owners, parted before the word with «و»."""
        line = self.line
        cuts = [
            n
            for n in range(k + 2, phrase.j)
            if line.word(n)[:1] == "و" and len(line.word(n)) > 4 and line.word(n)[:3] != "وال"
        ]
        bounds = list(zip([k, *cuts], [*cuts, phrase.j], strict=True))
        out = []
        for n, (i, j) in enumerate(bounds):
            span = line.span(i, j, 1 if n else skip)
            out.append(
                Attribution(
                    text=line.phrase(span), kind="organisation", span=span, mention=None, at=i, rule="statement of"
                )
            )
        return Phrase(tuple(out), phrase.i, phrase.j)

    def _describes(self, k: int) -> bool:
        """An adjective of the document: «بيان مقتضب», «البيان الختامي»."""
        line = self.line
        free = line.word(k)[:1].isalpha() and k not in line.at and k not in line.time_end and not line.verb(k)
        return free and not line.isin(k, "phrase_ends") and not line.isin(k, "content")

    def _nouns_end(self, k: int) -> int:
        """End of the document's noun with its adjectives."""
        line, end = self.line, k + 1
        while end - k < 3 and line.word(end) in line.cues.words["document_kinds"]:
            end += 1
        return end

    def _as_document(self, k: int, end: int, skip: int) -> Phrase:
        span = self.line.span(k, end, skip)
        found = Attribution(text=self.line.phrase(span), kind="document", span=span, at=k, rule="document")
        return Phrase((found,), k, end)
