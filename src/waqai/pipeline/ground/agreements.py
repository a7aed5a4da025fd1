"""Agreements of the document: title, kind, parties, when and where signed, aims and provisions."""

import hashlib

from waqai.model import Agreement, Evidence
from waqai.pipeline.detect import Found, Mention
from waqai.pipeline.extract import Extracted
from waqai.pipeline.ground.accords import Accord, AccordCues, ClauseReader, Clauses, accord_cues, accords_of
from waqai.pipeline.ground.accords.agreed import agreed_before, parties_of
from waqai.pipeline.ground.accords.known import PEOPLE, Known, party_name, rank
from waqai.pipeline.ground.accords.particular import NEGATED_BEFORE, SIGNED, asserted, lays_down, nameless, taken_up
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.people import Registry

ACTS = frozenset(("signing", "ratification", "accession"))
UNTOLD = frozenset(("proposed", "conditional", "denied"))
STAGE_OF = {"ratification": "ratified", "accession": "acceded"}
PARTY_KINDS = frozenset(("person", "role", "state", "org", "group"))
FRAME_REACH = 28
PARTY_REACH = 8
BACK_REACH = 2
OVERLAP = 0.6


def agreements_of(extracted: Extracted, drafts: list[Draft], registry: Registry, doc_id: str) -> list[Agreement]:
    """The agreements that a document speaks of; also marks the drafts of their signing.

    Args:
        extracted: the sentences, with what was found in them.
        drafts: the events of the document.
        registry: its parties.
        doc_id: hashed into the ids.
    """
    reader = AgreementReader(extracted, drafts, registry)
    return [_written(known, extracted, doc_id) for known in reader.read()]


class AgreementReader:
    """Collects the agreements of a document, sentence by sentence."""

    def __init__(self, extracted: Extracted, drafts: list[Draft], registry: Registry) -> None:
        self.found = extracted.detected.found
        self.text = extracted.detected.analysis.document.text
        self.lexicon = extracted.detected.lexicon
        self.drafts = drafts
        self.registry = registry
        self.cues: AccordCues = accord_cues(self.lexicon)
        self.known: list[Known] = []

    def read(self) -> list[Known]:
        """All agreements, in the order they are first told."""
        for n, found in enumerate(self.found):
            accords = accords_of(found, n, self.cues)
            subject: set[int] = set()
            current: Known | None = None
            for accord in accords:
                known = self._same(accord) or self._new(accord) or self._agreed(accord)
                if known is None:
                    continue
                self._tell(known, accord)
                current = known
                if accord.definite and accord.bare:
                    subject.add(accord.i)
                    continue
                reader = ClauseReader(found, self.cues, self.text)
                reader.title(accord, known.clauses)
                reader.behind(accord, known.clauses)
            self._about(found, n, current, subject)
        return self.known

    def _about(self, found: Found, n: int, current: Known | None, subject: set[int]) -> None:
        """What the sentence says of an agreement it points back to."""
        if current is None and not self.known:
            return
        words = self.cues.words["back_words"]
        back = {k for k, w in enumerate(found.sentence.words) if w.lstrip("و") in words}
        reader = ClauseReader(found, self.cues, self.text)
        if current is None and back and self.known and n - self.known[-1].sentences[-1] <= BACK_REACH:
            current = self.known[-1]
            current.sentences.append(n)
        if current is not None and subject | back:
            reader.about(current.clauses, subject | back)
        elif current is None and self.known and n - self.known[-1].sentences[-1] == 1:
            last = self.known[-1]
            if reader.listed(last.clauses):
                last.sentences.append(n)
            else:
                reader.elided(last.clauses)

    def _same(self, accord: Accord) -> Known | None:
        """The agreement named before that these words name again."""
        draft = self._draft(accord)
        noun, tokens = self._noun(accord), self._tokens(accord)
        for known in reversed(self.known):
            again = accord.sentence in known.sentences or (accord.bare and accord.definite)
            if draft is not None and draft in known.drafts and again:  # «ووقع الوثيقة الوزيران»
                return known
            generic = noun in self.cues.words["generic"]
            alike = (
                generic or noun == self._noun(known.accord) or taken_up(accord, self.found[accord.sentence], self.cues)
            )
            if accord.bare and accord.definite and alike:
                return known
            shared = len(tokens & known.tokens)
            if not accord.bare and alike and tokens and shared >= OVERLAP * min(len(tokens), len(known.tokens) or 1):
                return known
        return None

    def _new(self, accord: Accord) -> Known | None:
        """A record of its own: where it is signed or the like, and its parties are known."""
        draft = self._draft(accord)
        stage = STAGE_OF.get(draft.act, "signed") if draft else accord.stage
        telling = stage in self.cues.words["telling_stages"] and (not accord.weak or stage in SIGNED)
        words, others = self.found[accord.sentence].sentence.words, self._beside(self.found[accord.sentence], accord)
        between = len(others) > 1 or (bool(others) and lays_down(accord, words, self.cues))
        if draft is None and (
            not telling or (nameless(accord, words, self.cues) and not between) or not self._asserted(accord)
        ):
            return None
        several = self._noun(accord).endswith("ات") and accord.name is None  # «ما أبرم من اتفاقات»
        if several and not self._asserted(accord):
            return None
        if (accord.weak and accord.stage not in SIGNED) or (draft is not None and draft.status in UNTOLD):
            return None
        parties = self._parties(accord, draft)
        if draft is None and len(parties) < (1 if stage in self.cues.words["alone"] else 2):
            return None
        return self._begun(accord)

    def _begun(self, accord: Accord) -> Known:
        span = self._span(accord)
        known = Known(
            accord=accord, title=" ".join(self.text[span[0] : span[1]].split()), span=span, tokens=self._tokens(accord),
            stage="negotiated", parties=[], signatories=[], signed=None, place=None, sentences=[],
            clauses=Clauses([], [], []), drafts=[],
        )  # fmt: skip
        self.known.append(known)
        return known

    def _agreed(self, accord: Accord) -> Known | None:
        """«اتفقت أرمينيا وتركيا على فتح الحدود. ويتضمن الاتفاق ...»: what was agreed on, and is called so now."""
        draft = None if self.known else agreed_before(accord, self.drafts, self.found, self.cues, self.lexicon)
        if draft is None:
            return None
        known = self._begun(accord)
        known.stage, known.drafts = "agreed", [draft]
        known.parties = parties_of(draft, self.lexicon)
        known.sentences.append(draft.sentences[0])
        head, reader = draft.frames[0].head, ClauseReader(self.found[draft.sentences[0]], self.cues, self.text)
        reader.agreed_on(head.i, known.clauses)
        return known

    def _tell(self, known: Known, accord: Accord) -> None:
        """Add what a mention says: stage, parties, day and place of the signing."""
        draft = self._draft(accord)
        if accord.sentence not in known.sentences:
            known.sentences.append(accord.sentence)
        if draft is None and (not accord.stage or not self._asserted(accord)) and known.parties:
            return
        stage = STAGE_OF.get(draft.act, "signed") if draft else accord.stage
        stage = stage if self._happened(accord, draft) else "negotiated"
        known.stage = max(known.stage, stage, key=rank) if stage else known.stage
        known.parties.extend(p for p in self._parties(accord, draft) if p not in known.parties)
        if draft is not None:
            known.drafts.append(draft)
            people = [p.name for p in draft.parties() if p.kind == "person" and stage == "signed"]
            known.signatories.extend(p for p in people if p not in known.signatories)
        if stage == "signed":
            known.signed = known.signed or self._day(accord, draft)
            known.place = known.place or self._place(accord, draft)

    def _draft(self, accord: Accord) -> Draft | None:
        """The event of its signing: the nearest in the clause."""
        best: tuple[int, Draft] | None = None
        for draft in self.drafts:
            if draft.act not in ACTS:
                continue
            for frame in draft.frames:
                distance = abs(accord.i - frame.head.i)
                if (
                    frame.sentence == accord.sentence
                    and distance <= FRAME_REACH
                    and (best is None or distance < best[0])
                ):
                    best = (distance, draft)
        return best[1] if best else None

    def _asserted(self, accord: Accord) -> bool:
        return asserted(accord, self.found[accord.sentence], self.cues, self.lexicon)

    def _happened(self, accord: Accord, draft: Draft | None) -> bool:
        if draft is not None:
            return draft.status in ("happened", "ongoing")
        found = self.found[accord.sentence]
        verb = found.matches[accord.verb] if accord.verb >= 0 else []
        if finite := [m.info for m in verb if m.kind == "stage" and m.info != "noun"]:
            return all(info.startswith("past") for info in finite)
        words = found.sentence.words[max(0, accord.verb - NEGATED_BEFORE) : accord.verb]
        return not any(w.lstrip("و") in self.cues.words["awaited"] for w in words)

    def _parties(self, accord: Accord, draft: Draft | None) -> list[str]:
        """States by their code, bodies and groups by name; «البلدين» are the two of the event told before."""
        found = self.found[accord.sentence]
        out = [name for p in (draft.parties() if draft else []) if (name := party_name(p, self.lexicon))]
        out += [name for m in self._beside(found, accord) if (name := self._mention_name(m, beside=True))]
        if len(set(out)) < 2 and accord.verb >= 0:
            first = accord.verb - (PARTY_REACH if draft is None else 0)
            inside = [m for m in found.mentions if first < m.i < accord.i and m.kind in PARTY_KINDS]
            out += [name for m in inside if not m.prep or m.prep in ("مع", "من") if (name := self._mention_name(m))]
        behind = accord.verb > accord.i and self.known and not self._beside(found, accord)
        if len(set(out)) < 2 or behind:
            out = self._pair(accord.sentence, set() if behind else set(out)) or out
        return list(dict.fromkeys(out))

    def _beside(self, found: Found, accord: Accord) -> list[Mention]:
        """Those named behind it by «بين ... و» or «مع»."""
        words, out, open_slot = found.sentence.words, [], False
        at = {m.i: m for m in found.mentions}
        k = accord.head
        while k < min(len(words), accord.j + PARTY_REACH):
            mention = at.get(k)
            if words[k] in ("بين", "مع"):
                open_slot = True
            elif mention is not None and open_slot and mention.kind in PARTY_KINDS:
                out.append(mention)
                k = mention.j
                continue
            elif open_slot and words[k] in "،.":
                break
            k += 1
        return out

    def _mention_name(self, m: Mention, *, beside: bool = False) -> str | None:
        """A party by its state or name; people whom a state agrees with («مع وجهاء المحافظة») by their name."""
        resolved = self.registry.resolved(m)
        if resolved and beside and m.kind == "group" and m.sector in PEOPLE:
            return resolved.party.name
        return party_name(resolved.party, self.lexicon) if resolved else None

    def _pair(self, n: int, known: set[str]) -> list[str]:
        """The two states of the agreement or event told before, where one known party is among them."""
        told = [list(k.parties) for k in self.known if k.sentences and k.sentences[0] <= n]
        told += [sorted({p.country for p in d.parties() if p.country}) for d in self.drafts if d.sentences[0] <= n]
        for names in reversed(told):
            if len(names) == 2 and known <= set(names):
                return list(names)
        return []

    def _day(self, accord: Accord, draft: Draft | None) -> str | None:
        """The day of the signing; a span of years inside the title is none."""
        found = self.found[accord.sentence]
        if draft is not None and draft.when is not None:
            t = draft.when.timex
            inside = any(x.timex is t and accord.i <= x.i < accord.j for x in found.times)
            return t.first if t.granularity in ("day", "time") and not inside else None
        near = [t for t in found.times if accord.verb <= t.i < accord.i or accord.j <= t.i <= accord.j + NEGATED_BEFORE]
        day = next((t.timex for t in near if t.timex.granularity in ("day", "time")), None)
        return day.first if day else None

    def _place(self, accord: Accord, draft: Draft | None) -> str | None:
        if draft is not None and draft.where is not None:
            return draft.where.name
        words = self.found[accord.sentence].sentence.words
        for m in self.found[accord.sentence].mentions:
            near = accord.verb <= m.i < accord.i or accord.j <= m.i <= accord.j + NEGATED_BEFORE
            if m.kind == "place" and near and (m.prep == "ب" or words[m.i - 1] == "في"):
                return m.name
        return None

    def _span(self, accord: Accord) -> tuple[int, int]:
        spans = self.found[accord.sentence].sentence.spans
        if accord.name is not None:
            return spans[accord.name[0]][0], spans[accord.name[1] - 1][1]
        return spans[accord.i][0] + accord.skip, spans[accord.j - 1][1]

    def _noun(self, accord: Accord) -> str:
        """The head noun, particles, article and case ending aside."""
        word = self.found[accord.sentence].sentence.words[accord.i][accord.skip :]
        word = word.removeprefix("ال")
        return word[:-1] if word.endswith("ا") and len(word) > 3 else word

    def _tokens(self, accord: Accord) -> frozenset[str]:
        """What the title says besides what it is."""
        words = self.found[accord.sentence].sentence.words
        i, j = accord.name or (accord.head, accord.j)
        return frozenset(w.removeprefix("لل").removeprefix("ال") for w in words[i:j] if w.isalpha() and len(w) > 2)


def _written(known: Known, extracted: Extracted, doc_id: str) -> Agreement:
    agreement_id = hashlib.sha256(f"{doc_id}|agreement|{known.span}".encode()).hexdigest()[:12]
    for draft in known.drafts:
        draft.agreement = agreement_id
    sentences = [extracted.detected.found[n].sentence for n in sorted(set(known.sentences))]
    c = known.clauses
    return Agreement(
        id=agreement_id, kind=known.accord.kind, title=known.title, parties=tuple(known.parties),
        signatories=tuple(known.signatories), stage=known.stage, signed=known.signed, place=known.place,
        aims=tuple(c.aims), provisions=tuple(c.provisions), amounts=tuple(c.amounts),
        span=known.span, evidence=tuple(Evidence(s.start, s.end) for s in sentences),
    )  # fmt: skip
