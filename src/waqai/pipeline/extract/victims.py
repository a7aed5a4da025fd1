"""Whether those beside a verb of harm are its victims: its passive is spelled like its active."""

from __future__ import annotations

from typing import TYPE_CHECKING

from waqai.pipeline.detect import Mention
from waqai.pipeline.extract.arguments import Clause
from waqai.pipeline.extract.heads import Head

if TYPE_CHECKING:
    from waqai.pipeline.extract.roles import Slots
    from waqai.pipeline.extract.surroundings import Surroundings

FORCE = frozenset(["ASSAULT", "COERCE"])
FORCES = frozenset(["MIL", "COP", "REB"])
LED_BY = frozenset(["في", "اثر", "خلال", "بعد", "عقب"])
DEAD_REACH = 8
# Whom one appeals to, and who does not appeal.
ASKED = frozenset(["المجتمع", "الاسره", "الاطراف", "الفرقاء", "جميع", "كافه", "كل"])
NOT = frozenset(["لا", "لم", "لن", "قد"])


def befalls(clause: Clause, head: Head, groups: list[list[Mention]], carried: tuple[Mention, ...]) -> bool:
    """«قتل ستة أشخاص في غارات»: counted people right after a verb of harm, and no one else, are its victims."""
    t = head.trigger
    if t is None or len(groups) != 1 or t.type not in FORCE or "obj" not in t.recipient:
        return False
    attack = clause.head_at.get(head.j)
    if attack is not None and not attack.verb and not carried:
        return _struck_by(clause, attack, groups)
    if carried and (head.conj or (head.i and clause.words[head.i - 1] == "كما")):
        # «اعتدت الشرطة على المشيعين، كما اعتقلت عشرات الشبان»
        return False
    if head.conj and head.gender != "f":
        # «هاجم القرية وقتل ستة أشخاص».
        return False
    first = groups[0][0]
    counted = first.rule == "counted" and first.sector not in ("MIL", "REB", "COP", "GOV")
    end = groups[0][-1].j
    escorted = clause.words[end : end + 1] and clause.words[end] in clause.lexicon.grammar["with_help"]
    return counted and not escorted and not clause.place_after_time(end)


def suffers(
    clause: Clause, head: Head, groups: list[list[Mention]], before: tuple[Mention, ...], carried: tuple[Mention, ...]
) -> bool:
    """«خطف موظف بريطاني أمس», «42 جنديا قتلوا في هجوم»: a verb of harm without an object may be, and is, passive."""
    t = head.trigger
    if (
        not head.either
        or head.tense != "past"
        or head.pronoun
        or t is None
        or t.type not in FORCE
        or "obj" not in t.recipient
    ):
        return False
    people = [g for g in groups if g[0].kind != "place"]
    victims = tuple(people[0]) if people else before
    if people and head.number in ("plural", "dual"):
        # «بعد أن قتلوا حارسين»: no verb in the plural stands before its subject.
        return False
    joined = head.conj or (head.i and clause.words[head.i - 1] == "كما")
    if len(people) > 1 or not victims or (before and people) or (carried and joined):
        return False
    return all(_can_suffer(clause, m) for m in victims) and _object_is_over(clause, max(head.j, victims[-1].j))


def _can_suffer(clause: Clause, m: Mention) -> bool:
    """«شرطي», «ثلاثة جنود», «موظف بريطاني» suffer harm; «الشرطة», «مسلحون», «طائرات», «سلاح الجو» do it."""
    people = clause.lexicon.grammar["people_nouns"]
    if m.kind in ("person", "role") or m.rule == "counted":
        return True
    if m.kind == "thing":
        return clause.words[m.i - 1] in people
    word = clause.words[m.i]
    one = word in people or any(word.removesuffix(ending) in people for ending in ("ان", "ين", "ا"))
    return m.kind == "group" and (m.sector in ("CVL", "MED", "EDU", "BUS", "LAB", "REL") or one)


def _object_is_over(clause: Clause, k: int) -> bool:
    """Whether no object can follow at word `k`: a preposition, a time, a mark, a verb or the end stands there."""
    word = clause.words[k] if k < len(clause.words) else ""
    bare = word.removeprefix("و")
    if word in clause.lexicon.grammar["with_help"]:
        # «اقتحم مستوطنون بحماية الشرطة باحات المسجد»: who has an escort acts
        return False
    if (
        k in clause.at
        and not (clause.at[k].prep or clause.at[k].conj)
        and word not in clause.lexicon.grammar["locatives"]
    ):
        # «اقتحم مئات المستوطنين باحات المسجد»
        return False
    if k in clause.head_at and clause.head_at[k].verb and not clause.head_at[k].conj:
        return not any(m.i > k and m.kind in ("group", "person", "role") for m in clause.found.mentions)
    return (
        not word.isalnum()
        or (k in clause.time_at and not clause.place_after_time(k))
        or bare in clause.prepositions
        or bare in clause.lexicon.grammar["circumstantial"]
        or bare in clause.lexicon.grammar["aftermath"]
        or bare in clause.subordinators
        or (word[0] in "بو" and (len(word) > 3 or bare in NOT))
    )


def fallen(clause: Clause, head: Head) -> tuple[Mention, ...]:
    """«18 قتيلا في هجوم على سوق», «قتلى وجرحى بغارة»: the dead and wounded whom a headline counts before the attack.

    Args:
        clause: the sentence.
        head: the noun of an attack.
    """
    words, grammar = clause.words, clause.lexicon.grammar
    by = head.prep == "ب" or words[head.i] in grammar["by"]
    k = head.i if by else head.i - 1
    if not by and not (k > 0 and (words[k] in LED_BY or words[k] in grammar["aftermath"])):
        return ()
    end = k - (k > 1 and words[k - 1] in grammar["dead_words"])  # «ثلاثة جنود صرعى في هجوم»
    last = next((m for m in clause.found.mentions if m.j in (end, k) and m.kind == "group"), None)
    if last is None or grammar["dead_words"].isdisjoint(w.removeprefix("و") for w in words[last.i : k]):
        return ()
    first = next((m for m in clause.found.mentions if last.conj and m.j == last.i and m.kind == "group"), last)
    if any(h.verb and first.i - DEAD_REACH <= h.i < first.i for h in clause.heads):
        # «سقط قتلى في اشتباكات»: the verb tells of them.
        return ()
    return (first,) if first is last else (first, last)


def strikes(noun: Head, verb: Head) -> bool:
    """«سبعة قتلى إثر قصف استهدف خاركيف»: what the clause of an attack's noun tells the attack does, and nobody else."""
    itself = verb.light is not None and verb.light.role == "event" and verb.i > noun.i and not verb.pronoun
    return itself and noun.trigger is not None and noun.trigger.type == "ASSAULT"


def with_doer(
    around: Surroundings, h: Head, relative: Head | None, comes: bool, slots: Slots
) -> tuple[Slots, Head | None]:
    """«نفذ الجيش غارة استهدفت مسلحين»: the clause of an attack's noun tells whom it struck, the verb above who did it.

    Returns:
        The slots, with those of the clause where both tell of the deed, and the verb that governs the noun.
    """
    if relative is None:
        return slots, None if comes else around.governor(h)
    above = around.governor(h) if strikes(h, relative) else None
    return (around.lend(relative, slots, h), above) if above is not None else (slots, relative)


def charged(clause: Clause, head: Head, groups: list[list[Mention]]) -> bool:
    """«وحملت الحكومة المسؤولية», «واتهمت لندن بالكذب»: a verb of two objects, with one party, names whom it charges."""
    end = groups[0][-1].j if len(groups) == 1 else len(clause.words)
    if end >= len(clause.words):
        return False
    if head.trigger is not None and head.trigger.type == "REQUEST":
        return head.conj == "و" and clause.words[groups[0][0].i] in ASKED  # «وناشد المجتمع الدولي الضغط»
    accuses = head.conj and head.trigger is not None and head.trigger.act == "accusation"
    return (bool(accuses) and clause.words[end][0] == "ب") or clause.words[end] in clause.lexicon.grammar["blame_words"]


def _some(runs: list[list[Mention]]) -> bool:
    """People or a house alone behind a noun, without ال and no force: they are who it befalls."""
    return len(runs) == 1 and all(m.kind == "group" and not m.definite and m.sector not in FORCES for m in runs[0])


def undergoes(clause: Clause, head: Head, runs: list[list[Mention]]) -> bool:
    """«قصف مستشفى الأطفال», «رد باتهام ناشطين»: a site is the object, and so are people without ال behind ب."""
    before = clause.words[max(0, head.i - 2) : head.i]
    if before[1:] == ["في"] and before[0] in clause.lexicon.grammar["going_on"]:
        return True  # «بلاده مستمرة في دعم لبنان»
    if _struck_by(clause, head, runs):
        return True
    if head.trigger is None or head.trigger.idafa != "both":
        return False
    word, grammar = clause.words[runs[0][0].i].removeprefix("ال"), clause.lexicon.grammar
    if runs[0][0].kind == "group" and (word in grammar["site"] or word in grammar["site_of"]):
        return True
    return (head.prep == "ب" or head.trigger.type in FORCE) and _some(runs)


def _struck_by(clause: Clause, head: Head, runs: list[list[Mention]]) -> bool:
    """«استهدف هجوم القوات في بانغي»: the object of the verb before an attack; «استهدف قصف الجيش سوقا» has both."""
    verb = next((h for h in reversed(clause.heads) if h.i < head.i), None)
    strikes_it = verb is not None and verb.verb and verb.j == head.i and not verb.pronoun and verb.trigger is not None
    bare = not (head.article or head.prep or head.pronoun) and len(runs) == 1
    if not (strikes_it and bare and verb and verb.trigger and verb.trigger.type == "ASSAULT"):
        return False
    end = runs[0][-1].j
    owned = end in clause.at and bool(clause.at[end].prep)  # «استهدف تفجير دورية للشرطة»
    return "obj" in verb.trigger.recipient and (owned or _object_is_over(clause, end))


def accident(clause: Clause, head: Head) -> bool:
    """«اصطداما بين حافلتين أودى بحياة عشرة»: what kills in a sentence that tells of no attacker and no attack.

    Args:
        clause: the sentence.
        head: the word for a death nobody is said to have brought about.
    """
    if head.trigger is None or head.trigger.type != "ASSAULT":
        return False
    if clause.lexicon.grammar["accident_words"].isdisjoint(clause.words[: head.i]):
        return False
    attacks = (h for h in clause.heads if h is not head and h.trigger is not None and h.trigger.type == "ASSAULT")
    return not any("obj" not in h.trigger.recipient or h.trigger.mode for h in attacks if h.trigger)
