"""The only door to the compiled resources: phrases with what they mean, and the tables they point into."""

from waqai.lexicon.load import Lexicon, Trigger, load
from waqai.lexicon.match import Match, Matcher

__all__ = ["Lexicon", "Match", "Matcher", "Trigger", "load"]
