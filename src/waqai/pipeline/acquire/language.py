"""Which language a text is in: letters that Arabic does not have, then pycld2."""

import re

ARABIC_SCRIPT = re.compile("[\u0621-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff]+")
LETTERS = re.compile(r"[^\W\d_]+")
# Letters that a language writes often and Arabic only in foreign names.
FOREIGN = {
    "ckb": re.compile("[ەڵۆێڕ]"),
    "ps": re.compile("[ټډښځڼې]"),
    "ur": re.compile("[ٹڈےھں]"),
    "fa": re.compile("[پچژگ]"),
}
ANY_FOREIGN = re.compile("[ەڵۆێڕټډښځڼېٹڈےھںپچژگ]")
# Words with the article are a quarter of an Arabic text and next to none of a Persian or Urdu one.
ARTICLE = re.compile(r"\b[وف]?(?:ال|بال|كال|لل)\w{2,}")
MIN_ARTICLES = 0.1
MIN_SHARE = 0.015
MIN_LETTERS = 3
SAMPLE = 4_000


def detect_language(text: str) -> str:
    """The BCP 47 tag of the language most of `text` is in, "und" where it has no letters.

    Args:
        text: any text; its first 4,000 characters decide.
    """
    sample = text[:SAMPLE]
    words = LETTERS.findall(sample)
    letters = sum(map(len, words))
    arabic = sum(map(len, ARABIC_SCRIPT.findall(sample)))
    if not letters:
        return "und"
    if arabic < letters / 2:
        return _ask_cld2(sample) or "und"
    for tag, pattern in FOREIGN.items() if ANY_FOREIGN.search(sample) else ():
        found = len(pattern.findall(sample))
        if found >= MIN_LETTERS and found >= MIN_SHARE * arabic:
            return tag
    if len(ARTICLE.findall(sample)) >= MIN_ARTICLES * len(words):
        return "ar"
    return _ask_cld2(sample) or "ar"


def _ask_cld2(sample: str) -> str | None:
    import pycld2

    # Control characters and lone surrogates are errors to pycld2.
    clean = " ".join(map(_printable, sample.split("\n"))).encode("utf-8", "ignore")
    _reliable, _size, guesses = pycld2.detect(clean)
    tag = str(guesses[0][1])
    return None if tag == "un" else tag


def _printable(line: str) -> str:
    return line if line.isprintable() else "".join(c if c.isprintable() else " " for c in line)
