"""A lexicon compiled by another version says so in one line."""

import sys
from pathlib import Path

import pytest

from waqai.errors import WaqaiError
from waqai.lexicon import load
from waqai.lexicon.load import Compiled, Lexicon, Tables


def test_a_section_that_a_stale_lexicon_lacks_is_named() -> None:
    stale = Lexicon(Compiled(heads={}, seconds={}, phrases={}, tables=Tables(grammar={"prepositions": ("في",)})))
    assert stale.words("prepositions") == {"في"}
    with pytest.raises(WaqaiError, match=r"no section 'relatives': run `make data`"):
        stale.words("relatives")


@pytest.mark.parametrize(
    ("content", "said"),
    [(b'{"heads":{},"phrases":{},"tables":{}}', "of another version"), (None, "is missing")],
)
def test_a_stale_file_is_refused(
    content: bytes | None, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if content is not None:
        (tmp_path / "lexicon.json").write_bytes(content)
    monkeypatch.setattr(sys.modules["waqai.lexicon.load"], "files", lambda _package: tmp_path)
    load.cache_clear()
    try:
        with pytest.raises(WaqaiError, match=rf"{said}.*run `make data`"):
            load()
    finally:
        load.cache_clear()
