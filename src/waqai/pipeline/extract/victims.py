"""Whether those beside a verb of harm are its victims: its passive is spelled like its active."""

from waqai.pipeline.detect import Mention
from waqai.pipeline.extract.arguments import Clause
from waqai.pipeline.extract.heads import Head


def befalls(clause: Clause, head: Head, groups: list[list[Mention]], carried: tuple[Mention, ...]) -> bool:
    """«قتل ستة أشخاص في غارات»: counted people right after a verb of harm, and no one else, are its victims."""
    t = head.trigger
    if t is None or len(groups) != 1 or t.type not in ("ASSAULT", "COERCE") or "obj" not in t.recipient:
        return False
    if carried and (head.conj or (head.i and clause.words[head.i - 1] == "كما")):
        # «اعتدت الشرطة على المشيعين، كما اعتقلت عشرات الشبان»
        return False
    if head.conj and head.gender != "f":
        # «هاجم القرية وقتل ستة أشخاص».
        return False
    first = groups[0][0]
    counted = first.rule == "counted" and first.sector not in ("MIL", "REB", "COP", "GOV")
    return counted and not clause.place_after_time(groups[0][-1].j)


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
        or t.type not in ("ASSAULT", "COERCE")
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
        or (word[0] in "بو" and len(word) > 3)
    )
