"""What only looks like a length of time: ages, contracts, the duration of nothing."""

from waqai.time.check_words import AFTER_BARE, STRETCH, word_in
from waqai.time.scan import Found


def check_duration(found: Found) -> bool:
    """A length is counted, or stands where lengths stand («منذ عام», not «بشكل عام»); ages are none."""
    unit_token = next((t for n in ("u", "dual", "us", "uf", "bare") if (t := found.token(n))), None)
    before, after = found.before(), found.after()
    if unit_token is None or _is_age(found, unit_token.value[0]):
        return False
    kind = before.kind if before is not None else ""
    stretch = kind in STRETCH or found.has("appr")
    if unit_token.kind in ("DDUAL", "DWEEK", "DMON", "DY", "DDEC", "DCENT") and not found.has("frac"):
        qualified = after is not None and after.kind in ("PAST", "NEXT", "CURR", "LASTADJ", "BEFORE", "AFTER", "YY")
        return found.has("appr") and not qualified and not found.has("more")
    if kind == "LAM" and found.has("bare") and found.first == found.last and unit_token.value[1] == 1:
        stretch = after is None or after.kind != "X"
    last = found.lexed.tokens[found.last]
    if unit_token.kind in ("UX", "UPLURX") and last.kind != "OFTIME":
        held = (
            unit_token.kind == "UX"
            and unit_token.value[0] == "DE"
            and found.has("bare")
            and kind != "SINCE"
            and after is not None
            and after.kind == "X"
        )
        return stretch and not held
    if not found.has("bare"):
        return not (before is not None and before.word in ("فرانس", "سكاي", "قناه"))
    if unit_token.value[0] == "S" or (unit_token.kind != "UPLUR" and after is not None and after.kind in AFTER_BARE):
        return False
    return (
        stretch
        or found.has("one")
        or found.has("full")
        or found.has("more")
        or (found.has("few") and unit_token.kind == "UPLUR")
        or (found.has("plus") and unit_token.kind != "UPLUR")
    )


def _is_age(found: Found, unit: str) -> bool:
    """«البالغ من العمر 45 عاما», «(34 عاما)»."""
    if unit not in ("Y", "M"):
        return False
    tokens = found.lexed.tokens
    before, after = found.before(), found.after()
    if before is not None and after is not None and before.kind == "LPAR" and after.kind in ("RPAR", "COMMA"):
        return True
    ages = list(tokens[max(0, found.first - 4) : found.first])
    for number, token in enumerate(reversed(ages)):
        if token.kind in ("STOP", "SINCE", "DURING", "BEFORE", "AFTER"):
            return False
        if (word_in(token, "age_heads") and token.word not in ("عن", "ذات")) or (
            token.word in ("عن", "ذات", "ذو", "ذي") and number == 0 and found.has("n")
        ):
            return True
    return after is not None and after.kind == "FROM" and word_in(found.after(2), "age_heads")


def check_shift(found: Found) -> bool:
    """«قبل عام», not «قبل عام 2011»; «بعد عقد», not «بعد عقد الاجتماع»."""
    unit_token = next((t for n in ("u", "dual", "us", "uf", "bare") if (t := found.token(n))), None)
    after = found.after()
    if unit_token is None or not found.has("bare"):
        return unit_token is not None
    if found.lexed.tokens[found.last] is unit_token and after is not None and after.kind in AFTER_BARE:
        return False
    if unit_token.value[0] == "S":
        return False
    return unit_token.word not in ("عقد", "عقدا") or after is None or after.kind in ("STOP", "COMMA", "FROM", "OFTIME")


def check_window_last(found: Found) -> bool:
    """«آخر 24 ساعة», not «آخر يوم»."""
    return not found.has("bare")


def check_set_weekday(found: Found) -> bool:
    """«أيام الجمعة» recur; «أيام السبت والأحد الماضيين» do not."""
    days = found.token("days")
    if days is None:
        return True
    following = found.lexed.tokens[found.last + 1 : found.last + 4]
    return bool(days.value[0] == "D") and not any(t.kind in ("PAST", "NEXT", "CURR") for t in following)


def check_set_times(found: Found) -> bool:
    """«مرتين في الأسبوع», «برميل في اليوم»: a count stands before, nothing qualifies the unit."""
    after = found.after()
    if after is not None and (
        after.kind
        in (
            "OW",
            "AD",
            "PAST",
            "NEXT",
            "CURR",
            "SAME",
            "FOLL",
            "PREC",
            "THIS",
            "YY",
            "WDAY",
            "DD",
            "OF",
            "LASTADJ",
            "NN",
            "CW",
            "CLOCK",
        )
        or word_in(after, "today_after")
    ):
        return False
    before = list(found.lexed.tokens[max(0, found.first - 4) : found.first])
    return any(
        t.kind in ("DD", "NN", "YY", "CW") or t.word in ("مره", "مرتين", "مرات", "مرتان", "برميل") for t in before
    )
