"""Stage 5: frames → the record of the document: dates, parties, tenures, one event per happening, agreements."""

from waqai.model import Record
from waqai.pipeline.extract import Extracted
from waqai.pipeline.extract.addressed import ADDRESSED
from waqai.pipeline.ground.agreements import agreements_of
from waqai.pipeline.ground.at_odds import settle_odds
from waqai.pipeline.ground.dates import date_drafts
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.gather import gather
from waqai.pipeline.ground.home import home_of, settle_countries
from waqai.pipeline.ground.likelihood import LEAST, weigh
from waqai.pipeline.ground.people import Registry
from waqai.pipeline.ground.roles import holders_named_later
from waqai.pipeline.ground.sources import settle_sources
from waqai.pipeline.ground.unnamed import settle_crowds
from waqai.pipeline.ground.victims import merge_victims
from waqai.pipeline.ground.where import place_drafts
from waqai.pipeline.ground.whom import settle_recipients
from waqai.pipeline.ground.write import write_record

__all__ = ["ground"]


def ground(extracted: Extracted, least: float = LEAST) -> Record:
    """Ground the frames of a document.

    Args:
        extracted: frames with their mentions, and attributions.
        least: events less likely than this are dropped.

    Returns:
        The record of the document.
    """
    return recorded(extracted, *drafted(extracted), least)


def recorded(extracted: Extracted, registry: Registry, drafts: list[Draft], least: float) -> Record:
    """The record of a document by its drafts, without those less likely than `least`."""
    drafts = weigh(drafts, extracted, least)
    agreements = agreements_of(extracted, drafts, registry, extracted.detected.analysis.document.id)
    return write_record(extracted, registry, drafts, agreements)


def drafted(extracted: Extracted) -> tuple[Registry, list[Draft]]:
    """The parties of a document and complete drafts of all that may have happened."""
    detected = extracted.detected
    document = detected.analysis.document
    registry = Registry(detected.lexicon, document.published)
    registry.found = detected.found
    home = home_of(detected)
    for found in detected.found:
        for mention in found.mentions:
            registry.register(mention, home.country)
    for mention in (m for frame in extracted.frames for m in frame.recipients if m.rule == ADDRESSED):
        registry.register(mention, None)
    registry.finish()
    settle_countries(registry, detected, home)
    holders_named_later(registry, detected)
    drafts = gather(extracted, registry)
    date_drafts(drafts, extracted)
    place_drafts(drafts, extracted)
    settle_crowds(drafts, registry)
    settle_odds(drafts, registry)
    settle_recipients(drafts, extracted, registry)
    merge_victims(drafts)
    settle_sources(drafts, extracted, registry)
    return registry, drafts
