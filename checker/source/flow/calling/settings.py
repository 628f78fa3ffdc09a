"""Settings that are asked for by their names: the name tells what the value is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.holding.mappings import WORKING
from checker.source.flow.origin import Flow, Place
from checker.source.ir import Node
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_SECTIONS = frozenset({"credentials", "secrets", "tokens"})
"""Labels of names that a section of a configuration has."""
_SECTIONED = frozenset({"conf", "cfg", "config", "configuration", "configs", "configparser", "parser", "cp", "ini", "settings", "options"})
"""Words of objects whose ``get()`` takes a section and an option; of any other the second argument is a default."""
_SETTERS = frozenset(
    {"getenv", "env", "config", "get", "option", "getoption", "conf", "setting", "secret", "value", "environ", "variable", "var", "getvar"}
)
"""Last words of functions that look a setting up by its name."""


class Settings:
    """The part of the follower that knows how settings are asked for."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower

    def told(self, fn: Fn, node: Node, text: str, place: Place) -> Flow | None:
        """``os.getenv("API_KEY")``, ``config("API_KEY")``, ``conf.get("core", "fernet_key")``: a setting's name tells its value."""
        last = split(text.rpartition(".")[2])
        if not last or last[-1] not in _SETTERS or last[0] in ("set", "has", "is", "del", "delete"):
            return None
        environment = not {"getenv", "env", "environ"}.isdisjoint((*last, *split(text)))
        for position in (0,) if environment else (0, 1):
            key = self._follower.calls.constant(fn, node, position)
            if environment and key is None and node[2] and node[2][0] >= 0:  # os.getenv(TOKEN_VARIABLE)
                key = self._follower.mappings.literal(fn, node[2][0])
            looped = environment and key is None and bool(node[2]) and node[2][0] >= 0
            if looped and (each := self._follower.named_items.asked(fn, node[2][0], text, place)):
                return each
            if environment and key in WORKING:
                return None
            if isinstance(key, str) and " " not in key and not self._follower.lexicon.hushed(split(key)):
                telling = self._follower.lexicon.tell(key)
                if position == 0 and not environment and self.is_section(fn, node, key):
                    continue
                is_file = key[:1] in (".", "/")  # that is taken by default
                if telling is not None and (position == 0 or (not is_file and self._is_option(fn, node, last))):
                    return Flow((self._follower.by_name.told(fn, telling, f"{text}({key!r})", place),))
        return None

    def _is_option(self, fn: Fn, node: Node, called: tuple[str, ...]) -> bool:
        """Whether the second argument names what is asked for, in the section that the first names; of a mapping it is a default."""
        if not isinstance(self._follower.calls.constant(fn, node, 0), str):
            return False
        text = self._follower.text(fn, node[1])
        if called == ("get",) and _SECTIONED.isdisjoint(split(text.rpartition(".")[0])):
            return False
        others = (other for other in fn.body.nodes if other[0] == ir.CALL and len(other[2]) == 1 and not other[3])
        return all(self._follower.text(fn, other[1]) != text for other in others)

    def is_section(self, fn: Fn, node: Node, key: str) -> bool:
        """Whether what a call is given first names a section of settings, and the option is next: ``get("Credentials", "host")``."""
        telling = self._follower.lexicon.tell(key)
        option = self._follower.calls.constant(fn, node, 1)
        return telling is not None and telling.label in _SECTIONS and isinstance(option, str) and bool(option)
