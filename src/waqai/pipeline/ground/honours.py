"""Who «جلالته», «سموه», «معاليه» are: the one who was called so, else the holder of an office that the word suits."""

from waqai.pipeline.detect import Mention
from waqai.pipeline.ground.people import Party, Registry, Resolved
from waqai.text.fold import fold_word

HONOURED = {
    "جلالته": ("head-of-state",),
    "فخامته": ("head-of-state",),
    "سيادته": ("head-of-state",),
    "سموه": ("head-of-state", "crown-prince", "head-of-government", "minister"),
    "دولته": ("head-of-government",),
    "معاليه": ("minister",),
    "سعادته": ("ambassador", "minister"),
}
# The forms of address that these words repeat, and how far they stand before an office or name.
STYLES = {
    "جلالته": frozenset(["جلاله", "الجلاله", "الملك", "الملكه", "ملك", "ملكه"]),
    "فخامته": frozenset(["فخامه", "الفخامه", "لفخامه"]),
    "سموه": frozenset(["سمو", "السمو", "لسمو", "الشيخ", "الامير", "الشيخه", "الاميره"]),
    "معاليه": frozenset(["معالي", "المعالي", "لمعالي"]),
    "سعادته": frozenset(["سعاده", "السعاده", "لسعاده"]),
    "دولته": frozenset(["دوله", "الدوله"]),
}
STYLE_REACH = 2


def resolve_honoured(m: Mention, registry: Registry) -> list[Resolved]:
    """«جلالته», «سيادته»: the person named last before it whose office the words suit, else the person named last."""
    offices = HONOURED.get(fold_word(m.name), ())
    before = [(at[:2], r.party) for at, r in registry.of.items() if at[:2] < (m.sentence, m.i)]
    people = [p for _, p in sorted(before, key=lambda x: x[0], reverse=True) if p.kind in ("person", "role")]
    if called := _called_so(m, registry):
        return [Resolved(called, True, f"«{m.name}» is {called.name}, who was called so")]
    suits = [p for p in people if any(o.endswith(f) for o in p.offices for f in offices)]
    found = next(iter(suits or people), None)
    return [Resolved(found, True, f"«{m.name}» is {found.name}, named before")] if found else []


def _called_so(m: Mention, registry: Registry) -> Party | None:
    """«صاحب السمو الأمير ... سموه»: the one named last before it with the form of address that the word repeats."""
    style = STYLES.get(fold_word(m.name), frozenset())
    best: tuple[tuple[int, int], Party] | None = None
    for (sentence, i, j), resolved in registry.of.items():
        if resolved.party.kind != "person" or not (sentence, i) < (m.sentence, m.i):
            continue
        styled = not style.isdisjoint(registry.found[sentence].sentence.words[max(0, i - STYLE_REACH) : j])
        if styled and (best is None or (sentence, i) > best[0]):
            best = (sentence, i), resolved.party
    return best[1] if best else None
