"""What the cards say in English. A word that is missing here is shown as its code, hyphens read as spaces."""

LABELS = {
    "actors": "who",
    "recipients": "to",
    "host": "host",
    "when": "when",
    "where": "where",
    "topics": "about",
    "sources": "says",
    "links": "links",
    "type": "type",
    "agreement": "accord",
    "parties": "parties",
    "signed": "signed",
    "aims": "aims",
    "provisions": "terms",
    "amounts": "amounts",
    "unknown": "unknown",
    "about": "about",
    "to": "to",
    "via": "via",
    "inferred": "inferred",
    "published": "published",
    "no_date": "no publication date",
    "no_events": "no events",
    "not_arabic": "not Arabic ({language}): no events read",
    "confidence": "confidence",
    "value": "value",
    "words": "words",
    "rule": "rule",
    "because": "why",
    "none": "none",
    "entities": "Entities",
    "tenures": "Offices held",
    "office": "office",
    "of": "of",
    "name": "name",
    "kind": "kind",
    "state": "state",
    "sector": "sector",
    "seen": "seen",
    "mentions": "mentions",
    "former": "former",
    "event": "Event",
    "status": "status",
    "mode": "mode",
    "act": "act",
    "contexts": "fields",
    "no_trace": "no rule is recorded for this value",
    "evidence": "evidence",
}
SEPARATOR = ", "
ACTS = {
    "call": "phone call",
    "exchange-of-messages": "exchange of messages",
    "credentials": "presentation of credentials",
    "summoning": "summoning of an envoy",
    "statement-of-support": "statement of support",
    "delivery": "delivery",
    "exercise": "joint exercise",
    "seizure-of-control": "seizure of control",
    "other": "event",
}
TYPES: dict[str, str] = {}
MODES: dict[str, str] = {}
CONTEXTS: dict[str, str] = {}
STATUSES = {"happened": "happened", "ongoing": "under way", "planned": "planned", "denied": "denied"}
SECTORS = {
    "GOV": "government",
    "MIL": "armed forces",
    "COP": "police",
    "SPY": "intelligence",
    "JUD": "judiciary",
    "LEG": "parliament",
    "PTY": "party",
    "OPP": "opposition",
    "REB": "armed group",
    "CRM": "criminals",
    "IGO": "intergovernmental organisation",
    "NGO": "non-governmental organisation",
    "MED": "media",
    "EDU": "education",
    "BUS": "business",
    "REL": "religious body",
    "LAB": "labour",
    "CVL": "civilians",
}
OFFICES: dict[str, str] = {}
PREFIXES = {"deputy-": "deputy {}", "acting-": "acting {}", "former-": "former {}"}
PORTFOLIO = "{} minister"
KINDS = {"named-person": "person", "unnamed-official": "unnamed official"}
LINKS = {
    "follows-up": "follows up event {}",
    "part-of": "part of event {}",
    "prepares": "prepares event {}",
    "results-in": "results in event {}",
    "same-as": "same as event {}",
    "contradicts": "contradicts event {}",
}
STAGES: dict[str, str] = {}
