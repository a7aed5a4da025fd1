"""Those who belong to a body or group that acts: «وفدا ضم النائبين», «الأحزاب، ومن بينها», «جهة تمثل الحكومة»."""

from waqai.pipeline.detect import Mention
from waqai.pipeline.extract.before import Before

GROUPS = frozenset(["group", "org"])
NAMED = frozenset(["person", "role", "org", "state"])
POWERS = frozenset(["PTY", "OPP", "REB", "NGO", "LAB"])
# «ثلاثة صحفيين هم سالم وعمر وليلى»
THEY = frozenset(["هم", "هما", "هن"])
# How many words may stand between a group and what tells its members: «الأحزاب | الكبرى ، ومن | بينها».
REACH = 4


def with_members(
    clause: Before, actors: list[Mention], recipients: list[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """Actors and recipients, with the members told of those who act on their side.

    Args:
        clause: the sentence.
        actors: who acts by the slots of the head.
        recipients: whom it befalls by them.
    """
    out: list[Mention] = []
    for m in actors:
        members, instead = _told_of(clause, m) if m.kind in GROUPS else ((), False)
        if not (instead and members and m.country is None):
            out.append(m)
        out.extend(x for x in members if x not in out and x not in actors)
    named = [x for m in recipients for x in (_who_they_are(clause, m) or (m,))]
    return out, [m for n, m in enumerate(named) if m not in out and m not in named[:n]]


def _who_they_are(clause: Before, m: Mention) -> tuple[Mention, ...]:
    """«عاقب اثنين من قادة الحركة هما فلان وفلان», «ثلاثة صحفيين هم»: those counted, by name."""
    if m.rule != "counted":
        return ()
    for k in range(m.j, min(m.j + REACH, len(clause.words))):
        if clause.words[k] in THEY:
            people = tuple(x for x in _run(clause, k + 1) if x.kind in ("person", "role"))
            return people if len(people) > 1 else ()
        if not (clause.words[k].isalpha() or k in clause.at):
            break
    return ()


def _told_of(clause: Before, m: Mention) -> tuple[tuple[Mention, ...], bool]:
    """The members told behind a group, and whether they are what it stands for."""
    grammar = clause.lexicon.grammar
    for k in range(m.j, min(m.j + REACH, len(clause.words))):
        word = clause.words[k]
        if word in grammar["standing_for"]:
            return _run(clause, k + 1)[:1], True
        if word in grammar["member_words"]:
            return _run(clause, k + 1), False
        if not (word == "،" or word in ("من", "ومن") or word.startswith("ال") or k in clause.at):
            break
    return (), False


def _run(clause: Before, k: int) -> tuple[Mention, ...]:
    """The named people and bodies from word `k` on, joined by و."""
    out: list[Mention] = []
    while (m := clause.at.get(k)) is not None and (not out or m.conj == "و") and not m.prep:
        if m.kind not in NAMED and not (m.kind == "group" and (m.definite or m.sector in POWERS)):
            break
        out.append(m)
        k = m.j
    return tuple(out)
