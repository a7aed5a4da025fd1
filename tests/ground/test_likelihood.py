"""How likely events are: what speaks for them and against them, and that the unlikely are not told."""

import csv
from pathlib import Path

import pytest

import waqai
from waqai.pipeline.acquire import Given
from waqai.pipeline.acquire.build import build_document
from waqai.pipeline.analyze import analyze
from waqai.pipeline.detect import detect
from waqai.pipeline.extract import extract
from waqai.pipeline.ground import ground
from waqai.pipeline.ground.likelihood import BIAS, LEAST, MOST

ROOT = Path(__file__).parents[2]
TABLE, EXAMPLE = ROOT / "resources" / "likelihood.tsv", ROOT / "examples" / "ankara-call.txt"


BACKGROUND = "وأعربت غانا عن تأييدها لهذا الترشيح فيما تقرر أن تعقد الجولة الثالثة في نيروبي."


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def confidence(text: str) -> float:
    """Of the only event of a text, told or not."""
    document = build_document(text, Given(published="2025-10-17"))
    (event,) = ground(extract(detect(analyze(document))), least=0.0).events
    return event.confidence


@pytest.mark.parametrize(
    ("likely", "less"),
    [
        ("اتهم وزير الخارجية الغاني كينيا أمس بخرق الهدنة.", "اتهم وزير الخارجية الغاني كينيا بخرق الهدنة."),
        ("استدعت كينيا السفير الغاني.", "قال خبير إن كينيا، وفق ما بلغه من مصادر كثيرة، استدعت السفير الغاني."),
        ("وصل وزير الدفاع الغاني إلى نيروبي.", "سيصل وزير الدفاع الغاني إلى نيروبي."),
    ],
)
def test_days_and_parties_make_an_event_likelier(likely: str, less: str) -> None:
    assert confidence(likely) > confidence(less)


def test_the_unlikely_is_not_told_and_loses_nothing_else() -> None:
    told = 0
    for text in (EXAMPLE.read_text(encoding="utf-8"), BACKGROUND):
        document = build_document(text, Given(published="2025-10-17"))
        extracted = extract(detect(analyze(document)))
        everything, kept = ground(extracted, least=0.0), ground(extracted)
        assert kept.events == tuple(e for e in everything.events if e.confidence >= LEAST)
        assert kept.entities[:1] == everything.entities[:1]
        told += len(everything.events) - len(kept.events)
    assert told, "no text here has an unlikely event: choose another"


def test_confidence_says_what_it_rests_on() -> None:
    (event,) = waqai.read("اتهمت غانا أمس كينيا بخرق الهدنة.", published="2025-10-17").events
    (trace,) = [t for t in event.trace if t.field == "confidence"]
    assert trace.because.startswith("what counts most: ")
    assert trace.because.count(",") == 2
    assert LEAST <= event.confidence <= MOST


def test_weights_say_what_they_were_learned_from() -> None:
    signs = [row["sign"] for row in rows()]
    assert len(signs) == len(set(signs))
    assert BIAS in signs
    for row in rows():
        assert 0 <= int(row["right"]) <= int(row["seen"])
        assert abs(float(row["weight"])) < 3, row
