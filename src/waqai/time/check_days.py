"""What only looks like a day or an hour."""

from waqai.time.check_words import AMBIGUOUS, CONNECTORS, TEMPORAL, word_in
from waqai.time.lexicon import cue
from waqai.time.scan import Found

WEEKDAY_NAMES = frozenset(
    {"سوق", "امام", "خطيب", "جامع", "مسجد", "نادي", "ساحه", "شارع", "ميدان", "وادي", "صحيفه", "مجله", "ملحق"}
)

OUR_TIME = range(1950, 2050)


def check_day_month(found: Found) -> bool:
    """A day of the month exists, its month is one month, and «3 صفر» is no score."""
    day, month = found.number("d") or 0, found.token("m")
    token = found.token("d")
    if not 1 <= day <= 31 or month is None or token is None:
        return False
    if token.kind == "CW" and month.kind in AMBIGUOUS and not found.has("y"):
        return False
    if month.kind == "HIJQ" and month.value == 2 and token.kind == "DD":
        return found.has("y") or found.has("mrel") or found.has("yrel")
    return same_month(found) and balanced(found)


def same_month(found: Found) -> bool:
    """«سبتمبر/أيلول» names one month twice."""
    other = found.number("m2") or found.number("m3")
    return other is None or other == found.number("m")


def balanced(found: Found) -> bool:
    """Brackets inside come in pairs."""
    kinds = [t.kind for t in found.lexed.tokens[found.first : found.last + 1]]
    return kinds.count("LPAR") == kinds.count("RPAR")


def _counts(found: Found) -> bool:
    """«أبعدت في فبراير الفائت 1890 وافدا»: a number after «الفائت» that is no year of our time counts something."""
    year = found.number("y2")
    return year is not None and year not in OUR_TIME and found.lexed.tokens[found.last - 1].kind not in ("UY", "DY")


def check_month(found: Found) -> bool:
    """A word that is also a name or a verb («مارس», «رجب») is a month only in company."""
    month, after = found.token("m"), found.after()
    if month is None or not same_month(found) or not balanced(found) or word_in(after, "month_after"):
        return False
    if _counts(found):
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
    return before.kind in TEMPORAL - {"LAM", "BAA"} and not (
        after is not None and after.kind == "X" and month.kind == "HIJQ" and before.word == "مع"
    )


def check_deictic(found: Found) -> bool:
    """«اليوم» is today, unless it is a world day, an ordinal day or a newspaper."""
    token = found.token("deic")
    if token is None:
        return check_weekday(found)
    before, after = found.before(), found.after()
    named = found.has("wd") or found.has("wdp")
    if not balanced(found):
        return False
    if token.kind == "DEIC":
        return not (token.word == "الغد" and word_in(before, "name_heads")) and not (
            after is not None and after.word == "القريب"
        )
    if found.has("toda") or found.has("tod") or named:
        return True
    if after is not None and (
        after.kind in ("OW", "AD", "SAME", "FOLL", "PREC", "PAST", "NEXT") or word_in(after, "today_after")
    ):
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


def check_weekday(found: Found) -> bool:
    """A weekday, unless a market, a mosque or «both» stands before it."""
    token, before = found.token("wd2") or found.token("wd"), found.before()
    if before is None or token is None:
        return True
    if before.kind in ("QUOTE", "LPAR"):
        before = found.before(2) or before
    if before.word in WEEKDAY_NAMES or (len(before.word) > 3 and before.word[1:] in WEEKDAY_NAMES):
        return False
    return not (token.value == 1 and found.first == found.match.start() and word_in(before, "two_heads"))


def check_day_part(found: Found) -> bool:
    """A part of day by itself: an adverb («مساءً»), or «في الصباح»."""
    token, before, after = found.token("toda"), found.before(), found.after()
    if token is None:
        return False
    if found.has("hours") or found.has("pre"):
        hours = found.token("hours")
        return token.word.startswith("ال") and (hours is None or hours.value[0] == "H")
    if token.word in ("الصباح", "المساء"):
        return before is not None and before.kind == "IN" and before.word == "في"
    if token.kind == "TOD":
        return False
    if token.kind == "TODE":
        return (before is None or before.kind != "BAA") and (
            after is None or after.kind not in ("WDAY", "TODAY", "DEIC")
        )
    # «فجرا نفسيهما» is a verb.
    return not token.word.startswith("ال") and not (after is not None and after.word.startswith("نفس"))


def check_tonight(found: Found) -> bool:
    """«الليلة» is tonight; «الليل» is a night only with «الماضي» or the like."""
    token = next(t for t in found.lexed.tokens[found.first : found.last + 1] if t.kind == "TONIGHT")
    return token.word == "الليله" or found.has("rel")


def check_overnight(found: Found) -> bool:
    """«طوال الليل»; «طوال الليلة الماضية» tells which night it was."""
    return found.lexed.tokens[found.last].word == "الليل"


def check_numeric(found: Found) -> bool:
    """Digits can be a date: the numbers fit, and a short form is introduced as one."""
    token, before = found.token("num"), found.before()
    if token is None or not balanced(found):
        return False
    parts = [int(p) for p in token.value.replace(".", "/").replace("-", "/").split("/")]
    if token.kind == "NDATE":
        small = parts[1:] if parts[0] > 31 else parts[:2]
        return all(1 <= p <= 31 for p in small) and min(small) <= 12
    introduced = before is not None and before.kind in ("IN", "UD", "SINCE", "UNTIL", "QUAL")
    if token.kind == "MY":
        return introduced and 1 <= parts[0] <= 12 and 1900 <= parts[1] <= 2150
    return (
        1 <= parts[0] <= 31
        and 1 <= parts[1] <= 12
        and (
            introduced
            or found.has("wd")
            or found.has("deic")
            or found.tokens("num") != found.lexed.tokens[found.first : found.last + 1]
        )
    )


def check_feast(found: Found) -> bool:
    """A feast, or a name that is one after a cue («ذكرى يوم الأرض»)."""
    token, before = found.token("f"), found.before()
    if token is None or (found.has("y") and (found.number("y") or 0) < 1300):
        return False
    return token.kind == "FEAST" or found.has("y") or found.has("rel") or word_in(before, "feast_cues")


def check_day_of_month(found: Found) -> bool:
    """A day number a month can have."""
    return 1 <= (found.number("d") or 0) <= 31


def check_clock(found: Found) -> bool:
    """An hour is said to be one: by «الساعة», by a part of day, or by a zone."""
    token, before = found.token("h"), found.before()
    if token is None or not balanced(found) or (token.kind in ("DD", "CW") and token.value > 24):
        return False
    if token.kind == "OF" and token.value > 12:
        return False
    if found.has("oc"):
        return True
    if found.has("pm") and token.kind != "CLOCK":
        return False
    part = found.token("tod") or found.token("tod2")
    introduced = before is not None and (
        before.kind in ("IN", "SINCE", "UNTIL", "FROM", "TO", "BETWEEN", "AFTER", "BEFORE", "APPR", "LAM")
    )
    day = found.has("deic") or found.has("wd2")
    if token.kind == "CLOCK":
        hour, minute = (int(p) for p in token.value.split(":")[:2])
        stamped = found.before(2)
        after_date = stamped is not None and stamped.kind == "NDATE"
        bracket = before is not None and (before.kind == "LPAR" or (after_date and before.kind in ("DASH", "COMMA")))
        return hour <= 24 and minute < 60 and (introduced or bracket or part is not None or found.has("z") or day)
    if part is None:
        return token.kind == "OF" and introduced and (found.has("z") or found.has("minn"))
    if part.kind != "TODA" and day:
        return introduced or found.has("min") or found.has("less")
    if token.kind == "OF":
        return introduced or before is None or before.kind != "X" or not before.word.startswith(("ال", "لل"))
    return introduced or part.kind != "TOD"


def check_set_each(found: Found) -> bool:
    """Day numbers a month can have."""
    return all(1 <= (found.number(n) or 1) <= 31 for n in ("d", "dm"))
