"""Places that words point back to: «في المدينة», «داخل القاعدة», «في العاصمة», «يزور البلاد»."""

from itertools import pairwise

from msgspec.structs import replace

from waqai.lexicon import Lexicon, Match
from waqai.lexicon.load import State
from waqai.pipeline.detect import Detected, Mention
from waqai.pipeline.detect.places import leads
from waqai.pipeline.extract import Extracted, Frame
from waqai.pipeline.ground.draft import Draft
from waqai.text.fold import fold_word

OLD = frozenset(["القديمه", "العتيقه", "القديم"])
REACH = 14
STRIKES, STRUCK_BEFORE = frozenset(["ASSAULT", "COERCE"]), 6
BEFORE = 6
HOME_REACH = 5
# What a state is called at home; any state where none is named.
CALLED = {"البلاد": (), "المملكه": ("SAU", "JOR", "MAR", "BHR"), "السلطنه": ("OMN",), "الدوله": ("ARE",)}
# What any town before may be.
TOWNS = frozenset(["المدينه", "البلده", "القريه", "الجزيره"])
COUNTRY, STATE = "البلاد", "الدوله"
WAR = frozenset(["حرب", "الحرب", "حربا", "حربها"])
SITED = "named place"
KINDS = ("seat", "state", "place")


def pointed(frame: Frame, extracted: Extracted, countries: set[str]) -> tuple[Mention, str] | None:
    """The place that words near an event's point back to, with the reason.

    Args:
        frame: what one clause tells of the event.
        extracted: the sentences before it, and the dateline.
        countries: states of those concerned.
    """
    detected = extracted.detected
    found, lexicon = detected.found[frame.sentence], detected.lexicon
    words, at = found.sentence.words, frame.head.i
    local = (lexicon.grammar["locatives"], lexicon.grammar["beside_words"])
    for k in range(max(found.sentence.skip, at - BEFORE), min(len(words), at + REACH)):
        word = words[k]
        noun = word[1:] if word[:1] == "ب" else word
        if noun not in lexicon.grammar["places_before"] and noun not in lexicon.grammar["capital_word"]:
            continue
        led = noun != word or any(leads(words[n], kind) for n in _leading(words, k) for kind in local)
        led = led or (frame.trigger.type in STRIKES and _struck(words, k, frame))
        if words[k + 1 : k + 2] and words[k + 1] in OLD:
            # «في البلدة القديمة» is a quarter of its own.
            continue
        # «في المحافظة»: elsewhere her council
        if not led or any(m.i <= k < m.j and not (m.kind == "group" and m.j == k + 1) for m in found.mentions):
            continue
        if noun in lexicon.grammar["capital_word"] and noun.startswith("ال"):
            if named := next((m for m in found.mentions if m.i == k + 1 and m.kind in ("place", "state")), None):
                return named, "the capital named beside it"
            m = dateline(detected)
            if m is not None and m.rule == "seat":
                return m, "the capital the report is dated from"
            state = lexicon.states.get(next(iter(countries))) if len(countries) == 1 else None
            return (_capital(state, frame.sentence, k, detected), "the capital of those concerned") if state else None
        if noun in lexicon.grammar["places_before"] and (m := _before(noun, frame.sentence, k, extracted)):
            return m, f"«{noun}» points back to it"
    return None


def _struck(words: list[str], k: int, frame: Frame) -> bool:
    """«احتلت القصر», «وكانت القاعدة قد تعرضت لهجوم»: what is struck needs no preposition."""
    suffers = "تعرض" in words[frame.head.i] or any("تعرض" in w for w in words[k + 1 : frame.head.i])
    # «سيطر المتمردون على البلدة»; a capital may be that of the dateline
    at = k - (k > 0 and words[k - 1] == "علي" and words[k] in TOWNS)
    return at in (frame.head.j, *(m.j for m in frame.actors if m.i == frame.head.j)) or (
        suffers and frame.head.i - STRUCK_BEFORE <= k < frame.head.i
    )


def of_guest(draft: Draft, drafts: list[Draft]) -> tuple[Mention, str] | None:
    """«أجرى الوزير الكيني لقاءين في أكرا ... وصف زيارته بالمثمرة»: a visit is where the guest met his hosts.

    Args:
        draft: a visit whose words name no place.
        drafts: all events of the document.
    """
    hosts = {r.party.country for r in draft.recipients if r.party.country}
    home = {r.party.country for r in draft.actors}
    guests = {r.party.key for r in draft.actors}
    for other in drafts:
        met = other.type == "CONSULT" and other.act != "visit" and other.status == "happened"
        if not met or other.where is None or not guests & other.party_keys():
            continue
        country = other.where.country
        if country and country not in home and (not hosts or country in hosts):
            return other.where, "where the guest met his hosts"
    return None


def _leading(words: list[str], k: int) -> tuple[int, ...]:
    """Where words may stand that lead to a place at word `k`: «في المستشفى», «في فناء المستشفى»."""
    inside = k > 1 and words[k - 1].isalpha() and not words[k - 1].startswith("ال")
    return (k - 1, k - 2) if inside else (k - 1,) if k else ()


def _capital(state: State, n: int, k: int, detected: Detected) -> Mention:
    """«في شوارع العاصمة»: the capital of a state, by its name where the report gives that, on the word for it."""
    folded = fold_word(state.capital)
    named = (m for f in detected.found for m in f.mentions if m.country == state.iso and m.kind in ("place", "state"))
    name = next((m.name for m in named if fold_word(m.name) == folded), "العاصمة")
    ref = next((int(ref) for kind, ref, _ in detected.lexicon.phrases.get(folded, ()) if kind == "place"), None)
    return Mention(
        sentence=n, i=k, j=k + 1, kind="place", name=name, country=state.iso, ref=ref,
        rule="capital", name_span=detected.found[n].sentence.spans[k],
    )  # fmt: skip


def on_sidelines(words: list[str]) -> bool:
    """«وعلى هامش القمة»: of a gathering told before, whoever meets there."""
    return any(word == "هامش" and after.startswith("ال") for word, after in pairwise(words))


def homeland(frame: Frame, extracted: Extracted) -> tuple[Mention, str] | None:
    """«يزور البلاد», «وصل إلى المملكة»: the state a report is dated from, or the one it names that is called that."""
    detected = extracted.detected
    words, at = detected.found[frame.sentence].sentence.words, frame.head.j
    k = next((k for k in range(at, min(len(words), at + HOME_REACH)) if words[k] in CALLED), None)
    if k is None or (words[k] == STATE and words[k - 1] != "الي" and k > at):
        return None  # «زار وزير الدولة»
    called = CALLED[words[k]]
    town = dateline(detected)
    state = detected.lexicon.states.get(town.country or "") if town is not None else None
    if town is not None and state is not None and (not called or state.iso in called):
        named = replace(town, kind="state", name=state.name, ref=state.iso, rule="dateline")
        return named, "the state the report is dated from"
    told = {m.country for f in detected.found for m in f.mentions if m.country in called}
    state = detected.lexicon.states.get(told.pop() or "") if len(told) == 1 else None
    if state is None:
        return None
    return _state(state, frame.sentence, k, detected), f"the one state named that is called «{words[k]}»"


def at_large(frame: Frame, extracted: Extracted, countries: set[str]) -> tuple[Mention, str] | None:
    """«غارات شمالي البلاد»: in the state named last before it; «بسطت الفصائل سيطرتها على البلاد»: in their own."""
    detected = extracted.detected
    words, at = detected.found[frame.sentence].sentence.words, frame.head.i
    local = detected.lexicon.grammar["locatives"] | {"علي"}
    k = next((k for k in range(at + 1, min(len(words), at + REACH)) if words[k] == COUNTRY), 0)
    if not k or not leads(words[k - 1], local):
        return None
    before = (
        m.country
        for n in range(frame.sentence, -1, -1)
        for m in reversed(detected.found[n].mentions)
        if m.country and m.kind in ("state", "place") and not m.adjective and (n < frame.sentence or m.i < k)
    )
    own = next(iter(countries)) if len(countries) == 1 else ""
    iso = next(before, own) if frame.trigger.type == "ASSAULT" or not own else own
    state = detected.lexicon.states.get(iso)
    return (
        None if state is None else (_state(state, frame.sentence, k, detected), f"«{COUNTRY}» is the state spoken of")
    )


def _state(state: State, n: int, k: int, detected: Detected) -> Mention:
    """A state as a place, told by word `k` of a sentence."""
    return Mention(
        sentence=n, i=k, j=k + 1, kind="state", name=state.name, country=state.iso, ref=state.iso, rule="called",
        name_span=detected.found[n].sentence.spans[k],
    )  # fmt: skip


def at_war(frame: Frame, extracted: Extracted, countries: set[str]) -> tuple[Mention, str] | None:
    """«تدور الحرب بين الجيش السوداني والمتمردين»: a war among people of one state is fought in it."""
    detected, head = extracted.detected, frame.head
    words = detected.found[frame.sentence].sentence.words
    state = detected.lexicon.states.get(next(iter(countries))) if len(countries) == 1 else None
    if state is None or not any(words[k].lstrip("وب") in WAR for k in range(head.i, head.j)):
        return None
    return _state(state, frame.sentence, head.i, detected), "the state whose people fight it"


def _before(noun: str, sentence: int, k: int, extracted: Extracted) -> Mention | None:
    """The last place before of that kind: a site whose name opens with the noun, or a town; else the dateline's."""
    for n in range(sentence, -1, -1):
        for m in reversed(extracted.detected.found[n].mentions):
            if m.kind not in ("place", "state") or (n == sentence and m.i >= k):
                continue
            if _is(m, noun, extracted.detected.lexicon) or _called(m, noun, extracted):
                return m
    return dateline(extracted.detected) if noun in TOWNS else None


def _called(m: Mention, noun: str, extracted: Extracted) -> bool:
    """«مقاطعة خاركيف ... في المقاطعة»: a place that was called by that noun where it was named."""
    first = extracted.detected.found[m.sentence].sentence.words[m.i]
    # «منطقتي الزاب ومتينا ... في المنطقة»
    stem = noun.removeprefix("ال").removesuffix("ه")
    return noun not in TOWNS and m.kind == "place" and first.removeprefix(m.prep) in (stem, f"{stem}ه", f"{stem}تي")


def _is(m: Mention, noun: str, lexicon: Lexicon) -> bool:
    if noun not in TOWNS:
        return fold_word(m.name.split(" ")[0]).removeprefix("ال") == noun.removeprefix("ال")
    if m.kind == "state":
        return m.rule == "seat"
    listed = isinstance(m.ref, int) and lexicon.tables.places[m.ref].kind == "city"
    first = fold_word(m.name.split(" ")[0])
    return (listed or m.rule == SITED) and first not in lexicon.grammar["site"] and m.rule != "building"


def _city_state(match: Match, lexicon: Lexicon) -> bool:
    """Whether a state and its capital have one name: «تونس», «الجزائر», «الكويت»."""
    state = lexicon.states.get(str(match.ref))
    return state is not None and state.name in state.capital


def dateline(detected: Detected) -> Mention | None:
    """The town a report is dated from, as a place."""
    first, lexicon = detected.opening, detected.lexicon
    for k in range(first.sentence.skip):
        here = sorted((m for m in first.matches[k] if m.kind in KINDS), key=lambda m: m.kind == "place")
        for match in here:
            if match.kind == "state" and not _city_state(match, lexicon):
                continue
            places = lexicon.phrases.get(" ".join(first.sentence.words[match.i : match.j]), ())
            ref = next((int(ref) for kind, ref, _ in places if kind == "place"), None)
            row = lexicon.tables.places[ref] if ref is not None else None
            country = str(match.ref) if match.kind != "place" else row.country if row else None
            name = row.name if row is not None else " ".join(first.sentence.words[match.i : match.j])
            return Mention(
                sentence=detected.analysis.opening, i=match.i, j=match.j, kind="place", name=name,
                country=country, ref=ref,
                rule="seat" if match.kind != "place" else "place",
                name_span=(first.sentence.spans[match.i][0], first.sentence.spans[match.j - 1][1]),
            )  # fmt: skip
    return None
