"""`waqai mcp`: a library as tools for language models."""

from waqai.cli.asked import Library


def mcp(library: Library = None) -> None:
    """Serve a library to a language model's client over standard input and output; all tools only read."""
    from waqai.errors import BadValue
    from waqai.store import open_store

    try:
        from waqai.server.mcp import make_server
    except ImportError as error:
        if error.name and error.name.split(".")[0] == "mcp":
            raise BadValue("this needs the extra «mcp»: pip install 'waqai[mcp]'") from None
        raise
    store = open_store(library, must_exist=True)
    try:
        make_server(store).run("stdio")
    finally:
        store.close()
