"""Of which state a party is, when its words name none: the state its sentence speaks of, or the document's own."""

import re
from collections import Counter
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from waqai.lexicon import Lexicon, Match
from waqai.pipeline.detect import Detected, Found, Mention
from waqai.pipeline.extract.forms import VERBS
from waqai.pipeline.ground.abroad import elsewhere
from waqai.pipeline.ground.owner import arrives, of_foe_beside, of_ministry_beside, of_mission, of_owner
from waqai.pipeline.ground.party import head_of
from waqai.pipeline.ground.people import Party, Registry
from waqai.text.fold import fold_word

LONGEST_HEAD = 14
GROUP_REACH = 14
LEAD_WEIGHT = 2
HALF = 0.4
SHARE = 0.6
INSTITUTIONS = frozenset(["GOV", "MIL", "COP", "LEG", "JUD", "SPY"])
# Outlets at home write «the minister» for their own; agencies of the world do not.
ARAB_PRESS = frozenset(
    "DZA BHR COM DJI EGY IRQ JOR KWT LBN LBY MRT MAR OMN PSE SAU SOM SDN SYR TUN ARE YEM TUR IRN QAT".split()  # noqa: SIM905
)
# Whose they are is disputed: a town there says nothing of the people who meet in it.
OPEN = frozenset(("ESH",))
# Where «the enemy» of the press is Israel.
AT_WAR_WITH_ISRAEL = frozenset(("LBN", "PSE", "SYR", "IRN"))
# Outlets of one state that write for all: their «the minister» is nobody's in particular.
PAN_ARAB = frozenset(
    [
        "aljazeera",
        "al-arabiya",
        "al-hadath",
        "asharq-news",
        "sky-news-arabia",
        "alaraby-tv",
        "asharq-al-awsat",
        "al-hayat",
        "al-majalla",
        "mbc",
        "anadolu",
    ]
)
# Why a party is of a state that none of its words names.
GUESSED = ("the state its sentence speaks of", "the state the document is mostly about")
NAMES_OF_OUTLET = re.compile(r"[^()/\-–—]+")
OCCUPIERS = {"الاحتلال", "مستوطنين", "مستوطنون", "المستوطنين", "المستوطنون", "مستعمرين", "مستعمرون"}


class Home(Struct, frozen=True):
    """The state a report is written in or for; `national` where its outlet is that state's own."""

    country: str | None = None
    national: bool = False
    dateline: str | None = None


def home_of(detected: Detected) -> Home:
    """The state of the outlet, or of the dateline, for offices whose state goes without saying at home.

    Args:
        detected: the document's sentences with their matches.
    """
    lexicon = detected.lexicon
    first = detected.opening if detected.found else None
    heads = [m for here in (first.matches[: _head_end(first)] if first else ()) for m in here]
    written = _written_in(heads, lexicon)
    for name in NAMES_OF_OUTLET.findall(fold_word(detected.analysis.document.outlet or "")):
        if home := _of_outlet(" ".join(name.split()), lexicon):
            return replace(home, country=home.country if home.national else written, dateline=written)
    for word in first.sentence.words[: _head_end(first) + 1] if first else ():  # «دمشق-سانا: ...»
        if word in lexicon.tables.outlet_names and (home := _of_outlet(word, lexicon)):
            return replace(home, country=home.country if home.national else written or home.country, dateline=written)
    return Home(written, False, written)


def _head_end(first: Found) -> int:
    """Where the dateline ends: the whole of a first line that is nothing else («سراييفو/ الأناضول»)."""
    size = len(first.sentence.words)
    alone = size <= LONGEST_HEAD and not any(m.kind in VERBS for here in first.matches for m in here)
    return size if alone else first.sentence.skip


def _written_in(heads: list[Match], lexicon: Lexicon) -> str | None:
    """The state of the dateline's place."""
    for m in heads:
        if m.kind in ("state", "seat"):
            return str(m.ref)
        if m.kind == "place":
            return lexicon.tables.places[int(m.ref)].country
    return None


def _of_outlet(name: str, lexicon: Lexicon) -> Home | None:
    """«كونا», «وزارة الخارجية العراقية»: an outlet of the list, or one named with its state's demonym."""
    if (at := lexicon.tables.outlet_names.get(name)) is not None:
        outlet = lexicon.tables.outlets[at]
        return Home(outlet.country, outlet.id not in PAN_ARAB) if outlet.country in ARAB_PRESS else None
    for word in name.split():
        for kind, ref, _ in lexicon.phrases.get(word.removeprefix("ال"), ()):
            if kind == "nisba" and ref in ARAB_PRESS and word.startswith("ال"):
                return Home(str(ref), True)
    return None


def settle_countries(registry: Registry, detected: Detected, home: Home) -> None:
    """Give every party without a state the one its context tells, with the reason.

    Args:
        registry: the document's parties; changed in place.
        detected: mentions by sentence.
        home: state of the outlet, if known.
    """
    dominant, shared = _dominant(detected, home.country), _two_states_share(detected)
    spoken_of = (_spoken_of(detected) | ({home.dateline} if home.national else set())) - {None}
    where: dict[int, tuple[int, int]] = {}
    for (sentence, i, _), resolved in sorted(registry.of.items()):
        where.setdefault(id(resolved.party), (sentence, i))
    for party in registry.parties:
        if not party.country and (body := _body_again(party, registry)):
            party.country, party.country_because = body.country, "the state of the body that was named before"
        if party.country or _stateless(party, registry.lexicon):
            continue
        if of := _of_ministry(party, registry) or _of_chamber(party, registry):
            party.country, party.country_because = of, "the state of the one ministry or parliament that is named"
            continue
        sentence, i = where.get(id(party), (0, 0))
        found = detected.found[sentence] if detected.found else None
        if found and (of := _of_named(party, found, i, registry)):
            party.country, party.country_because = of, "of the one to whom its words point, or whose body was named"
            continue
        near = _near(found, i, party) if found else None
        country = near or dominant
        if found and _only_beside(party, found, i):
            country = dominant or near
        if party.kind in ("person", "role") and party.offices:
            here = home.dateline if home.dateline in spoken_of else None
            country = (here or near or dominant) if shared else (dominant or near)
            if home.national and home.country in spoken_of:
                country = home.country
        own = party.kind == "group" or (party.kind == "org" and home.national)  # «أدانت وزارة الخارجية» of an agency
        if own and party.sector in INSTITUTIONS and home.country in spoken_of and not _led_elsewhere(found, i):
            country = home.country
        if _is_enemy(party, registry.lexicon) and home.country in AT_WAR_WITH_ISRAEL:
            country = "ISR"
        if country and not (found and arrives(party, found, i, country)):
            party.country = "ISR" if country == "PSE" and party.sector == "MIL" else country  # «الجيش» in Nablus
            party.country_because = GUESSED[country != near]


def _of_named(party: Party, found: Found, i: int, registry: Registry) -> str | None:
    """The state of an owner, an embassy or a ministry that its sentence names."""
    theirs = of_owner(party, found, i, registry) or of_foe_beside(party, found, i)
    return theirs or of_mission(party, found, i) or of_ministry_beside(party, found, i)


def _body_again(party: Party, registry: Registry) -> Party | None:
    """«الأمين العام للاتحاد»: of the union that was named in full, and of no body of several states."""
    short = fold_word(party.body or "").split()
    if party.kind not in ("person", "role") or not party.offices or len(short) != 1:
        return None
    # «للاتحاد» without its preposition is «لاتحاد».
    heads = (short[0].removeprefix("ال"), short[0].removeprefix("ل"))
    named = [p for p in registry.parties if p.kind == "org" and p.country and head_of(p.name) in heads]
    return named[0] if len({p.country for p in named}) == 1 else None


def _of_ministry(party: Party, registry: Registry) -> str | None:
    """«الناطق باسم الوزارة»: of the one ministry that the document names, whoever its guests are."""
    if not party.offices or fold_word(party.body or "") not in registry.lexicon.grammar["ministry"]:
        return None
    named = {p.country for p in registry.parties if p.kind == "org" and p.country and _is_ministry(p)}
    return named.pop() if len(named) == 1 else None


def _of_chamber(party: Party, registry: Registry) -> str | None:
    """«كلمة أمام مجلس الشيوخ الإسباني ... رئيس المجلس»: of the one parliament that is named with its state."""
    if party.sector != "LEG" or not (party.offices or party.kind == "group"):
        return None
    said = (p for p in registry.parties if p.sector == "LEG" and p.kind in ("group", "org") and p is not party)
    named = {p.country for p in said if p.country and p.country_because is None}
    return named.pop() if len(named) == 1 else None


def _is_ministry(party: Party) -> bool:
    return (party.body or "").startswith("ministry:")


def _is_enemy(party: Party, lexicon: Lexicon) -> bool:
    """«جيش العدو», «قوة معادية»."""
    hostile = lexicon.grammar["enemy_words"]
    return party.kind == "group" and any(w in hostile for w in fold_word(party.name).split())


def _two_states_share(detected: Detected) -> bool:
    """Whether two states have about the same part in the document, so that neither goes without saying."""
    counts = Counter(m.country for found in detected.found for m in found.mentions if m.country)
    first, *rest = [n for _, n in counts.most_common(2)] or [0]
    return bool(rest) and rest[0] >= SHARE * first


def _spoken_of(detected: Detected) -> set[str]:
    """The states the document mentions."""
    return {m.country for found in detected.found for m in found.mentions if m.country}


def _stateless(party: Party, lexicon: Lexicon) -> bool:
    """International bodies, their officials, and outlets are of no state."""
    return (
        party.sector == "IGO"
        or (party.kind == "group" and _of_many(party.name, lexicon))
        or (party.kind == "org" and not _is_ministry(party))
        or party.kind not in ("person", "role", "group", "org")
    )


def _of_many(name: str, lexicon: Lexicon) -> bool:
    """«دول الجوار», «34 دولة», «بعثة الأمم المتحدة», «لجنة خبراء أممية»: of no one state."""
    words = fold_word(name).split()
    many, all_of = lexicon.grammar["many_states"], lexicon.grammar["of_all_states"]
    counts = words[0].isdigit() or any(words[0] in lexicon.grammar[k] for k in ("number_words", "quantity_words"))
    if words[0] in many or any(w in all_of for w in words):
        return True
    if counts and any(w in many or w in lexicon.grammar["states_counted"] for w in words[1:]):
        return True
    names = [*words, *(" ".join(pair) for pair in pairwise(words))]
    owners = (ref for name in names for kind, ref, _ in lexicon.phrases.get(name, ()) if kind == "org")
    return any(lexicon.tables.organisations[int(ref)].sector == "IGO" for ref in owners)


def _near(found: Found, i: int, party: Party) -> str | None:
    """The nearest place or state of the sentence: after the party within reach, else before it."""
    kinds, mentions = ("place", "state", "thing", "group", "org"), found.mentions
    candidates = [
        m for m in mentions if m.country and m.kind in kinds and not (m.kind == "place" and m.country in OPEN)
    ]
    # «صاروخ أطلق من اليمن», «قرب الحدود الأفغانية»: where something comes from, and a neighbour, are not at home
    words = found.sentence.words
    candidates = [m for m in candidates if not elsewhere(words, m.i)] or candidates
    if party.sector not in INSTITUTIONS:
        # «اعتقلت قوات الاحتلال الشاب»: an occupier is of no state of those it meets
        candidates = [m for m in candidates if not OCCUPIERS & set(words[m.i : m.j])] or candidates
    if party.kind == "group" and party.sector in INSTITUTIONS and (of := _office_before(mentions, i)):
        return of
    if party.kind == "group":
        places = [m for m in candidates if _local(m, found)]
        if places:
            return min(places, key=lambda m: abs(m.i - i) + 3 * (m.i > i)).country
    after = [m for m in candidates if i < m.i <= i + GROUP_REACH]
    before = [m for m in candidates if m.i < i]
    chosen = before[-1] if before and party.kind != "group" else (after[0] if after else before[-1] if before else None)
    return chosen.country if chosen else None


def _only_beside(party: Party, found: Found, i: int) -> bool:
    """«اتهم المجلس العسكري باريس»: another state named beside a group at home is not the group's own."""
    at_home = party.sector in INSTITUTIONS or party.name.startswith("ال")
    if party.kind != "group" or not at_home or _office_before(found.mentions, i):
        return False
    return not any(_local(m, found) for m in found.mentions)


def _led_elsewhere(found: Found | None, i: int) -> bool:
    """«وفي يريفان، أوقفت الشرطة»: the sentence opens with where it was."""
    first = found.mentions[0] if found and found.mentions else None
    opens = found is not None and first is not None and first.i <= found.sentence.skip + 1 and first.i < i
    return opens and found is not None and first is not None and _local(first, found)


def _local(m: Mention, found: Found) -> bool:
    """A place, or a state that something is in."""
    inside = m.i > 0 and found.sentence.words[m.i - 1] in ("في", "وفي", "لدي")
    return m.country is not None and (m.kind == "place" or m.prep == "ب" or (m.kind == "state" and inside))


def _office_before(mentions: tuple[Mention, ...], i: int) -> str | None:
    """«هدد وزير المالية الإسرائيلي بالانسحاب من الحكومة»: the state of the office named before it."""
    return next((m.country for m in reversed(mentions) if m.i < i and m.offices and m.country), None)


def _dominant(detected: Detected, home: str | None) -> str | None:
    """The state most mentions are of; the outlet's own where none stands out."""
    counts: Counter[str] = Counter()
    for n, found in enumerate(detected.found):
        for m in found.mentions:
            if m.country and not (m.kind == "place" and m.country in OPEN):
                counts[m.country] += LEAD_WEIGHT if n == 0 else 1
    if home and home in counts:
        counts[home] += LEAD_WEIGHT
    if not counts:
        return home
    country, most = counts.most_common(1)[0]
    return (
        country if most >= HALF * sum(counts.values()) or not home else home if counts[home] > LEAD_WEIGHT else country
    )
