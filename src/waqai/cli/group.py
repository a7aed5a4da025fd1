"""The commands of `waqai`, those of other packages loaded only when they are asked for."""

from importlib import import_module

import typer
from typer._click import Command, Context
from typer.core import TyperGroup

ELSEWHERE = {"time": "waqai.time.cli:time_command"}
"""Command → its function, in a package whose import would slow down every other command."""


class Group(TyperGroup):
    """Registered commands, and those that live elsewhere."""

    def list_commands(self, ctx: Context) -> list[str]:
        """The names of all commands, as `--help` shows them."""
        return [*super().list_commands(ctx), *(name for name in ELSEWHERE if name not in self.commands)]

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """The command of a name, imported now where it lives elsewhere."""
        if cmd_name in ELSEWHERE and cmd_name not in self.commands:
            module, function = ELSEWHERE[cmd_name].split(":")
            alone = typer.Typer(add_completion=False, context_settings=dict(ctx.command.context_settings))
            alone.command(cmd_name)(getattr(import_module(module), function))
            self.commands[cmd_name] = typer.main.get_command(alone)
        return super().get_command(ctx, cmd_name)
