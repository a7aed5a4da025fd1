"""The reasons that the reader gives for values, in Arabic: it gives them in English, in sentences of a few forms.

`messages/reasons.json` has the forms: English as the reader says it → Arabic, with the same places in both. A form
that is not there is shown as it is.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files

import msgspec

from waqai.ontology import load_ontology
from waqai.server.pages.words import Words, words

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
    """The tables: "forms", "relation" and "unit", each English → Arabic."""
    data = (files("waqai.server") / "messages" / "reasons.json").read_bytes()
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
    return CONVERTED[name](words("ar"), value) if name in CONVERTED else value


def _day(w: Words, value: str) -> str:
    day = value.split()[-1]
    return f"{w.weekday(day)} {w.day(day)}"


def _country(w: Words, value: str) -> str | None:
    codes = {english: code for code, (english, _) in load_ontology().labels["country"].items()}
    return w.country(codes[value]) if value in codes else None


CONVERTED: dict[str, Callable[[Words, str], str | None]] = {
    "day": _day,
    "date": lambda w, value: w.day(value),
    "weekday": lambda w, value: w.t(f"weekday.{WEEKDAYS.index(value) + 1}"),
    "relation": lambda _, value: reasons()["relation"].get(value),
    "unit": lambda _, value: reasons()["unit"].get(value),
    "office": lambda w, value: w.office(value),
    "status": lambda w, value: w.label("status", value),
    "country": _country,
    "reason": lambda _, value: arabic_reason(value),
}
