"""The words of pages: messages of both languages, labels of values, dates as people of the language write them."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from importlib.resources import files
from urllib.parse import urlencode

import msgspec
from msgspec import Struct

from waqai.engine.parties import SIDES
from waqai.lexicon.english import english_body, english_place
from waqai.lexicon.latin import latin_name
from waqai.ontology import label, load_ontology, office_label

LANGUAGES = ("ar", "en")


@lru_cache(maxsize=2)
def messages(lang: str) -> Mapping[str, str]:
    """Every message of a language by its key."""
    data = (files("waqai.server") / "messages" / f"{lang}.json").read_bytes()
    return msgspec.json.decode(data, type=dict[str, str])


class PartyWords(Struct, frozen=True):
    """What a correction's line says of a party."""

    name: str
    office: str | None = None
    country: str | None = None


class Words:
    """Values and messages in one language; what templates call `w`.

    Args:
        lang: "ar" or "en".
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.dir = "rtl" if lang == "ar" else "ltr"
        self.rtl = lang == "ar"
        self.toward = " ← " if self.rtl else " → "
        self._messages = messages(lang)
        self._choices: dict[str, list[str]] = {}

    def t(self, key: str, **values: object) -> str:
        """A message; a key that is missing is a fault, and says so."""
        return self._messages[key].format(**values) if values else self._messages[key]

    def has(self, key: str) -> bool:
        """Whether there is such a message."""
        return key in self._messages

    def json(self, value: object) -> str:
        """A value as a form carries it along."""
        return msgspec.json.encode(value).decode()

    def number(self, value: float) -> str:
        """A number with its thousands apart."""
        return f"{value:,}"

    def count(self, key: str, n: int) -> str:
        """A number with the noun in the form that it asks for: Arabic has six, English two."""
        form = self._form(n)
        return self.t(f"{key}.{form}" if self.has(f"{key}.{form}") else f"{key}.many", n=self.number(n))

    def _form(self, n: int) -> str:
        if n == 0:
            return "none"
        if n in (1, 2):
            return "one" if n == 1 else "two"
        if self.rtl and (n % 100 < 3 or n % 100 > 10):
            return "over"
        return "many"

    def label(self, kind: str, value: str | None) -> str:
        """The words for a value: "act", "type", "mode", "context", "status", "sector", "kind", "country"."""
        return label(kind, value, self.lang)

    def country(self, code: str | None) -> str:
        """A state's name."""
        return label("country", code, self.lang)

    def act(self, type_: str, act: str) -> str:
        """What was done: the act, or the type where the act says nothing."""
        return label("type", type_, self.lang) if act == "other" else label("act", act, self.lang)

    def mode(self, type_: str, mode: str) -> str:
        """A mode of a type."""
        return label("mode", f"{type_}-{mode}", self.lang)

    def office(self, office: str | None) -> str:
        """An office, with "deputy", "acting" or "former" where it says so."""
        return office_label(office, self.lang)

    def place(self, name: str | None, country: str | None = None) -> str:
        """A place; in English as it is called there, where that is known."""
        if self.rtl or not name:
            return name or ""
        if country and label("country", country, "ar") == name:
            return self.country(country)
        return english_place(name, country) or name

    def body(self, name: str | None, country: str | None = None) -> str:
        """A body or an outlet; in English as it is called there, where that is known; of a ministry with its state."""
        found = None if self.rtl or not name else english_body(name)
        if found and country and found.endswith(" ministry"):
            return f"{found} ({self.country(country)})"
        return found or name or ""

    def signatory(self, name: str, latin: Mapping[str, str]) -> str:
        """Who signed: by the name of the library's person, else spelled in Latin letters where it is a name alone."""
        if self.rtl or not name:
            return name
        return latin.get(name) or english_body(name) or latin_name(name)

    def is_arabic(self, text: str) -> bool:
        """Whether a text has Arabic letters, and so is in Arabic on a page in another language."""
        return any("\u0620" <= letter <= "\u06ff" for letter in text)

    def source_kind(self, kind: str) -> str:
        """What kind of source says so."""
        return label("kind", kind, self.lang)

    def day(self, day: str | None) -> str:
        """A day: "17 October 2025"; a month or a year where the day is not given."""
        if not day:
            return self.t("date.unknown")
        parts = day[:10].split("-")
        if len(parts) == 1:
            return parts[0]
        month = self.month(parts[1])
        return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"

    def month(self, number: str) -> str:
        """A month's name by its number."""
        return label("month", str(int(number)), self.lang)

    def weekday(self, day: str) -> str:
        """The weekday of a day."""
        return label("weekday", str(date.fromisoformat(day[:10]).isoweekday()), self.lang)

    def when(self, start: str | None, end: str | None, granularity: str | None) -> str:
        """A time as precise as the words are."""
        if not start:
            return self.t("date.unknown")
        start, end = start[:10], (end or start)[:10]
        if granularity == "year" and start[5:] == "01-01" and end[5:] == "12-31" and start[:4] == end[:4]:
            return start[:4]
        if granularity == "month" and start[:7] == end[:7]:
            return self.day(start[:7])
        return self.day(start) if start == end else self._span(start, end)

    def _span(self, start: str, end: str) -> str:
        first = self.day(start)
        if start[:7] == end[:7]:
            first = str(int(start[8:]))
        elif start[:4] == end[:4]:
            first = f"{int(start[8:])} {self.month(start[5:7])}"
        return self.t("date.span", first=first, last=self.day(end))

    def choices(self, kind: str) -> list[str]:
        """The values of a kind in the order of their words."""
        if kind not in self._choices:
            found = [value for value in load_ontology().labels[kind] if value != "other"]
            self._choices[kind] = sorted(found, key=lambda value: self.label(kind, value))
        return self._choices[kind]

    def value(self, field: str | None, value: str) -> str:
        """A corrected value in words."""
        if field in SIDES and value:
            return self.joined([self._party(party) for party in msgspec.json.decode(value, type=list[PartyWords])])
        if field in ("act", "type", "status", "country") and value:
            return self.label(str(field), value)
        return self.day(value) if field in ("start", "end") and value else value or self.t("nothing")

    def _party(self, party: PartyWords) -> str:
        about = [self.office(party.office), self.country(party.country)]
        said = self.joined([words for words in about if words and words != party.name])
        return f"{party.name} ({said})" if said else party.name

    def with_(self, query: Sequence[tuple[str, str]], name: str, value: object, drop: Sequence[str] = ()) -> str:
        """What follows the question mark, with one name set anew."""
        kept = [(key, said) for key, said in query if key not in (name, "offset", *drop)]
        return urlencode([*kept, (name, str(value))])

    def kind_of_agreement(self, kind: str) -> str:
        """What an agreement is; the plain word for a kind without its own."""
        return self.t(f"agreement.{kind}" if self.has(f"agreement.{kind}") else "agreement.agreement")

    def stage(self, stage: str) -> str:
        """How far an agreement has come."""
        return self.t(f"stage.{stage}") if self.has(f"stage.{stage}") else stage

    def is_state(self, party: str) -> bool:
        """Whether a party is the code of a state."""
        return party in load_ontology().labels["country"]

    def joined(self, parts: list[str]) -> str:
        """Parts as a list in a sentence."""
        return ("، " if self.rtl else ", ").join(parts)


@lru_cache(maxsize=2)
def words(lang: str) -> Words:
    """The words of a language; made once."""
    return Words(lang)
