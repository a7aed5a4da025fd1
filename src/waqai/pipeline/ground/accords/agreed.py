"""What two sides only agreed on, where the text goes on to say what «الاتفاق» lays down."""

from waqai.lexicon import Lexicon
from waqai.pipeline.detect import Found
from waqai.pipeline.ground.accords.cues import AccordCues
from waqai.pipeline.ground.accords.known import PEOPLE, party_name
from waqai.pipeline.ground.accords.names import Accord
from waqai.pipeline.ground.draft import Draft

PLEDGED = frozenset(["AGREE", "CONCEDE"])
TALLIED = frozenset(["happened", "ongoing"])


def agreed_before(
    accord: Accord, drafts: list[Draft], found: tuple[Found, ...], cues: AccordCues, lexicon: Lexicon
) -> Draft | None:
    """The event that «الاتفاق» names: «اتفقت أرمينيا وتركيا على فتح الحدود. ويتضمن الاتفاق ...».

    Args:
        accord: the agreement, with ال and no title.
        drafts: the events of the document.
        found: its sentences.
        cues: the words of agreements.
        lexicon: its states and bodies.

    Returns:
        The last agreement of two sides told before; none where nothing is said to be laid down.
    """
    if not (accord.definite and accord.bare) or not _lays_down(accord, found[accord.sentence], cues):
        return None
    for draft in reversed(drafts):
        frame = draft.frames[0]
        words = found[frame.sentence].sentence.words[frame.head.i : frame.head.j]
        deed = any(w.removeprefix("و") in cues.words["agreed_deed"] for w in words)
        before = (frame.sentence, frame.head.i) < (accord.sentence, accord.i)
        agreed = (deed and draft.type in PLEDGED) or draft.act == "ceasefire"
        told = before and agreed and draft.status in TALLIED
        if told and len(parties_of(draft, lexicon)) > 1:
            return draft
    return None


def parties_of(draft: Draft, lexicon: Lexicon) -> list[str]:
    """The states and bodies of an event, each once; a union beside its state is a party of its own."""
    names = (p.name if p.kind == "group" and p.sector in PEOPLE else party_name(p, lexicon) for p in draft.parties())
    return list(dict.fromkeys(name for name in names if name))


def _lays_down(accord: Accord, found: Found, cues: AccordCues) -> bool:
    """«ينص الاتفاق على», «الاتفاق يشمل», «بنود الاتفاق», «بموجب الاتفاق»."""
    words = found.sentence.words
    before = words[accord.i - 1] if accord.i else ""
    after = words[accord.j] if accord.j < len(words) else ""
    opened = cues.by(before) or before in cues.words["text_of"]
    return opened or any(cues.opens(w) for w in (before, after))
