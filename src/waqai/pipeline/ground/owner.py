"""Of which state people are whom a pronoun gives to somebody: «ثلاثة من أفرادها», «جنوده»."""

from waqai.pipeline.detect import Found, Mention
from waqai.pipeline.extract.agreement import gender_of
from waqai.pipeline.ground.anaphora import GENDERS
from waqai.pipeline.ground.people import Party, Registry
from waqai.text.fold import fold_word

OWNERS = frozenset(["state", "org", "group", "person", "role"])
# Who fights whom in one state.
POWERS, FOES = frozenset(["GOV", "MIL"]), frozenset(["REB", "OPP"])
DELEGATIONS = ("وفد", "بعثه")
MISSION = ("سفار", "السفار")


def of_owner(party: Party, found: Found, i: int, registry: Registry) -> str | None:
    """The state of the one to whom the pronoun at the end of a group's name points; `None` where there is none.

    Args:
        party: a group without a state.
        found: the sentence that names it first.
        i: where in it.
        registry: the document's parties.
    """
    if party.kind != "group" or not party.name:
        return None
    last = _own_country(found, i, registry) or party.name.split()[-1]
    # «هم» points to several; whose they are the words before them do not tell.
    ending = next((p for p in GENDERS if last.endswith(p)), "")
    if not ending or len(last) <= len(ending) + 3:
        return None
    before = (m for m in reversed(found.mentions) if m.i < i and m.kind in OWNERS and not m.adjective)
    for m in before:
        owner = registry.resolved(m)
        if owner is not None and owner.party.country and _suits(found, m, GENDERS[ending]):
            return owner.party.country
    return None


def _own_country(found: Found, i: int, registry: Registry) -> str:
    """«رعايا بلاده», «جيش بلادها»: the word that says whose the people right before it are, or an empty string."""
    own = registry.lexicon.grammar["own_country"]
    end = next((m.j for m in found.mentions if m.i == i), len(found.sentence.words))
    word = found.sentence.words[end] if end < len(found.sentence.words) else ""
    return word if word in own and word.startswith("بل") else ""


def of_ministry_beside(party: Party, found: Found, i: int) -> str | None:
    """«أعلنت الخارجية الأرمينية أن نائب الوزير»: an office of a ministry is of the one named before it."""
    if not any(o.endswith("minister") for o in party.offices):
        return None
    before = (m for m in reversed(found.mentions) if m.i < i and (m.body or "").startswith("ministry:"))
    return next((m.country for m in before if m.kind == "org" and m.country), None)


def of_mission(party: Party, found: Found, i: int) -> str | None:
    """«رحبت السفارة الأمريكية، وحث السفير فلان»: an ambassador is of the state whose embassy was named before him."""
    if "ambassador" not in party.offices:
        return None
    before = (m for m in reversed(found.mentions) if m.i < i and m.country and m.kind in ("org", "group"))
    return next((m.country for m in before if found.sentence.words[m.i].lstrip("وبل").startswith(MISSION)), None)


def of_foe_beside(party: Party, found: Found, i: int) -> str | None:
    """«محادثات بين الحكومة والحوثيين»: a power and the rebels joined to it are of one state, wherever they meet.

    Args:
        party: a group or body without a state.
        found: the sentence that names it first.
        i: where in it.
    """
    if party.kind != "group" or party.sector not in POWERS:
        return None
    at = next((n for n, m in enumerate(found.mentions) if m.i == i), None)
    if at is None:
        return None
    here, following = found.mentions[at], found.mentions[at + 1] if at + 1 < len(found.mentions) else None
    if following is not None and following.conj == "و" and following.i == here.j and following.sector in FOES:
        return following.country
    before = found.mentions[at - 1] if at else None
    joined = before is not None and here.conj == "و" and before.j == here.i and before.sector in FOES
    return before.country if joined and before is not None else None


def arrives(party: Party, found: Found, i: int, country: str | None) -> bool:
    """«وصل وفد إلى كوناكري»: a delegation is not of the state to which it goes."""
    if party.kind != "group" or not fold_word(party.name).removeprefix("ال").startswith(DELEGATIONS):
        return False
    words = found.sentence.words
    there = (m for m in found.mentions if m.country == country and m.kind in ("place", "state") and m.i > i)
    return any(words[m.i - 1] == "الي" for m in there)


def _suits(found: Found, m: Mention, gender: str) -> bool:
    """«ها» is a state or a body in the feminine, «ه» a man or a body in the masculine."""
    said = gender_of(found, m) or ("f" if m.kind == "state" else "")
    return said == gender
