"""Codes to words, in the language the user asked for."""

from collections.abc import Iterable
from functools import lru_cache
from types import ModuleType

from waqai.cli import messages_ar, messages_en
from waqai.cli.library_words import TABLES, counted
from waqai.errors import BadValue
from waqai.ontology import OFFICE_PREFIXES, label
from waqai.reasons import arabic_reason

LANGUAGES: dict[str, ModuleType] = {"en": messages_en, "ar": messages_ar}
ONTOLOGY = {"CONTEXTS": "context", "OFFICES": "office"}
"""Tables that go on in `resources/ontology/`, by the kind of label there: in Arabic no code stands for a word."""


class Messages:
    """The words of one language.

    Args:
        language: "en" or "ar".
    """

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise BadValue(f"--lang «{language}» is not known: choose {' or '.join(LANGUAGES)}")
        self.language = language
        self.tables = LANGUAGES[language]
        self.separator: str = self.tables.SEPARATOR
        self.separator_ar: str = messages_ar.SEPARATOR

    def label(self, key: str) -> str:
        """The name of a row or a small word of the cards."""
        return str(self.tables.LABELS.get(key) or TABLES[self.language]["LABELS"][key])

    def word(self, table: str, code: str | None) -> str:
        """The word for a code of a table ("ACTS", "STATUSES"), or the code itself as words."""
        if not code:
            return self.label("none")
        said = getattr(self.tables, table, {}).get(code) or TABLES[self.language].get(table, {}).get(code)
        if not said and self.language == "ar" and table in ONTOLOGY:
            found = label(ONTOLOGY[table], code, "ar")
            said = found if found != code else None
        return str(said or code.replace("-", " ").replace("_", " "))

    def mode(self, type_: str, mode: str) -> str:
        """A mode of a type: "hunger strike" · «إضراب عن الطعام»."""
        code = f"{type_}-{mode}"
        said = label("mode", code, self.language)
        return said.lower() if said != code else mode.replace("-", " ")

    def counted(self, key: str, count: int) -> str:
        """A number with its noun: "3 sources" · «3 مصادر»."""
        return counted(self.language, key, count)

    def words(self, table: str, codes: Iterable[str]) -> str:
        """Several codes of a table, separated as the language does."""
        return self.separator.join(self.word(table, code) for code in codes)

    def office(self, code: str) -> str:
        """An office as people say it: "deputy foreign minister" · «نائب وزير الخارجية»."""
        for prefix, patterns in OFFICE_PREFIXES.items():
            if code.startswith(prefix):
                return patterns[self.language].format(self.office(code.removeprefix(prefix)))
        listed = code in self.tables.OFFICES or (self.language == "ar" and label("office", code) != code)
        if not listed and code.endswith("-minister"):
            return str(self.tables.PORTFOLIO.format(code.removesuffix("-minister").replace("-", " ")))
        return self.word("OFFICES", code)

    def field(self, name: str, index: str = "") -> str:
        """A field of an event: "office" · «المنصب»; of a list, with the number of its row counted from 1."""
        said = self.tables.LABELS.get(name, name.replace("_", " "))
        return f"{said} {int(index) + 1}" if index else str(said)

    def reason(self, said: str) -> str:
        """Why a value stands; in Arabic where the form of the reason is known, else as the reader says it."""
        return (arabic_reason(said) if self.language == "ar" else None) or said

    def state(self, iso: str | None) -> str | None:
        """The name of a state by its ISO 3166-1 alpha-3 code; the code where no name is known."""
        if not iso:
            return None
        names = _state_names().get(iso)
        return (names[0] if self.language == "ar" else names[1]) if names else iso


@lru_cache(maxsize=1)
def _state_names() -> dict[str, tuple[str, str]]:
    from waqai.lexicon import load

    return {state.iso: (state.name, state.name_en) for state in load().tables.states}
