"""What a project registers with its frameworks, as it was found."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.source.names.elements import Fn


@dataclass(slots=True)
class Wired:
    """Filled by who looks through the whole project."""

    handlers: list[tuple[frozenset[str], Fn]] = field(default_factory=list)
    """Keys (statuses and class names) and the project's handler of them."""
    given: list[tuple[frozenset[str], Fn]] = field(default_factory=list)
    """The same of functions that no framework knows of: they are given what was caught, and ask what it is."""
    wrapping: list[Fn] = field(default_factory=list)
    """Middleware and the like."""
    apps: set[str] = field(default_factory=set)
    logs_all: bool = False
    """Whether the framework itself writes down every exception."""
    ending: list[Fn] = field(default_factory=list)
    """Methods to which all errors of a class of views come."""
    dependencies: set[Fn] = field(default_factory=set)
    """Functions that a framework calls for routes: FastAPI's ``Depends(f)``."""
    receivers: dict[str, list[Fn]] = field(default_factory=dict)
    """Name of a signal to who receives it."""
    senders: dict[tuple[str, int], set[str]] = field(default_factory=dict)
    """Key of who receives one to the classes of whose rows it is told, ``""`` for those of all."""
    homes: set[str] = field(default_factory=set)
    """Folders in which an application is made."""
    histories: set[str] = field(default_factory=set)
    """Tables of which a library keeps how each row was before."""
    served: dict[tuple[str, int], list[Fn]] = field(default_factory=dict)
    """A class of serializers or forms to the methods of views that ask the framework for one."""

    def receives(self, receiver: Fn, signal: str, sender: str | None = None) -> None:
        """Keep that a function is told of a signal, and of whose rows where that is known."""
        self.receivers.setdefault(signal, []).append(receiver)
        if sender is not None:
            self.senders.setdefault(receiver.key, set()).add(sender)
