"""Compile the words of status, attribution and agreements: `resources/ar/{status,attribution,agreements}.yaml`.

Verbs are inflected and matched like every other phrase of the lexicon; closed classes become lists of
folded words under `tables.cues`, from which `waqai.pipeline` builds its sets.
"""

from collections.abc import Callable
from typing import Any, Protocol

Inflect = Callable[[Any, dict[str, Any], str, int | str, str], None]
ANNOUNCED = ("past active singular", "past both singular")
OBJECT_PRONOUNS = ("ه", "ها", "هما", "هم")


class Compiler(Protocol):
    """What this module needs of the compiler of resources."""

    phrases: dict[str, list[list[Any]]]
    problems: list[str]
    cues: dict[str, Any]
    grammar: dict[str, list[str]]

    def words(self, form: str, where: str) -> list[str]: ...

    def add(self, form: str, kind: str, ref: Any, info: str = "", where: str = "") -> None: ...

    def add_with_article(self, form: str, kind: str, ref: Any, info: str, where: str) -> None: ...


def folded(c: Compiler, forms: list[str], where: str) -> list[str]:
    """Each form folded, its words parted by one space."""
    return [" ".join(c.words(str(form), where)) for form in forms]


def runs(c: Compiler, entry: dict[str, Any], forms: list[str], where: str) -> None:
    """Record a problem where an entry's example holds none of its forms, attached particles aside."""
    example = " ".join(c.words(entry.get("example") or "", where))
    if not example:
        c.problems.append(f"{where}: no example")
    elif not any(form in example for form in folded(c, forms, where)):
        c.problems.append(f"{where}: the example «{example}» holds none of its forms")


def attribution(c: Compiler, content: dict[str, Any], inflect: Inflect) -> None:
    """Verbs of saying become phrases of the kind `says`; the rest lists of words."""
    name = "attribution.yaml"
    rows = []
    for n, entry in enumerate(content["verbs"]):
        where = f"{name}:{entry['verb']}"
        before = len(c.phrases)
        inflect(c, entry, "says", n, where)
        rows.append([entry["verb"].split("/")[0].strip(), folded(c, entry["prep"], where), entry["tone"]])
        if len(c.phrases) == before and not any(e[:2] == ["says", n] for found in c.phrases.values() for e in found):
            c.problems.append(f"{where}: no form of the verb")
    bound_forms(c, name)
    cues: dict[str, Any] = {"verbs": rows}
    for section in ("participles", "according_to", "channels", "sources"):
        cues[section] = []
        for entry in content[section]:
            where = f"{name}:{section}:{entry['forms'][0]}"
            runs(c, entry, entry["forms"], where)
            extra = {"participles": [], "according_to": [folded(c, entry.get("next", []), where), entry.get("place")]}
            cues[section].append([folded(c, entry["forms"], where), *extra.get(section, [entry.get("kind")])])
    cues["passives"] = folded(c, [entry["form"] for entry in content["passives"]], name)
    cues["refers"] = [[kind, folded(c, words, name)] for kind, words in content["refers"].items()]
    for section, words in content.items():
        if section not in cues:
            cues[section] = folded(c, words, f"{name}:{section}")
    c.cues["attribution"] = cues


def bound_forms(c: Compiler, name: str) -> None:
    """«أعلنته», «ذكرها»: the third person singular of the past with its object attached."""
    announced = [
        (form, e[1])
        for form, found in c.phrases.items()
        for e in found
        if " " not in form and e[0] == "says" and e[2].startswith(ANNOUNCED)
    ]
    for form, ref in announced:
        for pronoun in OBJECT_PRONOUNS:
            c.add(form + pronoun, "says", ref, "past active singular bound", name)


def agreements(c: Compiler, content: dict[str, Any], inflect: Inflect) -> None:
    """Kinds of agreement and what is done to them become phrases (`accord`, `stage`); the rest lists of words."""
    name = "agreements.yaml"
    for entry in content["heads"]:
        where = f"{name}:{entry['forms'][0]}"
        runs(c, entry, [f.split(" ")[0] for f in entry["forms"]], where)
        for form in entry["forms"]:
            c.add_with_article(form, "accord", entry["kind"], "weak" if entry.get("weak") else "", where)
    for entry in content["stages"]:
        where = f"{name}:{entry['verb']}"
        inflect(c, entry, "stage", entry["stage"], where)
        for form in entry["noun"]:
            c.add(form, "stage", entry["stage"], "noun", where)
    cues: dict[str, Any] = {"provisions": []}
    for entry in content["provisions"]:
        where = f"{name}:{entry['forms'][0]}"
        runs(c, entry, [f.split(" ")[0] for f in entry["forms"]], where)
        cues["provisions"].append([folded(c, entry["forms"], where), entry["kind"]])
    for section, words in content.items():
        if section not in ("heads", "stages", "provisions"):
            cues[section] = folded(c, words, f"{name}:{section}")
    c.cues["agreements"] = cues


def status(c: Compiler, content: dict[str, Any], inflect: Inflect) -> None:
    """Words that tell the status of an event, as sections of the grammar."""
    for section, entry in content.items():
        c.grammar[f"status.{section}"] = sorted(set(folded(c, entry["words"], f"status.yaml:{section}")))


CUES = {"status": status, "attribution": attribution, "agreements": agreements}
