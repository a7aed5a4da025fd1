"""Inflected forms of Arabic verbs, as unvocalised newspaper script spells them.

A trigger file gives a verb as "past / present" (third person masculine singular, no diacritics);
`inflect` returns every surface the wires use for it, each with what it says: tense, person, number,
gender, voice. Attached pronouns are not generated: the matcher strips them. A spelling that exists
only before such a pronoun (التقا in التقاه, زارو in زاروه) is marked `bound`.

Where one spelling has several readings, the commonest is kept (third masculine singular before
dual, plural before dual). Spellings shared by active and passive say `both`.

    python -m tools.inflect "التقى / يلتقي"
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

Tense = Literal["past", "present", "future", "jussive"]
Number = Literal["singular", "dual", "plural"]
Gender = Literal["m", "f", "any"]
Person = Literal[1, 3]
Voice = Literal["active", "passive", "both"]


@dataclass(frozen=True, slots=True)
class Form:
    """What one spelling of a verb says. `jussive` is also the spelling after أن and لن."""

    tense: Tense
    person: Person
    number: Number
    gender: Gender
    voice: Voice
    bound: bool = False


@dataclass(frozen=True, slots=True)
class NounForm:
    """What one spelling of a noun or participle says."""

    number: Number
    gender: Gender
    construct: bool = False
    bound: bool = False


_Slot = tuple[str, Person, Number, Gender, bool]

# VIII-form verbs whose root begins with س look like doubled X-form verbs (استمر) but are sound.
_SOUND_IST = frozenset({"استمع", "استلم", "استند", "استبق", "استتر", "استعر", "استرق", "استلب", "استبى"})


def _join(stem: str, suffix: str) -> str:
    """Add a consonant suffix; a doubled ن or ت is written once (أعلن + نا = أعلنا)."""
    if suffix and stem.endswith(suffix[0]) and suffix[0] in "نت":
        return stem + suffix[1:]
    return stem + suffix


def is_hollow(past: str) -> bool:
    """زار، أدان، استقال، اختار، جاء: an alif before the last letter."""
    return len(past) >= 3 and past[-2] == "ا" and past[-1] not in "ىا"


def is_doubled(past: str, present: str) -> bool:
    """حث، أصر، اهتم، انضم، استمر: the last two radicals written as one letter."""
    if past[-1] in "ىاي" or is_hollow(past):
        return False
    if len(past) == 2:
        return True
    if len(past) == 3 and past[0] == "أ":
        return present == "ي" + past[1:]
    if len(past) == 4 and past[0] == "ا":
        if past[1] in "تطدذثظ" and past[2] != "ت":
            return False
        return past[-1] not in "أئء"
    if len(past) == 5 and past.startswith("است"):
        return past not in _SOUND_IST and past[-1] not in "أئء"
    return False


def _past(past: str, present: str, hollow: bool) -> Iterator[_Slot]:
    last = past[-1]
    base = past[:-1]
    before_vowel = past
    if last == "ى" or (last == "ا" and base.endswith("ي")):
        fs, dual, plural, cons = base, base + "ي", base, base + "ي"
        yield base + "ا", 3, "singular", "m", last == "ى"
    elif last == "ا":
        fs, dual, plural, cons = base, base + "و", base, base + "و"
    elif last == "ي":
        fs, dual, plural, cons = past, past, base, past
    elif hollow:
        fs = dual = plural = past
        cons = past[:-2] + last
        if last == "ء":
            cons = past[:-2] + "ئ"
    elif is_doubled(past, present):
        fs = dual = plural = before_vowel
        cons = past + last
    else:
        fs = dual = plural = cons = past
    yield past, 3, "singular", "m", False
    yield fs + "ت", 3, "singular", "f", False
    for stem in _before_waw(plural):
        yield stem + "وا", 3, "plural", "m", False
        yield stem + "و", 3, "plural", "m", True
    yield _before_alif(dual), 3, "dual", "m", False
    yield fs + "تا", 3, "dual", "f", False
    for stem in _before_consonant(cons, hollow):
        yield _join(stem, "نا"), 1, "plural", "any", False
        yield _join(stem, "ت"), 1, "singular", "any", False
        yield _join(stem, "ن"), 3, "plural", "f", False


def _before_waw(stem: str) -> list[str]:
    """بدأ + وا = بدأوا or بدؤوا; جاء + وا = جاؤوا or جاءوا."""
    if stem.endswith("أ") and len(stem) > 1:
        return [stem, stem[:-1] + "ؤ"]
    if stem.endswith("اء"):
        return [stem[:-1] + "ؤ", stem]
    if stem.endswith("يء"):
        return [stem[:-1] + "ئ"]
    return [stem]


def _before_alif(stem: str, tail: str = "") -> str:
    """بدأ + ا = بدآ; يسيء + ان = يسيئان."""
    if stem.endswith("أ") and len(stem) > 1:
        return stem[:-1] + "آ" + tail
    if stem.endswith("يء"):
        return stem[:-1] + "ئا" + tail
    return stem + "ا" + tail


def _before_consonant(stem: str, hollow: bool) -> list[str]:
    """The hollow verbs in hamza are written جئنا، أسأنا."""
    if hollow and stem.endswith("ئ") and len(stem) > 2:
        return [stem[:-1] + "أ", stem]
    return [stem]


def _present(present: str, hollow: bool, doubled: bool) -> Iterator[tuple[Tense, _Slot]]:
    last = present[-1]
    base = present[:-1]
    short: str | None = None
    if last in "يى":
        dual, plural, fem = base + "ي", base, base + "ي"
        short = base
    elif last == "و":
        dual, plural, fem = present, base, present
        short = base
    elif last == "ا":
        dual, plural, fem = base + "ي", base, base + "ي"
        short = base
    elif hollow:
        dual = plural = present
        short = _short_hollow(present)
        fem = short
    elif doubled:
        dual = plural = present
        fem = present + last
    else:
        dual = plural = fem = present
    rows: list[tuple[Tense, _Slot]] = []
    for head, gender in (("ي", "m"), ("ت", "f")):
        g: Gender = "m" if gender == "m" else "f"
        rows.append(("present", (head + present[1:], 3, "singular", g, False)))
        if last == "ى":
            rows.append(("present", (head + base[1:] + "ا", 3, "singular", g, True)))
    rows.append(("present", ("ن" + present[1:], 1, "plural", "any", False)))
    if last == "ى":
        rows.append(("present", ("ن" + base[1:] + "ا", 1, "plural", "any", True)))
    rows.append(("present", (_first_singular(present), 1, "singular", "any", False)))
    for stem in _before_waw(plural):
        rows.append(("present", (stem + "ون", 3, "plural", "m", False)))
        rows.append(("jussive", (stem + "وا", 3, "plural", "m", False)))
        rows.append(("jussive", (stem + "و", 3, "plural", "m", True)))
    for head, gender in (("ي", "m"), ("ت", "f")):
        g = "m" if gender == "m" else "f"
        rows.append(("present", (_before_alif(head + dual[1:], "ن"), 3, "dual", g, False)))
        rows.append(("jussive", (_before_alif(head + dual[1:]), 3, "dual", g, False)))
    rows.append(("present", (_join(fem, "ن"), 3, "plural", "f", False)))
    if short is not None:
        rows.append(("jussive", (short, 3, "singular", "m", False)))
        rows.append(("jussive", ("ت" + short[1:], 3, "singular", "f", False)))
        rows.append(("jussive", ("ن" + short[1:], 1, "plural", "any", False)))
    yield from rows
    for tense, (surface, person, number, g, bound) in rows:
        if tense == "present":
            yield "future", ("س" + surface, person, number, g, bound)


def _first_singular(present: str) -> str:
    if present[1] == "أ":
        return "آ" + present[2:]
    return "أ" + present[1:]


def _short_hollow(present: str) -> str:
    """يزور → يزر، يدين → يدن، يختار → يختر، يسيء → يسئ، يشاء → يشأ."""
    last = present[-1]
    if last == "ء":
        return present[:-2] + ("ئ" if present[-2] == "ي" else "أ")
    if present[-2] in "اوي":
        return present[:-2] + last
    return present


def passive_same_past(past: str) -> bool:
    """True when the passive past is spelled like the active (اعتقل), False when not (ناقش، أدان)."""
    return past[0] != "آ" and past[-1] != "ى" and not any(c in "اأآؤئ" for c in past[1:])


def passive_same_present(past: str, present: str) -> bool:
    """True when the passive present is spelled like the active (يعتقل), False when not (يزور)."""
    if is_hollow(past) or present[-1] in "يو" or present[1] == "أ" or present[-1] == "ئ":
        return False
    return not (past[0] == "و" and len(past) == 3 and present[1] != "و")


def inflect(past: str, present: str, passive: tuple[str, str] | None = None) -> dict[str, Form]:
    """Every spelling of a verb, each with what it says.

    `passive` is its third masculine singular past and present where spelled differently.
    """
    hollow = is_hollow(past)
    doubled = is_doubled(past, present)
    out: dict[str, Form] = {}

    def add(tense: Tense, slot: _Slot, voice: Voice) -> None:
        surface, person, number, gender, bound = slot
        form = Form(tense, person, number, gender, voice, bound)
        old = out.get(surface)
        if old is None or (_rank(old) > _rank(form)):
            out[surface] = form
        elif old.tense == tense and not bound and old.voice != voice:
            out[surface] = replace(old, voice="both")

    active_past: Voice = "both" if passive is None and passive_same_past(past) else "active"
    active_present: Voice = "both" if passive is None and passive_same_present(past, present) else "active"
    for slot in _past(past, present, hollow):
        add("past", slot, active_past)
    for tense, slot in _present(present, hollow, doubled):
        add(tense, slot, active_present)
    if passive is not None:
        p_past, p_present = passive
        # Their hollow forms have ي for the alif (أدين، اختير); the same letter drops out.
        p_hollow = hollow and len(p_past) >= 3 and p_past[-2] in "يا"
        for slot in _past(p_past, p_present, p_hollow):
            add("past", slot, "passive")
        for tense, slot in _present(p_present, hollow and p_hollow, doubled):
            add(tense, slot, "passive")
    return out


def _rank(form: Form) -> int:
    """How rare a reading is on the wires: أجريت is sooner "was held" than "I held", يدن sooner singular."""
    if form.bound:
        return 2
    return int((form.person, form.number) == (1, "singular") or (form.gender, form.number) == ("f", "plural"))


def inflect_noun(noun: str) -> dict[str, NounForm]:
    """A verbal noun as it is: accusative, dual, and ت for ة before an attached pronoun."""
    gender: Gender = "f" if noun.endswith("ة") else "m"
    out = {noun: NounForm("plural" if noun.endswith("ات") else "singular", gender)}

    def add(surface: str, form: NounForm) -> None:
        out.setdefault(surface, form)

    if noun.endswith("ات"):
        return out
    if noun.endswith("ة"):
        stem = noun[:-1] + "ت"
        add(stem, NounForm("singular", "f", bound=True))
    elif noun.endswith("ى"):
        stem = noun[:-1] + "ي"
        add(noun[:-1] + "ا", NounForm("singular", gender, bound=True))
    else:
        stem = noun
        if noun.endswith("اء"):
            # لقاءه، لقاؤه، لقائه
            add(noun[:-1] + "ؤ", NounForm("singular", gender, bound=True))
            add(noun[:-1] + "ئ", NounForm("singular", gender, bound=True))
        elif not noun.endswith(("ا", "أ")):
            add(noun + "ا", NounForm("singular", gender))
    add(_before_alif(stem, "ن"), NounForm("dual", gender))
    add(_before_alif(stem), NounForm("dual", gender, construct=True))
    add(stem + "ين", NounForm("dual", gender))
    add(stem + "ي", NounForm("dual", gender, construct=True))
    return out


def inflect_participle(word: str) -> dict[str, NounForm]:
    """متهم → متهمة، متهمون، متهمين، متهمات …; a word already feminine or plural stays as it is."""
    if word.endswith(("ة", "ون", "ين", "ات")):
        return {word: NounForm("plural" if word[-1] != "ة" else "singular", "any")}
    stem = word[:-1] if word.endswith("ى") else word
    out = {word: NounForm("singular", "m")}
    for tail, form in (
        ("ا", NounForm("singular", "m")),
        ("ة", NounForm("singular", "f")),
        ("ت", NounForm("singular", "f", bound=True)),
        ("ون", NounForm("plural", "m")),
        ("ين", NounForm("plural", "m")),
        ("و", NounForm("plural", "m", construct=True)),
        ("ي", NounForm("plural", "m", construct=True)),
        ("ان", NounForm("dual", "m")),
        ("تان", NounForm("dual", "f")),
        ("تين", NounForm("dual", "f")),
        ("ات", NounForm("plural", "f")),
    ):
        out.setdefault(stem + tail, form)
    return out


def parse_verb(text: str) -> tuple[str, str]:
    """The two halves of "past / present"; ValueError when it is not that."""
    past, slash, present = (part.strip() for part in text.partition("/"))
    if not slash or len(past) < 2 or len(present) < 3 or present[0] != "ي":
        raise ValueError(f"not past / present: {text!r}")
    return past, present


def main(argv: list[str]) -> int:
    """Print the forms of the verbs named on the command line."""
    for text in argv:
        past, present = parse_verb(text)
        for surface, form in inflect(past, present).items():
            mark = " bound" if form.bound else ""
            print(f"{surface}\t{form.tense} {form.person}{form.gender} {form.number} {form.voice}{mark}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
