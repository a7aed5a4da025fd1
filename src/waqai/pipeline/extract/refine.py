"""What the words around a head make of its entry: a call, a truce, a pledge, an attack with a certain weapon."""

from msgspec.structs import replace

from waqai.lexicon import Lexicon
from waqai.lexicon.load import Trigger
from waqai.pipeline.detect import Found
from waqai.pipeline.extract.heads import Head
from waqai.pipeline.extract.terms import truce
from waqai.pipeline.extract.weapons import with_weapon

# How far behind the verb the envoy stands.
ENVOY = 12
# How far behind the word for an exercise it says with whom.
JOINT = 10


def refined(t: Trigger, found: Found, heads: list[Head], h: Head, governor: Head, lexicon: Lexicon) -> Trigger:
    """The entry as the clause has it.

    Args:
        t: the head's entry.
        found: the sentence.
        heads: its heads.
        h: the head.
        governor: the verb that lends a noun its subject; the head itself otherwise.
        lexicon: the words that tell.
    """
    words = found.sentence.words
    if t.type == "CONSULT":
        return _by_phone(t, words, heads, h, lexicon)
    if t.type == "AGREE":
        return replace(t, type="CONCEDE", act="ceasefire") if t.act == "pledge" and truce(found, h) else t
    if t.act == "exercise" and t.type == "COOPERATE":
        # «أجرى الجيش المغربي تدريبات»: what one army does at its own order is posture.
        near, stems = words[max(0, h.i - JOINT) : h.j + JOINT], lexicon.grammar["joint_stems"]
        joint = not lexicon.grammar["joint_words"].isdisjoint(near) or any(s in w for w in near for s in stems)
        return t if joint else replace(t, type="MOBILIZE", mode="troops")
    if t.act == "summoning" and _own_envoy(found, h):
        # «استدعت في 18 تموز سفيرها لدى باريس»
        return replace(t, type="SANCTION", mode="withdraw", act="recall", recipient=("لدي", "من", "في"))
    if t.type == "AID" and governor is not h and words[governor.i].lstrip("و") in lexicon.grammar["status.announces"]:
        # «أعلنت السويد تقديم مساعدات»: aid announced is promised; what is said to be handed out has come.
        given = words[h.i].removeprefix("ال") in lexicon.grammar["status.given"]
        return t if given else replace(t, type="AGREE", act="pledge")
    return with_weapon(t, found, h, lexicon)


def _own_envoy(found: Found, h: Head) -> bool:
    """Whether the envoy called is the caller's own: his word has a pronoun."""
    near = (m for m in found.mentions if h.j <= m.i < h.j + ENVOY)
    return any("ambassador" in m.offices and m.pronoun for m in near)


def _by_phone(t: Trigger, words: list[str], heads: list[Head], h: Head, lexicon: Lexicon) -> Trigger:
    """«تباحث الأمير هاتفيا مع الرئيس»: talks over the telephone are a call."""
    if t.act not in ("talks", "meeting") or not h.verb:
        return t
    return t if telephone(words, heads, h, lexicon) is None else replace(t, act="call", mode="phone")


def telephone(words: list[str], heads: list[Head], h: Head, lexicon: Lexicon) -> int | None:
    """Where in a verb's clause «هاتفيا» or the like stands."""
    end = next((o.i for o in heads if o.verb and o.i >= h.j), len(words))
    return next((k for k in range(h.j, end) if words[k] in lexicon.grammar["by_phone"]), None)
