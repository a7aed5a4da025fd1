"""Whom an office without a name means: the person named with it before, of the gender that its word has."""

from waqai.pipeline.detect import Mention
from waqai.pipeline.ground.party import Party


def candidates(office: str | None, m: Mention, recent: list[Party], gender: str, styles: frozenset[str]) -> list[Party]:
    """People of the document who hold the office a role names, the latest first.

    Args:
        office: the office, a counterpart's known.
        m: the role.
        recent: the parties named before it, in order.
        gender: `m` or `f` of the role's word, or empty.
        styles: the ruler's words in it («الملك»).
    """
    if office is None or m.number != "s":
        return []
    people = [p for p in reversed(recent) if p.kind == "person" and {p.gender, gender} != {"m", "f"}]
    exact = [p for p in people if office in p.offices]
    if exact:
        return [p for p in exact if styles & p.styles] or exact
    if office == "minister":
        return [p for p in people if any(o.endswith("-minister") for o in p.offices)]
    unnamed = any(p.kind == "role" and office in p.offices for p in recent)
    if office == "official" and m.definite and m.country and not unnamed:
        return [p for p in people if p.offices and p.country == m.country]
    return []


def the_same(office: str | None, m: Mention, recent: list[Party]) -> Party | None:
    """«سفيرة السويد ... عبرت السفيرة عن»: without its state, the office that was named with one before.

    Args:
        office: the office.
        m: the role.
        recent: the parties named before it, in order.
    """
    if m.country or m.body or m.number != "s" or not m.definite or not office:
        return None
    roles = (p for p in reversed(recent) if p.kind == "role" and p.country)
    return next((p for p in roles if office in p.offices), None)
