"""Exporting records: one file per format. `FORMATS` is the list; docs/exports.md says what each cannot hold."""

from waqai.export.base import Format, Losses, export, find_format

FORMATS = (
    Format("jsonl", "one record a line, as RECORD.md says it", ".jsonl"),
    Format("csv", "one event a row, for spreadsheets (UTF-8 with BOM)", ".csv"),
    Format("parquet", "one event a row, typed columns", ".parquet"),
    Format("polecat", "POLECAT, 40 columns, tab-separated", ".tsv"),
    Format("gdelt", "GDELT 2.0 events, 61 columns, no header", ".tsv"),
    Format("icews", "ICEWS, 20 columns, tab-separated", ".tsv"),
    Format("cameo", "CAMEO dyads: date, source, target, code", ".tsv"),
    Format("followthemoney", "followthemoney entities, JSON Lines", ".ftm.json"),
    Format("statements", "followthemoney statements, CSV as OpenSanctions writes it", ".csv"),
    Format("jsonld", "JSON-LD: schema.org, SEM and PROV-O", ".jsonld"),
    Format("webannotation", "W3C Web Annotation of every passage", ".jsonld", texts=True),
    Format("geojson", "GeoJSON points of events with a place", ".geojson"),
    Format("gexf", "network of parties for Gephi", ".gexf"),
    Format("graphml", "network of parties for yEd, networkx, igraph", ".graphml"),
    Format("icalendar", "dated events as a calendar", ".ics"),
    Format("brat", "brat standoff, .txt and .ann in a zip or folder", ".zip", files=True, texts=True),
    Format("timeml", "TimeML documents in a zip or folder", ".zip", files=True, texts=True),
    Format("conll", "CoNLL-2003 columns, IOB2", ".conll", texts=True),
    Format("webanno", "WebAnno TSV 3.3 of names, for INCEpTION, in a zip or folder", ".zip", files=True, texts=True),
)

__all__ = ["FORMATS", "Format", "Losses", "export", "find_format"]
