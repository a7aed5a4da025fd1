"""Words of groups that are no party where they stand: marches, force itself, things and deeds."""

from waqai.lexicon import Match
from waqai.pipeline.detect.heads import ARMED
from waqai.pipeline.detect.scan import Scan

# «من جانب إسبانيا» is no side of its own.
SIDES = frozenset(["جانب", "طرف"])
MARCHES = frozenset(["مسيره", "مسيرات"])
# «هيئة شؤون الأسرى»
AFFAIRS = frozenset(["شوون", "لشوون", "بشوون", "وزاره", "هييه"])
WAYS = frozenset(["من", "الي", "نحو", "في", "باتجاه"])
# «نيابة عن الأمير», «جهود القضاء على الإرهاب».
NO_COURTS = frozenset([("نيابه", "عن"), ("قضاء", "علي")])
FORCEFUL = frozenset(["ASSAULT", "MOBILIZE"])


def marches(s: Scan, m: Match) -> bool:
    """«مسيرة احتجاجية», «مسيرة الأعلام», «عقب المسيرة» are marches; a drone is told by what it does or by its owner."""
    if head_word(s, m) not in MARCHES or m.j > m.i + 1:
        return False
    if s.section(m.j, "march_words") or (s.word(m.j) in WAYS and s.section(m.j + 1, "march_ways")):
        return True
    triggers = s.lexicon.tables.triggers
    near = (x for k in (m.i - 1, m.j) if 0 <= k < s.size for x in s.matches[k] if x.kind in ("verb", "phrase"))
    if any(triggers[int(x.ref)].type in FORCEFUL for x in near):
        return False
    owner = s.best(m.j, "state", "nisba", "org", "group")
    owned = owner is not None and (owner.kind != "group" or str(owner.ref) in ARMED)
    definite = m.article or s.article(m.i) or s.article(m.j)
    return not owned and (definite or s.section(m.i - 1, "march_before"))


def force_itself(s: Scan, m: Match) -> bool:
    """«باستخدام القوة», «رفض بقوة الاتهامات»: force, which is nobody's side; «القضاء على الفقر» no court."""
    if (head_word(s, m).removeprefix("ل"), s.word(m.j)) in NO_COURTS:
        return True
    if head_word(s, m) != "قوه" or m.j > m.i + 1:
        return False
    used = s.section(m.i - 1, "force_before") or (s.word(m.i - 1) == "الي" and s.section(m.i - 2, "recourse"))
    return used or (m.prep == "ب" and s.best(m.j, "nisba") is None)


def means_no_party(s: Scan, m: Match, j: int, country: str | None) -> bool:
    """«ذخيرة مدفعية», «مشروع جمهورية جديدة», «تنظيم إضراب», «تعده تنظيما إرهابيا»: things, deeds and what one is."""
    word, grammar = head_word(s, m), s.lexicon.grammar
    if word in SIDES or country is not None:
        return word in SIDES and (country is None or s.word(m.i - 1) == "من")
    if word == "دول" and j == m.i + 1 and not (s.article(j) or m.pronoun):
        # «السلع العابرة إلى دول أخرى»: any of them.
        return not (s.word(m.i - 1).isdigit() or s.section(m.i - 1, "number_words"))
    if word in grammar["presidency_words"]:
        return not s.section(j, "presided_bodies")
    if word in grammar["bodies_or_deeds"]:
        deed = s.word(j) in s.lexicon.common and s.word(j) not in s.lexicon.names and not s.article(j)
        return word.endswith("ا") or deed or s.best(j, "noun", "phrase") is not None
    if word in grammar["movements_of_traffic"]:
        return s.section(j, "traffic_words")
    if word not in grammar["parties_by_state"]:
        return False
    acts = not m.prep and any(x.kind in ("verb", "light", "general") for x in s.matches[m.i - 1] if m.i)
    return not acts and not s.section(j, "people_adjectives")


def sound(s: Scan, m: Match) -> bool:
    """«مستوطنين | باحات المسجد»: a plural that has kept its ن has no genitive behind it."""
    return m.info.startswith("pl") and s.word(m.i).endswith(("ون", "ين")) and not s.article(m.i)


def head_word(s: Scan, m: Match) -> str:
    """The noun of a group without its attached particles and article."""
    word = s.word(m.i)[len(m.conj) + len(m.prep) :]
    return word.removeprefix("ال")


def themselves(s: Scan, people: Match) -> bool:
    """«القوات المسلحة», «مجلس الوزراء», «الأسرى» are whom they name where no minister or «شؤون» stands before."""
    sector = str(people.ref)
    if sector == "CVL":
        return people.info.startswith("pl") and s.word(people.i - 1) not in AFFAIRS
    return sector == "MIL" or (sector == "GOV" and people.j > people.i + 1)
