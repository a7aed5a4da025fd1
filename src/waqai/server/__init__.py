"""A library in a browser and for programs: `create_app` makes the application that `waqai serve` runs.

Nothing here is imported by the other commands: FastAPI takes half a second to load.
"""
