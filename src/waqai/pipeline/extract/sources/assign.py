"""Which attributions of a sentence are the sources of a frame."""

from msgspec.structs import replace

from waqai.pipeline.detect import Found
from waqai.pipeline.extract.frame import Attribution, Frame
from waqai.pipeline.extract.sources.spoken import OUTLETS

SPOKEN_TYPES = frozenset(("ACCUSE", "REQUEST", "REJECT", "THREATEN"))
SAID_IN_SUPPORT = ("statement-of-support", "condolence", "congratulation", "pledge")
SAID_AGAINST = ("condemnation", "accusation", "appeal", "demand", "refusal", "warning")
SPOKEN_ACTS = frozenset((*SAID_IN_SUPPORT, *SAID_AGAINST))
# «قالت الحكومة إنها أمرت بطرد السفير»: what one announces of oneself is one's deed.
DECIDED = frozenset(("SANCTION", "AGREE", "CONCEDE"))
# «أعلنت الشرطة توقيف ثلاثة»: of force, capture and aid who does it is a source as well.
MATERIAL = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "COOPERATE", "AID", "RETREAT"))
RELATIVE_REACH = 4
DENIES = frozenset(("نفت", "نفي", "نفته", "نفاه", "تنفيه", "ينفيه", "رفضته", "رفضه"))
WITHIN = frozenset(("خلال", "اثناء"))
BEFORE_KNOWN = frozenset(("عقب", "بعد", "اثر", "منذ", "قبيل", "قبل"))


def is_said(kind: str, act: str) -> bool:
    """Whether saying it is the event, so that who says it is its actor and not its source."""
    return act in SPOKEN_ACTS or (kind in SPOKEN_TYPES and act == "other")


def attribute(
    frame: Frame, said: tuple[Attribution, ...], found: Found, relatives: frozenset[str], deed: bool = False
) -> Frame:
    """Give a frame the sources whose reported words it stands in.

    Args:
        frame: a frame of the sentence.
        said: the attributions of the sentence.
        found: the sentence.
        relatives: words that open a relative clause.
        deed: whether the sentence tells a deed of force, capture or aid.

    Returns:
        The frame with its sources, the innermost first, and the speaker of the words it stands in.
    """
    background = _background(frame, found, relatives)
    covering = [a for a in said if a.scope[0] <= frame.head.i < a.scope[1] and not _leaves(a, frame, found)]
    # «قال إن السوق أغلق عقب هجوم»: the attack was known; «عاد الهدوء بعد اشتباكات، وفق المراسل» tells of it.
    h, words = frame.head, found.sentence.words
    known = not h.verb and h.i > 0 and words[h.i - 1] in BEFORE_KNOWN
    # «أوقفت الشرطة عشرين خلال التظاهرة، وفق بيانها»: of the arrest it tells, and not of the march.
    setting = deed and h.article and frame.trigger.type not in MATERIAL and words[h.i - 1] in WITHIN
    quoted = [a for a in covering if a.way in ("said", "direct", "accused")]
    start = max((a.scope[0] for a in quoted), default=0)
    inner = [a for a in quoted if a.scope[0] == start]
    outer = [a for a in quoted if a.scope[0] != start and a.kind in OUTLETS]
    spoken = is_said(frame.trigger.type, frame.trigger.act)
    cited = [a for a in covering if a.way == "according" or (a.way == "voice" and not spoken)]
    speaker = next((a.mention for a in reversed(inner) if a.mention is not None and a.way != "accused"), None)
    if speaker is None and spoken and not frame.actors:
        # «أي توغل سيعد إعلان حرب، بحسب وزارة الدفاع»: whose words they are has said them.
        speaker = next((a.mention for a in cited if a.mention is not None and a.kind not in OUTLETS), None)
    telling = cited if known or _answers(frame, words) else [*inner, *cited]
    kept = [a for a in telling if not (background or setting) and not _is_actor(a, frame)]
    offices = [a for a in covering if a.way == "office" and not kept and spoken]
    return replace(frame, sources=tuple(_chained([*kept, *offices], outer)), speaker=speaker)


def _answers(frame: Frame, words: list[str]) -> bool:
    """«اتهمه بالقصف، وهو ما نفاه», «لكن أكرا نفت ذلك»: a denial is told by the reporter, not by whom it answers."""
    h = frame.head
    return frame.trigger.type == "REJECT" and (words[h.j - 1].removeprefix("و") in DENIES or words[h.i] in DENIES)


def _leaves(a: Attribution, frame: Frame, found: Found) -> bool:
    """«قال فلان إن ...، وأطلق سراح المعتقلين»: a joined verb with the speaker as subject is told of him, not by him."""
    h = frame.head
    joined = h.verb and h.conj == "و" and h.i > a.scope[0] + 1 and found.sentence.words[h.i - 1] == "،"
    return joined and a.way == "said" and a.mention is not None and a.mention in frame.actors


def _is_actor(a: Attribution, frame: Frame) -> bool:
    """Who says it and does it: a statement's speaker, or who announces an act of his own («أعلنت بنين طرد ...»)."""
    # «نفى المتحدث قصف المدينة»: who denies a deed is known as its denier, whoever is said to have done it.
    if a.mention is None or a.mention not in frame.actors or frame.status == "denied":
        return False
    decides = a.way == "said" and frame.trigger.type in DECIDED
    announced = a.way == "direct" and frame.trigger.type not in MATERIAL
    return announced or decides or is_said(frame.trigger.type, frame.trigger.act)


def _chained(sources: list[Attribution], outer: list[Attribution]) -> list[Attribution]:
    """Agencies and outlets behind a speaker are what the words came through."""
    speakers = [a for a in sources if a.kind not in OUTLETS]
    carriers = tuple(a.text for a in (*sources, *outer) if a.kind in OUTLETS)
    if not speakers:
        return sources
    return [replace(a, via=a.via or carriers) for a in speakers]


def _background(frame: Frame, found: Found, relatives: frozenset[str]) -> bool:
    """«في آثار الهجمات التي شنتها إيران»: known to the reader before, not news of the source."""
    h = frame.head
    if h.verb:
        # «القمة التي ستستضيفها نيروبي» is news.
        return h.tense != "future" and found.sentence.words[h.i - 1] in relatives if h.i else False
    words = found.sentence.words
    after = words[h.j : h.j + RELATIVE_REACH]
    # «أودت المواجهات، التي ...», «قضوا في المواجهات التي ...»: of these the news tells.
    after = after[: after.index("،")] if "،" in after else after
    return h.article and words[h.i - 1] != "في" and any(word in relatives for word in after)
