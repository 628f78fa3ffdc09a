"""Logins that frameworks bring along and a project switches on: whether anything in it hears of a failure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from checker.model import Confidence, Step
from checker.source import ir
from checker.source.audit.project.registering.outside import apart
from checker.source.facts.security import LoginWired
from checker.source.flow.origin import Place
from checker.source.flow.places import span
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn, Module
from checker.source.names.reads import LOGINS

if TYPE_CHECKING:
    from checker.source.audit.parts import Parts
    from checker.vocabulary import Login

_EVENT = "authn_login_fail"
_INCLUDES = "include"
_SETTINGS = frozenset({"settings", "config", "conf"})
_FAILED = frozenset(
    {"fail", "failed", "failure", "failing", "invalid", "incorrect", "wrong", "denied", "rejected", "refused", "unsuccessful", "bad"}
)
_LOGIN = frozenset(
    {"login", "logins", "log", "signin", "sign", "auth", "authn", "authentication", "authenticate", "password", "credentials", "credential"}
)
_PLACES = _LOGIN | {
    "user", "users", "account", "accounts", "member", "members", "security", "session", "sessions", "signal", "signals", "receiver",
    "receivers", "backend", "backends", "middleware", "middlewares", "authenticator", "sso", "oidc", "oauth", "oauth2", "saml", "saml2",
    "ldap", "jwt", "audit", "handler", "handlers", "identity", "authz", "permissions", "social", "mfa", "otp", "registration",
    "passwords", "hooks", "manager"
}  # fmt: skip
"""Words of places where a project's own logins are handled."""
_ELSEWHERE = frozenset({
    "smtp", "imap", "pop3", "ftp", "sftp", "ssh", "mail", "mailer", "email", "emails", "client", "clients", "api_client", "scraper",
    "crawler", "sync", "importer", "exporter", "plugin", "plugins", "integration", "integrations", "connector", "connectors", "webhook",
    "webhooks", "registry", "docker", "git", "github", "gitlab", "bitbucket", "jira", "slack", "telegram", "mqtt", "proxy", "database",
    "redis", "backup", "s3", "aws", "printer", "payment", "payments"
})  # fmt: skip
"""Words of places where somebody logs in elsewhere."""
_OF_DEVELOPERS = frozenset({"dev", "devel", "development", "debug"})
"""Words of files that are switched on where somebody works on the code."""
_SOUNDLESS = frozenset({"debug", "trace"})
_RUNNING = "is_valid"
_MOST_LOOKED = 6


class _Wire(msgspec.Struct, frozen=True):
    """A place where a login is switched on."""

    rank: int
    """Position in the vocabulary: what comes first there is the better place to tell."""
    place: Place
    function: str
    by: str
    entry: Login


class Logins:
    """Finds where logins are switched on; the whole project is asked once, and only where one is."""

    def __init__(self, parts: Parts, entries: tuple[Login, ...]) -> None:
        self._parts = parts
        self._names = parts.follower.names
        self._entries = entries
        self._calls = {name: (rank, entry) for rank, entry in enumerate(entries) for name in entry.calls}
        self._objects = {name: (rank, entry) for rank, entry in enumerate(entries) for name in entry.objects}
        self._includes = {name: (rank, entry) for rank, entry in enumerate(entries) for name in entry.includes}
        self._opens = {name: (rank, entry) for rank, entry in enumerate(entries) for name in entry.opens}
        self._runs = {name: (rank, entry) for rank, entry in enumerate(entries) for name in entry.runs}
        switches = (*self._calls, *self._runs, *(name.partition(":")[0] for name in self._opens))
        self._telling = frozenset(name.rpartition(".")[2] for name in switches) | {_INCLUDES, "path", "re_path", "url"}
        named = (*self._calls, *self._objects, *self._runs)
        self._tops = frozenset(name.partition(".")[0] for name in named) | {"django", "fastapi", "flask"}
        self._known: dict[str, tuple[_Wire, list[Step]]] | None = None

    def facts(self, module: Module) -> Iterator[LoginWired]:
        """One fact for each family of logins whose failures nobody hears of, in the module where it is best told."""
        if not _serves(module) or module.tops.isdisjoint(self._tops) or next(self._wires(module), None) is None:
            return
        self._names.reads.asked.add((LOGINS, "", -1))
        for wire, looked in self._unheard().values():
            if wire.place[0] == module.path:
                yield LoginWired(
                    span(wire.place), wire.function, wire.entry.framework, _EVENT, wire.by, wire.entry.help, Confidence.MEDIUM,
                    tuple(looked), module.facts.test,
                )  # fmt: skip

    def answer(self) -> Any:
        """What the whole project tells, in plain data."""
        return [(family, wire.place, [step.text for step in looked]) for family, (wire, looked) in sorted(self._unheard().items())]

    # -- where it is switched on

    def _wires(self, module: Module) -> Iterator[_Wire]:
        for fn in module.functions:
            if self._telling.isdisjoint(fn.head.called):
                continue
            for call in fn.body.calls:
                record = fn.body.nodes[call]
                name = self._parts.follower.text(fn, record[1]).rpartition(".")[2]
                if name in self._telling:
                    yield from self._wired(fn, record, name)

    def _wired(self, fn: Fn, record: ir.Node, name: str) -> Iterator[_Wire]:
        place = self._parts.follower.place(fn, record)
        found = self._calls.get(self._dotted(fn, record[1]))
        found = found or self._derived(fn, record[1]) or self._run(fn, record[1])
        if found is not None:
            yield _Wire(found[0], place, fn.head.name, f"{self._short(fn, record[1])}()", found[1])
        elif (opened := self._opened(fn, record)) is not None:
            yield _Wire(opened[0], place, fn.head.name, f"{self._short(fn, record[1])}() of a form's user", opened[1])
        for node in record[2][:3]:
            given: ir.Node = fn.body.nodes[node] if node >= 0 else [ir.OPAQUE]
            if name == _INCLUDES and given[0] == ir.SEQ and given[1]:
                given = fn.body.nodes[given[1][0]]
            if given[0] == ir.CONST and name == _INCLUDES and (found := self._includes.get(str(given[1]))):
                yield _Wire(found[0], place, fn.head.name, f"include({given[1]!r})", found[1])
            elif given[0] in (ir.ATTR, ir.GLOBAL, ir.IMPORT) and (found := self._objects.get(self._dotted(fn, node))):
                yield _Wire(found[0], place, fn.head.name, self._short(fn, node), found[1])

    def _derived(self, fn: Fn, callee: int) -> tuple[int, Login] | None:
        """The login that a view of the project's own is derived from: ``class OurLogin(LoginView)``, ``OurLogin.as_view()``."""
        record = fn.body.nodes[callee]
        entity = self._names.entity(fn, record[1]) if record[0] == ir.ATTR else None
        if entity is None or entity[0] != "cls":
            return None
        _, libraries = self._names.mro(entity[1])
        return next((found for name in libraries if (found := self._calls.get(f"{name}.{record[2]}"))), None)

    def _run(self, fn: Fn, callee: int) -> tuple[int, Login] | None:
        """The login of a library's serializer that a function runs, and that raises where it fails:
        ``AuthTokenSerializer(data=request.data).is_valid(raise_exception=True)``.
        """
        if _RUNNING not in fn.head.called or (found := self._runs.get(self._dotted(fn, callee))) is None:
            return None
        asked = (fn.body.nodes[call] for call in fn.body.calls)
        runs = any(
            self._parts.follower.text(fn, one[1]).rpartition(".")[2] == _RUNNING
            and any(key == "raise_exception" and fn.body.nodes[value][:2] == [ir.CONST, True] for key, value in one[3])
            for one in asked
        )
        return found if runs else None

    def _opened(self, fn: Fn, record: ir.Node) -> tuple[int, Login] | None:
        """The login whose form gave the user that a session is opened for: ``login(self.request, form.get_user())``."""
        for node in record[2][:3] if self._opens else ():
            given: ir.Node = fn.body.nodes[node] if node >= 0 else [ir.OPAQUE]
            while given[0] == ir.VAR:
                given = fn.body.nodes[given[2]]
            callee: ir.Node = fn.body.nodes[given[1]] if given[0] == ir.CALL else [ir.OPAQUE]
            if callee[0] == ir.ATTR and (found := self._opens.get(f"{self._dotted(fn, record[1])}:{callee[2]}")):
                return found
        return None

    def _short(self, fn: Fn, node: int) -> str:
        return ".".join(self._parts.follower.text(fn, node).split(".")[-2:])

    def _dotted(self, fn: Fn, node: int) -> str:
        entity = self._names.entity(fn, node)
        return str(entity[1]) if entity is not None and entity[0] == "lib" else ""

    # -- who hears of a failure

    def _unheard(self) -> dict[str, tuple[_Wire, list[Step]]]:
        """For each family that is switched on and of whose failures nobody hears: the place to tell, and what was looked at."""
        if self._known is None:
            self._known = {}
            with self._names.aside():
                self._known = self._looked()
        return self._known

    def _looked(self) -> dict[str, tuple[_Wire, list[Step]]]:
        survey = self._names.survey
        switching = survey.of(survey.importing(self._tops) & survey.calling(self._telling))
        wires = [wire for module in switching if _serves(module) for wire in self._wires(module)]
        if not wires:
            return {}
        ours = list(filter(_serves, self._names.modules))
        installed = self._installed(ours)
        found: dict[str, tuple[_Wire, list[Step]]] = {}
        for family in dict.fromkeys(wire.entry.family for wire in wires):
            members = [wire for wire in wires if wire.entry.family == family and _fits(wire.entry, installed)]
            looked = list[Step]()
            if members and not self._heard(ours, [wire.entry for wire in members], installed, looked):
                best = min(members, key=lambda wire: (wire.rank, wire.place))
                others = (Step(span(wire.place), f"{wire.by} is another") for wire in members if wire is not best)
                found[family] = (best, [*looked, *others][:_MOST_LOOKED])
        return found

    @staticmethod
    def _installed(modules: list[Module]) -> frozenset[str]:
        """Every text of the settings."""
        settings = [one for one in modules if one.parts and not _SETTINGS.isdisjoint(word for part in one.parts for word in split(part))]
        nodes = (node for module in settings for fn in module.functions[:1] for node in fn.body.nodes)
        return frozenset(node[1] for node in nodes if node[0] == ir.CONST and isinstance(node[1], str))

    def _heard(self, modules: list[Module], entries: list[Login], installed: frozenset[str], looked: list[Step]) -> bool:
        apps = {app for entry in entries for app in entry.apps}
        if any(name.partition(".")[0] in apps for name in installed):
            return True
        parts = self._parts
        for name in dict.fromkeys(name for entry in entries for name in entry.signals):
            for receiver in parts.records.receiving(name):
                if parts.records.function(receiver):
                    return True
                looked.append(
                    Step(span((receiver.module.path, receiver.head.line, 0)), f"{receiver.name}() receives {name} and records nothing")
                )
        if all(entry.raises and parts.around.hearing.told(frozenset(entry.raises), 401, raised=True) for entry in entries):
            return True
        hooks = {hook for entry in entries for hook in entry.hooks}
        return self._hooked(modules, hooks, looked) or any(map(self._tells, modules))

    def _hooked(self, modules: list[Module], hooks: set[str], looked: list[Step]) -> bool:
        """Whether one of the project's own methods that are asked, or told of a failure, records anything."""
        for module in modules:
            for cls in module.classes:
                for name in hooks & cls.record.methods.keys():
                    fn = module.functions[cls.record.methods[name]]
                    if any(self._parts.records.of(fn, call) for call in fn.body.calls):
                        return True
                    looked.append(Step(span((module.path, fn.head.line, 0)), f"{fn.head.name}() records nothing"))
        return False

    def _tells(self, module: Module) -> bool:
        """Whether a record says that a login failed, at a place that is about the project's own users: an import or a client that logs
        in elsewhere tells of other logins.
        """
        for fn in module.functions:
            if fn.head.sinks and not is_about_logins(fn):
                continue
            for call in fn.head.sinks:
                use = self._parts.sinks.use(fn, call)
                if use is None or use.level in _SOUNDLESS or not use.template:
                    continue
                words = set(split(use.template.replace(" ", "_"))) if len(use.template) < 200 else set()
                if not _FAILED.isdisjoint(words) and not _LOGIN.isdisjoint(words):
                    return True
        return False


def _serves(module: Module) -> bool:
    stem = module.parts[-1:]
    return not module.facts.test and not apart(module) and _OF_DEVELOPERS.isdisjoint(word for one in stem for word in split(one))


def is_about_logins(fn: Fn) -> bool:
    """Whether a function, its class, its file or the folder of that is called after logins or users, and after no client of others."""
    words = {word for name in (*fn.head.name.split("."), *fn.module.parts[-2:]) for word in split(name)}
    return not _PLACES.isdisjoint(words) and _ELSEWHERE.isdisjoint(words)


def _fits(entry: Login, installed: frozenset[str]) -> bool:
    """Whether the settings switch the app on; a library has no settings, and who installs it decides."""
    return not entry.installed or entry.installed in installed
