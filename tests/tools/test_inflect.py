"""Spellings of the wires' verbs, class by class: sound, hollow, defective, doubled, hamzated."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
_spec = importlib.util.spec_from_file_location("waqai_tools_inflect", ROOT / "tools" / "inflect.py")
assert _spec is not None
assert _spec.loader is not None
inflect_module = importlib.util.module_from_spec(_spec)
sys.modules["waqai_tools_inflect"] = inflect_module
_spec.loader.exec_module(inflect_module)
inflect = inflect_module.inflect

# verb | passive or - | forms: tag=spelling. Tags: tense p(ast) r(present) f(uture) j(ussive), then person,
# gender (m f a), number (s d p); a final x asks for the passive voice.
TABLE = """
بحث / يبحث | - | p3ms=بحث p3fs=بحثت p3md=بحثا p3fd=بحثتا p3mp=بحثوا
بحث / يبحث | - | p1ap=بحثنا r3ms=يبحث r3fs=تبحث r1ap=نبحث r3md=يبحثان
بحث / يبحث | - | r3fd=تبحثان r3mp=يبحثون j3mp=يبحثوا j3md=يبحثا
بحث / يبحث | - | f3ms=سيبحث f3fs=ستبحث f3mp=سيبحثون f3md=سيبحثان
اجتمع / يجتمع | - | p3fs=اجتمعت p3mp=اجتمعوا p1ap=اجتمعنا r3md=يجتمعان f3fs=ستجتمع
أعلن / يعلن | - | p3fs=أعلنت p3mp=أعلنوا p3md=أعلنا r3mp=يعلنون r3fs=تعلن f3ms=سيعلن
اتفق / يتفق | - | p3md=اتفقا p1ap=اتفقنا p3fd=اتفقتا r3md=يتفقان
ناقش / يناقش | نوقش / يناقش | p3fs=ناقشت p3fsx=نوقشت p3msx=نوقش p3mpx=نوقشوا r3md=يناقشان
تبادل / يتبادل | تبودل / يتبادل | p3md=تبادلا p3fsx=تبودلت f3md=سيتبادلان
وصل / يصل | - | p3fs=وصلت p3mp=وصلوا r3fs=تصل f3ms=سيصل j3mp=يصلوا
استقبل / يستقبل | - | p3fs=استقبلت p1ap=استقبلنا f3fs=ستستقبل r3mp=يستقبلون
زار / يزور | زير / يزار | p3fs=زارت p3mp=زاروا p3md=زارا p1ap=زرنا p3fd=زارتا
زار / يزور | زير / يزار | r3fs=تزور r3mp=يزورون j3ms=يزر j3fs=تزر j3mp=يزوروا
زار / يزور | زير / يزار | r3md=يزوران f3ms=سيزور f3fs=ستزور j1ap=نزر r3msx=يزار
أدان / يدين | أدين / يدان | p3fs=أدانت p3mp=أدانوا p1ap=أدنا p3fsx=أدينت
أدان / يدين | أدين / يدان | p3msx=أدين j3ms=يدن j3fs=تدن r3mp=يدينون r3msx=يدان
استقال / يستقيل | - | p3fs=استقالت p3mp=استقالوا p1ap=استقلنا j3ms=يستقل f3ms=سيستقيل r3mp=يستقيلون
اختار / يختار | اختير / يختار | p3fs=اختارت p1ap=اخترنا j3ms=يختر p3msx=اختير r3mp=يختارون
نال / ينال | - | p3fs=نالت p1ap=نلنا j3ms=ينل f3fs=ستنال
أساء / يسيء | - | p3fs=أساءت p3mp=أساؤوا r3mp=يسيئون r3md=يسيئان j3ms=يسئ
جاء / يجيء | - | p3fs=جاءت p3mp=جاؤوا p1ap=جئنا p3md=جاءا
دعا / يدعو | دعي / يدعى | p3fs=دعت p3mp=دعوا p3fd=دعتا p1ap=دعونا p1as=دعوت
دعا / يدعو | دعي / يدعى | r3fs=تدعو r3mp=يدعون r3md=يدعوان j3ms=يدع j3fs=تدع
دعا / يدعو | دعي / يدعى | p3msx=دعي p3fsx=دعيت r3msx=يدعى r3fsx=تدعى f3ms=سيدعو f3fs=ستدعو j3mp=يدعوا
عفا / يعفو | - | p3fs=عفت p1ap=عفونا j3ms=يعف f3ms=سيعفو
التقى / يلتقي | - | p3fs=التقت p3md=التقيا p3mp=التقوا p1ap=التقينا
التقى / يلتقي | - | p3fd=التقتا r3fs=تلتقي r3mp=يلتقون r3md=يلتقيان r3fd=تلتقيان
التقى / يلتقي | - | j3ms=يلتق j3fs=تلتق j1ap=نلتق j3mp=يلتقوا j3md=يلتقيا f3md=سيلتقيان f3mp=سيلتقون
أجرى / يجري | أجري / يجرى | p3fs=أجرت p3md=أجريا p3mp=أجروا p3fsx=أجريت
أجرى / يجري | أجري / يجرى | p3msx=أجري r3msx=يجرى j3ms=يجر r3mp=يجرون
تلقى / يتلقى | - | p3fs=تلقت p3mp=تلقوا r3fs=تتلقى r3mp=يتلقون r3md=يتلقيان j3ms=يتلق f3fs=ستتلقى
نفى / ينفي | - | p3fs=نفت p3mp=نفوا r3mp=ينفون j3ms=ينف p1ap=نفينا
رضي / يرضى | - | p3fs=رضيت p3mp=رضوا p3md=رضيا p1ap=رضينا r3mp=يرضون j3ms=يرض
حيا / يحيي | - | p3fs=حيت p3mp=حيوا p3md=حييا j3ms=يحي
حث / يحث | - | p3fs=حثت p3mp=حثوا p1ap=حثثنا p3md=حثا r3mp=يحثون r3md=يحثان f3fs=ستحث j3mp=يحثوا
أصر / يصر | - | p3fs=أصرت p1ap=أصررنا r3mp=يصرون f3ms=سيصر
انضم / ينضم | - | p3fs=انضمت p1ap=انضممنا r3md=ينضمان f3fs=ستنضم
احتل / يحتل | - | p3fs=احتلت p1ap=احتللنا r3mp=يحتلون
استمر / يستمر | - | p1ap=استمررنا p3fs=استمرت
استلم / يستلم | - | p1ap=استلمنا p3fs=استلمت
أمر / يأمر | - | p1ap=أمرنا p3fs=أمرت r3mp=يأمرون f3ms=سيأمر r1as=آمر
بدأ / يبدأ | بدئ / يبدأ | p3fs=بدأت p3md=بدآ p3mp=بدأوا p1ap=بدأنا r3md=يبدآن r3mp=يبدأون
هنأ / يهنئ | - | p3fs=هنأت p1ap=هنأنا r3mp=يهنئون r3md=يهنئان f3ms=سيهنئ
أرجأ / يرجئ | أرجئ / يرجأ | p3msx=أرجئ p3fsx=أرجئت r3msx=يرجأ p3fs=أرجأت
"""

TENSE = {"p": "past", "r": "present", "f": "future", "j": "jussive"}
GENDER = {"m": "m", "f": "f", "a": "any"}
NUMBER = {"s": "singular", "d": "dual", "p": "plural"}


def cases() -> list[tuple[str, str, str, str]]:
    out = []
    for line in TABLE.strip().splitlines():
        verb, passive, forms = (part.strip() for part in line.split("|"))
        for form in forms.split():
            tag, _, surface = form.partition("=")
            out.append((verb, passive, tag, surface))
    return out


def test_the_table_is_long_enough() -> None:
    assert len(set(cases())) >= 120


@pytest.mark.parametrize(("verb", "passive", "tag", "surface"), cases())
def test_form(verb: str, passive: str, tag: str, surface: str) -> None:
    past, present = inflect_module.parse_verb(verb)
    forms = inflect(past, present, None if passive == "-" else inflect_module.parse_verb(passive))
    form = forms[surface]
    want = (TENSE[tag[0]], int(tag[1]), GENDER[tag[2]], NUMBER[tag[3]])
    assert (form.tense, form.person, form.gender, form.number) == want
    if tag.endswith("x"):
        assert form.voice in ("passive", "both")
    else:
        assert form.voice in ("active", "both")
    assert not form.bound


@pytest.mark.parametrize(
    ("verb", "surface", "voice"),
    [
        ("اعتقل / يعتقل", "اعتقلت", "both"),
        ("اعتقل / يعتقل", "يعتقل", "both"),
        ("وصل / يصل", "يصل", "active"),
        ("ناقش / يناقش", "ناقش", "active"),
        ("ناقش / يناقش", "يناقش", "both"),
        ("أدان / يدين", "أدان", "active"),
        ("أدان / يدين", "يدين", "active"),
        ("التقى / يلتقي", "التقى", "active"),
        ("أرسل / يرسل", "أرسل", "both"),
        ("استأنف / يستأنف", "استأنف", "active"),
    ],
)
def test_voice_without_a_given_passive(verb: str, surface: str, voice: str) -> None:
    assert inflect(*inflect_module.parse_verb(verb), None)[surface].voice == voice


def test_a_shared_spelling_says_both() -> None:
    forms = inflect("ناقش", "يناقش", ("نوقش", "يناقش"))
    assert forms["يناقش"].voice == "both"
    assert forms["ناقش"].voice == "active"
    assert forms["نوقش"].voice == "passive"


@pytest.mark.parametrize(
    ("verb", "surface"),
    [
        ("التقى / يلتقي", "التقا"),
        ("زار / يزور", "زارو"),
        ("تلقى / يتلقى", "يتلقا"),
        ("التقى / يلتقي", "التقو"),
        ("حث / يحث", "يحثو"),
    ],
)
def test_spellings_before_an_attached_pronoun(verb: str, surface: str) -> None:
    assert inflect(*inflect_module.parse_verb(verb), None)[surface].bound


@pytest.mark.parametrize(
    ("verb", "surface"),
    [("زار / يزور", "زارنا"), ("زار / يزور", "يزورر"), ("التقى / يلتقي", "التقات"), ("دعا / يدعو", "دعات")],
)
def test_what_nobody_writes_is_absent(verb: str, surface: str) -> None:
    assert surface not in inflect(*inflect_module.parse_verb(verb), None)


@pytest.mark.parametrize(
    ("noun", "surfaces"),
    [
        ("اجتماع", "اجتماع اجتماعا اجتماعان اجتماعين اجتماعي"),
        ("زيارة", "زيارة زيارت زيارتان زيارتين زيارتا"),
        ("لقاء", "لقاء لقاؤ لقائ لقاءان لقاءين"),
        ("محادثات", "محادثات"),
    ],
)
def test_nouns(noun: str, surfaces: str) -> None:
    forms = inflect_module.inflect_noun(noun)
    assert set(surfaces.split()) <= set(forms)
    assert "محادثاتا" not in forms


@pytest.mark.parametrize(("word", "surface"), [("متهم", "متهمة"), ("متهم", "متهمون"), ("متهم", "متهمين")])
def test_participles(word: str, surface: str) -> None:
    assert surface in inflect_module.inflect_participle(word)


@pytest.mark.parametrize("text", ["التقى", "التقى / التقى", "/ يزور", ""])
def test_what_is_not_a_verb_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not past / present"):
        inflect_module.parse_verb(text)


TRIGGERS = sorted((ROOT / "resources" / "ar" / "triggers").glob("*.yaml"))


@pytest.mark.parametrize("path", TRIGGERS, ids=lambda path: path.stem)
def test_every_verb_of_the_lexicon_inflects(path: Path) -> None:
    for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
        if not isinstance(entry, dict) or not entry.get("verb"):
            continue
        past, present = inflect_module.parse_verb(entry["verb"])
        passive = inflect_module.parse_verb(entry["passive"]) if entry.get("passive") else None
        forms = inflect(past, present, passive)
        assert past in forms
        assert present in forms
        assert len(forms) >= 20, entry["id"]


def test_ids_are_unique_and_the_script_is_plain() -> None:
    ids: list[str] = []
    for path in TRIGGERS:
        text = path.read_text(encoding="utf-8")
        words = "\n".join(line.partition("#")[0] for line in text.splitlines())
        marked = [c for c in words if "\u064b" <= c <= "\u0652" or "\ufb50" <= c <= "\ufefc"]
        assert not marked, f"{path.name} holds diacritics or presentation forms"
        ids += [entry["id"] for entry in yaml.safe_load(text) if "id" in entry]
    assert len(ids) == len(set(ids))
    assert all(i.isascii() for i in ids)
