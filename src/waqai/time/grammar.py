"""The grammar: every form of temporal expression as a regular expression over token classes.

A name in capitals is a class of the lexicon or a macro below; blanks do not count. At each token the longest rule that
accepts wins. `starts` lists the classes a rule can begin with, so that words of no interest cost one dictionary look-up.
"""

import re
from functools import cache

from msgspec import Struct

CLASSES = """X AND BAA LAM NDATE CLOCK MY DM SLASH DASH LPAR RPAR COMMA STOP COLON PCT QUOTE DD YY NN CW OW OF AD ORDI
MON MONQ HIJ HIJQ WDAY WDAYI UD UW UM UY UH UN UX UDUAL UPLUR UPLURX DWEEK DMON DY DDEC DCENT DDUAL DPLUR QUAL HALFU MINF
QTR SOME FEWADJ FEWI FULL OFTIME TODAY DEIC TONIGHT REF PAST NEXT CURR LASTADJ SAME PRESAME FOLL PREC THIS THAT BEFORE
AFTER BEFOREPRO AFTERPRO SINCE DURING UNTIL TO FROM IN BETWEEN OR EVERY ADVSET LASTN EQ APPR PARTP WKEND TOD TODE TODA MIDN
OCLOCK EXCEPT ZONE ZLOCAL ZPLACE ZABBR SEAS DSEAS DECN HMARK AMARK BCMARK FEAST FEASTQ""".split()
CODE = {name: chr(0xE000 + number) for number, name in enumerate(CLASSES)}

MACROS = {
    "PARTN": "(?:TOD|TODE)",
    "PARTA": "(?:TODA|TODE)",
    "DAYN": "(?:DD|OW|CW)",
    "ANYM": "(?:MON|MONQ|HIJ|HIJQ)",
    "ERA": "(?:HMARK|AMARK)",
    "REL": "(?:BEFORE PAST|AFTER NEXT|PAST|NEXT|CURR|SAME|FOLL|PREC)",
    "UNIT": "(?:UD|UW|UM|UY|UH|UN|UX)",
    "PLUR": "(?:UPLUR|UPLURX)",
    "DUNIT": "(?:DWEEK|DMON|DY|DDEC|DCENT)",
    "POINTER": "(?:THIS|THAT|PRESAME)",
    # «من عام 2023», «من العام الماضي», «من العام نفسه», «الماضي»: what may follow a month.
    "TAIL": """(?:(?:FROM|LAM|BAA)?(?:UY|DY)?CURR?(?P<y>YY)(?:LPAR?(?P<era>ERA))?|(?:FROM|LAM)?DY(?P<yrel>REL)
        |(?:FROM|IN|LAM)?(?P<ythis>POINTER)DY|(?P<mrel>REL)(?:(?:FROM)?(?:UY|DY)?(?P<y2>YY))?)""",
    "MONTHS": "(?P<m>ANYM)(?:SLASH(?P<m2>ANYM)|LPAR(?P<m3>ANYM)RPAR)?",
    "MDAY": "(?P<d>DAYN)FROM?UM?MONTHS(?:COMMA?TAIL)?",
    "DAYREF": """UD?(?:(?P<deic>TODAY|DEIC)(?:LPAR UD?(?P<wdp>WDAY)RPAR|COMMA?UD?(?P<wd>WDAY))?
        |(?P<wd2>WDAY)(?P<wrel>REL)?)""",
    # «ثلاثة أيام», «يومين», «نصف ساعة», «عام ونصف العام», «عدة أشهر»
    "MUCH": """(?:(?P<n>CW|DD|NN|YY|AD)(?P<u>UNIT|PLUR)|(?P<dual>UDUAL)CW?|(?P<some>SOME)(?P<us>PLUR)
        |(?P<frac>HALFU)(?P<uf>UNIT|DUNIT|OCLOCK)|(?P<bare>UNIT|PLUR)(?:(?P<one>CW)|(?P<few>FEWI|SOME)+)?)
        (?P<plus>AND(?:HALFU|QTR|MINF)(?:UNIT|DUNIT|OCLOCK)?)?(?P<more>AND(?:(?:CW|DD|NN)(?:UNIT|PLUR)|UDUAL|UNIT))?(?P<full>FULL)?OFTIME?""",
    "HOUR": "(?P<h>CLOCK|DD|OF|CW)",
    "MINUTES": """(?:AND(?P<min>MINF|HALFU|QTR)|AND(?P<minn>CW|DD|AD)(?:UN|PLUR|DPLUR)?|EXCEPT(?P<less>MINF|HALFU|QTR|CW))*""",
    "ZONEP": "(?:LPAR(?:ZONE(?:ZPLACE|X)|ZLOCAL|ZABBR)RPAR|COMMA?(?P<z>ZONE(?:ZPLACE|X)|ZLOCAL|ZABBR))",
    "YEARP": "(?:UY|DY)?(?P<y>YY|CW)(?P<era>ERA)?",
    "CENT": "DCENT(?P<cn>OW|AD|DD|NN)(?P<cera>ERA|BCMARK)?|DCENT(?P<crel>REL)|(?P<cthis>THIS)DCENT",
}

# name, classes it can begin with, pattern; the builder of the same name lives in `build`.
RULES = [
    ("day_month", "DD OW CW UD", "UD?MDAY"),
    ("day_month_tod", "TOD TODE", "(?P<tod>PARTN)FROM?UD?MDAY"),
    ("weekday_date", "TOD TODE UD WDAY TODAY DEIC",
     "(?P<tod>PARTN)?FROM?UD?(?:(?P<deic>TODAY|DEIC)(?:COMMA|LPAR)?)?UD?(?P<wd>WDAY)?(?P<wrel>REL)?(?:COMMA|LPAR|DASH)?EQ?(?:LAM|UD|IN)?MDAY(?:(?P<close>RPAR))?"),
    ("weekday_numeric", "TOD TODE UD WDAY TODAY DEIC",
     "(?P<tod>PARTN)?UD?(?P<deic>TODAY|DEIC)?UD?(?P<wd>WDAY)?(?:COMMA|LPAR|DASH)?EQ?UD?(?P<num>NDATE|DM)(?:(?P<close>RPAR))?"),
    ("numeric", "NDATE DM MY", "(?P<num>NDATE|DM|MY)(?P<era>ERA)?"),
    ("day_of_month", "DD OW CW UD",
     "UD?(?P<d>DAYN)FROM?(?:DMON(?P<mrel>REL)|(?P<mthis>POINTER)DMON)"),
    ("list_day", "DD OW CW",
     "(?P<d>DAYN)(?=(?:(?:COMMA|AND|DASH|TO|UNTIL|OR|AND FROM)+UD?DAYN)+FROM?UM?ANYM)"),
    ("deictic", "TOD TODE UD TODAY DEIC", "(?P<tod>PARTN)?FROM?DAYREF(?P<toda>PARTA)?"),
    ("weekday", "TOD TODE UD WDAY",
     "(?P<tod>PARTN)?FROM?UD?(?P<wd2>WDAY)(?:(?P<wrel>REL|LASTADJ)|FROM?DWEEK(?P<weekrel>REL)|FROM?(?P<weekthis>POINTER)DWEEK)?(?P<toda>PARTA)?"),
    ("night_between", "TOD TODE", "(?P<tod>PARTN)(?P<wd>WDAY)(?:DASH|SLASH|TO|AND)?(?P<wdb>WDAY)(?P<wrel>REL)?"),
    ("same_day", "TOD TODE UD TODAY POINTER", "(?P<tod>PARTN)?FROM?(?:TODAY(?P<rel>SAME|FOLL|PREC)|(?P<pre>THAT|PRESAME)TODAY)"),
    ("this_day", "THIS", "THIS(?P<deic>TODAY)"),
    ("this_day_of_year", "THIS", "THIS TODAY FROM(?:UY|DY)?(?P<y>YY)"),
    ("nth_week", "DWEEK", "DWEEK(?:(?P<nw>OW)|(?P<last>LASTADJ))FROM(?:UM?MONTHS(?:COMMA?TAIL)?|DMON(?P<drel>REL))"),
    ("nth_weekday", "WDAY ORDI LASTN",
     "(?:(?P<wd>WDAY)(?:(?P<nw>OW)|(?P<last>LASTADJ))|(?:(?P<nwi>ORDI)|(?P<lasti>LASTN))UD?(?:(?P<wi>WDAYI)|(?P<day>UD)))(?:FROM|IN)UM?MONTHS(?:COMMA?TAIL)?"),
    ("day_part_alone", "TOD TODE TODA", "(?P<toda>PARTA)"),
    ("tonight", "TONIGHT THIS PRESAME THAT PARTP",
     "(?P<pre>POINTER)?(?P<part>PARTP)?TONIGHT(?P<rel>REL)?(?:(?P<wd>WDAY))?"),
    ("midnight", "MIDN", "(?P<at>MIDN)(?:FROM?UD?DAYREF)?"),
    ("month", "MON MONQ HIJ HIJQ UM PARTP", "(?P<part>PARTP)?FROM?(?P<um>UM|DMON)?MONTHS(?:COMMA?TAIL)?"),
    ("period", "PARTP DWEEK DMON DY DDEC DCENT THIS THAT PRESAME",
     "(?P<part>PARTP)?FROM?(?:(?P<u>DUNIT)(?P<rel>REL|THIS)|(?P<pre>POINTER)(?P<u2>DUNIT)CURR?)(?P<y>YY)?"),
    ("period_part", "PARTP", "(?P<part>PARTP)(?P<u>DUNIT)"),
    ("weekend", "WKEND THIS", "(?P<pre>THIS)?(?:PARTP)?WKEND(?P<rel>REL)?"),
    ("year", "UY DY PARTP YY", "(?P<part>PARTP)?FROM?(?P<head>UY|DY)(?P<cur>CURR)?(?P<y>YY|CW|DD|NN)(?P<era>ERA|BCMARK)?(?P<rel>PAST|NEXT|CURR)?"),
    ("bare_year", "YY PARTP", "(?P<part>PARTP)?(?P<y>YY)(?P<era>ERA|BCMARK)?"),
    ("quarter", "QTR", "(?P<q>QTR)(?:(?P<qn>OW|OF)|(?P<last>LASTADJ)|(?P<qrel>PAST|NEXT|CURR))(?:(?:FROM|LAM|IN)?(?:YEARP|DY(?P<yrel>REL)|(?P<ythis>POINTER)DY|(?P<dy>DY)))?"),
    ("half_month", "QTR", "(?P<q>QTR)(?:(?P<qn>OW)|(?P<last>LASTADJ))FROM?(?:UM?MONTHS(?:COMMA?TAIL)?|DMON(?P<drel>REL)|CENT)"),
    ("season", "SEAS DSEAS PARTP THIS",
     "(?P<part>PARTP)?(?P<pre>THIS)?(?P<s>SEAS|DSEAS)(?:(?P<rel>REL)|(?:FROM|LAM)?(?:YEARP|DY(?P<yrel>REL)|(?P<ythis>POINTER)DY))?"),
    ("decade", "DECN PARTP", "(?P<part>PARTP)?(?P<dec>DECN)(?:FROM?(?:CENT))?"),
    ("decade_nth", "DDEC", "DDEC(?P<dn>OW|LASTADJ)FROM(?:CENT)"),
    ("century", "DCENT PARTP THIS", "(?P<part>PARTP)?(?:CENT)"),
    ("clock", "OCLOCK CLOCK DD OF",
     "(?P<oc>OCLOCK)?(?P<lp>LPAR)?HOUR MINUTES(?(lp)RPAR?)APPR?(?:FROM?(?P<tod>PARTN|TODA))?(?:FROM?DAYREF)?(?P<tod2>PARTA)?ZONEP?(?(lp)RPAR?)"),
    ("clock_md", "OCLOCK", "(?P<oc>OCLOCK)HOUR MINUTES FROM?(?P<tod>PARTN|TODA)FROM?UD?MDAY"),
    ("duration", "CW DD NN YY AD UDUAL SOME HALFU UD UW UM UY UH UN UX UPLUR UPLURX APPR", "(?P<appr>APPR)?MUCH(?P<appr2>APPR)?"),
    ("ago", "BEFORE", "BEFORE(?P<appr>APPR)?MUCH(?P<appr2>APPR)?(?:FROM REF)?"),
    ("later", "AFTER", "AFTER(?P<appr>APPR)?MUCH(?P<appr2>APPR)?(?:FROM REF)?"),
    ("shifted", "BEFORE AFTER BEFOREPRO AFTERPRO", "(?P<way>BEFOREPRO|AFTERPRO|BEFORE THAT|AFTER THAT)BAA(?P<appr>APPR)?MUCH"),
    ("shifted_post", "BEFORE AFTER", "(?P<way>BEFORE|AFTER)(?P<appr>APPR)?MUCH FROM(?P<that>THAT)"),
    ("window", "DPLUR DDUAL AD LASTN OCLOCK APPR",
     "(?:(?P<wu>DPLUR)(?:(?P<wn>AD|OW|OF|CW)|FEWADJ)*|(?P<wdual>DDUAL)|(?P<wn2>AD)(?P<wu2>UNIT|PLUR)|(?P<wu3>OCLOCK))(?P<wfew>FEWADJ)?(?P<wrel>PAST|NEXT|LASTADJ|CURR)FEWADJ?"),
    ("window_last", "LASTN", "LASTN MUCH"),
    ("first_months", "DPLUR", "(?P<wu>DPLUR)(?P<wn>AD)(?P<fl>OF|LASTADJ)(?:FROM|LAM)(?:YEARP|DY(?P<yrel>REL)|(?P<ythis>POINTER)DY|(?P<dy>DY))"),
    ("set_weekday", "EVERY UPLUR", "(?:EVERY UD?(?P<wi>WDAYI)|EVERY UD(?P<wi2>WDAY)|(?P<days>UPLUR)(?P<wi3>WDAY))(?P<toda>PARTA)?"),
    ("set_each", "UD WDAY DD OW TOD TODE MON MONQ HIJ HIJQ UPLUR",
     "(?:UD|UPLUR)?(?P<wd>WDAY)FROM EVERY UW|UD?(?P<d>DAYN)FROM?(?P<m>ANYM)FROM EVERY UY|(?P<dm>DAYN)FROM EVERY UM|(?P<mo>ANYM)FROM EVERY UY|(?P<tod>PARTN)EVERY UD?(?P<wi>WDAYI)?"),
    ("set_every", "EVERY", "EVERY(?P<appr>APPR)?MUCH"),
    ("set_part", "EVERY", "EVERY(?P<tod>PARTN|TODA)"),
    ("set_adverb", "ADVSET", "(?P<set>ADVSET)"),
    ("set_times", "IN BAA", "(?:IN|BAA)(?P<per>TODAY|DWEEK|DMON|DY|OCLOCK)"),
    ("reference", "REF", "(?P<ref>REF)"),
    ("feast", "FEAST FEASTQ ORDI TOD PARTP",
     "(?:(?P<nth>ORDI)UPLUR)?(?P<f>FEAST|FEASTQ)(?:(?P<rel>REL)|(?:FROM|LAM|BAA)?(?:(?:UY|DY)?(?P<y>YY)(?P<era>ERA)?|DY(?P<yrel>REL)|(?P<ythis>POINTER)DY))?"),
]  # fmt: skip


class Rule(Struct, frozen=True):
    """A rule ready to match.

    Attributes:
        name: what the rule is called in `Timex.rule`, and the name of its builder.
        pattern: over the classes of the tokens.
    """

    name: str
    pattern: re.Pattern[str]


def _expand(pattern: str) -> str:
    """Macros and class names to characters."""
    while (spelled := re.sub(r"\b[A-Z][A-Z0-9]+\b|\bX\b", _replace, pattern)) != pattern:
        pattern = spelled
    return re.sub(r"\s+", "", pattern)


def _replace(match: re.Match[str]) -> str:
    name = match.group()
    return f"(?:{MACROS[name]})" if name in MACROS else CODE[name]


@cache
def rules_by_start() -> dict[str, tuple[Rule, ...]]:
    """The rules to try at a token, by the character of its class."""
    index: dict[str, list[Rule]] = {}
    for name, starts, pattern in RULES:
        rule = Rule(name, re.compile(_expand(pattern)))
        for start in starts.split():
            for spelled in ("THIS", "THAT", "PRESAME") if start == "POINTER" else (start,):
                index.setdefault(CODE[spelled], []).append(rule)
    return {code: tuple(rules) for code, rules in index.items()}
