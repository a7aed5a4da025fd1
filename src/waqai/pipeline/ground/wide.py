"""Places too wide for an event to have been in."""

from waqai.pipeline.detect import Mention
from waqai.pipeline.extract import Extracted

CONTINENTS = frozenset(["Africa", "Asia", "Europe", "Arab World", "Middle East", "Latin America"])
# Parts of them: fought over, but no place of talks.
REGIONS = frozenset(
    ["Central Asia", "South Asia", "Southeast Asia", "East Asia", "West Asia", "Indo-Pacific", "Near East",
     "Sub-Saharan Africa", "East Africa", "West Africa", "North Africa", "Central Africa", "Eastern Europe",
     "Western Europe", "North America", "South America", "Central America", "Gulf region", "Maghreb", "Levant"]
)  # fmt: skip


def too_wide(m: Mention, extracted: Extracted, struck: bool) -> bool:
    """«مؤتمر التنمية في إفريقيا»: a continent is what is spoken of, not where; a region of many states for talks.

    Args:
        m: a place.
        extracted: the document, with its lexicon.
        struck: whether the event is force, which a region may see.
    """
    if m.kind != "place" or not isinstance(m.ref, int):
        return False
    name = extracted.detected.lexicon.tables.places[m.ref].name_en
    return name in CONTINENTS or (name in REGIONS and not struck)
