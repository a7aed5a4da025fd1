"""How high a contact was, and how friendly or hostile an event: numbers that follow from what was told."""

from msgspec.structs import replace

from waqai.model.library import Linked
from waqai.ontology import load_ontology

LEVELS = ("head", "minister", "envoy", "official")
HEADS = frozenset(["head-of-state", "head-of-government", "crown-prince"])
MINISTERS = frozenset(
    ["intelligence-chief", "chief-of-staff", "speaker-of-parliament", "secretary-general", "national-security-adviser"]
)
ENVOYS = frozenset(["ambassador", "envoy"])


def level_of(office: str) -> str:
    """Rank of an office: "head", "minister", "envoy" or "official"."""
    office = office.removeprefix("acting-")
    if office in HEADS:
        return "head"
    if office in MINISTERS or (office.endswith("-minister") and not office.startswith(("deputy-", "former-"))):
        return "minister"
    return "envoy" if office in ENVOYS or office.startswith("deputy-") else "official"


def with_scores(event: Linked) -> Linked:
    """The event with quad class and intensity of its type and mode, and the rank of the highest office named."""
    tables = load_ontology()
    row, mode = tables.types.get(event.type), tables.modes.get(f"{event.type}-{event.mode}")
    found = {level_of(party.office) for party in event.parties if party.office}
    return replace(
        event,
        quad=row.quad if row else 0,
        intensity=mode.score if mode else row.score if row else 0.0,
        level=next((level for level in LEVELS if level in found), ""),
    )
