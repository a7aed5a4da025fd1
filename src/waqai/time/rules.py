"""The forms of temporal expressions: name, classes it can begin with, pattern over classes (see `grammar`)."""

RULES: tuple[tuple[str, str, str], ...] = (
    ("day_month", "DD OW CW UD", r"UD?MDAY"),
    ("day_month_tod", "TOD TODE", r"(?P<tod>PARTN)FROM?UD?MDAY"),
    (
        "weekday_date",
        "TOD TODE UD WDAY TODAY DEIC",
        r"(?P<tod>PARTN)?FROM?UD?(?:(?P<deic>TODAY|DEIC)(?:COMMA|LPAR)?)?UD?(?P<wd>WDAY)?(?P<wrel>REL)?(?:COMMA"
        r"|LPAR|DASH)?EQ?(?:LAM|UD|IN)?MDAY(?:(?P<close>RPAR))?",
    ),
    (
        "weekday_numeric",
        "TOD TODE UD WDAY TODAY DEIC",
        r"(?P<tod>PARTN)?UD?(?P<deic>TODAY|DEIC)?UD?(?P<wd>WDAY)?(?:COMMA|LPAR|DASH)?EQ?UD?(?P<num>NDATE|DM)(?:"
        r"(?P<close>RPAR))?",
    ),
    ("numeric", "NDATE DM MY", r"(?P<num>NDATE|DM|MY)(?P<era>ERA)?"),
    ("day_of_month", "DD OW CW UD", r"UD?(?P<d>DAYN)FROM?(?:DMON(?P<mrel>REL)|(?P<mthis>POINTER)DMON)"),
    # «في الثاني عشر من الشهر»: of this month, or of the one before where that day is still to come.
    ("day_of_month", "OW UD", r"UD?(?P<d>OW)FROM DMON"),
    (
        "list_day",
        "DD OW CW",
        r"(?P<d>DAYN)(?=(?:(?:COMMA|AND|DASH|TO|UNTIL|OR|AND FROM){1,3}UD?DAYN){1,12}FROM?UM?ANYM)",
    ),
    ("deictic", "TOD TODE UD TODAY DEIC", r"(?P<tod>PARTN)?FROM?DAYREF(?P<toda>PARTA)?"),
    (
        "weekday",
        "TOD TODE UD WDAY",
        r"(?P<tod>PARTN)?FROM?UD?(?P<wd2>WDAY)(?:(?P<wrel>REL|LASTADJ)|FROM?DWEEK(?P<weekrel>REL)|FROM?"
        r"(?P<weekthis>POINTER)DWEEK)?(?P<toda>PARTA)?",
    ),
    (
        "night_between",
        "TOD TODE",
        r"(?P<tod>PARTN)(?P<wd>WDAY)(?:DASH|SLASH|TO|AND)?(?P<wdb>WDAY)(?P<wrel>REL)?",
    ),
    (
        "same_day",
        "TOD TODE UD TODAY POINTER",
        r"(?P<tod>PARTN)?FROM?(?:TODAY(?P<rel>SAME|FOLL|PREC)|(?P<pre>THAT|PRESAME)TODAY)",
    ),
    ("this_day", "THIS", r"THIS(?P<deic>TODAY)"),
    ("this_day_of_year", "THIS", r"THIS TODAY FROM(?:UY|DY)?(?P<y>YY)"),
    (
        "nth_week",
        "DWEEK",
        r"DWEEK(?:(?P<nw>OW)|(?P<last>LASTADJ))FROM(?:UM?MONTHS(?:COMMA?TAIL)?|DMON(?P<drel>REL))",
    ),
    (
        "nth_weekday",
        "WDAY ORDI LASTN",
        r"(?:(?P<wd>WDAY)(?:(?P<nw>OW)|(?P<last>LASTADJ))|(?:(?P<nwi>ORDI)|(?P<lasti>LASTN))UD?(?:(?P<wi>WDAYI)|"
        r"(?P<day>UD)))(?:FROM|IN)UM?MONTHS(?:COMMA?TAIL)?",
    ),
    ("day_part_alone", "TOD TODE TODA UPLUR THIS", r"(?P<hours>UPLUR)?(?P<pre>THIS)?(?P<toda>PARTA)(?:OF)?"),
    ("weekday_deictic", "TOD TODE UD WDAY", r"(?P<tod>PARTN)?UD?(?P<wd>WDAY)LPAR(?P<deic>TODAY|DEIC)RPAR"),
    (
        "tonight",
        "TONIGHT THIS PRESAME THAT PARTP",
        r"(?P<pre>POINTER)?(?P<part>PARTP)?TONIGHT(?P<rel>REL)?(?:(?P<wd>WDAY))?",
    ),
    ("overnight", "DURING", r"(?P<over>DURING)TONIGHT"),
    ("midnight", "MIDN", r"(?P<at>MIDN)(?:FROM?UD?DAYREF)?"),
    ("month", "MON MONQ HIJ HIJQ UM PARTP", r"(?P<part>PARTP)?FROM?(?P<um>UM|DMON)?MONTHS(?:COMMA?TAIL)?"),
    # Without the number behind it, where that counts something («فبراير الفائت 1890 وافدا»).
    ("month", "MON MONQ HIJ HIJQ UM PARTP", r"(?P<part>PARTP)?FROM?(?P<um>UM|DMON)?MONTHS(?P<mrel>REL)"),
    ("month_single", "MON MONQ HIJ HIJQ PARTP", r"(?P<part>PARTP)?(?P<m>ANYM)"),
    (
        "period",
        "PARTP DWEEK DMON DY DDEC DCENT THIS THAT PRESAME",
        r"(?P<part>PARTP)?FROM?(?:(?P<u>DUNIT)(?P<rel>REL|THIS)|(?P<pre>POINTER)(?P<u2>DUNIT)CURR?)(?P<y>YY)?",
    ),
    ("period_part", "PARTP LASTN ORDI", r"(?P<part>PARTP|LASTN|ORDI)(?P<u>DUNIT)"),
    ("weekend", "WKEND THIS", r"(?P<pre>THIS)?(?:PARTP)?WKEND(?P<rel>REL)?"),
    (
        "year",
        "UY DY PARTP YY",
        r"(?P<part>PARTP)?FROM?(?P<head>UY|DY)(?P<cur>CURR)?(?P<y>YY|CW|DD|NN)(?P<era>ERA|BCMARK)?(?P<rel>PAST"
        r"|NEXT|CURR)?",
    ),
    ("bare_year", "YY PARTP", r"(?P<part>PARTP)?(?P<y>YY)(?P<era>ERA|BCMARK)?"),
    (
        "quarter",
        "QTR",
        r"(?P<q>QTR)(?:(?P<qn>OW|OF)|(?P<last>LASTADJ)|(?P<qrel>PAST|NEXT|CURR))(?:(?:FROM|LAM|IN)?(?:YEARP|DY"
        r"(?P<yrel>REL)|(?P<ythis>POINTER)DY|(?P<dy>DY)))?",
    ),
    (
        "half_month",
        "QTR",
        r"(?P<q>QTR)(?:(?P<qn>OW)|(?P<last>LASTADJ))FROM?(?:UM?MONTHS(?:COMMA?TAIL)?|DMON(?P<drel>REL)|CENT)",
    ),
    (
        "season",
        "SEAS DSEAS PARTP THIS",
        r"(?P<part>PARTP)?(?P<pre>THIS)?(?P<s>SEAS|DSEAS)(?:(?P<rel>REL)|(?:FROM|LAM)?(?:YEARP|DY(?P<yrel>REL)|"
        r"(?P<ythis>POINTER)DY))?",
    ),
    ("decade", "DECN PARTP", r"(?P<part>PARTP)?(?P<dec>DECN)(?:FROM?(?:CENT)|DCENT)?"),
    ("decade_nth", "DDEC", r"DDEC(?P<dn>OW|LASTADJ)FROM(?:CENT)"),
    ("century", "DCENT PARTP THIS", r"(?P<part>PARTP)?(?:CENT)"),
    (
        "clock",
        "OCLOCK CLOCK DD OF",
        r"(?P<oc>OCLOCK)?(?P<lp>LPAR)?HOUR MINUTES(?(lp)RPAR?)(?:(?P<am>AMM)|(?P<pm>AMARK))?"
        r"APPR?(?:FROM?(?P<tod>PARTN|TODA))?(?:FROM?DAYREF)?"
        r"(?P<tod2>PARTA)?ZONEP?(?(lp)RPAR?)",
    ),
    ("clock_md", "OCLOCK", r"(?P<oc>OCLOCK)HOUR MINUTES FROM?(?P<tod>PARTN|TODA)FROM?UD?MDAY"),
    (
        "duration",
        "CW DD NN YY AD UDUAL SOME HALFU UD UW UM UY UH UN UX UPLUR UPLURX APPR",
        r"(?P<appr>APPR)?MUCH(?P<appr2>APPR)?",
    ),
    ("ago", "BEFORE", r"BEFORE(?P<appr>APPR)?MUCH(?P<appr2>APPR)?"),
    ("later", "AFTER", r"AFTER(?P<appr>APPR)?MUCH(?P<appr2>APPR)?"),
    (
        "shifted",
        "BEFORE AFTER BEFOREPRO AFTERPRO",
        r"(?P<way>BEFOREPRO|AFTERPRO|BEFORE THAT|AFTER THAT)BAA(?P<appr>APPR)?MUCH",
    ),
    ("shifted_post", "BEFORE AFTER", r"(?P<way>BEFORE|AFTER)(?P<appr>APPR)?MUCH FROM(?P<that>THAT)"),
    (
        "window",
        "DPLUR DDUAL AD LASTN OCLOCK APPR",
        r"(?:(?P<wu>DPLUR)(?:(?P<wn>AD|OW|OF|CW)|FEWADJ)*|(?P<wdual>DDUAL)|(?P<wn2>AD)(?P<wu2>UNIT|PLUR)|"
        r"(?P<wu3>OCLOCK))(?P<wfew>FEWADJ)?(?P<wrel>PAST|NEXT|LASTADJ|CURR)FEWADJ?",
    ),
    ("window_last", "LASTN", r"LASTN MUCH"),
    (
        "first_months",
        "DPLUR",
        r"(?P<wu>DPLUR)(?P<wn>AD)(?P<fl>OF|LASTADJ)(?:FROM|LAM)(?:YEARP|DY(?P<yrel>REL)|(?P<ythis>POINTER)DY|"
        r"(?P<dy>DY))",
    ),
    (
        "set_weekday",
        "EVERY UPLUR",
        r"(?:EVERY UD?(?P<wi>WDAYI)|EVERY UD(?P<wi2>WDAY)|(?P<days>UPLUR)(?P<wi3>WDAY))(?P<toda>PARTA)?",
    ),
    (
        "set_each",
        "UD WDAY DD OW TOD TODE MON MONQ HIJ HIJQ UPLUR",
        r"(?:UD|UPLUR)?(?P<wd>WDAY)FROM EVERY UW|UD?(?P<d>DAYN)FROM?(?P<m>ANYM)FROM EVERY UY|"
        r"(?P<dm>DAYN)FROM EVERY UM|(?P<mo>ANYM)FROM EVERY UY|(?P<tod>PARTN)EVERY UD?(?P<wi>WDAYI)?",
    ),
    ("set_every", "EVERY", r"EVERY(?P<appr>APPR)?MUCH"),
    ("set_part", "EVERY", r"EVERY(?P<tod>PARTN|TODA)"),
    ("set_adverb", "ADVSET", r"(?P<set>ADVSET)"),
    ("set_times", "IN BAA", r"(?:IN|BAA)(?P<per>TODAY|DWEEK|DMON|DY|OCLOCK)"),
    ("reference", "REF", r"(?P<ref>REF)"),
    (
        "feast",
        "FEAST FEASTQ ORDI TOD PARTP",
        r"(?:(?P<nth>ORDI)UPLUR)?(?P<f>FEAST|FEASTQ)(?:(?P<rel>REL)|(?:FROM|LAM|BAA)?(?:(?:UY|DY)?(?P<y>YY)"
        r"(?P<era>ERA)?|DY(?P<yrel>REL)|(?P<ythis>POINTER)DY))?",
    ),
)  # fmt: skip
