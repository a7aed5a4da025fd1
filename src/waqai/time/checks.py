"""What only looks like time: names, numbers that count, ages, offices. A rule's match stands if its check here agrees."""

from collections.abc import Callable

from waqai.time.lexer import Token
from waqai.time.lexicon import cue
from waqai.time.scan import Found

TEMPORAL = frozenset({"IN", "SINCE", "UNTIL", "DURING", "BAA", "LAM", "BETWEEN", "QUAL"})
STRETCH = frozenset({"SINCE", "DURING", "LAM", "APPR"})
AMBIGUOUS = frozenset({"MONQ", "HIJQ"})
NAMED_RULES = frozenset(
    {"day_month", "list_day", "month", "numeric", "weekday_numeric", "bare_year", "feast", "duration", "weekday_date", "year"}
)
WEEKDAY_NAMES = frozenset({"سوق", "امام", "خطيب", "جامع", "مسجد", "نادي", "ساحه", "شارع", "ميدان", "وادي", "صحيفه", "مجله", "ملحق"})
CONNECTORS = frozenset({"AND", "TO", "UNTIL", "DASH", "OR", "SLASH", "COMMA"})
AFTER_BARE = frozenset({"WDAY", "MON", "MONQ", "HIJ", "HIJQ", "YY", "NN", "DD", "OW", "NDATE", "DM", "FEAST", "FEASTQ", "TODAY", "DEIC", "CW"})


def word_in(token: Token | None, name: str) -> bool:
    """Whether a token, with or without glued particles, is in a list of cues."""
    if token is None:
        return False
    words, word = cue(name), token.word
    return word in words or (len(word) > 3 and word[0] in "وفبل" and (word[1:] in words or word[2:] in words))


def accept(found: Found) -> bool:
    """Whether a match is time at all."""
    check = CHECKS.get(found.rule)
    return check is None or check(found)


def in_name(found: Found) -> bool:
    """«شارع 26 يوليو», «حركة 23 مارس», «ثورة 25 يناير»."""
    if found.rule not in NAMED_RULES:
        return False
    before = found.before()
    if before is not None and before.kind in ("QUOTE", "LPAR"):
        before = found.before(2)
    if before is None or before.kind in TEMPORAL:
        return False
    if word_in(before, "name_heads") and not (found.rule == "duration" and not found.has("n")):
        return found.rule not in ("bare_year", "year") or not word_in(before, "year_heads")
    dated = any(found.has(name) for name in ("y", "y2", "yrel", "mrel", "ythis"))
    return found.rule in ("day_month", "list_day", "month") and not dated and word_in(before, "event_heads")


def _check_day_month(found: Found) -> bool:
    day, month = found.number("d") or 0, found.token("m")
    token = found.token("d")
    if not 1 <= day <= 31 or month is None or token is None:
        return False
    if token.kind == "CW" and month.kind in AMBIGUOUS and not found.has("y"):
        return False
    if month.kind == "HIJQ" and month.value == 2 and token.kind == "DD":
        return found.has("y") or found.has("mrel") or found.has("yrel")
    return _same_month(found) and _balanced(found)


def _same_month(found: Found) -> bool:
    """«سبتمبر/أيلول» names one month twice."""
    other = found.number("m2") or found.number("m3")
    return other is None or other == found.number("m")


def _balanced(found: Found) -> bool:
    """Brackets inside come in pairs."""
    kinds = [t.kind for t in found.lexed.tokens[found.first : found.last + 1]]
    return kinds.count("LPAR") == kinds.count("RPAR")


def _check_month(found: Found) -> bool:
    month, after = found.token("m"), found.after()
    if month is None or not _same_month(found) or not _balanced(found) or word_in(after, "month_after"):
        return False
    if month.kind not in AMBIGUOUS:
        return True
    if any(found.has(n) for n in ("m2", "m3", "um", "y", "yrel", "mrel", "ythis", "part")):
        return not (month.value == 2 and month.kind == "HIJQ" and (found.number("y") or 0) > 1700)
    before = found.before()
    if before is None:
        return False
    if before.kind in CONNECTORS and (other := found.before(2)) is not None:
        return other.kind in ("MON", "MONQ", "HIJ", "HIJQ")
    return before.kind in TEMPORAL - {"LAM", "BAA"} and not (after is not None and after.kind == "X" and month.kind == "HIJQ" and before.word == "مع")


def _check_deictic(found: Found) -> bool:
    token = found.token("deic")
    if token is None:
        return _check_weekday(found)
    before, after = found.before(), found.after()
    named = found.has("wd") or found.has("wdp")
    if not _balanced(found):
        return False
    if token.kind == "DEIC":
        return not (token.word == "الغد" and word_in(before, "name_heads")) and not (after is not None and after.word == "القريب")
    if found.has("toda") or found.has("tod") or named:
        return True
    if after is not None and (after.kind in ("OW", "AD", "SAME", "FOLL", "PREC", "PAST", "NEXT") or word_in(after, "today_after")):
        return False
    if before is not None and before.kind == "IN" and before.word == "في":
        return False
    return not _outlet(found)


def _outlet(found: Found) -> bool:
    """«المصري اليوم» the newspaper, not the Egyptian today."""
    before = found.before()
    if before is None or before.word not in cue("today_names"):
        return False
    head = found.before(2)
    after = found.after()
    quoted = after is not None and after.kind == "QUOTE"
    return quoted or (head is not None and (head.kind == "QUOTE" or head.word in cue("outlet_heads")))


def _check_weekday(found: Found) -> bool:
    token, before = found.token("wd2") or found.token("wd"), found.before()
    if before is None or token is None:
        return True
    if before.kind in ("QUOTE", "LPAR"):
        before = found.before(2) or before
    if before.word in WEEKDAY_NAMES or (len(before.word) > 3 and before.word[1:] in WEEKDAY_NAMES):
        return False
    return not (token.value == 1 and found.first == found.match.start() and word_in(before, "two_heads"))


def _check_day_part(found: Found) -> bool:
    """A part of day by itself: an adverb («مساءً»), or «في الصباح»."""
    token, before, after = found.token("toda"), found.before(), found.after()
    if token is None:
        return False
    if token.word in ("الصباح", "المساء"):
        return before is not None and before.kind == "IN" and before.word == "في"
    if token.kind == "TOD":
        return False
    if token.kind == "TODE":
        return (before is None or before.kind != "BAA") and (after is None or after.kind not in ("WDAY", "TODAY", "DEIC"))
    return not token.word.startswith("ال")


def _check_tonight(found: Found) -> bool:
    token = next(t for t in found.lexed.tokens[found.first : found.last + 1] if t.kind == "TONIGHT")
    return token.word == "الليله" or found.has("rel")


def _check_period(found: Found) -> bool:
    token = found.token("u") or found.token("u2")
    before = found.before()
    if token is None:
        return False
    if token.kind == "DY" and not found.has("part") and not found.has("pre") and word_in(before, "general_heads"):
        return False
    if token.kind == "DDEC":
        return found.has("part") or (before is not None and before.kind in ("IN", "DURING", "SINCE", "UNTIL"))
    return True


def _check_period_part(found: Found) -> bool:
    token = found.token("u")
    return token is not None and token.kind != "DDEC"


def _check_year(found: Found) -> bool:
    year, token, era = found.number("y") or 0, found.token("y"), found.value("era")
    after = found.after()
    if token is None or word_in(found.before(), "general_heads"):
        return False
    if token.kind == "YY" or era in ("bc", "h"):
        return after is None or after.kind != "PCT"
    if token.kind == "NN":
        return 40 <= year <= 99 and not word_in(after, "counted")
    return token.kind == "CW" and 1000 <= year <= 2199


def _check_bare_year(found: Found) -> bool:
    era = found.value("era")
    if era is not None or found.has("part"):
        return not (era == "g" and found.match.end("y") == found.match.end() - 1 and not _letter_mark(found))
    return year_stands(found.lexed.tokens, found.match.start("y"))


def _letter_mark(found: Found) -> bool:
    """«م» after a number is an era only where it is written to it; «2000 م» is metres."""
    year, era = found.token("y"), found.token("era")
    return year is not None and era is not None and (era.word != "م" or era.start == year.end)


def year_stands(tokens: list[Token], at: int) -> bool:
    """Whether a bare four-digit number is a year, by the words beside it."""
    number = int(tokens[at].value)
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before is None or not 1500 <= number <= 2150 or word_in(after, "counted") or (after is not None and after.kind in ("PCT", "COLON")):
        return False
    if before.kind in CONNECTORS and at >= 2 and tokens[at - 2].kind in ("YY", "UNTIL"):
        if tokens[at - 2].kind == "UNTIL":
            return True
        opened = tokens[at - 3].kind in ("LPAR", "FROM") if at >= 3 else False
        return opened or year_stands(tokens, at - 2)
    ranged = after is not None and after.kind in CONNECTORS - {"COMMA"} and at + 2 < len(tokens)
    pair = ranged and any(t.kind == "YY" for t in tokens[at + 2 : at + 4])
    if before.kind in ("FROM", "LPAR"):
        return pair
    round_count = number % 500 == 0 and after is not None and after.kind == "X" and before.kind == "IN"
    if before.kind in ("UPLUR", "DPLUR"):
        return bool(before.value[0] == "Y") and pair
    return (before.kind in TEMPORAL and before.kind != "BAA" and not round_count) or word_in(before, "year_heads")


def _check_quarter(found: Found) -> bool:
    token, after = found.token("q"), found.after()
    if token is None or (found.has("qn") and not 1 <= (found.number("qn") or 0) <= int(token.value)):
        return False
    tail = any(found.has(n) for n in ("y", "yrel", "ythis", "dy"))
    if tail or (found.has("qrel") and token.value == 4 and token.word == "الربع"):
        return not found.has("y") or (found.number("y") or 0) >= 1000
    return token.word == "الربع" and not (after is not None and after.kind == "FROM")


def _check_half_month(found: Found) -> bool:
    return not found.has("m") or (_same_month(found) and _balanced(found))


def _check_nth_weekday(found: Found) -> bool:
    """«الأحد الأول من مايو» is first of all Sunday, the first of May."""
    return not found.has("wd") and _check_half_month(found)


def _check_set_each(found: Found) -> bool:
    return all(1 <= (found.number(n) or 1) <= 31 for n in ("d", "dm"))


def _check_season(found: Found) -> bool:
    token, before, after = found.token("s"), found.before(), found.after()
    tail = any(found.has(n) for n in ("y", "yrel", "ythis", "rel"))
    if token is None or (after is not None and after.word == "العربي"):
        return False
    if tail or (token.kind == "DSEAS" and (found.has("pre") or found.has("part"))):
        return not found.has("y") or (found.number("y") or 0) >= 1000
    return token.kind == "DSEAS" and before is not None and (before.kind == "DURING" or before.word == "في")


def _check_decade(found: Found) -> bool:
    after, further = found.after(), found.after(2)
    return not any(word_in(t, "age_heads") for t in (after, further) if t is not None and t.word.endswith(("عمره", "عمرها", "العمر", "عمر", "اعمارهم")))


def _check_clock(found: Found) -> bool:
    token, before = found.token("h"), found.before()
    if token is None or not _balanced(found) or (token.kind in ("DD", "CW") and token.value > 24):
        return False
    if token.kind == "OF" and token.value > 12:
        return False
    if found.has("oc"):
        return True
    part = found.token("tod") or found.token("tod2")
    introduced = before is not None and (before.kind in ("IN", "SINCE", "UNTIL", "FROM", "TO", "BETWEEN", "AFTER", "BEFORE", "APPR", "LAM"))
    day = found.has("deic") or found.has("wd2")
    if token.kind == "CLOCK":
        hour, minute = (int(p) for p in token.value.split(":")[:2])
        bracket = before is not None and before.kind == "LPAR"
        return hour <= 24 and minute < 60 and (introduced or bracket or part is not None or found.has("z") or day)
    if part is None:
        return False
    if part.kind != "TODA" and day:
        return introduced or found.has("min") or found.has("less")
    if token.kind == "OF":
        return introduced or before is None or before.kind != "X" or not before.word.startswith(("ال", "لل"))
    return introduced or part.kind != "TOD"


def _check_duration(found: Found) -> bool:
    unit_token = next((t for n in ("u", "dual", "us", "uf", "bare") if (t := found.token(n))), None)
    before, after = found.before(), found.after()
    if unit_token is None or _is_age(found, unit_token.value[0]):
        return False
    kind = before.kind if before is not None else ""
    stretch = kind in STRETCH or found.has("appr")
    last = found.lexed.tokens[found.last]
    if unit_token.kind in ("UX", "UPLURX") and last.kind != "OFTIME":
        held = unit_token.kind == "UX" and unit_token.value[0] == "DE" and found.has("bare") and kind != "SINCE" and after is not None and after.kind == "X"
        return stretch and not held
    if not found.has("bare"):
        return not (before is not None and before.word in ("فرانس", "سكاي", "قناه"))
    if unit_token.value[0] == "S" or (unit_token.kind != "UPLUR" and after is not None and after.kind in AFTER_BARE):
        return False
    return stretch or found.has("one") or found.has("full") or found.has("more") or (found.has("few") and unit_token.kind == "UPLUR") or (found.has("plus") and unit_token.kind != "UPLUR")


def _is_age(found: Found, unit: str) -> bool:
    """«البالغ من العمر 45 عاما», «(34 عاما)»."""
    if unit not in ("Y", "M"):
        return False
    tokens = found.lexed.tokens
    before, after = found.before(), found.after()
    if before is not None and after is not None and before.kind == "LPAR" and after.kind in ("RPAR", "COMMA"):
        return True
    ages = [t for t in tokens[max(0, found.first - 4) : found.first]]
    for number, token in enumerate(reversed(ages)):
        if token.kind in ("STOP", "SINCE", "DURING", "BEFORE", "AFTER"):
            return False
        if word_in(token, "age_heads") and token.word not in ("عن", "ذات") or (token.word in ("عن", "ذات", "ذو", "ذي") and number == 0 and found.has("n")):
            return True
    return after is not None and after.kind == "FROM" and word_in(found.after(2), "age_heads")


def _check_shift(found: Found) -> bool:
    unit_token = next((t for n in ("u", "dual", "us", "uf", "bare") if (t := found.token(n))), None)
    after = found.after()
    if unit_token is None or not found.has("bare"):
        return unit_token is not None
    if found.lexed.tokens[found.last] is unit_token and after is not None and after.kind in AFTER_BARE:
        return False
    if unit_token.value[0] == "S":
        return False
    return unit_token.word not in ("عقد", "عقدا") or after is None or after.kind in ("STOP", "COMMA", "FROM", "OFTIME")


def _check_window_last(found: Found) -> bool:
    return not found.has("bare")


def _check_set_weekday(found: Found) -> bool:
    days = found.token("days")
    if days is None:
        return True
    following = found.lexed.tokens[found.last + 1 : found.last + 4]
    return bool(days.value[0] == "D") and not any(t.kind in ("PAST", "NEXT", "CURR") for t in following)


def _check_set_times(found: Found) -> bool:
    """«مرتين في الأسبوع», «برميل في اليوم»: a count stands before, nothing qualifies the unit."""
    after = found.after()
    if after is not None and (after.kind in ("OW", "AD", "PAST", "NEXT", "CURR", "SAME", "FOLL", "PREC", "THIS", "YY", "WDAY", "DD", "OF", "LASTADJ", "NN", "CW", "CLOCK") or word_in(after, "today_after")):
        return False
    before = [t for t in found.lexed.tokens[max(0, found.first - 4) : found.first]]
    return any(t.kind in ("DD", "NN", "YY", "CW") or t.word in ("مره", "مرتين", "مرات", "مرتان", "برميل") for t in before)


def _check_numeric(found: Found) -> bool:
    token, before = found.token("num"), found.before()
    if token is None or not _balanced(found):
        return False
    parts = [int(p) for p in token.value.replace(".", "/").replace("-", "/").split("/")]
    if token.kind == "NDATE":
        small = parts[1:] if parts[0] > 31 else parts[:2]
        return all(1 <= p <= 31 for p in small) and min(small) <= 12
    introduced = before is not None and before.kind in ("IN", "UD", "SINCE", "UNTIL", "QUAL")
    if token.kind == "MY":
        return introduced and 1 <= parts[0] <= 12 and 1900 <= parts[1] <= 2150
    return 1 <= parts[0] <= 31 and 1 <= parts[1] <= 12 and (introduced or found.has("wd") or found.has("deic") or found.tokens("num") != found.lexed.tokens[found.first : found.last + 1])


def _check_feast(found: Found) -> bool:
    token, before = found.token("f"), found.before()
    if token is None or (found.has("y") and (found.number("y") or 0) < 1300):
        return False
    return token.kind == "FEAST" or found.has("y") or found.has("rel") or word_in(before, "feast_cues")


def _check_day_of_month(found: Found) -> bool:
    return 1 <= (found.number("d") or 0) <= 31


CHECKS: dict[str, Callable[[Found], bool]] = {
    "day_month": _check_day_month,
    "day_month_tod": _check_day_month,
    "weekday_date": _check_day_month,
    "weekday_numeric": _check_numeric,
    "numeric": _check_numeric,
    "day_of_month": _check_day_of_month,
    "list_day": _check_day_of_month,
    "deictic": _check_deictic,
    "weekday": _check_weekday,
    "day_part_alone": _check_day_part,
    "tonight": _check_tonight,
    "month": _check_month,
    "period": _check_period,
    "period_part": _check_period_part,
    "year": _check_year,
    "bare_year": _check_bare_year,
    "quarter": _check_quarter,
    "half_month": _check_half_month,
    "nth_week": _check_half_month,
    "nth_weekday": _check_nth_weekday,
    "set_each": _check_set_each,
    "season": _check_season,
    "decade": _check_decade,
    "clock": _check_clock,
    "clock_md": _check_clock,
    "duration": _check_duration,
    "ago": _check_shift,
    "later": _check_shift,
    "window_last": _check_window_last,
    "set_weekday": _check_set_weekday,
    "set_times": _check_set_times,
    "feast": _check_feast,
}
