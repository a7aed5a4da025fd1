"""WebAnno TSV 3.3: sentences, tokens and one layer of names, as INCEpTION and WebAnno read them."""

from collections.abc import Iterator

from waqai.export.base import Losses
from waqai.export.conll import names_of, sentences
from waqai.model import Record

LAYER = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value"


def files(record: Record, losses: Losses) -> Iterator[tuple[str, str]]:
    """The `.tsv` of a record; its offsets count UTF-16 units, as the format wants."""
    losses.add("events not written: the format has names only", len(record.events))
    text, names = record.document.text, names_of(record, losses)
    lines = ["#FORMAT=WebAnno TSV 3.3", f"#T_SP={LAYER}", ""]
    for at, tokens in enumerate(sentences(text), 1):
        lines += ["", f"#Text={' '.join(text[tokens[0][0] : tokens[-1][1]].split())}"]
        for n, (start, end) in enumerate(tokens, 1):
            number, name = next(
                ((i, name) for i, name in enumerate(names, 1) if name.start < end and start < name.end), (0, None)
            )
            value = f"{name.entity}[{number}]\t{name.tag}[{number}]" if name else "_\t_"
            lines.append(f"{at}-{n}\t{_units(text[:start])}-{_units(text[:end])}\t{text[start:end]}\t{value}\t")
    yield ".tsv", "\n".join(lines) + "\n"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
