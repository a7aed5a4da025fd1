"""Names in Latin letters."""

import pytest

from waqai import read
from waqai.lexicon.latin import latin_name

NAMES = [
    ("أحمد الشرع", "SYR", "Ahmed al-Sharaa"),
    ("أسعد الشيباني", "SYR", "Asad al-Shaibani"),
    ("محمد بن عبد الرحمن آل ثاني", "QAT", "Mohammed bin Abdulrahman Al Thani"),
    ("مرهف أبو قصرة", "SYR", "Murhaf Abu Qasra"),
    ("خالد الدوسري", "KWT", "Khalid al-Dosari"),
    ("عبد المجيد تبون", "DZA", "Abdelmadjid Tebboune"),
    ("ناصر بوريطة", "MAR", "Nasser Bourita"),
    ("محمد ولد الشيخ", "MRT", "Mohamed Ould El Sheik"),
    ("عباس عراقجي", "IRN", "Abbas Araghchi"),
    ("Ursula von der Leyen", None, "Ursula von der Leyen"),
]


@pytest.mark.parametrize(("name", "country", "latin"), NAMES)
def test_a_name_is_spelled_as_in_the_state_of_its_bearer(name: str, country: str | None, latin: str) -> None:
    assert latin_name(name, country) == latin


@pytest.mark.parametrize("name", ["غولر", "ألتنداغ", "ميرضيائيف", "ظظ", "ء"])
def test_a_name_no_list_holds_is_spelled_by_its_letters(name: str) -> None:
    spelled = latin_name(name, "TUR")
    assert spelled.isascii()
    assert "gh" not in spelled


def test_known_office_holders_keep_their_own_spelling_and_states_their_english_name() -> None:
    record = read(
        "التقى وزير الخارجية التركي هاكان فيدان الرئيس السوري أحمد الشرع في دمشق أمس.", published="2025-10-17"
    )
    latin = {e.name: e.latin for e in record.entities}
    assert latin["هاكان فيدان"] == "Hakan Fidan"
    assert latin["أحمد الشرع"] == "Ahmed al-Sharaa"
