"""A record's events as reports: what linking compares, taken out of the record once."""

import hashlib
import itertools
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from waqai.model.document import Document
from waqai.model.library import PartyRef, Report
from waqai.model.record import Event, Participant, Record
from waqai.text.fold import fold_word

WORD = re.compile(r"\w+")
NUMBER = re.compile(r"(\d[\d,٬.]*)\s+(\w{3,})")
CLOCK = re.compile(r"\d{4}-\d{2}-\d{2}T(\d{2})")
# Words that say nothing of what was talked about: everybody discusses the relations and the latest developments.
EMPTY = frozenset(
    fold_word(
        "تطورات التطورات راهنة الراهنة آخر أخر مستجدات المستجدات أوضاع الأوضاع علاقات العلاقات ثنائية الثنائية تعاون"
        " التعاون سبل تعزيز تعزيزها تطوير قضايا القضايا ملفات الملفات عدد ذات اهتمام الاهتمام مشترك المشترك المشتركة"
        " المنطقة منطقة إقليمية الإقليمية دولية الدولية ساحة الساحة الساحتين بين في من على إلى عن مع البلدين بلدين"
        " الجانبين موضوعات الموضوعات مجالات المجالات مختلف كافة جميع تنسيق التنسيق دعم الجهود جهود بحث عملية"
    ).split()
)
AGAIN = frozenset(fold_word("ثان ثانٍ ثانيا ثانية الثاني الثانية مجددا آخر ثالث ثالثة الثالث").split())
AGAIN_AFTER = frozenset(
    fold_word("اتصال اتصالا الاتصال اجتماع اجتماعا الاجتماع لقاء اللقاء مرة للمرة هاتفي هاتفيا محادثة").split()
)
MONTHS = frozenset(
    fold_word(
        "كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين يناير فبراير مارس أبريل ابريل مايو يونيو يوليو أغسطس"
        " سبتمبر أكتوبر نوفمبر ديسمبر جانفي فيفري أفريل ماي جوان جويلية أوت عام سنة"
    ).split()
)
OF_OUTLETS = frozenset(fold_word("وكالة انباء للانباء صحيفة قناة شبكة نقلا عن").split())
PREFIXES = ("وال", "بال", "ال", "و", "ف")
STEM = 5


def reports_of(record: Record, number: int, key: str, entities: Mapping[str, str]) -> list[Report]:
    """The reports of a document.

    Args:
        record: what the reader saw.
        number: number of the document in the library.
        key: its key.
        entities: entity id in the record → in the library.
    """
    document = record.document
    kinds = {entity.id: entity.kind for entity in record.entities}
    seen: dict[str, int] = {}
    out = []
    for position, event in enumerate(record.events):
        times = seen[event.id] = seen.get(event.id, 0) + 1
        id_ = hashlib.sha256(f"{key}|{event.id}|{times}".encode()).hexdigest()[:12]
        accord = accord_id(key, event.agreement) if event.agreement else None
        out.append(_report(event, document, number, position, id_, accord, entities, kinds))
    return out


def accord_id(key: str, agreement: str) -> str:
    """The id of a document's account of an agreement.

    Args:
        key: of the document.
        agreement: id in the record.
    """
    return hashlib.sha256(f"{key}|{agreement}".encode()).hexdigest()[:12]


def _report(
    event: Event,
    document: Document,
    number: int,
    position: int,
    id_: str,
    accord: str | None,
    entities: Mapping[str, str],
    kinds: Mapping[str, str],
) -> Report:
    passages = [document.text[e.start : e.end] for e in event.evidence]
    folded = fold_word(" ".join(passages))
    parties = (*(("actor", p) for p in event.actors), *(("recipient", p) for p in event.recipients))
    clock = CLOCK.match(event.when.start or "") if event.when else None
    return Report(
        id=id_,
        document=number,
        position=position,
        event=event.id,
        type=event.type,
        act=event.act,
        status=event.status,
        mode=event.mode,
        contexts=event.contexts,
        **_setting(event),
        parties=tuple(_party(side, p, entities, kinds) for side, p in parties),
        topics=tuple(topic.text for topic in event.topics),
        words=content_words(" ".join(topic.text for topic in event.topics)),
        numbers=numbers_in(folded),
        clock=int(clock[1]) if clock else None,
        again=says_again(folded),
        published=document.published,
        outlet=document.outlet,
        origin=origin_of(event, document, number),
        said_by=tuple(dict.fromkeys(source.text for source in event.sources)),
        evidence=tuple((e.start, e.end) for e in event.evidence),
        links=tuple((link.rel, link.event) for link in event.links),
        agreement=accord,
        confidence=event.confidence,
    )


def _setting(event: Event) -> dict[str, Any]:
    """Date and place of an event, as fields of a report."""
    out: dict[str, Any] = {}
    if when := event.when:
        start, end = _day(when.start or when.end), _day(when.end or when.start)
        out.update(start=start, end=end, granularity=when.granularity)
    if where := event.where:
        out.update(place=where.name, country=where.country, lat=where.lat, lon=where.lon, geonames=where.geonames)
    return out


def _day(value: str | None) -> str | None:
    return value[:10] if value else None


def _party(side: str, p: Participant, entities: Mapping[str, str], kinds: Mapping[str, str]) -> PartyRef:
    return PartyRef(
        side=side,
        entity=entities.get(p.entity, p.entity),
        name=p.name,
        country=p.country,
        sector=p.sector,
        office=p.office,
        kind=kinds.get(p.entity, "person" if p.office else "state"),
    )


def origin_of(event: Event | None, document: Document, number: int) -> str:
    """Whom the document had the event from: the agency or outlet it names, or itself.

    Two outlets that both cite one agency are one source, and so is the agency's own report.
    """
    for source in event.sources if event else ():
        if source.kind in ("agency", "outlet"):
            return outlet_key(source.text)
    return outlet_key(document.outlet) if document.outlet else f"document {number}"


def outlet_key(name: str) -> str:
    """An outlet's name without the word "agency" and the article, so that its forms are one."""
    words = WORD.findall(fold_word(name).lower())
    kept = [word for word in words if not {word, _bare(word)} & OF_OUTLETS]
    # The article alone: the first letter of «فرانس برس» and «واس» is no particle.
    return " ".join(word.removeprefix("ال") if len(word) > 4 else word for word in kept or words)


@lru_cache(maxsize=20_000)
def content_words(text: str) -> tuple[str, ...]:
    """Folded words that say what is talked about, cut to their first letters, each once."""
    out = (_bare(word)[:STEM] for word in WORD.findall(fold_word(text)) if word not in EMPTY)
    return tuple(sorted({word for word in out if len(word) > 2 and word not in EMPTY}))


def numbers_in(folded: str) -> tuple[tuple[str, int], ...]:
    """What is counted and how many; dates are no counts."""
    out: dict[str, int] = {}
    for match in NUMBER.finditer(folded):
        what = _bare(match[2])
        digits = re.sub(r"\D", "", match[1])
        if what not in MONTHS and match[2] not in MONTHS and len(digits) < 10:
            out.setdefault(what[:STEM], int(digits))
    return tuple(sorted(out.items()))


def says_again(folded: str) -> bool:
    """Whether the words say that it is another one: «اتصال هاتفي ثان»."""
    words = WORD.findall(folded)
    return any(
        b in AGAIN and (a in AGAIN_AFTER or a.removeprefix("و") in AGAIN_AFTER) for a, b in itertools.pairwise(words)
    )


def _bare(word: str) -> str:
    for prefix in PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            return word[len(prefix) :]
    return word
