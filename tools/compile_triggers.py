"""Compile the trigger files, `resources/ar/triggers/*.yaml`: every surface of every trigger."""

from pathlib import Path
from typing import Any, Protocol

from inflect import Form, inflect, inflect_participle
from read_yaml import read_yaml
from shape import wrong_shape
from waqai.text.fold import fold_word

TRIGGERS = Path(__file__).parent.parent / "resources" / "ar" / "triggers"
WORD_CLASSES = TRIGGERS.parent / "trigger-words.yaml"
NUMBERS = TRIGGERS.parent / "numbers-of-nouns.tsv"
LIGHT = "light-verbs"
SPOKEN = frozenset(["SUPPORT", "AGREE", "REQUEST", "REJECT", "ACCUSE", "THREATEN", "CONCEDE"])
SAYS = SPOKEN | {"RETREAT"}
WE = "we"
SHORTEST_WE = 3
# The role of the light verbs whose subject does what their noun tells: «نجدد دعمنا», «نعلن رفضنا».
LENDS = "actor"
PLURAL_CIRCUMSTANCES = frozenset(["REQUEST", "THREATEN"])
TYPES = frozenset(
    [
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
    ]
)
SHORT = 3
NOMINATIVE = ("ون", "و")
UNCHANGED = ("ة", "ات", "ا", "ان", "ين", "ون", "ى")


class Compiler(Protocol):
    """What this module needs of the compiler of resources."""

    problems: list[str]
    tables: dict[str, list[Any]]

    def words(self, form: str, where: str) -> list[str]: ...

    def add(self, form: str, kind: str, ref: Any, info: str = "", where: str = "") -> None: ...

    def add_with_article(self, form: str, kind: str, ref: Any, info: str, where: str) -> None: ...


class Entry:
    """Adds the forms of one entry but for those that it skips: spellings that are other words («هنا», «لاحقا»)."""

    def __init__(self, compiler: Compiler, entry: dict[str, Any], at: int, where: str) -> None:
        self.c, self.entry, self.at, self.where = compiler, entry, at, where
        self.skip = {fold_word(form) for form in as_list(entry.get("skip"))}

    def add(self, form: str, kind: str, info: str = "", *, article: bool = False) -> None:
        if fold_word(form) in self.skip:
            return
        if article:
            self.c.add_with_article(form, kind, self.at, info, self.where)
        else:
            self.c.add(form, kind, self.at, info, self.where)

    def compile(self) -> None:
        e = self.entry
        spoken = e["type"] in SPOKEN
        for form, info in inflected(e) if e.get("verb") else ():
            self.add(form, "verb", info)
        for noun in as_list(e.get("noun")):
            self.add(noun, "noun", article=True)
            for form in number_forms(noun):
                self.add(form, "noun", "dual")
        for form in (
            circumstances(e["verb"], plural=e["type"] in PLURAL_CIRCUMSTANCES) if e.get("verb") and spoken else ()
        ):
            self.add(form, "participle", "hal")
        for word in as_list(e.get("participle")):
            forms = [f for f, what in inflect_participle(word).items() if not (what.bound or what.construct)]
            for form in forms if spoken and not word.endswith("ا") else [word]:
                self.add(form, "participle", article=True)
        for phrase in as_list(e.get("phrase")):
            self.add(phrase, "phrase", article=True)
            for form in accusative(phrase):
                self.add(form, "phrase")


def as_list(value: Any) -> list[str]:
    if value is None or value == "":
        return []
    return [str(v) for v in value] if isinstance(value, list) else [str(value)]


def inflected(entry: dict[str, Any]) -> list[tuple[str, str]]:
    """All forms of an entry's verb with what they say; of a verb with more words («دعا إلى») the first is inflected."""
    past, present = (side.strip() for side in entry["verb"].split("/"))
    passive = tuple(side.strip() for side in entry["passive"].split("/")) if entry.get("passive") else None
    first_past, *rest = past.split()
    forms = inflect(first_past, present.split()[0], passive)
    return [
        (" ".join([form, *rest]), f"{what.tense} {what.voice} {what.number} {what.gender}")
        for form, what in forms.items()
        if not what.bound and what.person != 1
    ] + [
        (" ".join([form, *rest]), f"{what.tense} {what.voice} {WE} m")
        for form, what in forms.items()
        if _we(form, what, entry.get("type") or entry.get("role"))
    ]


def _we(form: str, what: Form, kind: str | None) -> bool:
    """«ندين», «سنرد», «لن ننسحب»: what a statement says of its own speaker.

    In the present only of what is said or yielded; shorter forms are other words («نصر», «نسب»).
    """
    if what.bound or what.person != 1 or len(form) <= SHORTEST_WE or kind is None:
        return False
    if what.number != "plural":  # «أدعو إسرائيل إلى التراجع»
        return what.tense == "present" and kind in SAYS
    return what.tense == "future" or (what.tense == "present" and (kind in SAYS or kind == LENDS))


def verb_forms(c: Compiler, entry: dict[str, Any], kind: str, ref: int | str, where: str) -> None:
    """Adds all inflected forms of an entry's verb."""
    for form, info in inflected(entry):
        c.add(form, kind, ref, info, where)


def triggers(c: Compiler) -> None:
    table: list[Any] = []
    seen: set[str] = set()
    classes, numbers = read_yaml(WORD_CLASSES), noun_numbers()
    for path in sorted(TRIGGERS.glob("*.yaml")):
        for raw in read_yaml(path) if path.stem != LIGHT else []:
            where = f"{path.name}:{raw.get('id') if isinstance(raw, dict) else '?'}"
            if wrong := wrong_shape(raw, classes):
                c.problems.append(f"{where}: {wrong}")
                continue
            entry = in_all_numbers(with_classes(raw, classes), numbers)
            if entry["id"] in seen:
                c.problems.append(f"{where}: the id is used twice; choose another")
            if entry["type"] not in TYPES:
                c.problems.append(f"{where}: type {entry['type']} is not one of PLOVER's sixteen")
            seen.add(entry["id"])
            table.append(trigger_row(c, entry, where))
            Entry(c, entry, len(table) - 1, where).compile()
    c.tables["triggers"] = table


def with_classes(entry: dict[str, Any], classes: dict[str, list[str]]) -> dict[str, Any]:
    """The entry with the words of each class («@forces», «فتح @gates») that its `object`, `prep`, `not` name."""
    out = dict(entry)
    for key in ("object", "prep", "not"):
        words = as_list(entry.get(key))
        out[key] = [x for w in words for x in _of_class(w, classes)]
    return out


def _of_class(asked: str, classes: dict[str, list[str]]) -> list[str]:
    """«@gates» is each of the class; «فتح @gates» each of them behind that word, with ال and without."""
    before, _, name = asked.partition("@")
    if not name:
        return [asked]
    single = [w for w in classes[name] if before and " " not in w and not w.startswith("ال")]
    return [before + w for w in classes[name] + ["ال" + w for w in single]]


def noun_numbers() -> dict[str, list[str]]:
    """All numbers of a noun, by each of them: «سفير», «سفراء»."""
    out: dict[str, list[str]] = {}
    for line in NUMBERS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            singular, plurals = line.split("\t")
            forms = [singular, *(form for plural in plurals.split(",") for form in plural_cases(plural))]
            for form in forms:
                out.setdefault(form, []).extend(f for f in forms if f not in out[form])
    return out


def plural_cases(plural: str) -> list[str]:
    """«مسؤولون» is also «مسؤولين», and before a genitive «مسؤولو», «مسؤولي»."""
    if not plural.endswith("ون"):
        return [plural]
    stem = plural.removesuffix("ون")
    return [stem + ending for ending in ("ون", "ين", "و", "ي")]


def in_all_numbers(entry: dict[str, Any], numbers: dict[str, list[str]]) -> dict[str, Any]:
    """The entry with its `object` words in every number, and none twice.

    «أوقف محتجون القطارات» is no arrest of them: a nominative is asked for only where the entry has it.
    """
    asked = [form for word in entry["object"] for form in (word, *numbers.get(word.removeprefix("ال"), ()))]
    kept = [form for form in asked if form in entry["object"] or not form.endswith(NOMINATIVE)]
    return entry | {"object": list(dict.fromkeys(kept))}


def circumstances(verb: str, *, plural: bool) -> list[str]:
    """Active participle as a circumstance («مهددا», «داعية», «مطالبين»), for the commonest patterns."""
    past, present = (side.split()[0] if side.split() else "" for side in verb.split("/"))
    out = []
    stems = [] if len(present) < 4 else ["م" + present[1:]]
    if len(past) == 3:
        stems.append(past[0] + "ا" + past[1:])
    for stem in stems:
        if stem[-1] in "ىايو":
            out += [stem[:-1] + "يا", stem[:-1] + "ية", *([stem[:-1] + "ين"] if plural else [])]
        else:
            out += [stem + "ا", stem + "ة", *([stem + "ين"] if plural else [])]
    return out


def number_forms(noun: str) -> list[str]:
    """Dual and sound plural of a verbal noun: لقاءان لقاءين · زيارتان زيارتين زيارات."""
    if " " in noun or noun.endswith(("ات", "ون", "ين", "ى", "ي")):
        return []
    if not noun.endswith("ة"):
        return [noun + "ان", noun + "ين", *([noun + "ا"] if len(noun) == SHORT else [])]
    stem = noun.removesuffix("ة")
    return [stem + "تان", stem + "تين", stem + "تا", stem + "تي", stem + "ات"]


def accusative(phrase: str) -> list[str]:
    """A phrase as an object: «تطهير عرقي» is also «تطهيرا عرقيا», «حرب أهلية» also «حربا أهلية».

    Only short words: the reader takes the alif of longer ones off by itself.
    """
    words = phrase.split()
    if len(words[0]) == SHORT and len(words) > 1 and words[-1].endswith("ة") and not words[0].endswith(UNCHANGED):
        return [" ".join([words[0] + "ا", *words[1:]])]
    nouns = all(not w.startswith("ال") and not w.endswith(UNCHANGED) for w in words)
    return (
        [" ".join(w if w.endswith("اء") else w + "ا" for w in words)]
        if len(words) == 2 and nouns and words[1].endswith("ي")
        else []
    )


def trigger_row(c: Compiler, e: dict[str, Any], where: str) -> list[Any]:
    folded = lambda key: [" ".join(c.words(w, where)) for w in as_list(e.get(key))]  # noqa: E731
    slots = lambda key: ["between" if s == "بين" else fold_word(s) for s in as_list(e.get(key))]  # noqa: E731
    return [
        e["id"], e["type"], e.get("mode"), e.get("act") or "other", e.get("status"), slots("actor"), slots("recipient"),
        e.get("idafa") or "subj", slots("dest"), as_list(e.get("contexts")), e.get("strength") == "weak",
        folded("object"), folded("prep"), folded("not"),
    ]  # fmt: skip


def light_verbs(c: Compiler) -> None:
    path = TRIGGERS / f"{LIGHT}.yaml"
    table: list[Any] = []
    for entry in read_yaml(path) if path.exists() else []:
        where = f"{path.name}:{entry['verb']}"
        table.append([entry["verb"], entry.get("role") or "actor", [fold_word(p) for p in as_list(entry.get("prep"))]])
        verb_forms(c, entry, "light", len(table) - 1, where)
    c.tables["light"] = table
