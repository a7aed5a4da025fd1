"""The learned name tagger: its parts by hand-made data, and the shipped model where onnxruntime is installed."""

import json
from pathlib import Path

import pytest

from waqai.tagger import load
from waqai.tagger.decode import LABELS, best
from waqai.tagger.lists import CLITIC, INSIDE, KINDS, MARK, WIDTH, Lists, bare
from waqai.tagger.pieces import UNKNOWN, Pieces, plain
from waqai.tagger.tagger import DATA, FILES, around, genuine

LISTS = Lists(["احمد\tN", "الشرع\tS", "دمشق\tP", "مجلس الامن\tO", "مجلس\tO"])
PIECES = Pieces(
    ["<s>\t-99", "<pad>\t-99", "</s>\t-99", "<unk>\t-99", "▁وقال\t-5", "▁و\t-4", "قال\t-6", "▁\t-7", "ل\t-3", "ا\t-3"]
)


def row(label: str, weight: float = 2.0) -> list[float]:
    return [weight if name == label else 0.0 for name in LABELS]


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("دمشق", ["دمشق"]),
        ("ودمشق", ["ودمشق", "دمشق"]),
        ("وبدمشق", ["وبدمشق", "بدمشق", "دمشق"]),
        ("للعراق", ["للعراق", "العراق"]),
        ("ولد", ["ولد"]),
    ],
)
def test_bare_cuts_proclitics_off(word: str, forms: list[str]) -> None:
    assert bare(word) == forms


def test_lists_mark_forms_under_their_clitics_and_inside_longer_ones() -> None:
    features = LISTS.features(["وقال", "أحمد", "الشرع", "بدمشق", "لمجلس", "الأمن", "،"])
    organisation = KINDS.index("O")
    assert features[0] == frozenset()
    assert features[1] == {KINDS.index("N")}
    assert features[2] == {KINDS.index("S")}
    assert features[3] == {KINDS.index("P"), CLITIC}
    assert features[4] == {organisation, CLITIC}
    assert features[5] == {INSIDE + organisation}
    assert features[6] == {MARK}
    assert all(number < WIDTH for on in features for number in on)


def test_pieces_take_the_most_likely_cut() -> None:
    assert PIECES.word("وقال") == [4]
    assert PIECES.word("قال") == [7, 6]
    assert PIECES.word("ژ") == [7, UNKNOWN]


def test_pieces_read_marks_and_presentation_forms_as_plain_letters() -> None:
    assert plain("وقــالَ") == "وقال"
    assert PIECES.word("وقـالَ") == PIECES.word("وقال")


def test_decode_never_continues_what_did_not_begin() -> None:
    assert best([row("I-PER"), row("I-PER")])[0] != "I-PER"
    assert best([row("B-PER"), row("I-PER"), row("O")]) == ["B-PER", "I-PER", "O"]
    assert best([]) == []


def test_windows_meet() -> None:
    assert around([3, 30], 60) == [(0, 9), (25, 36)]
    assert around([3, 12], 60) == [(0, 18)]
    assert around([], 60) == []


def test_load_gives_none_where_a_file_is_missing_or_changed(tmp_path: Path) -> None:
    assert load(tmp_path) is None
    for name in FILES:
        (tmp_path / name).write_text("x")
    (tmp_path / "manifest.json").write_text(json.dumps({"version": "1", "sha256": dict.fromkeys(FILES, "0")}))
    assert not genuine(tmp_path)
    load.cache_clear()
    assert load(tmp_path) is None


def test_shipped_files_are_the_pinned_ones() -> None:
    assert genuine(DATA)


def test_shipped_files_are_below_35_megabytes() -> None:
    assert sum((DATA / name).stat().st_size for name in FILES) < 35_000_000


SENTENCES = [
    (
        "التقى وزير الخارجية السوري أسعد الشيباني نظيره النرويجي إسبن بارث إيدي في أوسلو",
        {("أسعد الشيباني", "PER"), ("إسبن بارث إيدي", "PER"), ("أوسلو", "LOC")},
    ),
    (
        "وقال المتحدث باسم حلف شمال الأطلسي في بروكسل إن اجتماعا سيعقد مع أوكرانيا",
        {("حلف شمال الأطلسي", "ORG"), ("بروكسل", "LOC"), ("أوكرانيا", "LOC")},
    ),
]


@pytest.mark.parametrize(("text", "names"), SENTENCES)
def test_shipped_model_finds_names(text: str, names: set[tuple[str, str]]) -> None:
    pytest.importorskip("onnxruntime")
    tagger = load()
    assert tagger is not None
    words = text.split()
    found, labels = set(), [*tagger.tag([words, []])[0], "O"]
    for start, label in enumerate(labels):
        if label[0] == "B":
            end = next(k for k in range(start + 1, len(labels)) if labels[k][0] != "I")
            found.add((" ".join(words[start:end]), label[2:]))
    assert found >= names


def test_shipped_model_reads_only_near_unsure_words() -> None:
    pytest.importorskip("onnxruntime")
    tagger = load()
    assert tagger is not None
    words = SENTENCES[0][0].split()
    assert tagger.tag([words, words], [[], [5, 11]])[0] == ["O"] * len(words)
    assert tagger.tag([words, words], [[], [5, 11]])[1] == tagger.tag([words])[0]
