# ruff: noqa: E501
"""Read the labelled corpora, put them into the reader's words and write one JSON file a part.

Each corpus is optional but ANERcorp. See `training/README.md` for where each comes from, under which licence, and
which file is expected where. Nothing read or written here belongs into the repository.
"""

import argparse
import json
import re
from pathlib import Path

from waqai.pipeline.analyze import WORD
from waqai.text.fold import fold

Sentence = tuple[list[str], list[str]]
CLASSES = ("PER", "LOC", "ORG")
ANERCORP = {"PERS": "PER", "LOC": "LOC", "ORG": "ORG"}
AQMAR = {"PER": "PER", "LOC": "LOC", "ORG": "ORG", "-ORG": "ORG"}
WOJOOD = {"PERS": "PER", "LOC": "LOC", "GPE": "LOC", "ORG": "ORG", "FAC": "LOC"}
PERSON = "Politician Religious_PER Artist Scientist Other_PER Athlete Businessperson Engineer Lawyer Police"
PLACE = (
    "Population-Center Nation State-or-Province Water-Body Continent Land-Region-Natural GPE-Cluster County-or-District "
    "Building-Grounds Path Airport Subarea-Facility Plant"
)
BODY = "Non-Governmental Commercial Government Media Educational Sports Religious_ORG Medical-Science Entertainment"
WIKIFANE = {
    **dict.fromkeys(PERSON.split(), "PER"),
    **dict.fromkeys(PLACE.split(), "LOC"),
    **dict.fromkeys(BODY.split(), "ORG"),
}
PREFIXES = {"و", "ف", "ب", "ل", "ك", "س"}
SUFFIXES = {"ه", "ها", "هم", "هما", "هن", "نا", "كم", "ي", "ني"}
INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\ufeff]")


def read_columns(path: Path) -> list[Sentence]:
    """Sentences of a file of `word … label` lines, cut at lines without a label."""
    sentences: list[Sentence] = []
    words: list[str] = []
    labels: list[str] = []
    for line in [*path.read_text(encoding="utf-8-sig").splitlines(), ""]:
        cells = INVISIBLE.sub("", line).split() if line.strip() else []
        if len(cells) == 1 and len(cells[0]) > 2 and cells[0] != "O":
            cells.append("O")
        elif len(cells) == 1 and line[:1] != "\t":
            cells.insert(0, "-")
        if len(cells) < 2 or cells[0] == "$#$":
            if words:
                sentences.append((words, labels))
            words, labels = [], []
        else:
            words.append(cells[0])
            labels.append(cells[1])
    return sentences


def coarse(labels: list[str], classes: dict[str, str]) -> list[str]:
    """Labels in IOB2 over the three classes; other classes become O."""
    out: list[str] = []
    for label in labels:
        mark, _, kind = label.partition("-")
        kind = classes.get(kind, "")
        if not kind or mark not in "BI":
            out.append("O")
        elif mark == "I" and out and out[-1][2:] == kind:
            out.append("I-" + kind)
        else:
            out.append("B-" + kind)
    return out


def rejoin(words: list[str], labels: list[str]) -> Sentence:
    """Put the clitics that WikiFANE cuts off back onto their words."""
    out: list[str] = []
    tags: list[str] = []
    prefix = ""
    for word, label in zip(words, labels, strict=True):
        if word in PREFIXES and label == "O":
            prefix += word
        elif word in SUFFIXES and label == "O" and not prefix and out and out[-1].isalpha():
            last = out[-1]
            out[-1] = (last[:-1] + "ت" if last.endswith("ة") else last) + word
        else:
            joined = prefix + word
            out.append(joined.replace("للا", "لال").replace("لال", "لل", 1) if joined.startswith("لال") else joined)
            tags.append(label)
            prefix = ""
    return (out, tags) if not prefix else ([*out, prefix], [*tags, "O"])


def reader_words(word: str) -> list[str]:
    """The reader's words in a word of a corpus, as received."""
    folded = fold(word)
    spans = [folded.span(m.start(), m.end()) for m in WORD.finditer(folded.text)]
    return [word[start:end] for start, end in spans]


def split(sentence: Sentence) -> tuple[list[str], list[str], list[int]]:
    """The sentence in the reader's words, labels carried over, and for each the number of its corpus word."""
    words: list[str] = []
    labels: list[str] = []
    origin: list[int] = []
    for number, (word, label) in enumerate(zip(*sentence, strict=True)):
        parts = reader_words(word) or [word]
        letters = [k for k, part in enumerate(parts) if any(c.isalnum() for c in part)] or [0]
        for k, part in enumerate(parts):
            within = letters[0] <= k <= letters[-1]
            words.append(part)
            labels.append(label if not within or k == letters[0] or label == "O" else "I" + label[1:])
            if not within:
                labels[-1] = "O"
            origin.append(number)
    return words, labels, origin


def part(sentences: list[Sentence], classes: dict[str, str], corpus: str) -> list[dict[str, object]]:
    """Records of one part of a corpus."""
    records = []
    for words, labels in sentences:
        flat = coarse(labels, classes)
        own, tags, origin = split((words, flat))
        records.append({"corpus": corpus, "words": own, "labels": tags, "origin": origin, "gold": flat})
    return records


def wojood(path: Path) -> list[Sentence]:
    """Wojood's outermost label of each word."""
    return read_columns(path)


def main() -> None:
    """Read what is there and write `train.json` and `test.json`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--out", type=Path, required=True, help="folder for train.json and test.json")
    options = parser.parse_args()
    data: Path = options.data
    train = part(read_columns(data / "ANERCorp_CamelLab_train.txt"), ANERCORP, "anercorp")
    test = part(read_columns(data / "ANERCorp_CamelLab_test.txt"), ANERCORP, "anercorp")
    fane = data / "WikiFANE_Gold_2014_500K.txt"
    if fane.exists():
        train += part([rejoin(*s) for s in read_columns(fane)], WIKIFANE, "wikifane")
    for path in sorted((data / "aqmar").glob("*.txt")):
        train += part(read_columns(path), AQMAR, "aqmar")
    for path in sorted(data.glob("wojood_*.txt")):
        train += part(wojood(path), WOJOOD, "wojood")
    options.out.mkdir(parents=True, exist_ok=True)
    for name, records in (("train", train), ("test", test)):
        (options.out / f"{name}.json").write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")
        counts: dict[str, list[int]] = {}
        for record in records:
            count = counts.setdefault(str(record["corpus"]), [0, 0])
            count[0] += 1
            count[1] += len(record["words"])  # type: ignore[arg-type]
        print(name, counts)


if __name__ == "__main__":
    main()
