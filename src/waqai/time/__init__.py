"""Time: finds Arabic temporal expressions and says which days they mean."""

from waqai.time.export import export_json, export_timeml
from waqai.time.tagger import tag
from waqai.time.timex import Timex

__all__ = ["Timex", "export_json", "export_timeml", "tag"]
