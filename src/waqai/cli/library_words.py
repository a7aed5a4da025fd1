"""The words of the commands that ask a library, in English and Arabic."""

from collections.abc import Mapping

ENGLISH: Mapping[str, Mapping[str, str]] = {
    "LABELS": {
        "contested": "contested",
        "no_day": "no date",
        "balance": "balance",
        "acts": "what",
        "levels": "level",
        "months": "months",
        "met": "met",
        "accords": "accords",
        "latest": "latest",
        "next": "next",
        "last": "last",
        "intensity": "mean intensity",
        "stages": "stages",
        "signatories": "signed by",
        "differ": "differ on",
        "place": "place",
        "told": "told",
        "names": "names",
        "offices": "offices",
        "no_events_found": "no events",
        "no_agreements_found": "no agreements",
        "no_tenures_found": "no offices",
    },
    "LEVELS": {"head": "heads", "minister": "ministers", "envoy": "envoys", "official": "officials"},
    "REVIEWS": {},
    "STAGES": {},
    "KINDS": {},
}
ARABIC: Mapping[str, Mapping[str, str]] = {
    "LABELS": {
        "contested": "مختلف فيه",
        "no_day": "بلا تاريخ",
        "balance": "الميزان",
        "acts": "الأفعال",
        "levels": "المستوى",
        "months": "الأشهر",
        "met": "اللقاءات",
        "accords": "الاتفاقات",
        "latest": "آخرها",
        "next": "المقبل",
        "last": "آخرها",
        "intensity": "متوسط الشدة",
        "stages": "المراحل",
        "signatories": "الموقعون",
        "differ": "خلاف في",
        "place": "المكان",
        "told": "ورد في",
        "names": "الأسماء",
        "offices": "المناصب",
        "no_events_found": "لا أحداث",
        "no_agreements_found": "لا اتفاقات",
        "no_tenures_found": "لا مناصب",
    },
    "LEVELS": {"head": "قمة", "minister": "وزراء", "envoy": "مبعوثون وسفراء", "official": "مسؤولون"},
    "REVIEWS": {"accepted": "مقبول", "rejected": "مرفوض", "unsure": "غير مؤكد"},
    "STAGES": {
        "negotiated": "قيد التفاوض",
        "mediated": "بوساطة",
        "agreed": "اتُّفق عليه",
        "initialled": "وُقّع بالأحرف الأولى",
        "signed": "وُقّع",
        "acceded": "انضمام",
        "ratified": "صودق عليه",
        "in-force": "سارٍ",
        "amended": "عُدّل",
        "extended": "مُدّد",
        "violated": "انتُهك",
        "rejected": "رُفض",
        "suspended": "عُلّق",
        "ended": "انتهى",
    },
    "KINDS": {
        "declaration": "إعلان",
        "framework": "اتفاق إطاري",
        "ceasefire": "وقف إطلاق نار",
        "contract": "عقد",
        "roadmap": "خريطة طريق",
        "charter": "ميثاق",
        "letter-of-intent": "خطاب نوايا",
        "programme": "برنامج",
    },
}
TABLES = {"en": ENGLISH, "ar": ARABIC}

COUNTED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "en": {
        "sources": ("source", "sources"),
        "reports": ("report", "reports"),
        "events": ("event", "events"),
        "contacts": ("contact", "contacts"),
        "cooperation": ("of co-operation", "of co-operation"),
        "conflict": ("of conflict", "of conflict"),
    },
    "ar": {
        "sources": ("مصدر واحد", "مصدران", "مصادر", "مصدرا", "مصدر"),
        "reports": ("خبر واحد", "خبران", "أخبار", "خبرا", "خبر"),
        "events": ("حدث واحد", "حدثان", "أحداث", "حدثا", "حدث"),
        "contacts": ("لقاء واحد", "لقاءان", "لقاءات", "لقاء", "لقاء"),
        "cooperation": ("حدث تعاون واحد", "حدثا تعاون", "أحداث تعاون", "حدث تعاون", "حدث تعاون"),
        "conflict": ("حدث نزاع واحد", "حدثا نزاع", "أحداث نزاع", "حدث نزاع", "حدث نزاع"),
    },
}
"""Noun after a number. Arabic: one and two by themselves, then 3 to 10, 11 to 99, and round hundreds."""


def counted(language: str, key: str, count: int) -> str:
    """A number with its noun, as the language has it."""
    forms = COUNTED[language][key]
    if language == "en":
        return f"{count} {forms[0] if count == 1 else forms[1]}"
    if count in (1, 2):
        return forms[count - 1]
    if count == 0:
        return f"لا {forms[2]}"
    rest = count % 100
    return f"{count} {forms[2] if 3 <= rest <= 10 else forms[3] if rest > 10 else forms[4]}"
