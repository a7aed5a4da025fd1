"""Whether a report that no word of politics opens is one all the same: who is named in it tells."""

import waqai

# Fifty words and more of which none is of politics or of another walk of life.
SCENE = (
    "ورأى المراسل الفتيات بأثواب زرق يترجلن من حافلات صغيرة أمام المبنى القديم، وكانت بعضهن حافيات الأقدام، "
    "وحملت أخريات حقائب مملوءة بالدفاتر، ثم جلسن في الظل تحت شجرة كبيرة ينتظرن آباءهن وأمهاتهن الذين "
    "توافدوا منذ ساعات الصباح الأولى على ظهور الدراجات والحمير وفي عربات يجرها الصغار."
)


def refusals(text: str) -> list[tuple[str, list[str]]]:
    return [(e.type, [a.name for a in e.actors]) for e in waqai.read(text, published="2025-10-17").events]


def test_a_named_head_of_state_makes_a_report_political() -> None:
    told = refusals(f"صرح الرئيس الغاني جون ماهاما بأنه لن يرضخ للابتزاز.\n{SCENE}")
    assert told == [("REJECT", ["جون ماهاما"])]


def test_the_president_of_a_club_does_not() -> None:
    assert refusals(f"صرح الرئيس بأنه لن يرضخ للابتزاز.\n{SCENE}") == []
