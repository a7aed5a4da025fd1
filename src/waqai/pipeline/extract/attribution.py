"""Who says so: the speaker, office or agency behind the words of a sentence, and through what it came."""

from waqai.lexicon import Lexicon
from waqai.pipeline.detect import Found, Mention
from waqai.pipeline.extract.frame import Attribution
from waqai.pipeline.extract.heads import Head

VIA_REACH = 16
SOURCE_WORDS = 7
SPEAKERS = ("person", "role", "org", "group", "outlet", "state")
CONTENT = frozenset(["ان", "انه", "انها", "انهم", "انهما", "بان", "بانه", "بانها", "انهما", "عن", ":"])


class AttributionReader:
    """Finds the attributions of one sentence."""

    def __init__(
        self, found: Found, heads: list[Head], subjects: dict[int, tuple[Mention, ...]], lexicon: Lexicon, text: str
    ) -> None:
        self.found, self.heads, self.subjects, self.text = found, heads, subjects, text
        self.words = found.sentence.words
        self.grammar = lexicon.grammar
        self.lexicon = lexicon
        self.at = {m.i: m for m in found.mentions}
        self.size = len(self.words)

    def read(self, last: Attribution | None) -> list[Attribution]:
        """All attributions of the sentence; `last` is the speaker of the sentence before («وأضاف أن»)."""
        out = [
            a
            for k in range(self.found.sentence.skip, self.size)
            if self.words[k] in self.grammar["according"]
            if (a := self._according(k))
        ]
        for head in self.heads:
            if head.report and head.verb:
                said = self._reported(head, last)
                if said and not any(a.span == said.span for a in out):
                    out.append(said)
        return out

    def _according(self, k: int) -> Attribution | None:
        """«بحسب ما نقلته وكالة الأناضول عن مصادر», «وفق البيان», «نقلا عن مسؤول»."""
        start = k + 1
        while start < self.size and (self.words[start] in ("ما", "لما", "عن", "الي", "مع") or self._verb(start)):
            start += 1
        found = self._source(start)
        if found is None:
            return None
        return self._nested(found, scope=(0, self.size))

    def _verb(self, k: int) -> bool:
        return any(h.i == k and h.verb for h in self.heads)

    def _reported(self, head: Head, last: Attribution | None) -> Attribution | None:
        word = self.words[head.i].lstrip("و")
        before = self.words[head.i - 1] if head.i else ""
        trailing = before in ("ما", "كما", "حسبما", "بحسبما") or (before == "ما" and head.i > 1)
        start = head.j
        while start < self.size and self._skippable(start):
            start = self._skip(start)
        found = self._source(start)
        content = self._content(head.j)
        if (
            found is not None
            and last is not None
            and self.words[start]
            in ("البيان", "المصدر", "المصادر", "الوكاله", "الصحيفه", "القناه", "المتحدث", "المسؤول", "المسوول")
            and content
        ):
            return Attribution(
                text=last.text,
                kind=last.kind,
                span=last.span,
                mention=last.mention,
                via=last.via,
                scope=(content, self.size),
                at=head.i,
                rule="the source named before",
            )
        if found is None:
            subject = self.subjects.get(head.i, ())
            found = self._from_mention(subject[0]) if subject and subject[0].kind in SPEAKERS else None
        if found is None and last is not None and content and head.conj:
            return Attribution(
                text=last.text,
                kind=last.kind,
                span=last.span,
                mention=last.mention,
                via=last.via,
                scope=(content, self.size),
                at=head.i,
                rule="speaker carried on",
            )
        if found is None or (content is None and not trailing):
            return None
        scope = (0, head.i) if trailing else (content or head.j, self.size)
        if word in ("نقل", "نقلت", "ينقل", "تنقل"):
            return self._nested(found, scope)
        return self._with_via(found, head.j, scope)

    def _skippable(self, k: int) -> bool:
        return any(t.i <= k < t.j for t in self.found.times) or self.words[k] in ("،", "عنه", "له", "لها", "ايضا")

    def _skip(self, k: int) -> int:
        return next((t.j for t in self.found.times if t.i <= k < t.j), k + 1)

    def _content(self, start: int) -> int | None:
        """Where the reported words begin: after أن، إن، عن or a colon."""
        for k in range(start, min(self.size, start + 40)):
            if self.words[k] in CONTENT and not (self.words[k] == ":" and k < start + 1):
                return k
        return None

    def _source(self, k: int) -> Attribution | None:
        """The source noun phrase that begins at word `k`."""
        if k >= self.size:
            return None
        word = self.words[k]
        bare = word if word in self.grammar["source_nouns"] else word.lstrip("لب")
        if bare in self.grammar["source_nouns"] or "ال" + bare in self.grammar["source_nouns"]:
            return self._worded(k, bare)
        mention = self.at.get(k)
        if mention and mention.kind in SPEAKERS and not (mention.kind == "group" and mention.country is None):
            return self._from_mention(mention)
        return None

    def _worded(self, k: int, noun: str) -> Attribution | None:
        end, owner = k + 1, None
        while end < self.size and end - k < SOURCE_WORDS:
            mention = self.at.get(end)
            if mention is not None:
                if mention.kind == "person" and mention.conj:
                    break
                owner, end = mention, mention.j
                if mention.kind not in ("thing", "outlet"):
                    break
                continue
            if (
                self.words[end] in CONTENT
                or not self.words[end].isalpha()
                or self._verb(end)
                or any(t.i == end for t in self.found.times)
            ):
                if self.words[end] in '"«“”»(' and noun in self.grammar["agency_nouns"]:
                    end += 1
                    continue
                break
            if self.words[end] in ("علي", "الي", "ان"):
                break
            end += 1
        if noun in ("حساب", "معرفات", "صفحه") and owner is not None:
            inner = self._from_mention(owner)
            return Attribution(
                text=inner.text,
                kind=inner.kind,
                span=inner.span,
                mention=owner,
                via=self._via(k) or (noun,),
                at=k,
                rule="account of",
            )
        prefix = len(self.words[k]) - len(noun) if self.words[k].endswith(noun) else 0
        text, span = self._text(k, end, prefix)
        if (
            noun in self.grammar["document_nouns"]
            and owner is not None
            and owner.kind in ("org", "state", "person", "role")
            and owner.prep in ("ل", "")
            and not self._verb(k + 1)
        ):
            inner = self._from_mention(owner)
            return Attribution(
                text=inner.text, kind=inner.kind, span=inner.span, mention=owner, via=(noun,), at=k, rule="statement of"
            )
        kind = (
            "document"
            if noun in self.grammar["document_nouns"]
            else "agency"
            if noun in self.grammar["agency_nouns"]
            else "outlet"
            if noun in self.grammar["outlet_nouns"]
            else "unnamed-official"
        )
        return Attribution(text=text, kind=kind, span=span, mention=owner, at=k, rule="source noun")

    def _text(self, i: int, j: int, skip: int = 0) -> tuple[str, tuple[int, int]]:
        start, end = self.found.sentence.spans[i][0] + skip, self.found.sentence.spans[j - 1][1]
        return " ".join(self.text[start:end].split()), (start, end)

    def _from_mention(self, m: Mention) -> Attribution:
        kind = {"person": "named-person", "role": "named-person", "group": "unnamed-official"}.get(
            m.kind, "organisation"
        )
        if m.kind == "outlet" and isinstance(m.ref, int):
            kind = {"platform": "platform", "outlet": "outlet"}.get(self.lexicon.tables.outlets[m.ref].kind, "agency")
        span = m.name_span or self._text(m.i, m.j)[1]
        if m.kind == "group" and m.sector in ("GOV", "MIL", "COP") and m.number == "s":
            kind = "organisation"
        return Attribution(text=m.name, kind=kind, span=span, mention=m, at=m.i, rule=m.rule)

    def _nested(self, found: Attribution, scope: tuple[int, int]) -> Attribution:
        """«نقلت وكالة ... عن مصادر ...»: the sources are quoted, the agency is what it came through."""
        end = next(
            (k for k in range(found.at, self.size) if self.found.sentence.spans[k][0] >= found.span[1]), self.size
        )
        for k in range(end, min(self.size, end + 8)):
            if self.words[k] == "عن":
                inner = self._source(k + 1)
                if inner:
                    return self._with_via(inner, k, scope, (found.text,))
            if self.words[k] in CONTENT or self.words[k] in "،.":
                break
        return self._with_via(found, end, scope)

    def _with_via(
        self, found: Attribution, start: int, scope: tuple[int, int], via: tuple[str, ...] = ()
    ) -> Attribution:
        named = via or found.via or self._via(start)
        return Attribution(
            text=found.text,
            kind=found.kind,
            span=found.span,
            mention=found.mention,
            via=named,
            scope=scope,
            at=found.at,
            rule=found.rule,
        )

    def _via(self, start: int) -> tuple[str, ...]:
        """«في بيان», «عبر حسابه على منصة إكس»: the last named platform, or the kind of statement."""
        for k in range(start, min(self.size, start + VIA_REACH)):
            word = self.words[k]
            if word in ("ان", "انه", "انها"):
                break
            outlet = self.at.get(k)
            if (
                outlet is not None
                and outlet.kind == "outlet"
                and (outlet.prep or self.words[k - 1] in ("عبر", "علي", "منصه", "موقع", "لوكاله", '"', "«", "“", "ل"))
            ):
                return (outlet.name,)
            stem = word[1:] if word[0] in "بل" and word[1:] in self.grammar["via_nouns"] else word
            if stem in self.grammar["via_nouns"] and (
                stem != word or self.words[k - 1] in ("في", "عبر", "علي", "خلال")
            ):
                later = next((m for m in self.found.mentions if m.kind == "outlet" and k < m.i <= k + 6), None)
                return (later.name,) if later else (self._text(k, k + 1, len(word) - len(stem))[0],)
        return ()
