"""Stage 5: frames → the record of the document: dates, parties, tenures, one event per happening, agreements."""

from waqai.model import Record
from waqai.pipeline.extract import Extracted
from waqai.pipeline.ground.agreements import agreements_of
from waqai.pipeline.ground.dates import date_drafts
from waqai.pipeline.ground.gather import gather
from waqai.pipeline.ground.home import settle_countries
from waqai.pipeline.ground.people import Registry
from waqai.pipeline.ground.sources import settle_sources
from waqai.pipeline.ground.write import write_record
from waqai.text.fold import fold_word

# Outlets at home write «the minister» for their own; agencies of the world do not.
ARAB_PRESS = frozenset(
    "DZA BHR COM DJI EGY IRQ JOR KWT LBN LBY MRT MAR OMN PSE SAU SOM SDN SYR TUN ARE YEM TUR IRN QAT".split()  # noqa: SIM905
)

__all__ = ["ground"]


def ground(extracted: Extracted) -> Record:
    """Ground the frames of a document.

    Args:
        extracted: frames with their mentions, and attributions.

    Returns:
        The record of the document.
    """
    detected = extracted.detected
    document = detected.analysis.document
    registry = Registry(detected.lexicon, document.published)
    for found in detected.found:
        for mention in found.mentions:
            registry.register(mention, None)
    home = _home(extracted)
    registry.finish()
    settle_countries(registry, detected, home)
    drafts = gather(extracted, registry)
    date_drafts(drafts, extracted)
    settle_sources(drafts, extracted, registry)
    agreements = agreements_of(extracted, drafts, registry, document.id)
    return write_record(extracted, registry, drafts, agreements)


def _home(extracted: Extracted) -> str | None:
    """The state of the dateline, or of the outlet, for offices whose state goes without saying at home."""
    detected = extracted.detected
    lexicon = detected.lexicon
    outlet = detected.analysis.document.outlet
    for kind, ref, _ in lexicon.phrases.get(fold_word(outlet or ""), ()):
        if kind == "outlet" and (country := lexicon.tables.outlets[int(ref)].country) in ARAB_PRESS:
            return country
    first = detected.found[0] if detected.found else None
    for matches in first.matches[: first.sentence.skip] if first else ():
        for m in matches:
            if m.kind in ("state", "seat"):
                return str(m.ref)
            if m.kind == "place":
                return lexicon.tables.places[int(m.ref)].country
    return None
