"""Place and topic of a frame: those of its clause, the nearest first."""

from waqai.lexicon.load import Trigger
from waqai.model import Topic
from waqai.pipeline.detect import Found, Mention
from waqai.pipeline.detect.places import leads
from waqai.pipeline.extract.arguments import Clause
from waqai.pipeline.extract.bounds import occurs, resumed
from waqai.pipeline.extract.heads import Head
from waqai.pipeline.extract.terms import foreseen

TOPIC_WORDS = 14
VAGUE = frozenset(["مختلف", "شتي", "كافه", "جميع", "ساير"])
LOCATIVE_REACH = 4
NESTED_REACH = 2
PART_REACH = 3
HOUSES = frozenset(["building", "named place"])
SEATS = frozenset(["عاصمه", "مركز", "كبري"])
# «بالقرب من مدينة», «على مقربة من بلدة»
NEARBY = frozenset(["بالقرب", "مقربه", "قريبا"])
CONTENT = frozenset(["ان", "انه", "انها"])
RESUMED_REACH = 12
WITHIN = frozenset(["خلاله", "خلالها", "خلالهما"])
TOPIC_REACH = 4
NAMED = frozenset(["person", "role", "org", "place", "anaphor"])
BREAKS = frozenset("،.؛:!؟")
# Whom a court convicts.
CONVICTED = frozenset(["group", "role", "person"])


def place_of(found: Found, clause: Clause, head: Head) -> Mention | None:
    """A place or state after «في» or ب in the head's part of the sentence."""
    verbs = (h for h in clause.heads if h.i > head.i and h.verb and not occurs(found, clause.heads, head, h))
    end = next((h.i for h in verbs), len(clause.words))
    added = clause.lexicon.grammar["adding_words"]
    # «سلمت متهما إلى كينيا»: without a comma before it, the word may be an object.
    end = next((k for k in range(head.j, end) if clause.words[k] in added and clause.words[k - 1] == "،"), end)
    for m in found.mentions:
        led = head.j <= m.i < end and m.kind in ("place", "state") and locative(clause, m)
        if led and not of_topic(clause, head, m) and not foreseen(found, clause.lexicon, head.j, m.i):
            return _town_in(clause, m, end)
    again = resumed(found, clause.heads, head)
    for m in found.mentions if again else ():
        if again < m.i < again + RESUMED_REACH and m.kind in ("place", "state") and locative(clause, m):
            return m
    # «وفي أوكرانيا، قال الرئيس إنه بحث مع نظيره ...»
    met = head.trigger is not None and head.trigger.type == "CONSULT"
    if head.verb:
        for m in found.mentions:
            if (
                m.i <= found.sentence.skip + 3
                and m.j <= head.i
                and m.kind in ("place", "state")
                and locative(clause, m)
                and not (met and not CONTENT.isdisjoint(clause.words[m.j : head.i]))
            ):
                return m
    return None


def _town_in(clause: Clause, m: Mention, end: int) -> Mention:
    """«عززت البعثة في البوسنة دورياتها في سراييفو»: the town that the clause goes on to, rather than its state."""
    later = (o for o in clause.found.mentions if m.i < o.i < end and o.kind == "place" and o.country == m.country)
    return next((o for o in later if m.kind == "state" and m.rule != "seat" and locative(clause, o)), m)


def of_topic(clause: Clause, head: Head, m: Mention) -> bool:
    """«بحثا سبل دعم الاستقرار في ليبيا»: behind a noun far from the event, a state is what was talked about."""
    k = m.i - 1 if not m.prep else m.i
    if head.trigger is not None and head.trigger.mode == "convict":
        # «حكمت المحكمة على تسعة من قادة الإقليم في كتالونيا بالسجن»: where they are from, and not the court
        k -= clause.words[k] in clause.lexicon.grammar["settlement"]
        return any(
            o.j == k and o.i >= head.j and o.kind in CONVICTED and o.sector != "JUD" for o in clause.found.mentions
        )
    if head.trigger is None or head.trigger.type != "CONSULT" or m.kind != "state":
        return False
    noun, verb = clause.words[k - 1], clause.head_at.get(k - 1)
    if verb is not None and verb.verb and verb.i > head.i:
        return False  # «اجتماعا بين أربع دول سيعقد في موسكو»
    named = any(o.i < k <= o.j and o.kind in NAMED for o in clause.found.mentions) or any(
        t.i < k <= t.j for t in clause.found.times
    )
    # «ناقشا أوضاع اللاجئين بإريتريا»: behind a verb of discussing, at once.
    discussed = clause.words[head.i].removeprefix("و") in clause.lexicon.grammar["topic_verbs"]
    return noun.isalpha() and not named and k - head.j > (0 if discussed else TOPIC_REACH)


def innermost(clause: Clause, m: Mention) -> Mention:
    """«مصيف برخ في قضاء زاخو بمحافظة دهوك», «بلدة الخضر جنوب بيت لحم»: of places that lie in one another the first."""
    local = clause.lexicon.grammar["locatives"] | clause.lexicon.grammar["settlement"]
    for o in clause.found.mentions:
        between = clause.words[o.j : m.i]
        if o.kind != "place" or o.j > m.i or len(between) > NESTED_REACH or (o.country or m.country) != m.country:
            continue
        # «بين بلدتي نيونو ودابالي في منطقة سيغو»
        joined = bool(between) and between[0][0] == "و" and o.j not in clause.head_at and o.rule == "named place"
        if (between or m.prep == "ب") and all(w in local for w in between[joined:]):
            return innermost(clause, o)
    return m


def finest(head: Head, *candidates: Mention | None) -> Mention | None:
    """Of places told for one event the first behind its words, but a town rather than its state."""
    told = sorted((m for m in candidates if m is not None), key=lambda m: (m.i < head.i, m.i))
    first = told[0] if told else None
    if first is None or first.kind != "state":
        return first
    inside = (m for m in told if m.kind == "place" and m.country in (None, first.country))
    # «يزور دمشق لافتتاح محطة في عفرين»: no other town lies in a capital that stands for its state.
    return next((m for m in inside if first.rule != "seat" or m.rule in HOUSES), first)


def locative(clause: Clause, m: Mention) -> bool:
    """Whether words of place lead to the mention: «في بغداد», «بالدوحة», «قرب قرية كتول», «أمام قصر العدالة»."""
    if bound(clause, m):
        return False
    if m.prep == "ب":
        return True
    if m.prep == "ل" and any("ضفه" in word for word in clause.words[max(0, m.i - 2) : m.i]):
        return True  # «على الضفة الشرقية لنهر دنيبرو»
    local = clause.lexicon.grammar["locatives"]
    for k in range(m.i - 1, max(-1, m.i - LOCATIVE_REACH), -1):
        word = clause.words[k]
        if word in VAGUE or word in clause.subordinators:
            # «في حين أن الصين ...»
            return False
        if leads(word, local):
            return k == 0 or clause.words[k - 1].removeprefix("و") not in clause.lexicon.grammar["situation_words"]
        if word.startswith("بال") and m.i - k <= 2:
            # «بالعاصمة السعودية»; in «رحب بالاستثمارات السعودية» they are a state's.
            return m.kind != "state" or k < m.i - 1 or _of_land(clause, word)
        if word == "بين" and k == m.i - 1 and clause.words[m.i].endswith("تي"):
            return True  # «بين بلدتي نيونو ودابالي»
        if word == "عبر" and clause.words[m.i] in clause.lexicon.grammar["passage_nouns"]:
            return True
        if word == "من" and (clause.words[k - 1] in NEARBY or _part_of(clause, k)):
            return True
        if not word.isalpha() or word in clause.prepositions:
            return False
    return False


def _of_land(clause: Clause, word: str) -> bool:
    """«بالعاصمة», «بالأراضي», «بالمملكة»: a noun of land with ب and ال before what says whose it is."""
    grammar, bare = clause.lexicon.grammar, word[3:]
    named = any(bare in grammar[section] for section in ("settlement", "site", "locatives"))
    return named or word[1:] in grammar["capital_word"] or word[1:] in grammar["land_words"]


def bound(clause: Clause, m: Mention) -> bool:
    """«القضايا المتعلقة بالصين», «اتفاقية جنيف»: a place that only says of what, or is named by, is not where."""
    before, grammar = clause.words[m.i - 1] if m.i else "", clause.lexicon.grammar
    named = m.i - 1 - (before in grammar["settlement"])
    if named > 0 and clause.words[named] in SEATS and any(o.j == named for o in clause.found.mentions):
        return True  # «الفاشر عاصمة ولاية شمال دارفور»: what it is the capital of
    if (clause.words[m.i - 2] if before == "في" else before) in grammar["held_words"]:
        return True
    return before in grammar["bound_by_bi"] if m.prep == "ب" else before.lstrip("لبو") in grammar["called_by_place"]


def _part_of(clause: Clause, k: int) -> bool:
    """«في أنحاء متفرقة من مدن الضفة», «في مناطق عدة من ريف حلب»: the «من» of a part of a place."""
    before = clause.words[max(0, k - PART_REACH) : k]
    return not clause.lexicon.grammar["place_parts"].isdisjoint(before)


def topics_of(found: Found, clause: Clause, head: Head, text: str) -> tuple[Topic, ...]:
    """What a contact was about: the words after «حول», «لبحث», «تناول» ..., to the end of the clause."""
    words = found.sentence.words
    grammar = clause.lexicon.grammar
    for k in range(head.j, len(words) - 1):
        if words[k] not in grammar["topic_verbs"]:
            continue
        start = k + 1
        # «بحث معه خلاله التعاون»: with whom and when is not what about.
        while start < len(words) and (words[start] in grammar["particles"] or words[start] in WITHIN):
            start += 1
        end = start
        while end < len(words) and end - k <= TOPIC_WORDS and words[end] not in BREAKS:
            end += 1
        if end > start:
            span = (found.sentence.spans[start][0], found.sentence.spans[end - 1][1])
            return (Topic(" ".join(text[span[0] : span[1]].split()), span),)
    return ()


def placeless(t: Trigger) -> bool:
    """Statements, calls and messages happen between people, not at the place their words speak of."""
    if t.type in ("ACCUSE", "REJECT", "THREATEN", "REQUEST"):
        return True
    if t.type == "SANCTION" and t.act == "sanction" and t.mode != "convict":
        # «فرض عقوبات على شركات في الإمارات»: where those it is meant for are.
        return True
    return t.act in (
        "call",
        "exchange-of-messages",
        "recall",
        "statement-of-support",
        "congratulation",
        "condolence",
        "summoning",
    )
