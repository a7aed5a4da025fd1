"""Agreements of the document: title, kind, parties, when and where signed, aims and provisions."""

import hashlib

from waqai.model import Agreement, Evidence, Provision
from waqai.pipeline.extract import Extracted
from waqai.pipeline.ground.draft import Draft

TITLE_WORDS = 9
PROVISION_WORDS = 45
ACTS = frozenset(["signing", "ratification", "accession"])
KINDS = {
    "اتفاقيه": "agreement", "اتفاقيات": "agreement", "اتفاق": "agreement", "اتفاقا": "agreement", "اتفاقين": "agreement", "اتفاقيتين": "agreement",
    "معاهده": "treaty", "مذكره": "memorandum", "مذكرات": "memorandum", "مذكرتي": "memorandum", "مذكرتا": "memorandum",
    "بروتوكول": "protocol", "بروتوكولا": "protocol", "اعلان": "declaration", "اعلانا": "declaration", "وثيقه": "framework",
    "ميثاق": "charter", "ميثاقا": "charter", "هدنه": "ceasefire", "صفقه": "contract", "خارطه": "roadmap", "خريطه": "roadmap",
}  # fmt: skip
DEFINITE = (
    "الاتفاق",
    "الاتفاقيه",
    "المذكره",
    "الوثيقه",
    "المعاهده",
    "البروتوكول",
    "الاعلان",
    "بنودها",
    "بنوده",
    "بموجبها",
    "بموجبه",
)
CUES = (
    "لتطوير", "لتعزيز", "للتنسيق", "للتعاون", "تتعلق", "يتعلق", "بشان", "حول", "تهدف", "يهدف", "ترمي", "يرمي", "تنص", "ينص", "تشمل", "يشمل",
    "تتضمن", "يتضمن", "تقضي", "يقضي", "تعد", "ترسم", "تمهد", "يلتزم", "تلتزم", "تغطي", "تناولت", "تتناول", "بموجبها", "بموجبه", "تتيح", "يتيح", "تسمح", "يسمح",
    "تكفل", "تلزم", "يلزم", "تحدد", "يحدد", "لانهاء", "لوقف", "لتبادل", "لمكافحه", "لدعم", "لانشاء", "لاقامه", "لتنظيم", "لتسهيل", "للتبادل", "في",
)  # fmt: skip
STOPS = frozenset(".،؛:!؟")


def agreements_of(extracted: Extracted, drafts: list[Draft], doc_id: str) -> list[Agreement]:
    """One agreement for each signing that names what was signed; also marks the drafts."""
    out: list[Agreement] = []
    for draft in drafts:
        if draft.act not in ACTS or draft.type not in ("SUPPORT", "AGREE"):
            continue
        named = _title(extracted, draft)
        if named is None:
            continue
        kind, title, span = named
        agreement_id = hashlib.sha256(f"{doc_id}|agreement|{span}".encode()).hexdigest()[:12]
        draft.agreement = agreement_id
        provisions = _provisions(extracted, draft)
        parties = tuple(dict.fromkeys(p.country or p.name for p in draft.parties()))
        signed = draft.when.timex.first if draft.when and draft.status == "happened" else None
        out.append(
            Agreement(
                id=agreement_id,
                kind=kind,
                title=title,
                parties=parties,
                signatories=tuple(p.name for p in draft.parties() if p.kind == "person"),
                stage="signed" if draft.status == "happened" else "negotiated",
                signed=signed,
                place=draft.where.name if draft.where else None,
                provisions=tuple(provisions),
                span=span,
                evidence=tuple(
                    Evidence(extracted.detected.found[n].sentence.start, extracted.detected.found[n].sentence.end)
                    for n in draft.sentences
                ),
            )  # fmt: skip
        )
    return out


def _title(extracted: Extracted, draft: Draft) -> tuple[str, str, tuple[int, int]] | None:
    text = extracted.detected.analysis.document.text
    for n in draft.sentences:
        found = extracted.detected.found[n]
        words = found.sentence.words
        first = min((f.head.i for f in draft.frames if f.sentence == n), default=0)
        for k in range(max(0, first - 2), len(words)):
            noun = words[k].removeprefix("و").removeprefix("ال") if words[k] not in KINDS else words[k]
            if noun not in KINDS:
                continue
            end = k + 1
            while (
                end < len(words)
                and end - k < TITLE_WORDS
                and words[end] not in STOPS
                and not any(t.i == end for t in found.times)
                and words[end] not in ("بين", "حملت", "حمل", "وفق", "مع", "في", "عقب")
            ):
                end += 1
            span = (found.sentence.spans[k][0], found.sentence.spans[end - 1][1])
            return KINDS[noun], " ".join(text[span[0] : span[1]].split()), span
    return None


def _provisions(extracted: Extracted, draft: Draft) -> list[Provision]:
    """The clauses that say what the agreement is for: after its cues, in its sentences and those that speak of it."""
    out: list[Provision] = []
    last = max(draft.sentences)
    for n, found in enumerate(extracted.detected.found):
        words = found.sentence.words
        speaks = n > last - 1 and any(w.lstrip("و") in DEFINITE or w[1:] in DEFINITE for w in words)
        if n in draft.sentences or speaks:
            out.extend(_clauses(extracted, n, whole=speaks))
    return out


def _clauses(extracted: Extracted, n: int, whole: bool) -> list[Provision]:
    text = extracted.detected.analysis.document.text
    found = extracted.detected.found[n]
    words, out = found.sentence.words, []
    start = next((k for k, w in enumerate(words) if w.lstrip("و") in DEFINITE or w.removeprefix("ال") in KINDS), 0)
    for k in range(start, len(words)):
        if words[k].lstrip("و") not in CUES or (
            words[k] == "في" and not whole and words[k + 1 : k + 2] not in (["مجالات"], ["مجال"], ["مجالي"])
        ):
            continue
        end = k + 1
        while end < len(words) and end - k < PROVISION_WORDS and (whole or words[end] not in STOPS):
            end += 1
        begin = k if words[k].startswith("ل") else min(k + 1, end - 1)
        span = (found.sentence.spans[begin][0], found.sentence.spans[end - 1][1])
        out.append(Provision(" ".join(text[span[0] : span[1]].split()), span))
        break
    return out
