"""Stage 6: what belongs together: within one document here (`link`); across documents, `assign` and `consensus`.

Across documents the candidates are an argument; the stage never opens a library.
"""

from waqai.pipeline.link.within import link

__all__ = ["link"]
