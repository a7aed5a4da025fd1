"""Write the record: ids from content, spans for every value, the trace that `explain` prints."""

import hashlib

from waqai.model import (
    Agreement,
    Entity,
    Event,
    Evidence,
    Interval,
    Link,
    Participant,
    Place,
    Record,
    Source,
    Tenure,
    Trace,
)
from waqai.pipeline.detect import Mention
from waqai.pipeline.extract import Extracted
from waqai.pipeline.extract.frame import Attribution
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.latin import latin_of
from waqai.pipeline.ground.people import Party, Registry, Resolved
from waqai.pipeline.ground.reasons import mode_trace, role_reason, source_trace
from waqai.pipeline.ground.where import listed

# Words that open titles and say what someone does, not what office he holds.
OCCUPATIONS = frozenset(
    ("lawyer", "journalist", "activist", "analyst", "correspondent", "judge", "member", "official", "diplomat")
)


def short_hash(*parts: object) -> str:
    """Twelve hexadecimal digits that depend on the parts alone."""
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:12]


def _bare_role(s: Attribution) -> bool:
    """«الوزيرة», «الوزير الكيني»: a title that names nobody by itself; of spokesmen there may be several."""
    words = s.text.count(" ") + 1
    return s.mention is not None and s.mention.kind == "role" and words <= (2 if s.mention.country else 1)


class Writer:
    """Turns drafts into records."""

    def __init__(self, extracted: Extracted, registry: Registry) -> None:
        self.extracted = extracted
        self.registry = registry
        self.document = extracted.detected.analysis.document
        self.lexicon = extracted.detected.lexicon

    def event(self, d: Draft, ids: dict[int, str]) -> Event:
        """One event with all its values and their trace."""
        trace = [
            Trace(
                field="type",
                rule=f"triggers:{d.frames[0].trigger.id}",
                because="the trigger evokes it",
                span=self._head_span(d),
            )
        ]
        trace.extend(self._said_by_trigger(d))
        trace.extend(source_trace(s, f"sources[{n}]") for n, s in enumerate(d.sources))
        trace.append(Trace(field="confidence", rule="likelihood.tsv", because=d.confidence_because))
        return Event(
            id=ids[id(d)],
            type=d.type,
            mode=self._mode(d),
            act=d.act,
            contexts=tuple(d.contexts),
            status=d.status,
            when=self._when(d, trace),
            where=self._where(d, trace),
            actors=tuple(self._participant(r, f"actors[{n}]", d, trace) for n, r in enumerate(d.actors)),
            recipients=tuple(self._participant(r, f"recipients[{n}]", d, trace) for n, r in enumerate(d.recipients)),
            topics=tuple(d.topics),
            sources=tuple(self._source(s) for s in d.sources),
            agreement=d.agreement,
            links=tuple(Link(rel, ids[other]) for rel, other in d.links if other in ids),
            evidence=tuple(self._evidence(n) for n in sorted(d.sentences)),
            confidence=d.confidence,
            trace=tuple(trace),
        )

    def _said_by_trigger(self, d: Draft) -> list[Trace]:
        """Act, mode, contexts and status: what the lexicon entry says, and what the clause makes of it."""
        entry, span = f"triggers:{d.frames[0].trigger.id}", self._head_span(d)
        out = [Trace(field="act", rule=entry, because="the entry's act", span=span)]
        mode = self._mode(d)
        if mode:
            out.append(mode_trace(mode, d.frames[0], self.extracted, span))
        if d.contexts:
            out.append(Trace(field="contexts", rule=entry, because="the entry's contexts", span=span))
        because = f"read as {d.status} from the clause" if d.status_rule else "told as a fact"
        out.append(Trace(field="status", rule=d.status_rule or "indicative", because=because, span=span))
        return out

    def _head_span(self, d: Draft) -> tuple[int, int]:
        spans = self.extracted.detected.found[d.frames[0].sentence].sentence.spans
        return spans[d.frames[0].head.i][0], spans[d.frames[0].head.j - 1][1]

    def _mode(self, d: Draft) -> str | None:
        if d.type != "CONSULT" or d.mode in ("phone", "visit", "third-party"):
            return d.mode if d.type != "AGREE" else None
        if len(d.countries()) >= 3:
            return "multilateral"
        two_sided = d.mode == "multilateral" and len(d.countries()) == 2 and d.act in ("meeting", "talks")
        return None if two_sided else d.mode

    def _evidence(self, n: int) -> Evidence:
        sentence = self.extracted.detected.found[n].sentence
        return Evidence(sentence.start, sentence.end)

    def _when(self, d: Draft, trace: list[Trace]) -> Interval | None:
        if d.when is None:
            return None
        t = d.when.timex
        because = d.when_because or t.because
        trace.append(Trace(field="when", rule=f"time:{t.rule}", because=because, span=(t.start, t.end)))
        return Interval(
            start=t.first,
            end=t.last,
            granularity=t.granularity,
            text=t.text,
            span=(t.start, t.end),
            approx=t.approx,
            inferred=bool(d.when_because),
            because=d.when_because,
        )

    def _where(self, d: Draft, trace: list[Trace]) -> Place | None:
        m = d.where
        if m is None:
            return None
        trace.append(
            Trace(
                field="where",
                rule=m.rule,
                because=d.where_because or "after a preposition of place in the event's clause",
                span=m.name_span,
            )
        )
        row = listed(m, self.lexicon)
        lat, lon, geonames = (row.lat, row.lon, row.geonames or None) if row else (None, None, None)
        span = m.name_span
        return Place(
            name=m.name,
            country=m.country,
            lat=lat,
            lon=lon,
            geonames=geonames,
            text=self.document.text[span[0] : span[1]] if span else None,
            span=span,
            inferred=bool(d.where_because),
            because=d.where_because,
        )

    def _participant(self, r: Resolved, field: str, d: Draft, trace: list[Trace]) -> Participant:
        p = r.party
        office = r.office or next((o for o in p.offices if o not in OCCUPATIONS), None)
        office = None if office in OCCUPATIONS else office
        span = self._mention_span(p, d)
        trace.append(
            Trace(
                field=field,
                rule=p.kind,
                because=r.because or role_reason(p, d, self.registry, self.extracted),
                span=span,
            )
        )
        if p.country_because:
            trace.append(Trace(field=f"{field}.country", rule="country", because=p.country_because))
        if office and office in p.office_spans:
            trace.append(
                Trace(
                    field=f"{field}.office",
                    rule="title grammar",
                    because=f"{office}, said of {p.name}",
                    span=p.office_spans[office],
                )
            )
        text = self.document.text[span[0] : span[1]] if span else None
        return Participant(
            entity=self.entity_id(p),
            name=p.name,
            country=p.country,
            sector=p.sector or ("GOV" if p.offices else None),
            office=office,
            text=text,
            span=span,
            inferred=r.inferred,
            because=r.because if r.inferred else None,
        )

    def _mention_span(self, p: Party, d: Draft) -> tuple[int, int] | None:
        sentences = [self.extracted.detected.found[n].sentence for n in d.sentences]
        inside = (m for m in p.mentions if any(s.start <= m[0] < s.end for s in sentences))
        return next(inside, p.mentions[0] if p.mentions else None)

    def entity_id(self, p: Party) -> str:
        """A stable id: the same person, office and state give the same id in every document."""
        return short_hash("entity", p.kind, p.key, p.country or "")

    def _source(self, s: Attribution) -> Source:
        resolved = self.registry.resolved(s.mention) if s.mention else None
        party = resolved.party if resolved else None
        person = party is not None and party.kind == "person" and (s.kind == "named-person" or _bare_role(s))
        fuller = person or (party is not None and party.kind == "org" and " " not in s.text)
        country = party.country if party else s.mention.country if s.mention else None
        country = country or self._named_inside(s.span)
        return Source(
            text=party.name if party is not None and fuller else s.text,
            kind="named-person" if person else s.kind,
            entity=self.entity_id(party) if party else None,
            country=country,
            via=s.via,
            span=s.span,
        )

    def _named_inside(self, span: tuple[int, int]) -> str | None:
        """«مصادر في وزارة الخارجية التركية»: the only state that the words of a source name."""
        countries = {
            m.country
            for found in self.extracted.detected.found
            for m in found.mentions
            if m.country and span[0] <= found.sentence.spans[m.i][0] < span[1]
        }
        return countries.pop() if len(countries) == 1 else None

    def entity(self, p: Party) -> Entity:
        """A party as an entity of the document."""
        return Entity(
            id=self.entity_id(p),
            kind=p.kind,
            name=p.name,
            latin=latin_of(p, self.lexicon),
            country=p.country,
            sector=p.sector,
            mentions=tuple(sorted(p.mentions)),
            aliases=tuple(p.aliases),
        )

    def tenures(self, p: Party) -> list[Tenure]:
        """Offices the text says a person holds."""
        return [
            Tenure(
                person=self.entity_id(p),
                name=p.name,
                office=office,
                country=p.country,
                organisation=p.body,
                seen=self.document.published,
                text=self.document.text[span[0] : span[1]],
                span=span,
                former="former-" in office,
            )
            for office, span in p.office_spans.items()
            if p.kind == "person" and office != "minister" and office not in OCCUPATIONS
        ]


def write_record(extracted: Extracted, registry: Registry, drafts: list[Draft], agreements: list[Agreement]) -> Record:
    """The record of the document, in the order of the text."""
    writer = Writer(extracted, registry)
    document = writer.document
    ids: dict[int, str] = {}
    for d in drafts:
        head = d.frames[0].head
        ids[id(d)] = short_hash(
            "event",
            document.sha256 or document.id,
            d.type,
            d.act,
            d.sentences[0],
            head.i,
            ",".join(sorted(d.party_keys())),
        )
    used = {p.key for d in drafts for p in d.parties()}
    entities = tuple(
        writer.entity(p) for p in registry.parties if p.kind in ("person", "org", "state") or p.key in used
    )
    tenures = tuple(t for p in registry.parties for t in writer.tenures(p))
    return Record(
        document=document,
        entities=entities,
        tenures=tenures,
        events=tuple(writer.event(d, ids) for d in drafts),
        agreements=tuple(agreements),
    )


__all__ = ["Mention", "write_record"]
