"""The matcher takes particles off only where what is left is in the lexicon and the word as written is not."""

import pytest

from waqai.lexicon import Match, Matcher, load
from waqai.text.fold import fold_word

MATCHER = Matcher(load())


def kinds(text: str, k: int = 0) -> dict[str, Match]:
    """The best match of each kind at word `k`."""
    found: dict[str, Match] = {}
    for match in MATCHER.match(fold_word(text).split())[k]:
        found.setdefault(match.kind, match)
    return found


@pytest.mark.parametrize("word", ["وزير", "وزيرة", "وزارة", "وفد", "واشنطن"])
def test_a_first_letter_of_the_word_is_kept(word: str) -> None:
    found = kinds(word)
    assert found
    assert all(not match.conj for match in found.values())


@pytest.mark.parametrize(
    ("word", "kind", "conj", "prep"),
    [
        ("وزار", "verb", "و", ""),
        ("ووزير", "minister", "و", ""),
        ("والوزير", "minister", "و", ""),
        ("بسوريا", "state", "", "ب"),
        ("لتركيا", "state", "", "ل"),
        ("ولتركيا", "state", "و", "ل"),
        ("وبتركيا", "state", "و", "ب"),
        ("للوزارة", "ministry", "", "ل"),
        ("وبالوزارة", "ministry", "و", "ب"),
        ("وللسوري", "nisba", "و", "ل"),
    ],
)
def test_particles_come_off_in_order(word: str, kind: str, conj: str, prep: str) -> None:
    match = kinds(word)[kind]
    assert (match.conj, match.prep) == (conj, prep)


@pytest.mark.parametrize(
    ("word", "kind", "pronoun"), [("مباحثاته", "noun", "ه"), ("لقائهما", "noun", "هما"), ("اتهموه", "verb", "ه")]
)
def test_pronouns_come_off(word: str, kind: str, pronoun: str) -> None:
    assert kinds(word)[kind].pronoun == pronoun


def test_the_last_word_of_an_office_may_carry_a_pronoun() -> None:
    match = kinds("رئيس وزرائها")["office"]
    assert (match.j, match.pronoun) == (2, "ها")


def test_the_longest_phrase_comes_first() -> None:
    matches = MATCHER.match(fold_word("رئيس هيئة الأركان العامة").split())[0]
    lengths = [match.j for match in matches]
    assert lengths == sorted(lengths, reverse=True)
    assert matches[0].kind == "office"
