"""Two people of two states who hold one office: «وزيري دفاع البلدين»."""

from waqai.pipeline.extract.frame import Frame
from waqai.pipeline.ground.people import Party, Registry, Resolved


def both_holders(office: str, name: str, registry: Registry) -> list[Resolved]:
    """«وزيري دفاع البلدين»: the two people of two states who hold the office in this document."""
    return holders(registry, None, office, name) if _pairs(registry, None).get(office) else []


def _pairs(registry: Registry, family: str | None) -> dict[str, list[Party]]:
    by_office: dict[str, dict[str, Party]] = {}
    for p in registry.parties:
        for office in p.offices if p.kind == "person" and p.country else ():
            by_office.setdefault(office, {}).setdefault(p.country or "", p)
    return {o: list(c.values()) for o, c in by_office.items() if len(c) == 2 and (not family or family in o)}


def holders(registry: Registry, family: str | None, hint: str | None, name: str) -> list[Resolved]:
    """The two who hold an office in this document: the one of `hint`, else the first of the family; empty for none."""
    pairs = _pairs(registry, family)
    office = hint if hint in pairs else next(iter(pairs), None)
    if office is None:
        return []
    return [Resolved(p, True, f"«{name}»: the two holders of {office} that the document names") for p in pairs[office]]


def office_of_sources(frame: Frame) -> str | None:
    """A ministry that speaks of two unnamed ministers speaks of its own kind."""
    for source in frame.sources:
        body = source.mention.body if source.mention else None
        if body and body.startswith("ministry:"):
            return body.removeprefix("ministry:") + "-minister"
    return None
