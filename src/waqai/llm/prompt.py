"""The question put to a model: what an event is, what to answer, one example."""

import json
from functools import lru_cache
from typing import get_args

from waqai.llm.answer import Act
from waqai.ontology import load_ontology

RULES = """\
You read Arabic news reports and list the political events they tell: what states, officials, armed groups, bodies
and protesters did, plan, propose or deny with or to one another. Answer with one JSON object and nothing else.

Every value of "trigger", "words", "when", "where", "sources" and "topics" is copied from the report letter by
letter, in Arabic, as short as it can be. Never translate, never complete a name, never write what the report does
not say: words that are not in the report are thrown away.

For each event:
- trigger: the verb or noun that tells it (one to three words)
- type: AGREE promise, offer, plan to meet or co-operate · CONSULT meet, visit, call, talk · SUPPORT back in words,
  sign, recognise, condole, congratulate · CONCEDE apology, amnesty, announced ceasefire or withdrawal ·
  COOPERATE joint exercise, exchange, extradition · AID material help · RETREAT withdraw, release, disarm, resign ·
  REQUEST ask, demand · ACCUSE condemn, accuse, complain, summon an ambassador, investigate · REJECT refuse, cancel ·
  THREATEN warn of force or consequence · PROTEST demonstrate, strike · SANCTION penalties, convict, expel diplomats,
  recall an envoy · MOBILIZE move troops or police · COERCE arrest, seize, close, ban, occupy · ASSAULT attack with
  force, bomb, kill, abduct
- mode: only for some types, else null: {modes}
- act: the closest of {acts}
- status: happened, ongoing, planned, proposed, conditional, denied
- actors: who does it. In a meeting, call or talks all sides are actors; in a visit the visitor is the actor and the
  host the recipient. Name people by their names. Where the report says «الجانبان» or «هو», copy the name it stands
  for from elsewhere in the report.
- recipients: to whom it is done
- when: the words of its own date («الأحد الماضي»), else null
- where: the place where it happened, else null; the place of the dateline is not it
- sources: who tells it («وكالة الأنباء»), not who does it
- topics: what a contact was about

One event for each happening, however often it is told. No event for sport, weather, business, culture. A report
without events is {{"events": []}}.
"""
EXAMPLE_TEXT = (
    "بوغوتا - أجرى وزير الخارجية الكولومبي إدواردو بارغاس، الثلاثاء، اتصالا هاتفيا بنظيرته البيروفية لوسيا كيسبي "
    "بحثا خلاله أمن الحدود، وفق بيان للخارجية الكولومبية. ونددت كيسبي بهجوم مسلحين على مركز للشرطة."
)
EXAMPLE_ANSWER = {
    "events": [
        {
            "trigger": "اتصالا هاتفيا",
            "type": "CONSULT",
            "mode": "phone",
            "act": "call",
            "status": "happened",
            "actors": [
                {"words": "إدواردو بارغاس", "kind": "person"},
                {"words": "لوسيا كيسبي", "kind": "person"},
            ],
            "recipients": [],
            "when": "الثلاثاء",
            "where": None,
            "sources": [{"words": "بيان للخارجية الكولومبية", "kind": "organisation"}],
            "topics": ["أمن الحدود"],
        },
        {
            "trigger": "نددت",
            "type": "ACCUSE",
            "mode": "disapprove",
            "act": "condemnation",
            "status": "happened",
            "actors": [{"words": "كيسبي", "kind": "person"}],
            "recipients": [{"words": "مسلحين", "kind": "group"}],
            "when": None,
            "where": None,
            "sources": [],
            "topics": [],
        },
    ]
}


def messages(text: str, published: str | None) -> list[dict[str, str]]:
    """The messages that ask for the events of a text.

    Args:
        text: the report, or a piece of it.
        published: its publication date.
    """
    return [
        {"role": "system", "content": _rules()},
        {"role": "user", "content": _report(EXAMPLE_TEXT, "2024-05-15")},
        {"role": "assistant", "content": json.dumps(EXAMPLE_ANSWER, ensure_ascii=False)},
        {"role": "user", "content": _report(text, published)},
    ]


@lru_cache(maxsize=1)
def _rules() -> str:
    by_type: dict[str, list[str]] = {}
    for key in load_ontology().modes:
        kind, _, mode = key.partition("-")
        by_type.setdefault(kind, []).append(mode)
    modes = " · ".join(f"{kind} {', '.join(modes)}" for kind, modes in by_type.items())
    return RULES.format(modes=modes, acts=", ".join(get_args(Act)))


def _report(text: str, published: str | None) -> str:
    """A report between marks: what stands in it is text to read, whatever it asks for."""
    return f"Report{f' of {published}' if published else ''}:\n<<<\n{text}\n>>>"
