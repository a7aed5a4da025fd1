"""Names with a tagger beside the rules: where they end, whom only it sees, when it is asked; nothing needs it."""

from importlib import import_module

import pytest

from waqai.model import Document
from waqai.pipeline.analyze import analyze
from waqai.tagger import load

stage = import_module("waqai.pipeline.detect")


class Saying:
    """A tagger that calls the words of these names persons."""

    def __init__(self, *names: str) -> None:
        self.names = [name.split() for name in names]
        self.asked: list[list[int]] = []

    def tag(self, sentences: list[list[str]], near: list[list[int]]) -> list[list[str]]:
        self.asked += near
        return [self._labels(words) for words in sentences]

    def _labels(self, words: list[str]) -> list[str]:
        labels = ["O"] * len(words)
        for name in self.names:
            for k in range(len(words) - len(name) + 1):
                if words[k : k + len(name)] == name:
                    labels[k : k + len(name)] = ["B-PER", *["I-PER"] * (len(name) - 1)]
        return labels


def people(text: str, use_model: bool = True) -> list[str]:
    analysis = analyze(Document(id="x", text=text, published="2025-10-17", language="ar"))
    return [m.name for f in stage.detect(analysis, use_model).found for m in f.mentions if m.kind == "person"]


@pytest.mark.parametrize(
    ("text", "seen", "found"),
    [
        # a name goes on over a word that the rules leave out, and not over one that lists know for something else
        ("استقال المدعي العام غسان عويدات أمس.", ["غسان عويدات"], ["غسان عويدات"]),
        ("قال النائب شريف حل المجلس قريبا.", ["شريف حل"], ["شريف"]),
        # no name after the title
        ("ونفى رئيس مجلس الوزراء تأكيده أن الأمر صحيح.", [], []),
        # whom no title announces; one word is not enough
        ("وقرأ المتهم ريدمور كاسباخ القرار.", ["ريدمور كاسباخ"], ["ريدمور كاسباخ"]),
        ("وقرأ المتهم كاسباخ زيلمور القرار.", ["كاسباخ"], []),
        # a name that lists know stays
        ("التقى وزير الخارجية التركي هاكان فيدان أمس.", [], ["هاكان فيدان"]),
    ],
)
def test_names_that_the_tagger_settles(
    text: str, seen: list[str], found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage, "load_tagger", lambda: Saying(*seen))
    assert people(text) == found


def test_nobody_asks_where_the_rules_are_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    tagger = Saying()
    monkeypatch.setattr(stage, "load_tagger", lambda: tagger)
    people("التقى وزير الخارجية التركي هاكان فيدان نظيره السوري أسعد الشيباني في أنقرة أمس.")
    assert tagger.asked == []


def test_without_the_extra_or_when_told_not_to_the_rules_read_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "وقرأ المتهم ريدمور كاسباخ القرار."
    monkeypatch.setattr(stage, "load_tagger", lambda: None)
    assert people(text) == people(text, use_model=False) == []
    monkeypatch.setattr(stage, "load_tagger", lambda: pytest.fail("asked all the same"))
    assert people(text, use_model=False) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وأعلن قائد أركان الجيش الجنرال توماسو كيمبالي انسحاب قواته من البلدة.", "توماسو كيمبالي"),
        ("وصل مرشح المعارضة إدموندو غونزاليس أوروتيا إلى مدريد.", "إدموندو غونزاليس أوروتيا"),
    ],
)
def test_the_shipped_tagger_finds_names_that_no_list_has(text: str, name: str) -> None:
    if load() is None:
        pytest.skip("NOT TESTED with the shipped model: install the extra `model`")
    assert name in people(text)
    assert people(text) == people(text)


def test_hyphenated_names_are_one() -> None:
    assert people("بحث وزير الخارجية الفرنسي جان-نويل بارو الملف.", use_model=False) == ["جان-نويل بارو"]
    assert people("انعقد اللقاء. وصل الوزير جان - نويل بارو أمس.", use_model=False) == ["جان"]


def test_a_known_name_does_not_run_on() -> None:
    assert people("الذي أعلنه الرئيس الأميركي دونالد ترامب حيز التنفيذ.", use_model=False) == ["دونالد ترامب"]
