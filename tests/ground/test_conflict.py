"""Sanctions, truces, blame and crowds: who did it and to whom, where, and what is told once."""

import pytest
from tests.ground.told import sides

import waqai

SIDES = [
    # those counted are whom the names behind them say
    (
        "فرضت بريطانيا عقوبات على اثنين من الضباط السوريين هما علي محمود وحسن ديوب.",
        ("SANCTION", {"بريطانيا"}, {"علي محمود", "حسن ديوب"}),
    ),
    (
        "اعتقلت الشرطة الكينية صحفيين اثنين هما جون كاماو وبيتر أودينغا.",
        ("COERCE", {"الشرطة الكينية"}, {"جون كاماو", "بيتر أودينغا"}),
    ),
    (
        "طردت بوروندي ثلاثة دبلوماسيين بلجيكيين هم يان دي فريس وبيتر كلاس ولوك بيترز.",
        ("SANCTION", {"بوروندي"}, {"يان دي فريس", "بيتر كلاس", "لوك بيترز"}),
    ),
    # who somebody is between commas, and whose body the subject is, hide no object
    (
        "اتهمت النيابة الكينية الوزير جون كاماو، وهو أحد معاوني الرئيس ويليام روتو، بالفساد.",
        ("ACCUSE", {"النيابة الكينية"}, {"جون كاماو"}),
    ),
    # whose convoy it is brings the aid
    (
        "وصلت إلى حلب قافلة للهلال الأحمر السوري تنقل مواد غذائية.",
        ("AID", {"الهلال الأحمر السوري"}, {"سوريا"}),
    ),
    # who accepts a truce is a side of it
    (
        "أعلنت الحكومة السودانية هدنة إنسانية قبلتها قوات الدعم السريع.",
        ("CONCEDE", {"الحكومة السودانية", "قوات الدعم السريع"}, set()),
    ),
    (
        "أعلنت إسرائيل وقفا لإطلاق النار وافقت عليه حركة حماس.",
        ("CONCEDE", {"إسرائيل", "حركة حماس"}, set()),
    ),
    # a plaintiff accuses, and not the court
    (
        "ردت محكمة العدل الدولية دعوى أقامتها نيكاراغوا واتهمت فيها ألمانيا بالتواطؤ.",
        ("ACCUSE", {"نيكاراغوا"}, {"ألمانيا"}),
    ),
    # on whom the blame for an attack is laid carried it out
    ("حملت باكستان الهند المسؤولية عن تفجيرات تعرضت لها مدينة كويتا السبت.", ("ASSAULT", {"الهند"}, {"باكستان"})),
    ("نسب الجيش السوداني القصف إلى قوات الدعم السريع.", ("ASSAULT", {"قوات الدعم السريع"}, set())),
    # a crowd that is shown acts itself
    (
        "بث التلفزيون الرسمي صورا لمئات المتظاهرين وهم يسيرون نحو القصر الرئاسي في الخرطوم.",
        ("PROTEST", {"مئات المتظاهرين"}, set()),
    ),
    # a request in writing is made of whom it goes to
    (
        "وجه الرئيس اللبناني رسالة إلى نظيره السوري طلبا للدعم.",
        ("REQUEST", {"الرئيس اللبناني"}, {"نظيره السوري"}),
    ),
    # what a country is denied to have done no spokesman did
    (
        "نفى المتحدث باسم الحكومة العراقية علي العوادي أن تكون بلاده قد قطعت علاقاتها مع سوريا.",
        ("SANCTION", {"العراق"}, {"سوريا"}),
    ),
    # who says that an envoy is unwelcome expels him
    (
        "قال وزير خارجية بوليفيا إن سفيرة إسبانيا باتت شخصا غير مرغوب فيه.",
        ("SANCTION", {"وزير خارجية بوليفيا"}, {"سفيرة إسبانيا"}),
    ),
    # notice is given by whom it comes from
    (
        "تسلمت فرنسا من حكومة مالي إشعارا خطيا بإنهاء اتفاق التعاون الدفاعي.",
        ("SANCTION", {"حكومة مالي"}, {"فرنسا"}),
    ),
]
ONCE = [
    # what a deed consists in is told with it
    "عاقب الاتحاد الأوروبي اثنين من الضباط السوريين هما علي محمود وحسن ديوب، فمنعهما من السفر.",
    "طردت فنزويلا السفيرة البرتغالية ممهلة إياها 48 ساعة للمغادرة.",
    "أعلنت الصومال قطع العلاقات الدبلوماسية مع كينيا وسحب السفارة منها.",
    "قطعت إيران خطوط الاتصال مع تركيا.",
]
PLACES = [
    ("حملت باكستان الهند المسؤولية عن تفجيرات تعرضت لها مدينة كويتا السبت.", "ASSAULT", "كويتا"),
    ("حكمت محكمة مدريد على تسعة من قادة الانفصال في إقليم كتالونيا بالسجن.", "SANCTION", None),
]


@pytest.mark.parametrize(("text", "event"), SIDES)
def test_who_did_it_and_to_whom(text, event):
    kind, actors, recipients = event
    assert (actors, recipients) in sides(text, kind)


@pytest.mark.parametrize("text", ONCE)
def test_is_told_once(text):
    assert len(waqai.read(text, published="2025-10-17").events) == 1


@pytest.mark.parametrize(("text", "kind", "place"), PLACES)
def test_where_it_was(text, kind, place):
    events = [e for e in waqai.read(text, published="2025-10-17").events if e.type == kind]
    assert [e.where.name if e.where else None for e in events] == [place]


def test_where_somebody_lives_is_not_the_courts_state():
    text = "مدريد - جدد القضاء أمر القبض على النائب السابق خوان موراليس المقيم في سويسرا. وانتقدت إسبانيا سويسرا."
    events = waqai.read(text, published="2025-10-17").events
    assert [p.country for e in events if e.type == "ACCUSE" for p in e.actors][:1] == ["ESP"]
