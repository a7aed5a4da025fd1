"""Gold files read and scored."""

import msgspec

from waqai.errors import WaqaiError
from waqai.evaluate.gold import GoldDocument, Prediction, read_gold, read_predictions
from waqai.evaluate.score import Report, score
from waqai.model import Record
from waqai.pipeline.acquire import Acquired, Given, build_document
from waqai.reader import Reader


def evaluate_files(gold: str, predictions: str | None = None, *, use_model: bool = True) -> Report:
    """Score a gold file.

    Args:
        gold: path of the gold, JSON Lines.
        predictions: path of records to score; without it the gold's texts are read.
        use_model: let the learned scorers help in reading.

    Raises:
        WaqaiError: a file or a line of it cannot be read.
    """
    golds = read_gold(gold)
    if predictions:
        return score(golds, read_predictions(predictions))
    return evaluate_with_reader(golds, Reader(use_model=use_model))


def evaluate_with_reader(golds: list[GoldDocument], reader: Reader) -> Report:
    """Read the gold's texts and score the records.

    Raises:
        WaqaiError: a text cannot be read; gold that cannot be read is a fault of the gold.
    """
    items = [Acquired(str(gold.id), build_document(gold.text, _given(gold))) for gold in golds]
    records: dict[str, Prediction] = {}
    for result in reader.read_all(items):
        if result.record is None:
            raise WaqaiError(f"{result.where}: {result.error}")
        records[result.where] = as_prediction(result.record)
    return score(golds, records)


def as_prediction(record: Record) -> Prediction:
    """A record as the scorer sees it."""
    return msgspec.convert(msgspec.to_builtins(record), Prediction)


def _given(gold: GoldDocument) -> Given:
    return Given(id=str(gold.id), published=gold.published or gold.dct, title=gold.title, outlet=gold.outlet)
