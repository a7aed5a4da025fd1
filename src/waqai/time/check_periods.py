"""What only looks like a month, a year or a part of one."""

from waqai.time.check_days import balanced, same_month
from waqai.time.check_words import CONNECTORS, TEMPORAL, word_in
from waqai.time.lexer import Token
from waqai.time.scan import Found

# Years a list may hold.
LIST = 12


def check_period(found: Found) -> bool:
    """«العام» is a year, unless an office or the like stands before it («الأمين العام الحالي»)."""
    token = found.token("u") or found.token("u2")
    before = found.before()
    if token is None:
        return False
    if token.kind == "DY" and not found.has("part") and not found.has("pre") and word_in(before, "general_heads"):
        return False
    if token.kind == "DDEC":
        return found.has("part") or (before is not None and before.kind in ("IN", "DURING", "SINCE", "UNTIL"))
    return True


def check_period_part(found: Found) -> bool:
    """«نهاية العقد» may be a contract's."""
    token, part, before = found.token("u"), found.token("part"), found.before()
    if token is None or part is None or (part.kind == "ORDI" and part.value != 1):
        return False
    if part.kind != "PARTP":
        return token.kind in ("DMON", "DY", "DWEEK")
    return token.kind != "DDEC" or (before is not None and before.word == "بحلول")


def check_year(found: Found) -> bool:
    """A number after «عام» can be a year: four digits, or two of the last century."""
    year, token, era = found.number("y") or 0, found.token("y"), found.value("era")
    after = found.after()
    if token is None or word_in(found.before(), "general_heads"):
        return False
    if token.kind == "YY" or era is not None:
        return after is None or after.kind != "PCT"
    if token.kind == "NN":
        return 40 <= year <= 99 and not word_in(after, "counted")
    return token.kind == "CW" and 1000 <= year <= 2199


def check_bare_year(found: Found) -> bool:
    """A bare year has an era, a part («مطلع 2024») or the right words beside it."""
    era = found.value("era")
    if era is not None or found.has("part"):
        return not (era == "g" and found.match.end("y") == found.match.end() - 1 and not _letter_mark(found))
    return year_stands(found.lexed.tokens, found.match.start("y"))


def _letter_mark(found: Found) -> bool:
    """«م» after a number is an era only where it is written to it; «2000 م» is metres."""
    year, era = found.token("y"), found.token("era")
    return year is not None and era is not None and (era.word != "م" or era.start == year.end)


def year_stands(tokens: list[Token], at: int, depth: int = 0) -> bool:
    """Whether a bare four-digit number is a year, by the words beside it or beside the years listed before it."""
    number = int(tokens[at].value)
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if (
        before is None
        or not 1500 <= number <= 2150
        or word_in(after, "counted")
        or (after is not None and after.kind in ("PCT", "COLON"))
    ):
        return False
    if before.kind in CONNECTORS and at >= 2 and tokens[at - 2].kind in ("YY", "UNTIL"):
        if tokens[at - 2].kind == "UNTIL":
            return True
        opened = tokens[at - 3].kind in ("LPAR", "FROM") if at >= 3 else before.kind == "DASH"
        return opened or (depth < LIST and year_stands(tokens, at - 2, depth + 1))
    ranged = after is not None and after.kind in CONNECTORS - {"COMMA"} and at + 2 < len(tokens)
    pair = ranged and any(t.kind == "YY" for t in tokens[at + 2 : at + 4])
    if before.kind in ("FROM", "LPAR"):
        return pair
    if pair and after is not None and after.kind == "DASH" and tokens[at + 2].kind == "YY":
        return 1800 <= number < int(tokens[at + 2].value) <= 2150
    round_count = number % 500 == 0 and after is not None and after.kind == "X" and before.kind == "IN"
    if before.kind in ("UPLUR", "DPLUR"):
        return bool(before.value[0] == "Y") and pair
    return (before.kind in TEMPORAL and before.kind != "BAA" and not round_count) or word_in(before, "year_heads")


def check_quarter(found: Found) -> bool:
    """A quarter is of something; «النصف الأول» alone is a match's."""
    token, after = found.token("q"), found.after()
    if token is None or (found.has("qn") and not 1 <= (found.number("qn") or 0) <= int(token.value)):
        return False
    tail = any(found.has(n) for n in ("y", "yrel", "ythis", "dy"))
    if tail or (found.has("qrel") and token.value == 4 and token.word == "الربع"):
        return not found.has("y") or (found.number("y") or 0) >= 1000
    return token.word == "الربع" and not (after is not None and after.kind == "FROM")


def check_half_month(found: Found) -> bool:
    """The month, if named twice, is one month."""
    return not found.has("m") or (same_month(found) and balanced(found))


def check_nth_weekday(found: Found) -> bool:
    """«الأحد الأول من مايو» is first of all Sunday, the first of May."""
    return not found.has("wd") and check_half_month(found)


def check_season(found: Found) -> bool:
    """A season has a year or an adjective, or stands where time stands; «الربيع العربي» does not."""
    token, before, after = found.token("s"), found.before(), found.after()
    tail = any(found.has(n) for n in ("y", "yrel", "ythis", "rel"))
    if token is None or (after is not None and after.word == "العربي"):
        return False
    if tail or (token.kind == "DSEAS" and (found.has("pre") or found.has("part"))):
        return not found.has("y") or (found.number("y") or 0) >= 1000
    return token.kind == "DSEAS" and before is not None and (before.kind == "DURING" or before.word == "في")


def check_decade(found: Found) -> bool:
    """«في الخمسينيات من عمره» is an age."""
    after, further = found.after(), found.after(2)
    return not any(
        word_in(t, "age_heads")
        for t in (after, further)
        if t is not None and t.word.endswith(("عمره", "عمرها", "العمر", "عمر", "اعمارهم"))
    )
