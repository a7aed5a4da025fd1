"""The views that `waqai sql` reads."""

VIEWS = {
    "document": "SELECT n, key, id, published, outlet, url, title, language, text, source, added FROM documents",
    "event": 'SELECT id, type, mode, act, status, start, "end", granularity, place, country, reports, sources, copies,'
    " confidence, contested, review, quad, intensity, level, agreement FROM events WHERE reports > 0",
    "event_party": "SELECT event, side, entity, name, country, sector, office FROM event_parties",
    "event_report": 'SELECT linked AS event, id AS report, document FROM reports WHERE "current"',
    "event_link": "SELECT event, rel, other, stated FROM event_links",
    "pair": "SELECT a, b, start, event FROM pairs",
    "entity": "SELECT id, kind, name, latin, country, sector, wikidata FROM entities WHERE merged IS NULL",
    "agreement": "SELECT id, kind, title, stage, signed, last, sources FROM agreements",
    "agreement_party": "SELECT agreement, party FROM agreement_parties",
    "agreement_report": 'SELECT agreement, id AS report, document FROM seen_agreements WHERE "current"',
    "entity_name": "SELECT entity, name, kind, country FROM names",
    "tenure": "SELECT n.entity AS person, min(t.name) AS name, t.office, t.country, t.organisation,"
    " min(t.seen) AS first_seen, max(t.seen) AS last_seen, count(DISTINCT t.document) AS reports"
    " FROM seen_tenures t JOIN names n ON n.observed = t.person WHERE NOT t.former"
    " GROUP BY n.entity, t.office, t.country, t.organisation",
    "copy": "SELECT document, first, score FROM copies WHERE document <> first",
    "judgement": 'SELECT n, kind, "left", "right", verdict, score, reasons, author, made, withdrawn FROM judgements',
    "correction": "SELECT n, action, target, field, value, why, author, made, undoes FROM corrections",
    "change": "SELECT n, event, at FROM changes",
    "refusal": "SELECT source, place, kind, why, at, tries FROM refusals",
}
"""What `waqai sql` may be asked; documented in `docs/library.md`, kept while the tables change."""
