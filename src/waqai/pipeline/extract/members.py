"""Those who belong to a body or group that acts: «وفدا ضم النائبين», «الأحزاب، ومن بينها», «جهة تمثل الحكومة»."""

from waqai.pipeline.detect import Mention
from waqai.pipeline.extract.before import Before

GROUPS = frozenset(["group", "org"])
NAMED = frozenset(["person", "role", "org", "state"])
POWERS = frozenset(["PTY", "OPP", "REB", "NGO", "LAB"])
# How many words may stand between a group and what tells its members: «الأحزاب | الكبرى ، ومن | بينها».
REACH = 4
# «ثلاثة من قادة الحزب على قائمة العقوبات، وهم»: how far behind those counted stands who they are.
NAMED_REACH = 8


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
    return out, _by_name(clause, [m for m in recipients if m not in out])


def _by_name(clause: Before, recipients: list[Mention]) -> list[Mention]:
    """«عاقب المجلس اثنين من القادة هما فلان وفلان»: those counted are whom the names behind them say."""
    if clause.lexicon.grammar["naming_words"].isdisjoint(clause.words):
        return recipients
    named = {m: _listed(clause, m) for m in recipients if m.kind in GROUPS}
    return [x for m in recipients for x in (named.get(m) or (m,))]


def _listed(clause: Before, m: Mention) -> tuple[Mention, ...]:
    naming = clause.lexicon.grammar["naming_words"]
    k = next((k for k in range(m.j, min(m.j + NAMED_REACH + 1, len(clause.words))) if clause.words[k] in naming), -1)
    run = _run(clause, k + 1) if k >= 0 else ()
    return run if run and all(x.rule == "listed" for x in run) else ()


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
