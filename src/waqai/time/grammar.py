"""The grammar: every form of temporal expression as a regular expression over token classes.

A name in capitals is a class of the lexicon or a macro below; blanks do not count. At each token the longest rule whose
check agrees wins. The classes a rule can begin with are listed, so that words of no interest cost one look-up each.
"""

import re
from functools import cache

from msgspec import Struct

from waqai.time.rules import RULES

CLASSES = """
X AND BAA LAM NDATE CLOCK MY DM SLASH DASH LPAR RPAR COMMA STOP COLON PCT QUOTE DD YY NN CW OW OF AD ORDI MON
MONQ HIJ HIJQ WDAY WDAYI UD UW UM UY UH UN UX UDUAL UPLUR UPLURX DWEEK DMON DY DDEC DCENT DDUAL DPLUR QUAL HALFU
MINF QTR SOME FEWADJ FEWI FULL OFTIME TODAY DEIC TONIGHT REF PAST NEXT CURR LASTADJ SAME PRESAME FOLL PREC THIS
THAT BEFORE AFTER BEFOREPRO AFTERPRO SINCE DURING UNTIL TO FROM IN BETWEEN OR EVERY ADVSET LASTN EQ APPR PARTP
WKEND TOD TODE TODA MIDN OCLOCK EXCEPT ZONE ZLOCAL ZPLACE ZABBR SEAS DSEAS DECN HMARK AMARK AMM BCMARK FEAST FEASTQ
"""
CODE = {name: chr(0xE000 + number) for number, name in enumerate(CLASSES.split())}

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
        |(?:FROM|LAM)?(?:UY|DY)(?P<yw>CW)|(?:FROM|IN|LAM)?(?P<ythis>POINTER)DY|(?P<mrel>REL)(?:(?:FROM)?(?:UY|DY)?(?P<y2>YY))?)""",
    "MONTHS": "(?P<m>ANYM)(?:SLASH?(?P<m2>ANYM)|LPAR(?P<m3>ANYM)RPAR)?",
    "MDAY": "(?P<d>DAYN)FROM?UM?MONTHS(?:COMMA?TAIL)?",
    "DAYREF": """UD?(?:(?P<deic>TODAY|DEIC)(?:LPAR UD?(?P<wdp>WDAY)RPAR|COMMA?UD?(?P<wd>WDAY))?
        |(?P<wd2>WDAY)(?P<wrel>REL)?)""",
    # «ثلاثة أيام», «يومين», «نصف ساعة», «عام ونصف العام», «عدة أشهر»
    "MUCH": """(?:(?P<n>CW|DD|NN|YY|AD)(?P<u>UNIT|PLUR)|(?P<dual>UDUAL|DDUAL)CW?|(?P<some>SOME)(?P<us>PLUR)
        |(?P<frac>HALFU)(?P<uf>UNIT|DUNIT|OCLOCK)|(?P<bare>UNIT|PLUR|DUNIT)(?:(?P<one>CW)|(?P<few>FEWI|SOME)+)?)
        (?P<plus>AND(?:HALFU|QTR|MINF)(?:UNIT|DUNIT|OCLOCK|TODAY)?)?
        (?P<more>AND(?:(?:CW|DD|NN)(?:UNIT|PLUR)|UDUAL|UNIT))?(?P<full>FULL)?OFTIME?""",
    "HOUR": "(?P<h>CLOCK|DD|OF|CW)",
    "MINUTES": """(?:AND(?P<min>MINF|HALFU|QTR)|AND(?P<minn>CW|DD|AD)(?:UN|PLUR|DPLUR)?
        |EXCEPT(?P<less>MINF|HALFU|QTR|CW)){0,2}""",
    "ZONEP": "(?:LPAR(?:ZONE(?:ZPLACE|X)|ZLOCAL|ZABBR)RPAR|COMMA?(?P<z>ZONE(?:ZPLACE|X)|ZLOCAL|ZABBR))",
    "YEARP": "(?:UY|DY)?(?P<y>YY|CW)(?P<era>ERA)?",
    "CENT": "DCENT(?P<cn>OW|AD|DD|NN)(?P<cera>ERA|BCMARK)?|DCENT(?P<crel>REL)|(?P<cthis>THIS)DCENT",
}


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


@cache
def openings() -> re.Pattern[str]:
    """The classes a rule can begin with."""
    return re.compile("[" + "".join(rules_by_start()) + "]")
