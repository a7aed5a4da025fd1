"""Formats of names alone: what overlaps, where sentences end, offsets in UTF-16 units."""

from io import BytesIO

from waqai.export import Losses, export, find_format
from waqai.export.base import texts_of
from waqai.export.conll import names_of
from waqai.model import Document, Entity, Record


def test_of_two_names_that_begin_together_the_longer_is_kept() -> None:
    entities = (
        Entity(id="a", kind="org", name="وزارة الدفاع", mentions=((0, 12),)),
        Entity(id="b", kind="state", name="الدفاع", mentions=((0, 6), (6, 12), (20, 22))),
    )
    losses = Losses()
    names = names_of(Record(document=Document(id="d", text="x" * 30), entities=entities), losses)
    assert [(n.start, n.end, n.entity, n.tag) for n in names] == [(0, 12, "a", "ORG"), (20, 22, "b", "LOC")]
    assert losses.lines() == ["2 × names left out: inside another name"]


def test_a_full_stop_inside_a_name_ends_no_sentence() -> None:
    text = "قال ج. ب. ثم"
    record = Record(
        document=Document(id="d", text=text), entities=(Entity(id="a", kind="person", name="ج. ب", mentions=((4, 8),)),)
    )
    stream = BytesIO()
    export([record], find_format("conll"), stream)
    assert stream.getvalue().decode().splitlines()[2:] == [
        "قال _ _ O", "ج _ _ B-PER", ". _ _ I-PER", "ب _ _ I-PER", ". _ _ O", "", "ثم _ _ O", "",
    ]  # fmt: skip


def test_webanno_counts_utf16_units() -> None:
    (text,) = texts_of(Record(document=Document(id="d", text="🙂 هنا")), find_format("webanno"))
    assert "1-2\t3-6\tهنا\t_\t_\t" in text.splitlines()
