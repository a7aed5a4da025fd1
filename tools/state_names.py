"""What states call themselves: their names with the words for a republic, a state, a kingdom."""

from collections.abc import Iterator

POLITIES = ("جمهورية", "دولة", "مملكة")
NO_BARE_NAME = ("جمهوري", "الجمهوري", "دول", "مملك", "المملك", "سلطن", "إمار", "الإمار", "بلاد", "إقليم", "الولايات")


def full_names(forms: set[str], demonyms: list[str]) -> set[str]:
    """The names of a state, and each again with what it calls itself: «جمهورية أوغندا», «الجمهورية اللبنانية»."""
    bare = [f for f in forms if not f.startswith(NO_BARE_NAME)]
    republic = {f"الجمهورية ال{d}" for d in demonyms if " " not in d}
    return forms | republic | {f"{polity} {f}" for polity in POLITIES for f in bare}


def demonyms(forms: list[str], info: str) -> Iterator[tuple[str, str]]:
    """Demonyms with gender (m, f) or number (p), and their duals, which count as plural: «أميركيان», «سوريتين»."""
    for form in forms:
        yield form, info
        if info == "m" and form.endswith("ي"):
            yield form + "ان", "p"
        if info == "f" and form.endswith("ة"):
            yield from ((form[:-1] + ending, "p") for ending in ("تان", "تين"))
