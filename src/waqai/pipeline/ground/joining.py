"""Who joins an event told before: those who took part in a meeting, ambassadors in a list."""

from waqai.pipeline.detect import Found, Mention
from waqai.pipeline.extract import Extracted
from waqai.pipeline.ground.draft import Draft
from waqai.pipeline.ground.people import Registry

# A letter is handed over at a meeting, and it is the meeting that others attend.
UNATTENDED = frozenset(["exchange-of-messages"])
ANNOUNCED = frozenset(["visit", "meeting", "talks", "summit"])
OF_VISITS, BOTH = "زيار", "هما"
PRESENT, THAT = frozenset(["حاضرا", "حاضره", "حاضرين", "حاضرون"]), frozenset(["ان", "وان", "بان", "فيما", "بينما"])
RECEIVES = frozenset(["تسلم", "بتسلم", "يتسلم", "تسلمه", "تسلمت", "بتسلمه"])


def join(extracted: Extracted, n: int, drafts: list[Draft], registry: Registry) -> None:
    """«وشارك في اللقاء من الجانب التركي ...»: those named join the meeting told last."""
    found = extracted.detected.found[n]
    grammar = extracted.detected.lexicon.grammar
    words, verbs = found.sentence.words, grammar["join_verbs"]
    held = [d for d in drafts if (d.type == "CONSULT" and d.act not in UNATTENDED) or _to_come(d, n)]
    if not held:
        return
    meeting = held[-1]
    if meeting.act == "visit" and n not in meeting.sentences and not any(OF_VISITS in w for w in words):
        # «استقبل الأمير الوزيرة، التي تزور البلاد. وحضر المقابلة ...»
        meeting = next((d for d in reversed(held) if d.act != "visit" and d.sentences == meeting.sentences), meeting)
    who = _attending(found, verbs)
    if not who or (n not in meeting.sentences and not _speaks_of_meeting(words, grammar["join_nouns"], n, meeting)):
        return
    # «حضر خلوة، والتقى كلا على حدة الوزير والوزيرة»: who was met alone joins nobody; «وحضرهما»: both meetings.
    alone = [d for d in held if d.apart and n in d.sentences]
    both = alone if any(w.endswith(BOTH) and w.lstrip("و") in verbs for w in words) else []
    apart = {key for d in alone if d is not meeting for key in d.party_keys()}
    for resolved in filter(None, map(registry.resolved, who)):
        for d in both or [meeting]:
            if resolved.party.key not in d.party_keys() | apart:
                d.actors.append(resolved)
    if n not in meeting.sentences:
        meeting.sentences.append(n)


def _attending(found: Found, verbs: frozenset[str]) -> list[Mention]:
    """Whom a sentence names behind «وشارك», «بحضور», or before «كانا حاضرين»."""
    words = found.sentence.words
    people = [m for m in found.mentions if m.kind in ("person", "role") and not m.adjective]
    cue = next((k for k, w in enumerate(words) if w in verbs or w.lstrip("و") in verbs), None)
    if cue is not None:
        return [m for m in people if m.i > cue]
    present = next((k for k, w in enumerate(words) if w in PRESENT and words[k - 1].startswith("كان")), 0)
    opened = max((k for k in range(present) if words[k] in THAT), default=0)
    return [m for m in people if opened <= m.i < present]


def _to_come(draft: Draft, n: int) -> bool:
    """«سيزور أنقرة، يرافقه الوزير»: a journey or meeting that the same sentence announces."""
    return draft.type == "AGREE" and draft.act in ANNOUNCED and n in draft.sentences


def accredited(extracted: Extracted, n: int, drafts: list[Draft], registry: Registry) -> None:
    """«بتسلم الأمير أوراق اعتماد كل من ... سفيرا لأوغندا و...»: who receives them, and every ambassador named."""
    told = next((d for d in reversed(drafts) if d.act == "credentials"), None)
    if told is None or not told.sentences:
        return
    found = extracted.detected.found[n]
    listed = n - told.sentences[-1] == 1 and any(w.endswith("السفراء") for w in found.sentence.words)
    if n not in told.sentences and not listed:
        return
    words = found.sentence.words
    for m in found.mentions:
        receives = m.kind == "person" and m.i > 0 and words[m.i - 1] in RECEIVES and n in told.sentences
        comes = m.kind == "person" and "ambassador" in m.offices
        resolved = registry.resolved(m) if receives or comes else None
        if resolved and resolved.party.key not in told.party_keys():
            told.actors.insert(0 if receives else len(told.actors), resolved)
    if n not in told.sentences:
        told.sentences.append(n)


def _speaks_of_meeting(words: list[str], nouns: frozenset[str], n: int, meeting: Draft) -> bool:
    return any(w in nouns for w in words) or n - 1 in meeting.sentences
