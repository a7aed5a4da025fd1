"""Who is who in one document: mentions of one person, office, state or body become one party."""

from msgspec.structs import replace

from waqai.lexicon import Lexicon
from waqai.pipeline.detect import Found, Mention
from waqai.pipeline.extract.agreement import gender_of
from waqai.pipeline.ground.holders import candidates, the_same
from waqai.pipeline.ground.officials import complete_from_officials, listed_holder, of_body_before, offices_held
from waqai.pipeline.ground.party import Party, Resolved, at_home, head_of, name_tokens, same_person
from waqai.text.fold import fold_word

# «القوات» is no «قوات الدعم السريع».
ARMIES = frozenset(["قوات"])
RULERS = frozenset(["ملك", "سلطان", "امير", "رييس"])
THEIRS = frozenset(["ه", "ها", "هم"])
__all__ = ["Party", "Registry", "Resolved"]


class Registry:
    """The parties of one document, in order of appearance."""

    def __init__(self, lexicon: Lexicon, published: str | None) -> None:
        self.lexicon = lexicon
        self.published = published or ""
        self.parties: list[Party] = []
        self.of: dict[tuple[int, int, int], Resolved] = {}
        self.recent: list[Party] = []
        self.named: set[str] = set()
        self.found: tuple[Found, ...] = ()

    def resolved(self, m: Mention) -> Resolved | None:
        """The party of a mention already registered."""
        return self.of.get((m.sentence, m.i, m.j))

    def register(self, m: Mention, default_country: str | None) -> None:
        """Give a mention its party: a known one, or a new one; «سفيرنا» is of the default country."""
        if m.pronoun == "نا" and m.offices:
            m = replace(m, country=m.country or default_country)
        if m.pronoun in THEIRS and m.offices:
            m = of_body_before(m, self.recent)
        if m.kind == "person":
            resolved = self._person(m)
        elif m.kind == "role":
            resolved = self.role(m)
        elif m.kind == "state":
            resolved = Resolved(self._keyed(f"state:{m.country}", m, "state"))
        elif m.kind == "org":
            resolved = Resolved(self._org(m, default_country))
        elif m.kind == "thing" and m.country in self.lexicon.states:
            resolved = Resolved(self.state(m.country), because=f"«{m.name}» describes what that state does or has")
        elif m.kind in ("group", "thing"):
            resolved = self._group(m)
        else:
            return
        self.of[(m.sentence, m.i, m.j)] = resolved
        party = resolved.party
        party.gender = party.gender or self._gender(m)
        party.styles |= self._styles(m)
        self._stands_at(party, m)
        if not m.adjective:
            self.recent.append(party)

    def _stands_at(self, party: Party, m: Mention) -> None:
        """Notes the words of a party: of one known by office alone the whole of «القائم بالأعمال الإيطالي»."""
        span = m.name_span
        if span is None and party.kind != "person" and m.i < m.j and m.sentence < len(self.found):
            spans = self.found[m.sentence].sentence.spans
            attached = 0 if m.prep == "ل" and m.definite else len(m.conj) + len(m.prep if len(m.prep) == 1 else "")
            span = spans[m.i][0] + attached, spans[m.j - 1][1]
        if span and span not in party.mentions:
            party.mentions.append(span)

    def _gender(self, m: Mention) -> str:
        """`m` or `f` where the title of a person or role tells."""
        inside = m.offices and m.sentence < len(self.found)
        return gender_of(self.found[m.sentence], m) if inside else ""

    def _styles(self, m: Mention) -> frozenset[str]:
        """What a ruler is: «جلالة الملك» is no «الرئيس»."""
        inside = m.offices and m.sentence < len(self.found)
        words = self.found[m.sentence].sentence.words[m.i : m.j] if inside else []
        return RULERS.intersection(w.lstrip("ول").removeprefix("ال") for w in words)

    def state(self, iso: str) -> Party:
        """The party that a state is, named or not."""
        row = self.lexicon.states[iso]
        return self._keyed(
            f"state:{iso}",
            Mention(sentence=0, i=0, j=0, kind="state", name=row.name, country=iso, sector="GOV", rule="state"),
            "state",
        )

    def town(self, m: Mention) -> Party:
        """The people of a place."""
        return self._keyed(f"town:{fold_word(m.name)}", replace(m, sector="CVL"), "group")

    def body(self, m: Mention) -> Party:
        """The party that a body is for which somebody speaks."""
        party = self._keyed(f"body:{m.country or ''}:{fold_word(m.name)}", m, m.kind)
        self._stands_at(party, m)
        return party

    def _keyed(self, key: str, m: Mention, kind: str) -> Party:
        for party in self.parties:
            if party.key == key:
                if kind == "state" and m.rule == "state" and key not in self.named:
                    party.name = m.name
                    self.named.add(key)
                return party
        name = m.name
        if kind == "state" and m.rule != "state" and m.country in self.lexicon.states:
            name = self.lexicon.states[m.country].name
        elif kind == "state":
            self.named.add(key)
        return self._new(
            Party(
                key=key,
                kind=kind,
                name=name,
                country=m.country,
                sector=m.sector,
                body=m.body,
                mentions=[],
                offices=[],
                aliases=[],
                office_spans={},
            )
        )

    def _group(self, m: Mention) -> Resolved:
        """«الجيش», «الحركة» again are «الجيش السوداني», «حركة حماس» named before; other groups are themselves."""
        if (
            m.country is None
            and (m.definite or m.name.startswith("ال"))
            and m.kind == "group"
            and (party := self._again(m))
        ):
            return Resolved(party, because=f"«{m.name}» is {party.name}, named before")
        return Resolved(self._keyed(f"{m.kind}:{fold_word(m.name)}", m, "group"))

    def _again(self, m: Mention) -> Party | None:
        """The body named last whose name, or name on the list, begins with the noun of a mention."""
        head = head_of(m.name)
        for party in reversed(self.recent):
            many = self.lexicon.grammar["of_all_states"].intersection(fold_word(party.name).split()[1:])
            known = party.kind in ("group", "org") and (party.country or party.kind == "org" or many)
            if known and head in self.heads(party):
                return party
        if m.sector == "REB" and m.number == "s" and head in self.lexicon.grammar["armed_bodies"]:
            # «حركة الشباب ... توعد الجماعة»: one armed body has several nouns.
            bodies = (p for p in reversed(self.recent) if p.sector == "REB" and (p.kind == "org" or p.country))
            return next((p for p in bodies if self.heads(p) & self.lexicon.grammar["armed_bodies"]), None)
        return None

    def heads(self, party: Party) -> set[str]:
        """The nouns that a body's name begins with, as the document and the list have it."""
        listed = self.lexicon.organisations.get(party.body or "") if party.kind == "org" else None
        return {head_of(n) for n in (party.name, *party.aliases, listed.name if listed else party.name)} - ARMIES

    def _org(self, m: Mention, home: str | None) -> Party:
        """A body; «الوزارة» or «وزارة الدفاع» again is the one named with its state."""
        for party in reversed(self.parties):
            if (
                party.kind == "org"
                and m.body
                and party.body == m.body
                and (party.country == m.country or m.country is None or at_home(party, m.country, home))
            ):
                party.country = party.country or m.country
                if len(m.name) > len(party.name) and m.country:
                    party.name = m.name
                return party
        return self._keyed(f"org:{m.body or ''}:{m.country or ''}:{fold_word(m.name) if not m.body else ''}", m, "org")

    def _new(self, party: Party) -> Party:
        self.parties.append(party)
        return party

    def _person(self, m: Mention) -> Resolved:
        tokens = name_tokens(m.name)
        party = self._known_person(m, tokens)
        if party is None:
            party = self._new(
                Party(
                    key=f"person:{' '.join(tokens)}",
                    kind="person",
                    name=m.name,
                    mentions=[],
                    offices=[],
                    aliases=[],
                    office_spans={},
                )
            )
        elif len(tokens) > len(name_tokens(party.name)):
            party.aliases.append(party.name)
            party.name = m.name
        elif m.name != party.name and m.name not in party.aliases:
            party.aliases.append(m.name)
        self._learn(party, m)
        said = m.office if m.office and not m.office.endswith("+counterpart") else None
        return Resolved(party, office=None if said == "minister" else said)

    def _known_person(self, m: Mention, tokens: tuple[str, ...]) -> Party | None:
        for party in reversed(self.parties):
            if party.kind != "person" or (m.country and party.country and m.country != party.country):
                continue
            if same_person(tokens, name_tokens(party.name)) or any(
                same_person(tokens, name_tokens(a)) for a in party.aliases
            ):
                return party
            if m.rule == "short form" and tokens == name_tokens(party.name)[:1]:
                return party  # «مهسا»
        return None

    def _learn(self, party: Party, m: Mention) -> None:
        """Office, state and sector that this mention adds to a person."""
        party.country = party.country or m.country
        party.sector = party.sector or m.sector
        party.body = party.body or m.body
        offices = [m.prefix + o if n == 0 else o for n, o in enumerate(m.offices)]
        for said in offices:
            office = self._counterpart(said, m)
            if office and office not in party.offices:
                vague = party.offices == ["minister"] and office.endswith("-minister")
                party.offices.insert(0 if vague else len(party.offices), office)
                if m.name_span:
                    party.office_spans[office] = m.name_span
        if m.ref is not None and m.rule.startswith("officials"):
            party.official = int(m.ref)

    def _counterpart(self, office: str, m: Mention) -> str | None:
        """«نظيره»: the office of the office holder named before; «نائبه» his deputy.

        Of several, the one whose office the named counterpart is known to hold.
        """
        if not office.endswith("+counterpart"):
            return office
        prefix = office.removesuffix("+counterpart")
        holders = [p for p in reversed(self.recent) if p.offices and not (m.country and p.country == m.country)]
        known = self._known_offices(m) if m.kind == "person" and len(holders) > 1 else ()
        first = next((p for p in holders if p.offices[0] in known), next(iter(holders), None))
        held = first.offices[0] if first else self._office_unsaid(m)
        return prefix + held if held else None

    def _office_unsaid(self, m: Mention) -> str | None:
        """«ماكرون يستقبل نظيره المصري»: the office that the person named last is known to hold."""
        named = (p for p in reversed(self.recent) if p.kind == "person" and p.official is not None)
        last = next((p for p in named if p.country != m.country), None)
        held = offices_held(last, self.lexicon, self.published) if last else ()
        return held[0] if held else None

    def _known_offices(self, m: Mention) -> list[str]:
        """The offices that the list of officials has for a name."""
        table = self.lexicon.tables.officials
        entries = self.lexicon.phrases.get(" ".join(fold_word(m.name).split()), ())
        return [table[int(ref)].office for kind, ref, _ in entries if kind == "official"]

    def role(self, m: Mention) -> Resolved:
        """Who an office without a name is: its holder whom the document names, else the office itself."""
        last = self.recent[-1] if self.recent else None
        if last is not None and last.kind == "org" and fold_word(m.name).startswith("نظيرت") and not m.prep:
            # «وقعت وزارة الداخلية ونظيرتها التركية»: a body again
            return Resolved(self._keyed(f"org:{last.body}:{m.country}", replace(m, sector=last.sector), "org"))
        office = self._counterpart(m.office or "", m) if m.office else None
        for party in candidates(office, m, self.recent, self._gender(m), self._styles(m)):
            if (m.country is None and m.definite) or party.country == m.country:
                because = f"«{m.name}» is {party.name}, named with that office in this document"
                return Resolved(party, inferred=False, because=because, office=None)
        if known := listed_holder(office, m, self.recent, self.lexicon, self.published):
            return Resolved(known, because=f"«{m.name}» is {known.name}, on the list with that office", office=None)
        key = (
            f"role:{office}:{m.country}:{m.body or ''}" if m.country or m.body else f"role:{office}:{fold_word(m.name)}"
        )
        known = next((p for p in self.parties if p.key == key), None) or the_same(office, m, self.recent)
        if known is not None:
            return Resolved(known)
        party = Party(
            key=key,
            kind="role",
            name=m.name,
            country=m.country,
            sector=m.sector,
            offices=[office] if office else [],
            body=m.body,
            mentions=[],
            aliases=[],
            office_spans={},
        )
        self._new(party)
        return Resolved(party)

    def finish(self) -> None:
        """Fill what the words left open from the list of known officials."""
        for party in self.parties:
            if party.kind == "person":
                complete_from_officials(party, self.lexicon, self.published)
