"""Words that open another slot behind a head, or close one."""

from functools import lru_cache

from waqai.lexicon import Lexicon

# «كلا على حدة وزيري ...»
APART, APART_ENDS = frozenset(["علي حده", "علي انفراد"]), frozenset(["حده", "انفراد"])
# «والتقى في وقت لاحق المحافظ»: when, and nothing is governed behind it.
LATER = frozenset(["لاحق", "سابق"])
# «على لسان المتحدث»
VOICE = "علي لسان"
BY_HAND = frozenset(["قبل", "جانب", "يد", "ايدي", "طرف"])
CLOSING = "،؛:-–()"
# Sections of the grammar whose words open a slot.
STEERING = ("prepositions", "beside_words", "circumstantial", "aftermath", "locatives")


@lru_cache(maxsize=1 << 16)
def steers(lexicon: Lexicon, word: str) -> bool:
    """Whether a word may open another slot or close one; most leave the open one as it is."""
    grammar, bare = lexicon.grammar, word.removeprefix("و")
    if word in grammar["manner_words"]:
        return False  # «انتقد الوزير بحدة قرار الاتحاد»
    if (
        word[0] in "بل"
        or word in CLOSING
        or word in BY_HAND
        or word in APART_ENDS | LATER
        or bare in grammar["companions"]
    ):
        return True
    if any(phrase.split(" ")[0] == word for phrase in (*grammar["by"], *APART, VOICE)):
        return True
    return any(word in grammar[section] or bare in grammar[section] for section in STEERING)
