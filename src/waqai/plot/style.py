"""What every picture shares: font, colours, direction, the words around it."""

from typing import Any

from waqai.errors import BadValue

FONT = "IBM Plex Sans Arabic"
# Colours that the colour-blind tell apart (Okabe and Ito), co-operation cold and conflict warm.
QUAD_COLORS = {1: "#56B4E9", 2: "#0072B2", 3: "#E69F00", 4: "#D55E00"}
QUADS = {
    "ar": {1: "تعاون قولي", 2: "تعاون مادي", 3: "نزاع قولي", 4: "نزاع مادي"},
    "en": {1: "Verbal cooperation", 2: "Material cooperation", 3: "Verbal conflict", 4: "Material conflict"},
}
WORDS = {
    "ar": {
        "timeline": "الأحداث بحسب أيامها",
        "calendar": "عدد الأحداث في كل يوم",
        "network": "الدول وما بينها من أحداث",
        "pair": "{} و{}: الأحداث وشدتها",
        "shown": "يظهر {} من {}",
        "events": "عدد الأحداث",
        "kind": "نوع الحدث",
        "intensity": "فوق الخط تعاون وتحته نزاع",
        "cooperation": "تعاون أكثر",
        "conflict": "نزاع أكثر",
    },
    "en": {
        "timeline": "Events by their days",
        "calendar": "Events of each day",
        "network": "States and the events between them",
        "pair": "{} and {}: events and their intensity",
        "shown": "{} of {} shown",
        "events": "Events",
        "kind": "Kind",
        "intensity": "Cooperation above the line, conflict below",
        "cooperation": "more cooperation",
        "conflict": "more conflict",
    },
}
WEEKDAYS = {
    "ar": ("الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"),
    "en": ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"),
}
RLM = "\u200f"
EMPTY = "nothing to draw: no event with a date (and of the states named) is in these records"


def set_rtl(text: str, lang: str) -> str:
    """Arabic text for the renderer, which lays every text out from left to right unless marks at both ends say not."""
    return f"{RLM}{text}{RLM}" if lang == "ar" else text


def chart(lang: str, title: str, subtitle: str, **body: Any) -> dict[str, Any]:
    """A Vega-Lite chart in the house's style, its title at the side where reading begins."""
    start = "end" if lang == "ar" else "start"
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": "white",
        "padding": 16,
        "title": {
            "text": set_rtl(title, lang),
            "subtitle": set_rtl(subtitle, lang),
            "anchor": start,
            "fontSize": 18,
            "offset": 14,
        },
        "config": {
            "font": FONT,
            "view": {"stroke": None},
            "axis": {"labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal", "gridColor": "#e8e8e8"},
            "legend": {"labelFontSize": 12, "titleFontSize": 12, "orient": "bottom", "titleFontWeight": "normal"},
            "title": {"font": FONT, "subtitleFont": FONT, "subtitleColor": "#555", "subtitleFontSize": 13},
        },
        **body,
    }


def reversed_in(lang: str) -> dict[str, Any]:
    """The scale of an axis that runs with the writing: from right to left in Arabic."""
    return {"reverse": lang == "ar"}


def side(lang: str) -> str:
    """Where the vertical axis stands: where reading begins."""
    return "right" if lang == "ar" else "left"


def quad_color(lang: str) -> dict[str, Any]:
    """Colour by quad class, with its legend; in Arabic its first entry is the rightmost."""
    quads = [4, 3, 2, 1] if lang == "ar" else [1, 2, 3, 4]
    names = [QUADS[lang][q] for q in quads]
    scale = {"domain": names, "range": [QUAD_COLORS[q] for q in quads]}
    legend = {"orient": "bottom", "title": None, "columns": 4, "symbolOpacity": 1, "symbolSize": 90}
    return {"field": "quad", "type": "nominal", "scale": scale, "legend": legend}


def require(found: object) -> None:
    """Stop where there is nothing to draw.

    Raises:
        BadValue: there is nothing.
    """
    if not found:
        raise BadValue(EMPTY)
