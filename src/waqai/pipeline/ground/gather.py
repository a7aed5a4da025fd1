"""From frames to drafts: parties resolved, statuses turned into types, passages of one happening put together."""

from msgspec.structs import replace

from waqai.pipeline.detect import Mention
from waqai.pipeline.extract import Extracted
from waqai.pipeline.extract.frame import Frame
from waqai.pipeline.ground.anaphora import resolve
from waqai.pipeline.ground.another import doers_of_the_one_before, is_another, says_another
from waqai.pipeline.ground.apart import one_by_one
from waqai.pipeline.ground.before import of_two_states, those_of_before
from waqai.pipeline.ground.behind import doers, goes_on_meeting, going_on, not_their_own, own_words, says_it
from waqai.pipeline.ground.claims import claimed
from waqai.pipeline.ground.draft import UNREALISED, Draft, distinct, merge_into
from waqai.pipeline.ground.guests import guest, side_of_visit, visitors
from waqai.pipeline.ground.happening import (
    names_its_target,
    points_back,
    same_happening,
    same_victim,
    shown_again,
    welcomed,
)
from waqai.pipeline.ground.joining import UNATTENDED, accredited, join
from waqai.pipeline.ground.journeys import further, goes_on_journey
from waqai.pipeline.ground.kinds import act_of, is_made, kind_of, refuses_nothing
from waqai.pipeline.ground.operations import carried_out
from waqai.pipeline.ground.people import Registry, Resolved
from waqai.pipeline.ground.reactions import reacted_to
from waqai.pipeline.ground.standing import NEEDS_TWO, stands, tone_of
from waqai.pipeline.ground.two_holders import both_holders

PLANNABLE = frozenset(["CONSULT", "SUPPORT", "AID", "COOPERATE", "PROTEST"])
# What «الزيارة», «الهجوم», «المساعدات» point back to.
DESCRIBES = frozenset(["RETREAT", "ASSAULT", "COERCE"])
REACTING = frozenset(["ACCUSE", "REJECT", "THREATEN"])
TOLD_OF = frozenset(["CONSULT", "ASSAULT", "AID"])
# «رافقه في زيارته»: a journey told before.
OF_HIS = ("زيارت", "جولت")
# «وحضر مراسم التوقيع مسؤولون»: who looks on signs nothing, and meets nobody.
CEREMONY = frozenset(["التوقيع", "توقيع"])
MEDIATED = frozenset(["talks", "meeting", "conference"])
# Talks, and talks that are planned.
MET = frozenset(["CONSULT", "AGREE"])


def gather(extracted: Extracted, registry: Registry) -> list[Draft]:
    """All happenings of the document, in the order they are first told.

    Args:
        extracted: frames and attributions.
        registry: the document's parties.
    """
    drafts: list[Draft] = []
    frames = {n: [f for f in extracted.frames if f.sentence == n] for n in range(len(extracted.detected.found))}
    for n in range(len(extracted.detected.found)):
        hosted: Mention | None = None
        for frame in frames[n]:
            if _only_joins(frame, drafts, extracted) or refuses_nothing(frame):
                hosted = frame.where  # «احتضنت نواكشوط اجتماعا ضم رؤساء الأركان»
                continue
            if hosted is not None and frame.where is None and frame.trigger.type == "CONSULT":
                frame = replace(frame, where=hosted)
            told = _draft(_future(frame, registry), drafts, registry)
            if goes_on_journey(told, drafts, registry):
                told.type, told.mode, told.status = "AGREE", None, "planned"
            told.actors = visitors(told, drafts) or going_on(frame, drafts, extracted, registry)
            told.actors = told.actors or carried_out(frame, registry)
            for draft in one_by_one(told, registry):
                if (seen := next((d for d in reversed(drafts) if welcomed(d, draft, extracted)), None)) is not None:
                    seen.sentences.extend(x for x in draft.sentences if x not in seen.sentences)
                elif not _describes_one(draft, drafts, extracted):
                    _add(draft, drafts, registry)
        join(extracted, n, drafts, registry)
        accredited(extracted, n, drafts, registry)
    for d in drafts:
        if d.type == "CONSULT" or d.act == "signing":
            d.actors = distinct(d.actors)
    tone = tone_of(extracted)
    return [d for d in drafts if stands(d, tone)]


def _future(frame: Frame, registry: Registry) -> Frame:
    """«يعقد ... غدا»: a present tense with a date after publication is a plan."""
    first = frame.when.timex.first if frame.when else None
    if frame.trigger.type not in PLANNABLE or frame.head.tense == "past":
        return frame
    if frame.status in ("ongoing", "happened") and first and registry.published and first > registry.published[:10]:
        frame = replace(frame, status="planned", status_rule="dated after publication")
    return frame


def _only_joins(frame: Frame, drafts: list[Draft], extracted: Extracted) -> bool:
    """«وشارك في الاجتماع ...»: taking part in a meeting already told is no new one."""
    words = extracted.detected.found[frame.sentence].sentence.words
    grammar = extracted.detected.lexicon.grammar
    if frame.trigger.type != "CONSULT":
        return False
    if words[frame.head.i].lstrip("و") in grammar["host_verbs"]:
        later = (f for f in extracted.frames if f.sentence == frame.sentence and f.head.i > frame.head.i)
        hosted_by_people = any(m.kind in ("person", "role") for m in frame.actors)
        return not hosted_by_people and any(f.trigger.type == "CONSULT" and f.actors for f in later)
    start = extracted.detected.found[frame.sentence].sentence.skip
    opening = next(
        (k for k in range(start, start + 3) if words[k : k + 1] and words[k].lstrip("و") in grammar["join_verbs"]), None
    )
    at = opening if opening is not None else frame.head.i
    if words[at].lstrip("و") not in grammar["join_verbs"]:
        return False
    after = words[start if opening is not None else at : at + 5]
    joined = any(w.startswith(("ال", *OF_HIS)) and w in grammar["join_nouns"] for w in after) or (
        "حفل" in after or "مراسم" in after or "مراسمها" in after
    )
    ceremony = not CEREMONY.isdisjoint(after) and any(d.act == "signing" for d in drafts)
    return joined and (ceremony or any(d.type == "CONSULT" and d.act not in UNATTENDED for d in drafts))


def _draft(frame: Frame, drafts: list[Draft], registry: Registry) -> Draft:
    kind, mode = kind_of(frame)
    actors = own_words(kind, doers(kind, _parties(frame.actors, frame, drafts, registry), registry), frame, registry)
    recipients = [
        r for r in _parties(frame.recipients, frame, drafts, registry) if r.party not in [a.party for a in actors]
    ]
    recipients = not_their_own(kind, actors, recipients)
    if frame.dest is not None and frame.trigger.act in ("visit", "delivery", "withdrawal"):
        host = registry.resolved(frame.dest) or _host(frame.dest, registry)
        if (
            host
            and not (recipients and frame.trigger.act == "delivery")
            and host.party not in [a.party for a in actors]
            and not any(r.party.country == host.party.country for r in recipients)
        ):
            recipients.append(host)
            recipients.extend(further(frame, registry, [*actors, *recipients]))
    if not actors and frame.speaker is not None and frame.status != "denied" and says_it(frame):
        speaker = registry.resolved(frame.speaker)
        if speaker and speaker.party not in [r.party for r in recipients]:
            actors = [speaker]
    if frame.trigger.type == "CONSULT" and frame.trigger.act not in ("visit", "mediation"):
        actors, recipients = [*actors, *recipients], []
        actors = _with_speaker(actors, frame, registry)
        actors = goes_on_meeting(frame, actors, drafts, registry)
    if not recipients and (frame.trigger.type in REACTING or (kind == "AGREE" and frame.reacts == "reacted_requests")):
        recipients = reacted_to(frame, actors, drafts, registry)
    return Draft(
        type=kind,
        mode=mode,
        act=act_of(kind, frame.trigger.act),
        contexts=list(frame.trigger.contexts),
        status="happened" if is_made(kind, frame) else frame.status,
        status_rule=frame.status_rule,
        actors=actors if kind == "MOBILIZE" else distinct(actors),
        recipients=recipients,
        frames=[frame],
        when=frame.when,
        where=frame.where,
        topics=list(frame.topics),
        sources=list(frame.sources),
        sentences=[frame.sentence],
        links=[],
        anaphoric=frame.anaphoric,
        another=says_another(frame, registry.found[frame.sentence], registry.lexicon),
    )


def _with_speaker(actors: list[Resolved], frame: Frame, registry: Registry) -> list[Resolved]:
    """«كشف الوزير الإيراني أن محادثات ستعقد مع الولايات المتحدة»: the unnamed side is the speaker's state."""
    speaker = registry.resolved(frame.speaker) if frame.speaker is not None else None
    if len(actors) != 1 or speaker is None or frame.trigger.act not in NEEDS_TWO or frame.status not in UNREALISED:
        return actors
    country = speaker.party.country
    if not country or country == actors[0].party.country or country not in registry.lexicon.states:
        return actors
    return [Resolved(registry.state(country), True, f"the side of {speaker.party.name}, who speaks"), *actors]


def _host(place: Mention, registry: Registry) -> Resolved | None:
    """A city visited stands for its state as host."""
    state = registry.lexicon.states.get(place.country or "")
    if state is None:
        return None
    return Resolved(registry.state(state.iso), True, f"{place.name} is in {state.name_en}")


def _parties(mentions: tuple[Mention, ...], frame: Frame, drafts: list[Draft], registry: Registry) -> list[Resolved]:
    out: list[Resolved] = []
    for m in mentions:
        if m.kind == "outlet" and registry.resolved(m) is None:
            registry.register(replace(m, kind="org"), None)
        if side := side_of_visit(m):
            found = guest(m, side, drafts, registry)
        elif m.kind == "anaphor":
            found = resolve(m, frame, drafts, registry)
        else:
            found = [r for r in [registry.resolved(m)] if r]
        if m.kind == "role" and m.number == "d" and m.country is None and m.office:
            found = both_holders(m.office, m.name, registry) or of_two_states(m, drafts, registry) or found
        out.extend(r for r in found if r.party not in [x.party for x in out])
    return out


def _describes_one(new: Draft, drafts: list[Draft], extracted: Extracted) -> bool:
    """«المقاتلون الذين استسلموا»: a relative clause tells by what one knows somebody, and that was told before."""
    head = new.frames[0].head
    words = extracted.detected.found[new.sentences[0]].sentence.words
    relatives = extracted.detected.lexicon.grammar["relatives"]
    if new.type not in DESCRIBES or not head.verb or head.i == 0 or words[head.i - 1] not in relatives:
        return False
    mine = {p.country for p in new.parties()} - {None}
    for old in reversed(drafts):
        theirs = {p.country for p in old.parties()} - {None}
        one = old.type == new.type and old.act == new.act and old.status == new.status and not new.when
        if one and old.sentences[-1] < new.sentences[0] and (not mine or not theirs or mine & theirs):
            old.sentences.extend(n for n in new.sentences if n not in old.sentences)
            return True
    return False


def _told_again(new: Draft, drafts: list[Draft]) -> bool:
    """«ودعا خلال الزيارة إلى»: a definite noun without parties of its own is what was told before, or no event."""
    frame = new.frames[0]
    h = frame.head
    if new.mode == "convict" and h.article and not h.verb and any(d.mode == "convict" for d in drafts):
        return frame.aside or frame.controlled  # «وبعيد النطق بالحكم»
    if (
        h.verb
        or not h.article
        or not frame.controlled
        or (len(new.actors) > 1 and not h.prep)
        or new.type not in TOLD_OF
        or frame.where is not None
    ):
        return False
    told = next((d for d in reversed(drafts) if d.type == new.type and d.party_keys() & new.party_keys()), None)
    if told is not None:
        told.sentences.extend(n for n in new.sentences if n not in told.sentences)
    return True


def _add(new: Draft, drafts: list[Draft], registry: Registry) -> None:
    if _told_again(new, drafts) or claimed(new, drafts, registry.found, registry.lexicon.grammar["reacted_attacks"]):
        return
    new.actors = new.actors or doers_of_the_one_before(new, drafts)
    if not new.party_keys():
        new.actors = those_of_before(new, drafts, registry)
    if new.act == "mediation":
        talks = next((d for d in reversed(drafts) if d.type in MET and d.sentences[-1] == new.sentences[0]), None)
        if talks is not None and talks.act in MEDIATED:
            new.actors, new.recipients = [*new.actors, *new.recipients], []
            merge_into(talks, new)
            talks.mode = "third-party" if talks.type == "CONSULT" else talks.mode
            return
    if (told := _force_before(new, drafts, registry)) is not None:
        merge_into(told, new)
        return
    for old in reversed(drafts):
        if same_happening(old, new) and not is_another(old, new, registry):
            merge_into(old, new)
            return
    if new.anaphoric and not new.party_keys() and (new.frames[0].aside or any(d.type == new.type for d in drafts)):
        return
    drafts.append(new)


def _force_before(new: Draft, drafts: list[Draft], registry: Registry) -> Draft | None:
    """The attack or seizure told before that a noun points back to, or that befell the same; `new` is made to fit."""
    latest, head = drafts[::-1], new.frames[0].head
    if head.verb and new.actors:
        # «وأسقطت الميليشيا مروحية في الهجوم»: a verb with its doer is no reaction.
        return _same_victim_before(new, latest)
    if new.type == "ASSAULT" and new.frames[0].reacts:
        told = next((d for d in latest if d.type == "ASSAULT" and 0 < new.sentences[0] - d.sentences[-1] <= 2), None)
        if told is not None and told.status == new.status:
            return told
    if new.type == "ASSAULT" and head.article and not new.recipients:
        by = {r.party.country for r in new.actors}
        told = next((d for d in latest[:4] if points_back(d, new) and by & {r.party.country for r in d.actors}), None)
        if told is not None and by - {None}:
            return told
    if (told := next((d for d in latest if names_its_target(d, new, registry.found)), None)) is not None:
        new.actors, new.recipients = [], [] if told.recipients else new.recipients
        return told
    if (told := next((d for d in latest if shown_again(d, new, registry.found)), None)) is not None:
        new.actors = []
        return told
    return _same_victim_before(new, latest)


def _same_victim_before(new: Draft, latest: list[Draft]) -> Draft | None:
    if (told := next((d for d in latest if same_victim(d, new)), None)) is not None:
        if told.actors:
            new.actors = []
        new.actors = [r for r in new.actors if r.party not in [x.party for x in told.recipients]]
    return told
