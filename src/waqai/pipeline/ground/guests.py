"""Who «الضيف», «مضيفه» and «الوزير الضيف» are: the one who came to the meeting told before, and who received him."""

from waqai.pipeline.detect import Mention
from waqai.pipeline.extract.frame import Frame
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.people import Party, Registry, Resolved
from waqai.text.fold import fold_word

# In how many sentences a visitor is still who is received.
NEAR = 2
PEOPLE = frozenset(["person", "role"])
CAME = frozenset(["الضيف", "الضيفه", "الزاير", "الزايره"])
RECEIVED = frozenset(["المضيف", "المضيفه"])


def side_of_visit(m: Mention) -> str:
    """`guests` or `hosts` where a mention names a side of a visit («الوزير الضيف»), else empty."""
    if m.rule in ("guests", "hosts"):
        return m.rule
    last = fold_word(m.name).split()[-1:] if m.kind == "role" else []
    return "guests" if last and last[0] in CAME else "hosts" if last and last[0] in RECEIVED else ""


def guest(m: Mention, side: str, drafts: list[Draft], registry: Registry) -> list[Resolved]:
    """The visitor or the host of the contact told last; empty where the document tells of none.

    Args:
        m: the words that point back.
        side: `guests` or `hosts`.
        drafts: events read so far, in order.
        registry: the document's parties.
    """
    called = next((p for p in registry.parties if p.kind == "person" and p.name.endswith(m.name)), None)
    if called is not None and m.name.startswith("ال"):
        return [Resolved(called)]  # «محمد الضيف»
    for draft in reversed(drafts):
        came, received = _sides(draft)
        found = [p for p in (came if side == "guests" else received) if m.country in (None, p.country)]
        if found:
            return [Resolved(found[0], True, f"«{m.name}» is who {'came' if side == 'guests' else 'received'}")]
    return []


def visitors(new: Draft, drafts: list[Draft]) -> list[Resolved]:
    """«استقبله الرئيس تبون في مستهل زيارة إلى الجزائر»: nobody comes to his own state; he came whom its people met.

    Args:
        new: an event whose visitor may be the host.
        drafts: events read so far, in order.

    Returns:
        The visitors; the actors of `new` where they may be right.
    """
    visited = {r.party.country for r in new.recipients if r.party.kind == "state"}
    hosts = {r.party.key for r in new.actors if r.party.kind in PEOPLE and r.party.country in visited}
    if new.act != "visit" or not hosts or len(hosts) < len(new.actors):
        return new.actors
    for draft in reversed(drafts):
        met = draft.type == "CONSULT" and new.sentences[0] - draft.sentences[-1] <= 1 and hosts & draft.party_keys()
        foreign = [r.party for r in draft.actors if r.party.kind in PEOPLE and r.party.country not in visited]
        if met and foreign:
            return [Resolved(p, True, "who was received by the people of the state visited") for p in foreign]
    return new.actors


def visitor(m: Mention, frame: Frame, drafts: list[Draft]) -> list[Resolved]:
    """«وصل الملك إلى جاكرتا، حيث يستقبله الرئيس»: who is received behind «حيث» is who came, whoever was named since.

    Args:
        m: a pronoun of one.
        frame: the contact it stands in.
        drafts: events read so far, in order.
    """
    if frame.trigger.act != "meeting" or not frame.head.verb or m.pronoun not in ("ه", "ها") or m.prep:
        return []
    gender = "m" if m.pronoun == "ه" else "f"
    last = next((d for d in reversed(drafts) if d.act == "visit" and d.actors), None)
    came = last.actors[0].party if last is not None and m.sentence - last.sentences[-1] <= NEAR else None
    known = came is not None and came.kind in PEOPLE and came.gender in ("", gender)
    host = came is not None and any(a.country == came.country for a in frame.actors if a.country)
    return [Resolved(came, True, "who came, of whom the visit told before is")] if came and known and not host else []


def _sides(draft: Draft) -> tuple[list[Party], list[Party]]:
    """Who came and who received: of a visit its actor, of a meeting the second, as its host is told first."""
    actors = [r.party for r in draft.actors if r.party.kind in PEOPLE]
    if draft.type != "CONSULT":
        return [], []
    if draft.act == "visit":
        return actors[:1], [r.party for r in draft.recipients if r.party.kind in PEOPLE][:1]
    return (actors[1:2], actors[:1]) if len(actors) > 1 else ([], [])
