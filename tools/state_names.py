"""What states call themselves: their names with the words for a republic, a state, a kingdom."""

POLITIES = ("جمهورية", "دولة", "مملكة")
NO_BARE_NAME = ("جمهوري", "الجمهوري", "دول", "مملك", "المملك", "سلطن", "إمار", "الإمار", "بلاد", "إقليم", "الولايات")


def full_names(forms: set[str], demonyms: list[str]) -> set[str]:
    """The names of a state, and each again with what it calls itself: «جمهورية أوغندا», «الجمهورية اللبنانية»."""
    bare = [f for f in forms if not f.startswith(NO_BARE_NAME)]
    republic = {f"الجمهورية ال{d}" for d in demonyms if " " not in d}
    return forms | republic | {f"{polity} {f}" for polity in POLITIES for f in bare}
