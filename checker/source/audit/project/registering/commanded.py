"""Handlers of commands: a bus runs them by the class of what it is sent, and nothing in the project calls them.

``class DeleteUserHandler: async def __call__(self, command: DeleteUserCommand)`` and ``await bus.send(DeleteUserCommand(id))``.
"""

from __future__ import annotations

from checker.source.lexicon.words import split
from checker.source.names.elements import Fn, Module

_RUN = frozenset({"__call__", "handle", "execute", "invoke", "run", "process"})
_HANDLERS = (("handler",), ("interactor",))
_COMMAND = ("command",)
_ASKED = (("query",), ("request",), ("input",), ("dto",))
"""How a command may end that is called as its handler is: ``CreateUserQuery`` of ``CreateUserHandler``."""
_TYPED = frozenset({"click", "typer", "argparse", "django", "flask", "cement", "cliff", "fire"})
"""Libraries of commands that somebody types, and those that run such."""
_FOLDER = "commands"


def are_handled(module: Module) -> bool:
    """Whether a folder of commands is one of those of a bus, and not of those that somebody types."""
    if _FOLDER not in module.parts[:-1] or "management" in module.parts:
        return False
    return any(split(cls.name)[-1:] in _HANDLERS or split(cls.name)[-1:] == _COMMAND for cls in module.classes) and not any(
        top in _TYPED for top in module.tops
    )


def is_handler(fn: Fn) -> bool:
    """Whether a method is what a class is there for that handles a command: its own name and its parameter's say so."""
    if fn.owner is None or fn.name not in _RUN:
        return False
    words = split(fn.owner.name)
    if words[-1:] not in _HANDLERS:
        return False
    said = [split(name.rpartition(".")[2]) for said in fn.head.annotations for name in said.split()]
    return _COMMAND[0] in words or any(one[-1:] == _COMMAND or (one[-1:] in _ASKED and one[:-1] == words[:-1]) for one in said)
