"""Which language a text is in."""

import pytest

from waqai.pipeline.acquire.language import detect_language


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("التقى وزير الخارجية التركي هاكان فيدان نظيره السوري في أنقرة", "ar"),
        ("التقى پوتين وزير خارجية أنگولا في موسكو بعد زيارة إلى بكين استمرت ثلاثة أيام وبحث معه التعاون", "ar"),
        ("وقتل سبعة من عناصر الشرطة الأفغانية في غرب افغانستان", "ar"),
        ("وزير خارجه ايران وارد بغداد شد", "fa"),
        ("وزیر امور خارجه ایران با همتای سعودی خود دیدار کرد و گفتگو کردند", "fa"),
        ("وزیر خارجہ نے ہفتے کے روز کابل میں افغان حکام سے ملاقات کی ہے اور یہ بڑی بات ہے", "ur"),
        ("وەزیری دەرەوەی عێراق لەگەڵ هاوتا تورکەکەی کۆبووەوە", "ckb"),
        ("د بهرنیو چارو وزیر نن له خپل سیال سره وکتل او په دې اړه یې خبرې وکړې چې ښه اړیکې ولري", "ps"),
        ("The Turkish foreign minister met his Syrian counterpart in Ankara", "en"),
        ("12 / 34 ٥٦", "und"),
        ("", "und"),
    ],
)
def test_detect_language(text: str, tag: str) -> None:
    assert detect_language(text) == tag


def test_detect_language_survives_broken_characters() -> None:
    assert detect_language("التقى الوزير نظيره \x00\x07\ud800 في دمشق أمس") == "ar"
