"""The reasons that the reader gives for values, in Arabic: it gives them in English, in sentences of a few forms.

`ar.json` has the forms: English as the reader says it → Arabic, with the same places in both. A form that is not
there is shown as it is.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files

import msgspec

from waqai.ontology import label, load_ontology, office_label

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAY = "|".join(WEEKDAYS)
FORMS = {
    "day": rf"(?:{WEEKDAY}) \d{{4}}-\d\d-\d\d",
    "date": r"\d{4}-\d\d-\d\d",
    "weekday": WEEKDAY,
    "year": r"\d{4}",
    "relation": r"[a-z]+",
    "unit": r"(?:such )?[a-z]+",
    "length": r"P\w+|\d+ \w+",
    "office": r"[a-z]+(?:-[a-z]+)*",
    "status": "[a-z]+",
    "country": "[^«»]+",
    "text": ".+?",
    "other": ".+",
    "reason": ".+",
    "signs": r"[^,]+ [+-]\d+\.\d(?:, [^,]+ [+-]\d+\.\d)*",
}
"""Name of a place in a form → what may stand there."""


@lru_cache(maxsize=2_000)
def arabic_reason(said: str) -> str | None:
    """A reason in Arabic; `None` where the reader says it in a form that is not known.

    Args:
        said: as a trace has it, in English.
    """
    for pattern, arabic in _forms():
        found = pattern.fullmatch(said)
        if found:
            values = {name: _in_arabic(name, value) for name, value in found.groupdict().items()}
            if None not in values.values():
                return arabic.format(**values)
    return None


@lru_cache(maxsize=1)
def reasons() -> dict[str, dict[str, str]]:
    """The tables: "forms", "relation", "unit" and "sign", each English → Arabic."""
    data = (files("waqai.reasons") / "ar.json").read_bytes()
    return msgspec.json.decode(data, type=dict[str, dict[str, str]])


@lru_cache(maxsize=1)
def _forms() -> list[tuple[re.Pattern[str], str]]:
    return [(_pattern(english), arabic) for english, arabic in reasons()["forms"].items()]


def _pattern(form: str) -> re.Pattern[str]:
    parts = re.split(r"{(\w+)}", form)
    return re.compile(
        "".join(re.escape(part) if n % 2 == 0 else f"(?P<{part}>{FORMS[part]})" for n, part in enumerate(parts))
    )


def _in_arabic(name: str, value: str) -> str | None:
    return CONVERTED[name](value) if name in CONVERTED else value


def _date(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{int(day)} {label('month', str(int(month)), 'ar')} {year}"


def _day(value: str) -> str:
    weekday, iso = value.split()
    return f"{_weekday(weekday)} {_date(iso)}"


def _weekday(english: str) -> str:
    return label("weekday", str(WEEKDAYS.index(english) + 1), "ar")


def _country(english: str) -> str | None:
    codes = {name: code for code, (name, _) in load_ontology().labels["country"].items()}
    return label("country", codes[english], "ar") if english in codes else None


def _signs(value: str) -> str | None:
    """Signs with what each adds: "no date -0.5, act call +0.4"."""
    parts = [part.rsplit(" ", 1) for part in value.split(", ")]
    names = [_sign(name) for name, _ in parts]
    if None in names:
        return None
    return "، ".join(f"{name} ({added})" for name, (_, added) in zip(names, parts, strict=True))


def _sign(name: str) -> str | None:
    labels = load_ontology().labels
    first, _, rest = name.partition(" ")
    if first == "act":
        return f"الفعل «{label('act', rest, 'ar')}»"
    if first in labels["type"]:
        kind = reasons()["sign"].get(rest, "")
        return " ".join(part for part in (f"نوعه «{label('type', first, 'ar')}»", kind and f"({kind})") if part)
    return label("status", name, "ar") if name in labels["status"] else reasons()["sign"].get(name)


CONVERTED: dict[str, Callable[[str], str | None]] = {
    "day": _day,
    "date": _date,
    "weekday": _weekday,
    "relation": lambda value: reasons()["relation"].get(value),
    "unit": lambda value: reasons()["unit"].get(value),
    "office": lambda value: office_label(value, "ar"),
    "status": lambda value: label("status", value, "ar"),
    "country": _country,
    "reason": lambda value: arabic_reason(value),
    "signs": _signs,
}
