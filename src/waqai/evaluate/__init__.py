"""Score records against gold, fact by fact: the measures of the project, for gold of anybody's own.

An event of the gold counts as found when a predicted event of the same type rests on one of the passages that
report it and shares a participant with it (or neither names any). Each pair is matched once, best first. Facts of
an event: its type, status, date, place, mode, each actor and recipient, their state and office, each source.
"""

from waqai.evaluate.gold import GoldDocument, Prediction, read_gold, read_predictions
from waqai.evaluate.run import evaluate_files, evaluate_with_reader
from waqai.evaluate.score import Report, Score, score

__all__ = [
    "GoldDocument",
    "Prediction",
    "Report",
    "Score",
    "evaluate_files",
    "evaluate_with_reader",
    "read_gold",
    "read_predictions",
    "score",
]
