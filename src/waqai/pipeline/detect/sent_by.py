"""Whose people they are: «وفد من الحكومة», «ممثلون عن الحزب», «وفد يمثل الدول الأعضاء في مجلس الأمن»."""

from waqai.pipeline.detect.scan import Scan

FROM = frozenset(("من", "عن"))
STAND_FOR = frozenset(("يمثل", "تمثل", "مثل", "مثلت", "يمثلون", "ممثلا"))
STATES, MEMBERS, IN = frozenset(("الدول", "البلدان")), frozenset(("الاعضاء", "المنضويه")), frozenset(("في", "ب"))


def words_between(s: Scan, k: int) -> int:
    """How many words from `k` on stand before the body that people come from or stand for; 0 where none do."""
    if s.word(k) not in FROM and s.word(k) not in STAND_FOR:
        return 0
    members = s.word(k + 1) in STATES and s.word(k + 2) in MEMBERS and s.word(k + 3) in IN
    return 4 if members else 1
