"""Real newswire labelled by others: is there an attack, is there a protest?

    python benchmarks/newswire.py FOLDER

FOLDER holds `assault_gsr.csv` and `protest_gsr.csv` of github.com/openeventdata/arabic_event_gsr (MIT): 5,778 sentences
of 2005 to 2012, chosen by keyword, each judged by several annotators. They stay out of this repository. The labels ask
whether a sentence tells of such an event; what a clause tells by the way counts as none there and as an event here, so
that the last column is an upper bound of what is said wrongly.
"""

import csv
import sys
from collections import Counter
from pathlib import Path

from waqai import Reader

LABELS = ("yes", "ambiguous", "difficult no", "easy no")
PUBLISHED = "2008-06-15"


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("usage: python benchmarks/newswire.py FOLDER (with assault_gsr.csv and protest_gsr.csv)")
    csv.field_size_limit(10**7)
    reader = Reader()
    print(
        "type".ljust(10)
        + "".join(label.rjust(16) for label in LABELS)
        + "   share of sentences with an event of the type"
    )
    for kind in ("assault", "protest"):
        path = Path(sys.argv[1]) / f"{kind}_gsr.csv"
        if not path.exists():
            sys.exit(f"{path} is missing: fetch it from github.com/openeventdata/arabic_event_gsr")
        told, found = Counter[str](), Counter[str]()
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                events = reader.read(row["text"], published=PUBLISHED).events
                told[row["label"]] += 1
                found[row["label"]] += any(event.type == kind.upper() for event in events)
        cells = (f"{found[label] / max(1, told[label]):.3f} of {told[label]}".rjust(16) for label in LABELS)
        print(kind.ljust(10) + "".join(cells))


if __name__ == "__main__":
    main()
