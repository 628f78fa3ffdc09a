"""What stands around a function: who calls it, and whether it is where the outside comes in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.project.callers import form_views, handed_on, keepers
from checker.source.audit.project.callers.askers import Askers
from checker.source.audit.project.callers.asking import Asking
from checker.source.audit.project.callers.hearing import VIEWS, Hearing
from checker.source.audit.project.recording.handlers import Handlers
from checker.source.audit.project.recording.records import Records
from checker.source.audit.project.registering import commanded
from checker.source.audit.project.registering.dispatched import is_dispatched
from checker.source.audit.project.registering.outside import apart
from checker.source.audit.project.registering.registered import Registry
from checker.source.audit.project.registering.wiring import based
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn, Module
from checker.source.names.reads import AUDIT

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms
    from checker.source.flow.backwards import Follower

_DEEPEST = 3
_MOST_CALLERS = 30
_COMMANDS = frozenset({"command", "group", "task", "shared_task", "fixture", "cli_command", "periodic_task", "argument", "option"})
_WIZARDS = ("ConfigFlow", "OptionsFlow", "RepairsFlow", "ConfigSubentryFlow", "OAuth2FlowHandler")
"""Ends of the names of classes that ask step by step how another system is reached, and try it."""
_FORMS = ("Form", "FormMixin")
_SAVED = frozenset({"create", "update", "save"})
_SAVING = frozenset({"save", "perform_create", "perform_update"})
"""Calls of a view by which a serializer runs these: https://www.django-rest-framework.org/api-guide/serializers/#saving-instances"""
_VALIDATING = "validate"
_VALIDATED = frozenset({"is_valid", "run_validation"})
_SERVING = ("Backend", "Authenticator", "Authentication", "Policy", "Permission", "LoginFlow")
_ASKED_TO_LOG_IN = "authenticate"
"""What the router of fastapi-users asks of a project's manager: https://fastapi-users.github.io/fastapi-users/latest/configuration/user-manager/"""
_REPLYING = "reply"
"""How plone.restapi asks a service: https://plonerestapi.readthedocs.io/en/latest/contributing/index.html"""


_CALLED = frozenset({"__call__", "get", "post", "put", "delete", "patch", "collection_get", "collection_post"})
_VIEWING = frozenset({"view_config", "resource"})
"""Decorators of classes by which Pyramid and Cornice ask their objects: https://docs.pylonsproject.org/projects/pyramid/en/latest/narr/viewconfig.html"""
_SERVICES = frozenset({"service", "services", "usecase", "usecases", "cases", "interactor"})
"""Last words of classes that do what views ask for."""
_DEPENDING = frozenset({"Depends", "Security"})
_SETTING_UP = frozenset(
    {"ensure", "init", "initialize", "initialise", "seed", "bootstrap", "setup", "populate", "migrate", "default", "demo"}
)
"""Words of functions that set a server up."""
_STORES = frozenset({"db", "session", "db_session", "dbsession", "conn", "connection", "cursor"})
"""First parameters of functions that do it with a database."""


_LIMITERS = ("Throttle",)
"""Classes that say who is counted as one, and refuse nobody who is wrong: https://www.django-rest-framework.org/api-guide/throttling/"""
_RESPONDERS = frozenset({"on_get", "on_post", "on_put", "on_patch", "on_delete", "on_head", "on_options"})
"""What Falcon calls of a resource, or of a module that it is given as one."""


class Around:
    """Looks at a function from the outside. What it knows of the whole project is a question of its own (`AUDIT`)."""

    def __init__(self, follower: Follower, records: Records, terms: Terms) -> None:
        self._follower = follower
        self._names = follower.names
        self._records = records
        self._terms = terms
        self._boundary: dict[Fn, bool] = {}
        self.wrapped_always = records.by_decorators
        self.servers = follower.tables.server_modules
        """Top-level names of the libraries that answer requests."""
        handlers = Handlers(follower, records)
        self.registry = Registry(follower, records, handlers, terms)
        self.hearing = Hearing(follower, records, terms, handlers, self.registry)
        self.asking = Asking(self._names)
        self._askers = Askers(self._names, self.registry)

    def forget(self) -> None:
        """Know nothing of any function."""
        self._boundary.clear()

    def follows(self) -> bool:
        """Whether a middleware of the project keeps what everybody does in a trail of its own."""
        self._names.reads.asked.add((AUDIT, "", -1))
        return self.registry.known.follows

    def depended(self, fn: Fn) -> bool:
        """Whether a framework calls a function for routes that ask for it."""
        self._names.reads.asked.add((AUDIT, "", -1))
        return fn.key in self.registry.dependencies

    def decorators(self, fn: Fn) -> list[str]:
        """Last parts of the names of a function's decorators."""
        if fn.head.parent < 0:
            return []
        parent = fn.module.functions[fn.head.parent]
        texts = (self._follower.text(parent, node).removesuffix("()") for node in fn.head.decorators)
        return [text.rpartition(".")[2] for text in texts]

    def routes(self, fn: Fn) -> list[str]:
        """The texts that a function's decorators are given first: ``"/logout"``."""
        if fn.head.parent < 0:
            return []
        parent = fn.module.functions[fn.head.parent]
        calls = (parent.body.nodes[node] for node in fn.head.decorators)
        firsts = (parent.body.nodes[call[2][0]] for call in calls if call[0] == ir.CALL and call[2] and call[2][0] >= 0)
        return [first[1] for first in firsts if first[0] == ir.CONST and isinstance(first[1], str)]

    def based(self, fn: Fn, endings: tuple[str, ...] | frozenset[str]) -> bool:
        """Whether a method's class, or one that it inherits from, has a name with one of the endings."""
        return based(self._names, fn, endings)

    def sets_up(self, module: Module) -> bool:
        """Whether a file asks the owner of an installation how another system is reached: a login that fails there is that system's."""
        return any(based(self._names, fn, _WIZARDS) for fn in module.functions[1:] if fn.owner is not None)

    def is_form(self, fn: Fn) -> bool:
        """Whether a function is a step of a form, whose view answers for it: ``clean()``, ``save()``."""
        return self.based(fn, _FORMS) and fn.name.startswith(("clean", "validate", "save", "is_valid", "_", "full_clean"))

    def is_field(self, fn: Fn) -> bool:
        """Whether a function looks at one field of a serializer, as ``clean_password()`` does in a form: ``validate_password()``."""
        return fn.name.startswith("validate_") and self.based(fn, ("Serializer",))

    def boundary(self, fn: Fn) -> bool:
        """Whether the outside calls a function without anybody of the project in between."""
        known = self._boundary.get(fn)
        if known is None:
            known = self._boundary[fn] = self._is_boundary(fn)
        return known

    def _is_boundary(self, fn: Fn) -> bool:
        decorators = self.decorators(fn)
        if not _COMMANDS.isdisjoint(decorators) or self.based(fn, _LIMITERS):
            return False
        if self.depended(fn) or self._is_made_to_depend(fn):
            return True
        if not self._terms.decorators.isdisjoint(decorators) or not self._terms.parameters.isdisjoint(fn.head.params):
            return True
        if any("Request" in annotation.split() for annotation in fn.head.annotations) or self._asks_for_request(fn):
            return True
        if self.is_form(fn) and form_views.judged(self._names, self._askers, self._records, fn):
            return True
        if fn.name == _ASKED_TO_LOG_IN and self.based(fn, ("BaseUserManager",)):
            return True
        if fn.name == _REPLYING and self.based(fn, ("Service",)):
            return True
        if fn.name in _RESPONDERS and "req" in fn.head.params and "resp" in fn.head.params:
            return True
        if self._is_view(fn) or (commanded.is_handler(fn) and not self.callers(fn)):
            return True
        if fn.owner is not None:
            seen = self.based(fn, self._terms.bases) or self._is_exposed(fn) or self._is_last_seen(fn) or self._is_keepers(fn)
            return (seen and not fn.name.startswith("_")) or (not fn.module.tops.isdisjoint(self.servers) and is_dispatched(fn))
        return self._in_table(fn) or self._is_last_seen(fn)

    def answers_for(self, fn: Fn) -> bool:
        """See `handed_on.answers`."""
        return handed_on.answers(self, fn)

    def _is_made_to_depend(self, fn: Fn) -> bool:
        """Whether a function that another one makes is what routes shall ask for: ``def dependency(payload=Depends(read)): ...``."""
        if fn.head.parent <= 0 or fn.head.decorators or not fn.head.params:
            return False
        parent = fn.module.functions[fn.head.parent]
        return not _DEPENDING.isdisjoint(parent.head.called) and "fastapi" in fn.module.tops

    def _is_last_seen(self, fn: Fn) -> bool:
        """Whether a service does what views ask for that are not at hand: nothing in the project calls a function of that name."""
        if fn.name.startswith("_") or fn.head.parent != 0 or fn.head.flags & ir.GENERATOR or not _SETTING_UP.isdisjoint(split(fn.name)):
            return False
        words = split(fn.owner.name)[-1:] if fn.owner is not None else ()
        asked = not _SERVICES.isdisjoint(words) if fn.owner is not None else not _STORES.isdisjoint(fn.head.params[:1])
        return asked and not self._follower.callers.is_called(fn)

    def _is_keepers(self, fn: Fn) -> bool:
        """Whether a class that lets people in offers a method, and nobody of the project calls it."""
        return keepers.is_asked(self._names, self._terms, fn) and not self.callers(fn)

    def _is_exposed(self, fn: Fn) -> bool:
        """Whether CherryPy calls a method of a class: https://docs.cherrypy.dev/en/latest/tutorials.html#tutorial-7-give-us-a-rest"""
        if fn.owner is None or fn.head.parent < 0:
            return False
        nodes = [(fn.owner.fn, node) for node in fn.owner.record.decorators]
        nodes += [(fn.module.functions[fn.head.parent], node) for node in fn.head.decorators]
        return any(self._follower.text(where, node).startswith("cherrypy.") for where, node in nodes)

    def _is_view(self, fn: Fn) -> bool:
        """Whether a class that is decorated as a view answers by a method: ``@view_config(...)`` and ``def __call__(self): ...``."""
        if fn.owner is None or fn.name not in _CALLED:
            return False
        nodes = ((fn.owner.fn, node) for node in fn.owner.record.decorators)
        return any(self._follower.text(where, node).removesuffix("()").rpartition(".")[2] in _VIEWING for where, node in nodes)

    def serves(self, fn: Fn) -> bool:
        """Whether a method belongs to what views ask: a backend, an authenticator, a policy."""
        if not self._terms.decorators.isdisjoint(self.decorators(fn)):
            return False
        return self.based(fn, _SERVING) and not self.based(fn, VIEWS)

    def routed(self, fn: Fn) -> bool:
        """Whether a function is a route of its own: decorated as one, given a request, or a method of a view."""
        if self.depended(fn) or not self._terms.decorators.isdisjoint(self.decorators(fn)):
            return True
        return self.based(fn, VIEWS) or (not self._terms.parameters.isdisjoint(fn.head.params) and not self.callers(fn))

    def _in_table(self, fn: Fn) -> bool:
        """Whether a function of a server's module takes nothing and nobody of the project calls it: it stands in a table of routes."""
        plain = fn.head.parent == 0 and not fn.head.params and not fn.name.startswith(("_", "<"))
        return plain and not fn.module.tops.isdisjoint(self._follower.tables.server_modules) and not self.callers(fn)

    def _asks_for_request(self, fn: Fn) -> bool:
        """Whether a function that nobody of the project calls reads the request of its thread: ``flask.request``."""
        for position, node in enumerate(fn.body.nodes):
            if node[0] == ir.GLOBAL and node[1] == "request":
                entity = self._names.entity(fn, position)
                return entity is not None and entity[0] == "lib" and entity[1].endswith(".request") and not self.callers(fn)
        return False

    def is_handler(self, fn: Fn) -> bool:
        """Whether a function answers errors that others raised."""
        self._names.reads.asked.add((AUDIT, "", -1))
        return any(handler.at == fn.key for handler in self.registry.known.handlers)

    def callers(self, fn: Fn) -> list[tuple[Fn, int, bool]]:
        """The project's calls of a function, or of one in whose place it may stand, outside tests and commands."""
        found = self._follower.callers.callers(fn)
        for other in self._instead(fn) if not found else ():
            found = [*found, *self._follower.callers.callers(other)]
        found = [one for one in found if not one[0].module.facts.test and not apart(one[0].module)]
        return [*found, *self._serving(fn)][:_MOST_CALLERS]

    def _serving(self, fn: Fn) -> Iterator[tuple[Fn, int, bool]]:
        """The calls by which views have a serializer do what one of its methods is for: ``is_valid()`` runs ``validate()``."""
        if fn.owner is None or not (fn.name in _SAVED or fn.name.startswith(_VALIDATING)) or not self.based(fn, ("Serializer",)):
            return
        asked = _SAVING if fn.name in _SAVED else _VALIDATED
        for view in self._askers.of(fn.owner):
            for call in view.body.calls:
                if self._follower.text(view, view.body.nodes[call][1]).rpartition(".")[2] in asked:
                    yield view, call, True

    def _instead(self, fn: Fn) -> list[Fn]:
        """The methods that do for others what a base of theirs promises: ``auth: PasswordProvider | TokenProvider`` is known as one."""
        if fn.owner is None or fn.name.startswith("__"):
            return []
        promising = {base for base in self._names.mro(fn.owner)[0][1:] if fn.name in base.record.methods}
        if not promising:
            return []
        others = (one for one in self._names.named(fn.name) if one is not fn and one.owner is not None)
        return [one for one in others if one.owner is not None and not promising.isdisjoint(self._names.mro(one.owner)[0])]

    def reachable(self, fn: Fn, depth: int = 0) -> bool:
        """Whether the outside comes to a function, through at most three callers."""
        if self.boundary(fn):
            return True
        if fn.head.parent > 0 and self.boundary(fn.module.functions[fn.head.parent]):
            return True
        if not fn.module.tops.isdisjoint(self.servers) and self.frames(fn):
            return True
        return depth < _DEEPEST and any(self.reachable(caller, depth + 1) for caller, _, _ in self.callers(fn) if caller is not fn)

    def frames(self, fn: Fn) -> list[Fn]:
        """The methods of base classes that run a method in the middle of their own: ``def process(self): ... self._process()``."""
        if fn.owner is None or not fn.name.startswith("_") or fn.name.startswith("__"):
            return []
        bases = self._names.mro(fn.owner)[0][1:]
        if not any(fn.name in base.record.methods for base in bases):
            return []
        methods = (base.module.functions[position] for base in bases for position in base.record.methods.values())
        return [one for one in methods if fn.name in one.head.called and one.name != fn.name]
