"""What is wrong with the shape of an entry of `resources/ar/triggers/`, said before it is compiled."""

from typing import Any

from waqai.pipeline.extract.phrases import holds
from waqai.text.fold import fold_word

REQUIRED = ("id", "type", "source", "examples")
WORDS = ("noun", "participle", "phrase", "skip", "object", "prep", "not", "actor", "recipient", "dest", "contexts")
SINGLE = ("id", "verb", "passive", "type", "mode", "act", "status", "idafa", "strength", "source")
FIELDS = frozenset((*WORDS, *SINGLE, "examples"))
CLASSED = ("object", "not")
# The fields whose words an entry asks for, so that none of them may hold one of its vetoes.
ASKED = ("noun", "participle", "phrase", "object")


def wrong_shape(entry: Any, classes: dict[str, list[str]]) -> str | None:
    """What an entry has wrong, which value, and what to write instead.

    Args:
        entry: as YAML has it.
        classes: the classes of words that `object` and `not` may name, by name.

    Returns:
        One line, or `None` for an entry that can be compiled.
    """
    if not isinstance(entry, dict):
        return f"«{entry}» is no entry: begin it with «- id: …» and indent its fields under it"
    for name, value in entry.items():
        if name not in FIELDS:
            return f"«{name}» is no field of an entry: the fields are listed in triggers/README.md"
        if name in SINGLE and isinstance(value, (list, dict)):
            return f"{name}: one value is asked for, not {value}"
        if name in WORDS and isinstance(value, dict):
            return f"{name}: words are asked for, not {value}; «: » inside a word needs quotes"
    if missing := [name for name in REQUIRED if not entry.get(name)]:
        return f"{missing[0]} is missing: every entry has {', '.join(REQUIRED)}"
    for name in ("verb", "passive"):
        sides = [side.strip() for side in str(entry.get(name) or "a / b").split("/")]
        if len(sides) != 2 or not all(sides):
            return f"{name}: «{entry[name]}» is not past / present: write it as «زار / يزور»"
    if not any(entry.get(name) for name in ("verb", "noun", "participle", "phrase")):
        return "it has no verb, noun, participle or phrase, and can match nothing"
    for name in CLASSED:
        for word in entry.get(name) or () if isinstance(entry.get(name), list) else ():
            called = str(word).partition("@")[2]
            if called and called not in classes:
                return f"{name}: @{called} is no class of trigger-words.yaml: {', '.join('@' + c for c in classes)}"
    return _cancelled(entry)


def _cancelled(entry: dict[str, Any]) -> str | None:
    """A word that the entry asks for and rules out at once: «قوات» in `not` silences its own «مغادرة القوات».

    Words of a class are passed over: a veto may take some of them out on purpose.
    """
    vetoes = tuple(" ".join(_folded(w)) for w in _listed(entry.get("not")) if "@" not in w)
    verb = str(entry.get("verb") or "").partition("/")[0].strip()
    skipped = {" ".join(_folded(w)) for w in _listed(entry.get("skip"))}
    asked = [("verb", verb)] if verb else []
    asked += [(name, word) for name in ASKED for word in _listed(entry.get(name)) if "@" not in word]
    for name, word in asked:
        folded = _folded(word)
        if " ".join(folded) not in skipped and holds(folded, vetoes):
            return f"{name}: «{word}» holds a word of `not`, which silences it: make the veto longer or drop the word"
    return None


def _listed(value: Any) -> list[str]:
    return [str(v) for v in (value if isinstance(value, list) else [value] if value else [])]


def _folded(words: str) -> list[str]:
    return fold_word(words).split()
