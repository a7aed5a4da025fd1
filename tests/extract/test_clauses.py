"""Who does what to whom in relative clauses, after pronouns and with verbs that agree with their subject."""

import pytest

import waqai

CASES = [
    (
        "قدم المحافظ ناظم الوائلي استقالته إلى رئيس الوزراء العراقي مصطفى الكاظمي، الذي أمر باعتقال ثلاثة ضباط.",
        "COERCE",
        ["مصطفى الكاظمي"],
        None,
    ),
    (
        "اتفقت باكستان وأفغانستان على هدنة خلال مفاوضات رعتها قطر وتركيا.",
        "CONSULT",
        ["باكستان", "أفغانستان", "قطر", "تركيا"],
        None,
    ),
    (
        "وجاء اللقاء في مستهل زيارة «دولة» يقوم بها السلطان هيثم بن طارق إلى إسبانيا.",
        "CONSULT",
        ["هيثم بن طارق"],
        ["إسبانيا"],
    ),
    (
        "حاول مئات المتظاهرين في تونس اقتحام مقر الحكومة، واعتقلت الشرطة التونسية 84 منهم.",
        "COERCE",
        ["الشرطة التونسية"],
        None,
    ),
]


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), CASES)
def test_parties_of_clauses(text: str, kind: str, actors: list[str], recipients: list[str] | None) -> None:
    event = next(e for e in waqai.read(text, published="2025-10-17").events if e.type == kind)
    assert [p.name for p in event.actors] == actors
    if recipients is not None:
        assert [p.name for p in event.recipients] == recipients
