"""The mentions of a record in the formats of annotation tools: CoNLL, brat, WebAnno TSV, JSON."""

import re
from collections.abc import Callable, Iterator

import msgspec
from msgspec import Struct

from waqai.model import Record

TAGS = {"person": "PER", "state": "LOC", "place": "LOC", "organisation": "ORG", "group": "ORG"}
TOKEN = re.compile(r"\w+|[^\w\s]")
SENTENCE = re.compile(r"[^\n.!؟?]+(?:[.!؟?]+(?=\s|$)|[.!؟?]|\n|$)+")


class Mention(Struct, frozen=True):
    """Words of the text that name an entity; `tag` is its CoNLL class."""

    start: int
    end: int
    tag: str
    entity: str


def flat_mentions(record: Record) -> list[Mention]:
    """The mentions in the order of the text; of two that overlap the longer one."""
    every = [
        Mention(start, end, TAGS.get(entity.kind, "MISC"), entity.id)
        for entity in record.entities
        for start, end in entity.mentions
    ]
    kept: list[Mention] = []
    for one in sorted(every, key=lambda m: (m.start - m.end, m.start, m.entity)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda m: m.start)


def sentences(text: str) -> Iterator[list[tuple[int, int]]]:
    """The tokens of each sentence, as spans of `text`."""
    for sentence in SENTENCE.finditer(text):
        tokens = [match.span() for match in TOKEN.finditer(text, *sentence.span())]
        if tokens:
            yield tokens


def to_json(record: Record) -> str:
    """Entities and tenures as one JSON object."""
    value = {"document": record.document.id, "entities": record.entities, "tenures": record.tenures}
    return msgspec.json.format(msgspec.json.encode(value)).decode() + "\n"


def to_conll(record: Record) -> str:
    """CoNLL-2003's two columns, token and IOB2 tag; a blank line after each sentence."""
    mentions = flat_mentions(record)
    lines: list[str] = []
    for tokens in sentences(record.document.text):
        for start, end in tokens:
            inside = next((m for m in mentions if m.start <= start and end <= m.end), None)
            tag = f"{'B' if inside.start == start else 'I'}-{inside.tag}" if inside else "O"
            lines.append(f"{record.document.text[start:end]}\t{tag}")
        lines.append("")
    return "\n".join(lines) + "\n"


def to_brat(record: Record) -> str:
    """A brat standoff file for the document's text; the entity's id is a note."""
    lines: list[str] = []
    for number, one in enumerate(flat_mentions(record), 1):
        words = record.document.text[one.start : one.end].replace("\n", " ")
        lines.append(f"T{number}\t{one.tag} {one.start} {one.end}\t{words}")
        lines.append(f"#{number}\tAnnotatorNotes T{number}\t{one.entity}")
    return "".join(f"{line}\n" for line in lines)


def to_webanno(record: Record) -> str:
    """WebAnno TSV 3.3 with one layer of named entities; its offsets count UTF-16 units."""
    text, mentions = record.document.text, flat_mentions(record)
    layer = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value"
    lines = ["#FORMAT=WebAnno TSV 3.3", f"#T_SP={layer}", ""]
    for at, tokens in enumerate(sentences(text), 1):
        lines += ["", f"#Text={' '.join(text[tokens[0][0] : tokens[-1][1]].split())}"]
        for n, (start, end) in enumerate(tokens, 1):
            number, inside = next(
                ((i, m) for i, m in enumerate(mentions, 1) if m.start <= start and end <= m.end), (0, None)
            )
            value = f"{inside.entity}[{number}]\t{inside.tag}[{number}]" if inside else "_\t_"
            lines.append(f"{at}-{n}\t{_units(text[:start])}-{_units(text[:end])}\t{text[start:end]}\t{value}\t")
    return "\n".join(lines) + "\n"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


FORMATS: dict[str, Callable[[Record], str]] = {
    "json": to_json,
    "conll": to_conll,
    "brat": to_brat,
    "webanno": to_webanno,
}
