"""Authentication and authorization outcomes of one module, each way out of each function judged by itself: those without a record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.model import Confidence, Step
from checker.source import ir
from checker.source.audit import exits as leaving
from checker.source.audit.around import Around
from checker.source.audit.decisions import Decisions, Verified
from checker.source.audit.doubts import Doubts
from checker.source.audit.exits import Exits, Refused
from checker.source.audit.factors import Factors
from checker.source.audit.paths import Entry, Guard, Handling, Left, Paths, Way, deciding, made_in
from checker.source.audit.records import Records, Sure
from checker.source.audit.terms import Terms
from checker.source.facts import AuthOutcome
from checker.source.flow.origin import Place
from checker.source.names import Fn, Module
from checker.source.places import span
from checker.source.ways import Called, Exit, Put, Stored, walk
from checker.source.words import split

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower
    from checker.source.logs.sinks import Sinks

_MOST_DEEP = 3
_SETTINGS = frozenset({"settings", "config", "conf", "app_config", "options", "cfg", "CONF", "constants", "environ"})
_ABSENT = frozenset({
    "authorization", "header", "headers", "token", "cookie", "cookies", "credentials", "auth", "authenticated", "anonymous",
    "session", "key", "apikey", "bearer", "scheme", "identity", "login", "logged", "user", "current", "scopes", "jwt", "username",
    "password", "access", "g", "api", "userid", "id"
})  # fmt: skip
_LOGGED_IN = frozenset({"authenticated", "anonymous", "logged"})
_RIGHTS = frozenset({
    "admin", "staff", "superuser", "owner", "permission", "permissions", "perm", "perms", "role", "roles", "allowed", "can",
    "scope", "may", "accessible", "member", "manager", "superadmin", "privilege", "authorized", "author"
})  # fmt: skip
_DENIES = frozenset({"authz_fail", "authn_login_fail"})
_SESSION_USER = frozenset({"user", "user_id", "userid", "username", "uid", "logged_in", "_user_id", "account", "usr", "login"})
_UNREADABLE = frozenset({
    "KeyError", "ValueError", "TypeError", "AttributeError", "IndexError", "JSONDecodeError", "UnicodeDecodeError",
    "ValidationError", "UnicodeError", "BadRequest", "ParseError"
})  # fmt: skip
_PREDICATES = frozenset({"is", "has", "can", "may", "validate", "check", "verify", "should", "matches"})
_SETTING = frozenset({"set_status", "send_error", "write_error", "start_response"})
_STATUSES = frozenset({"status_code", "status", "status_int"})
_ABOUT_LOGIN = frozenset({"login", "signin", "auth", "authenticate", "token", "verify", "session", "validate", "sign"})
_VERDICTS = frozenset({"authenticate", "auth", "login"})
_SCHEMES = frozenset({"scheme", "bearer", "basic"})
_LOGIN_WORDS = frozenset({"authenticate", "login", "signin", "authenticated"})
_MUTATING = frozenset(
    {"save", "delete", "create", "commit", "execute", "insert", "update", "remove", "bulk_create", "bulk_update", "add", "asave", "adelete",
     "acreate", "store", "merge", "append"}
)  # fmt: skip
_ENDING = frozenset({
    "clear", "flush", "delete_cookie", "pop", "invalidate", "destroy", "delete", "clear_cookie", "remove", "logout", "expire",
    "set_cookie", "clear_all_cookies", "clear_session", "delete_session"
})  # fmt: skip
_NEXT = frozenset({
    "get_response", "call_next", "next", "handler", "app", "func", "f", "fn", "view", "view_func", "wrapped", "function",
    "application", "old_handler", "callback", "_app", "_call_next"
})  # fmt: skip
_NOT_STORED = frozenset({"context", "request", "g", "form", "state", "session", "fields", "instance", "template"})
_ASKING = frozenset({
    "find", "get", "is", "has", "list", "can", "check", "load", "fetch", "show", "render", "form", "validate", "search", "count",
    "on", "before", "after", "should", "may", "build", "make", "test", "add_register", "pre", "post_", "send", "forgot"
})  # fmt: skip
"""First words of functions that change nothing."""
_VERBS = {
    "create": frozenset({"post", "create", "perform_create", "pre_add"}),
    "delete": frozenset({"delete", "destroy", "perform_destroy", "remove"}),
}
_MADE = frozenset(name for names in _VERBS.values() for name in names)
_CARRIED_OUT = {
    "create": frozenset({"save", "create", "perform_create", "add", "commit"}),
    "delete": frozenset({"delete", "destroy", "perform_destroy", "remove"}),
}
_VIEWS = ("View", "ViewSet", "API", "APIView", "Resource", "Endpoint", "Handler")
_THINGS = {
    frozenset({"token", "tokens", "apikey", "apikeys"}): ("authn_token_created", "authn_token_revoked"),
    frozenset({"role", "roles", "permission", "permissions"}): ("privilege_permissions_changed", "privilege_permissions_changed"),
    frozenset({"user", "users"}): ("user_created", "user_deleted"),
}
"""Words of a view's class to the events of making and deleting one."""
_OF_VIEWS = frozenset({
    "view", "viewset", "views", "set", "api", "resource", "endpoint", "handler", "edit", "create", "delete", "add", "remove", "list",
    "detail", "update", "destroy", "rotate", "post", "revoke", "reset", "ui", "generic", "admin", "collection", "controller", "item",
    "model", "page", "new", "mixin", "bulk", "manage", "management", "register", "registration"
})  # fmt: skip
"""Words at the end of a view's name that tell what it does, and not of what."""
_NOT_SET = frozenset(
    {"token", "status", "link", "email", "mail", "instructions", "url", "form", "notification", "template", "allowed", "required"}
)
"""Last words of functions that read something about a password, or send it."""
_MAKING = frozenset({"create", "add", "register", "signup", "new"})
_ANSWERING = frozenset({"unauthorized", "forbidden", "denied", "deny", "refuse", "reject", "401", "403"})
_LOGOUTS = frozenset({"logout", "signout", "slo", "logoff", "signoff"})
_OF_LOGOUTS = frozenset({
    "user", "users", "view", "handler", "request", "page", "session", "sessions", "all", "everywhere", "route", "endpoint", "api",
    "get", "post", "current", "by", "and", "then", "redirect", "single", "other", "others", "devices", "resource", "controller", "success"
})  # fmt: skip
_FORMS = ("Form", "FormMixin")
_BROAD = frozenset({"Exception", "BaseException", "?"})
_OF_TOKENS = frozenset({
    "token", "jwt", "jws", "jose", "signature", "expired", "invalid", "auth", "authentication", "credential", "credentials",
    "password", "ldap", "permission", "bad", "verify", "mismatch", "login", "unauthorized", "unauthenticated", "decode", "value",
    "key", "type", "http", "claims", "verification", "error", "failed", "denied"
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Found:
    outcome: AuthOutcome
    position: int


class Outcomes:
    """Makes the facts about a module's outcomes."""

    def __init__(self, follower: Follower, sinks: Sinks, terms: Terms) -> None:
        self._follower = follower
        self._names = follower.names
        self._terms = terms
        self.records = Records(follower, sinks, terms)
        self.decisions = Decisions(follower, terms)
        self.exits = Exits(follower, terms)
        self.around = Around(follower, self.records, terms)
        self.doubts = Doubts(follower)
        self.factors = Factors(follower)
        self._ways: dict[Fn, list[Way]] = {}
        self._changes: dict[tuple[Fn, Called | Stored], tuple[str, str, Place] | None] = {}

    def forget(self) -> None:
        """Know nothing but the facts."""
        self.records.forget()
        self.exits.forget()
        self.decisions.forget()
        self.around.forget()
        self.doubts.forget()
        self._ways.clear()
        self._changes.clear()

    def facts(self, module: Module) -> Iterator[AuthOutcome]:
        """One fact for each function and event."""
        if module.facts.test or Around.apart(module):
            return
        for fn in module.functions[1:]:
            if self._may_tell(fn) and not self.around.is_handler(fn):
                yield from self._function(fn)

    def _may_tell(self, fn: Fn) -> bool:
        """Whether anything in a function can be an outcome; told by what its head has, without its body."""
        terms = self._terms
        if fn.head.raises or (fn.head.called and self._promises(fn)) or any(store.name in terms.stores for store in fn.head.stores):
            return True
        if self.factors.may_touch(fn):
            return True
        return any(terms.verifiers.tells(name) or terms.refusals.tells(name) or terms.changes.tells(name) for name in fn.head.called)

    def _promises(self, fn: Fn) -> bool:
        """Whether a function's name promises a change."""
        name = fn.name
        return name in _MADE or "logout" in name or "signout" in name or self._terms.changes.tells(name)

    def ways(self, fn: Fn) -> list[Way]:
        """Every way out of a function."""
        known = self._ways.get(fn)
        if known is None:
            known = self._ways[fn] = Paths(lambda step, handler: self._catches(fn, step, handler)).run(fn.steps)
        return known

    def _catches(self, fn: Fn, step: Exit, handler: int) -> bool:
        types = fn.body.handlers[handler].types
        return not types or not self._kinds(fn, step).isdisjoint(name.rpartition(".")[2] for name in types)

    def _kinds(self, fn: Fn, step: Exit) -> frozenset[str]:
        """Names of what a ``raise`` raises, and of its bases."""
        names = {"Exception", "BaseException"}
        if step.value < 0:
            return frozenset(names)
        record = fn.body.nodes[step.value]
        while record[0] == ir.VAR:
            record = fn.body.nodes[record[2]]
        callee = record[1] if record[0] == ir.CALL else step.value
        entity = self._names.entity(fn, callee)
        names.add(self._follower.text(fn, callee).rpartition(".")[2])
        if step.kind == "exit":
            names.add("HTTPException")
        if entity is not None and entity[0] in ("cls", "inst"):
            classes, libraries = self._names.mro(entity[1])
            names.update(cls.name for cls in classes)
            names.update(name.rpartition(".")[2] for name in libraries)
        return frozenset(names)

    # -- one function

    def _function(self, fn: Fn) -> Iterator[AuthOutcome]:
        asked = self._asked(fn)
        if not any(asked):
            return
        found: dict[str, AuthOutcome] = {}
        for way in self.ways(fn):
            for outcome in self._outcomes(fn, way, *asked):
                known = found.get(outcome.event)
                if known is None or (outcome.confidence, -outcome.span.line) > (known.confidence, -known.span.line):
                    found[outcome.event] = outcome
        yield from found.values()

    def _asked(self, fn: Fn) -> tuple[bool, bool, bool]:
        """Whether a function may refuse, may ask a verifier, may change something: most need not be looked at way by way."""
        called = fn.head.called
        status = not _SETTING.isdisjoint(called) or any(store.name in _STATUSES for store in fn.head.stores)
        refusing = status or "abort" in called or self.exits.refuses(fn)
        verifying = any(map(self._terms.verifiers.tells, called))
        promising = self._promises(fn)
        changing = (
            promising
            or any(map(self._terms.changes.tells, called))
            or any(store.name in self._terms.stores for store in fn.head.stores)
            or self.factors.may_touch(fn)
        )
        if not refusing and not verifying and not changing:
            return False, not _ABOUT_LOGIN.isdisjoint(split(fn.name)) and self.around.boundary(fn), False
        if not self.around.boundary(fn):
            return refusing, refusing or (verifying and not _VERDICTS.isdisjoint(split(fn.name))), False
        steps = (step for step in walk(fn.steps) if isinstance(step, Called | Stored))
        return refusing, True, changing and any(self._change_of(fn, step) for step in steps)

    def _outcomes(self, fn: Fn, way: Way, refusing: bool, verifying: bool, changing: bool) -> Iterator[AuthOutcome]:
        refused = self.exits.refused(fn, way.exit) if refusing and way.exit is not None else None
        if refusing and refused is None:
            refused = self._by_status(fn, way)
        at, verified = self._failing(fn, way.entries) if verifying else (0, None)
        if verified is not None:
            yield from self._failed(fn, way, refused, at, verified)
        elif refused is not None:
            yield from self._denied(fn, way, refused)
        elif verifying and self._is_gap(fn, way) and any(isinstance(one, Guard) for one in way.entries) and not self._is_missing(fn, way):
            yield from self._gap(fn, way, None)
        elif changing and (way.exit is None or way.exit.kind == "return"):
            yield from self._changed(fn, way)

    # -- changes

    def _changed(self, fn: Fn, way: Way) -> Iterator[AuthOutcome]:
        """What was changed on a way to a normal end of which nothing was recorded."""
        changes = [(at, *change) for at, entry in enumerate(way.entries) if (change := self._change_of(fn, entry)) is not None]
        if not changes or fn.name == "<lambda>" or not self.around.boundary(fn) or self.around.based(fn, _FORMS):
            return
        sure = max((self.records.entry(fn, entry) for entry in way.entries), default=Sure.NO)
        if sure == Sure.YES or self.around.wrapped_always(fn):
            return
        announced = self.doubts.announced(fn, way.entries)
        for at, event, text, place in changes:
            entry = way.entries[at]
            if (
                self.around.signalled(event)
                or self._judged_outside(fn, event)
                or (isinstance(entry, Called) and self._somebody_records(fn, entry.node))
            ):
                continue
            granted = event == "authn_login_success"
            doubtful = (
                announced
                or (event == "session_logout" and not self._logs_out(fn))
                or (event == "user_created" and "from" in split(self._name(fn, entry)))
            )
            low = sure == Sure.MAYBE or doubtful or (granted and not self._records_something(fn))
            confidence = Confidence.LOW if low else Confidence.MEDIUM
            kind = "grant" if granted else "change"
            yield AuthOutcome(
                span(place), fn.head.name, event, kind, text, confidence, None, (), self._records_something(fn), "", fn.module.facts.test
            )  # fmt: skip

    def _judged_outside(self, fn: Fn, event: str) -> bool:
        """Whether a function is itself what its callers change something by, and one of them is judged for it."""
        own = self._terms.changes.find("", fn.name, ()) if self._terms.changes.tells(fn.name) else None
        return own is not None and own.event == event and any(self.around.boundary(caller) for caller, _, _ in self.around.callers(fn))

    def _logs_out(self, fn: Fn) -> bool:
        """Whether a function is there to log somebody out, by its name, its class or its route; elsewhere it is a part of another flow."""
        routes = self.around.routes(fn)
        return any(_is_logout(name) for name in (fn.name, fn.owner.name if fn.owner is not None else "", *routes))

    def _name(self, fn: Fn, entry: Entry) -> str:
        return self._follower.text(fn, fn.body.nodes[entry.node][1]).rpartition(".")[2] if isinstance(entry, Called) else ""

    def _change_of(self, fn: Fn, entry: Entry) -> tuple[str, str, Place] | None:
        """Event, text and place of a step that changes something."""
        if not isinstance(entry, Called | Stored):
            return None
        key = (fn, entry)
        if key not in self._changes:
            self._changes[key] = self._looked_at(fn, entry)
        return self._changes[key]

    def _looked_at(self, fn: Fn, entry: Called | Stored) -> tuple[str, str, Place] | None:
        if isinstance(entry, Called):
            found = self._change(fn, entry.node)
            place = self._follower.place(fn, fn.body.nodes[entry.node])
            if found is not None:
                return found[0], f"calls {found[1]}()", place
            factor = self.factors.changed(fn, entry)
            if factor:
                return "authn_mfa_change", factor, place
            name = self._follower.text(fn, fn.body.nodes[entry.node][1]).rpartition(".")[2]
            if name.startswith(("update", "set", "modify", "edit")) and any(
                key in self._terms.stores for key, _ in fn.body.nodes[entry.node][3]
            ):
                key = next(key for key, _ in fn.body.nodes[entry.node][3] if key in self._terms.stores)
                return self._terms.stores[key].event, f"calls {name}({key}=...)", place
            own, mutating = self._own_change(fn)
            return (own, f"calls {name}()", place) if own and name in mutating else None
        store = fn.head.stores[entry.position]
        if self.factors.changed(fn, entry):
            return "authn_mfa_change", self.factors.changed(fn, entry), (fn.module.path, store.line, store.column)
        change = self._terms.stores.get(store.name)
        if change is not None and store.owner not in ("self", "cls", "") and _NOT_STORED.isdisjoint(split(store.owner)):
            return change.event, f"sets {store.owner}.{store.name}", (fn.module.path, store.line, store.column)
        return None

    def _somebody_records(self, fn: Fn, call: int) -> bool:
        """Whether one of the methods of that name records: which of them is run cannot always be told."""
        callee = fn.body.nodes[fn.body.nodes[call][1]]
        if callee[0] != ir.ATTR:
            return False
        return any(self.records.function(method) == Sure.YES for method in self._names.named(callee[2]) if method is not fn)

    def _own_change(self, fn: Fn) -> tuple[str, frozenset[str]]:
        """The event that a function's own name promises (``delete_user``, ``logout``), and the calls that would carry it out."""
        name = fn.name
        if _is_logout(name):
            return "session_logout", _ENDING
        if not _ASKING.isdisjoint(split(name)[:1]):
            return "", frozenset()
        found = self._terms.changes.find("", name, ()) if self._terms.changes.tells(name) else None
        if found is not None:
            return found.event, _MUTATING
        verb = next((verb for verb, names in _VERBS.items() if name in names), "")
        words = split(fn.owner.name) if fn.owner is not None and verb and self.around.based(fn, _VIEWS) else ()
        thing = next((word for word in reversed(words) if word not in _OF_VIEWS), "")
        event = next((events[verb == "delete"] for things, events in _THINGS.items() if thing in things), "")
        return event, _CARRIED_OUT.get(verb, frozenset())

    def _by_status(self, fn: Fn, way: Way) -> Refused | None:
        """An answer whose status was set before: ``self.set_status(403)``, ``response.status_code = 401``."""
        for entry in reversed(way.entries):
            if isinstance(entry, Guard | Handling | Left):
                return None
            status = self.exits.set_before(fn, (entry,)) if isinstance(entry, Stored) else 0
            text = "sets the status"
            if isinstance(entry, Called):
                record = fn.body.nodes[entry.node]
                name = self._follower.text(fn, record[1]).rpartition(".")[2]
                if name in ("set_status", "send_error", "write_error", "start_response"):
                    status = next((self.exits.status(fn, argument) for argument in record[2][:1] if argument >= 0), 0)
                    text = name
            if status:
                return Refused(status, False, f"{text} {status}" if text == "sets the status" else f"calls {text}({status})")
        return None

    def _failing(self, fn: Fn, entries: tuple[Entry, ...]) -> tuple[int, Verified | None]:
        """The last verifier that said no on a way, where none said yes afterwards; and from where on a record tells of that."""
        last: tuple[int, Verified | None] = (0, None)
        for position, entry in enumerate(entries):
            told = list(self._told(fn, entry))
            for one in told:
                if one.failed:
                    last = (self._made_at(entries, one.call, position), one)
                elif last[1] is not None:
                    last = (0, None)
            if last[1] is not None and self._lets_in(fn, entry):
                last = (0, None)
        return last

    @staticmethod
    def _made_at(entries: tuple[Entry, ...], call: int, position: int) -> int:
        for at in range(position, -1, -1):
            entry = entries[at]
            if isinstance(entry, Called) and entry.node == call:
                return at + 1
        return position

    def _told(self, fn: Fn, entry: Entry) -> Iterator[Verified]:
        if isinstance(entry, Guard):
            yield from self.decisions.told(fn, entry.condition, entry.holds)
        elif isinstance(entry, Handling) and entry.raised is None:
            types = fn.body.handlers[entry.handler].types
            words = {word for name in types for word in split(name.rpartition(".")[2])}
            for call in made_in(entry.step):
                verifier = self.decisions.verifier(fn, call)
                if verifier is None:
                    continue
                fits = not words.isdisjoint(_OF_TOKENS) or not types
                if fits or (verifier.raises and not _BROAD.isdisjoint(types)):
                    yield Verified(call, verifier, True)
                    return

    def _lets_in(self, fn: Fn, entry: Entry) -> bool:
        if isinstance(entry, Put):
            return entry.value >= 0 and entry.key in _SESSION_USER
        if not isinstance(entry, Called):
            return False
        change = self._change(fn, entry.node)
        return change is not None and change[0] in ("authn_login_success", "authn_token_created")

    def _change(self, fn: Fn, call: int) -> tuple[str, str] | None:
        """The event and the name of a call that changes something."""
        callee = fn.body.nodes[call][1]
        text = self._follower.text(fn, callee)
        name = text.rpartition(".")[2]
        if not self._terms.changes.tells(name) or name[:1].isupper() or not _ASKING.isdisjoint(split(name)[:1]):
            return None
        entity = self._names.entity(fn, callee)
        dotted = entity[1] if entity is not None and entity[0] == "lib" and "." in entity[1] else ""
        found = self._terms.changes.find(dotted, text, self.decisions.owner_words(fn, callee))
        return (found.event, name) if found is not None and not self._is_other(fn, call, found.event, name) else None

    def _is_other(self, fn: Fn, call: int, event: str, name: str) -> bool:
        """Whether a call that has the name of a change is something else: a lookup, another thing's change, or done to nothing kept."""
        record = fn.body.nodes[call]
        callee = fn.body.nodes[record[1]]
        owner = fn.body.nodes[callee[1]] if callee[0] == ir.ATTR else None
        if event == "authn_password_change" and (split(name)[-1] in _NOT_SET or not _MAKING.isdisjoint(split(fn.name)[:1])):
            return True  # a user who is being made gets the first password
        if owner is not None and owner[0] == ir.CALL and event == "authn_password_change":
            made = self._follower.text(fn, owner[1]).rpartition(".")[2]  # the object is made and thrown away: only the time counts
            if made[:1].isupper() or made.endswith("_model()"):
                return True
        if name == "revoke":
            return not {"role", "roles"}.isdisjoint(
                word
                for one in (*record[2][:2], *(value for _, value in record[3]))
                if one >= 0
                for word in leaving.words_of(self.exits, fn, one)
            )
        if name in ("create", "get_or_create", "acreate") and owner is not None and owner[0] == ir.ATTR and owner[2] == "objects":
            words = [word for word in split(self._follower.text(fn, owner[1]).rpartition(".")[2]) if word not in ("model", "class")]
            wanted = next((things for things, events in _THINGS.items() if event in events), None)
            return wanted is not None and bool(words) and words[-1] not in wanted and words[-1:] != ["key"]
        return False

    def _is_missing(self, fn: Fn, way: Way) -> bool:
        """Whether nothing was sent that could be verified."""
        guards = [entry for entry in way.entries if isinstance(entry, Guard)]
        words = set(leaving.words_of(self.exits, fn, guards[-1].condition))
        return not (_ABSENT - {"user"}).isdisjoint(words) and self._negative(fn, guards[-1].condition, guards[-1].holds)

    # -- refusals

    def _failed(self, fn: Fn, way: Way, refused: Refused | None, at: int, verified: Verified) -> Iterator[AuthOutcome]:
        boundary = self.around.boundary(fn)
        if self.doubts.contradicts(fn, way.entries, at):
            return
        if refused is None and self._is_gap(fn, way):
            yield from self._gap(fn, way, verified)
            return
        if refused is None and (not boundary or self._harmless_end(fn, way) or self._is_verifier(fn)):
            return
        if (
            refused is None
            and self.exits.is_nothing(fn, way.exit)
            and (_PREDICATES.intersection(split(fn.name)[:1]) or self.around.callers(fn))
        ):
            return  # its callers are judged
        sure = self._recorded(fn, way, at, refused)
        sure = max(sure, self._verifier_records(fn, verified))
        if verified.entry.event == "authn_login_fail" and sure < Sure.YES and self.around.signalled("authn_login_fail"):
            sure = Sure.YES
        if sure == Sure.YES:
            return
        confidence = self._confidence(fn, sure, told=False)
        collected = refused is None and self.doubts.collected(fn, way.entries[at:], way.exit)
        if self.around.based(fn, _FORMS) or collected or self.doubts.announced(fn, way.entries[at:]):
            confidence = Confidence.LOW
        place = self._follower.place(fn, fn.body.nodes[verified.call])
        name = self._follower.text(fn, fn.body.nodes[verified.call][1]).rpartition(".")[2]
        step = Step(span(place), f"{name}() decides")
        text = refused.text if refused is not None else self.exits.text(fn, way.exit)
        kind = "deny" if refused is not None else "fail"
        yield self._outcome(fn, way, verified.entry.event, kind, text, confidence, step)

    def _is_verifier(self, fn: Fn) -> bool:
        """Whether a function is itself what others ask for a verdict, and no route."""
        words = split(fn.owner.name) if fn.owner is not None else ()
        return not fn.head.decorators and self._terms.verifiers.find("", fn.name, words) is not None

    def _harmless_end(self, fn: Fn, way: Way) -> bool:
        """A way out that is no answer: an exception is passed on, or the request is handed to who comes next."""
        if way.exit is None or way.exit.value < 0:
            return way.exit is not None and way.exit.kind == "raise"
        record = fn.body.nodes[way.exit.value]
        return record[0] == ir.CALL and self._follower.text(fn, record[1]).rpartition(".")[2] in _NEXT

    def _is_gap(self, fn: Fn, way: Way) -> bool:
        """Whether a function that is asked for a verdict gives none here without a record, while it records other failures."""
        asked = not _VERDICTS.isdisjoint(split(fn.name)) and self._terms.verifiers.tells(fn.name)
        return asked and self.exits.is_nothing(fn, way.exit) and self._records_something(fn)

    def _gap(self, fn: Fn, way: Way, verified: Verified | None) -> Iterator[AuthOutcome]:
        if any(self.records.entry(fn, entry) for entry in way.entries):
            return
        if way.exit is None or self._callers_see(fn):
            return
        entry = verified.entry.event if verified is not None else "authn_login_fail"
        yield self._outcome(fn, way, entry, "fail", self.exits.text(fn, way.exit), Confidence.MEDIUM, None)

    def _callers_see(self, fn: Fn) -> bool:
        """Whether everybody who asks a function records that it gives nothing."""
        callers = self.around.callers(fn)
        return bool(callers) and all(self._caller_sees(caller, call) for caller, call, _ in callers)

    def _caller_sees(self, fn: Fn, call: int) -> bool:
        """Whether a caller records that it was given nothing; where it does not look, whether it records anything."""
        failing = [
            way
            for way in self.ways(fn)
            if any(
                isinstance(entry, Guard) and call in self.doubts.refusing_calls(fn, entry.condition, entry.holds) for entry in way.entries
            )
        ]
        if not failing:
            return self._records_something(fn)
        others = [[entry for entry in way.entries if not (isinstance(entry, Called) and entry.node == call)] for way in failing]
        return all(any(self.records.entry(fn, entry) for entry in entries) for entries in others)

    def _denied(self, fn: Fn, way: Way, refused: Refused) -> Iterator[AuthOutcome]:
        positions = deciding(way.entries)
        if not positions or not self._reaches(fn, way):
            return
        decided = way.entries[positions[-1]]
        if self._is_no_decision(fn, way, decided, refused):
            return
        sure = max(self._recorded(fn, way, positions[0], refused), self._asked_records(fn, decided))
        if sure == Sure.YES:
            return
        event = "authz_fail" if refused.status == 403 or self._compares(fn, decided) else "authn_login_fail"
        confidence = min(Confidence.MEDIUM, self._confidence(fn, sure, told=refused.told))
        if self._is_doubtful(fn, way, decided):
            confidence = Confidence.LOW
        line = (
            fn.body.handlers[decided.handler].line if isinstance(decided, Handling) else decided.line if isinstance(decided, Guard) else 1
        )
        step = Step(span((fn.module.path, line, 0)), "this decides")
        yield self._outcome(fn, way, event, "deny", refused.text, confidence, step)

    def _asked_records(self, fn: Fn, decided: Entry) -> Sure:
        """Whether what was asked, and said no, recorded that itself."""
        if not isinstance(decided, Guard):
            return Sure.NO
        told = [
            self._says_no(callee)
            for call in self.doubts.refusing_calls(fn, decided.condition, decided.holds)
            for callee, _ in self._names.callees(fn, call)
            if not callee.module.facts.test and callee is not fn
        ]
        return min(told, default=Sure.NO)

    def _says_no(self, fn: Fn) -> Sure:
        """Whether a predicate records that it says no; what it could not find out because of an error is apart."""
        failing = [way for way in self.ways(fn) if self.exits.is_nothing(fn, way.exit)]
        decided = [way for way in failing if not any(isinstance(entry, Handling) for entry in way.entries)]
        told = [max((self.records.entry(fn, entry) for entry in way.entries), default=Sure.NO) for way in decided]
        if not told:
            return self._failures(fn, 1)
        return min(told) if min(told) == Sure.YES else Sure.MAYBE if any(told) else Sure.NO

    def _is_doubtful(self, fn: Fn, way: Way, decided: Entry) -> bool:
        """Whether a refusal may be no matter of rights, or others are told of it who may record it."""
        if self.doubts.by_a_state(fn, decided) or self.doubts.may_be_the_systems(fn, decided) or self._is_builder(fn):
            return True
        return self.doubts.announced(fn, way.entries)

    def _is_builder(self, fn: Fn) -> bool:
        """Whether a function only makes the answer by which others refuse, by its name."""
        return not _ANSWERING.isdisjoint(split(fn.name)) and not _PREDICATES.intersection(split(fn.name)[:1])

    def _is_no_decision(self, fn: Fn, way: Way, decided: Entry, refused: Refused) -> bool:
        """Whether a refusal asks for a login, tells of a switch or of a request that cannot be read, and not of somebody's right."""
        if isinstance(decided, Handling):
            types = {name.rpartition(".")[2] for name in fn.body.handlers[decided.handler].types}
            if types and types <= _UNREADABLE:
                return True
        if isinstance(decided, Guard) and self._is_switch(fn, decided.condition):
            return True
        if (self.exits.answers(fn) or self._is_builder(fn)) and self.around.callers(fn):
            return True  # its callers are judged
        guards = [entry for at in deciding(way.entries) if isinstance(entry := way.entries[at], Guard)]
        if self.doubts.by_the_system(fn, decided, guards) or self.doubts.by_a_limit(fn, decided):
            return True
        if isinstance(decided, Handling):
            return False
        asked = guards if refused.status == 401 else guards[-1:]
        return any(self._is_challenge(fn, guard, refused) for guard in asked)

    def _reaches(self, fn: Fn, way: Way) -> bool:
        """Whether a refusal goes to the outside: it is an answer, or an exception of a function that the outside comes to."""
        if way.exit is not None and way.exit.kind in ("return", "exit"):
            return True
        return self.around.reachable(fn) or not fn.module.tops.isdisjoint(self._follower.tables.server_modules)

    def _compares(self, fn: Fn, decided: Entry) -> bool:
        if not isinstance(decided, Guard):
            return False
        return self._is_comparison(fn, decided.condition)

    def _is_comparison(self, fn: Fn, node: int) -> bool:
        record = fn.body.nodes[node]
        if record[0] != ir.COND:
            return False
        return record[1] in ("!=", "==", "not in", "in") or (
            record[1] in ("not", "and", "or") and any(self._is_comparison(fn, one) for one in record[2])
        )

    def _is_challenge(self, fn: Fn, guard: Guard, refused: Refused) -> bool:
        """Nobody is logged in, or nothing was sent: the answer asks for it."""
        words = set(leaving.words_of(self.exits, fn, guard.condition))
        if not _RIGHTS.isdisjoint(words):
            return False
        if refused.status == 401 and not _SCHEMES.isdisjoint(words) and fn.body.nodes[guard.condition][0] == ir.COND:
            return True
        if words <= {"user"} and not _LOGIN_WORDS.isdisjoint(split(fn.name)):
            return False
        if refused.status == 403:
            return not _LOGGED_IN.isdisjoint(words) and self._negative(fn, guard.condition, guard.holds)
        return not _ABSENT.isdisjoint(words) and self._negative(fn, guard.condition, guard.holds)

    def _negative(self, fn: Fn, node: int, holds: bool) -> bool:
        """Whether a test holds where something is missing."""
        record = fn.body.nodes[node]
        if record[0] == ir.COND:
            operator, operands = record[1], record[2]
            if operator == "not":
                return self._negative(fn, operands[0], not holds)
            if operator in ("and", "or"):
                return all(self._negative(fn, one, holds) for one in operands)
            other = fn.body.nodes[operands[1]]
            nothing = other[0] == ir.CONST and other[1] in (None, "", False)
            if operator in ("is", "=="):
                return holds and nothing
            if operator in ("is not", "!="):
                return not holds and nothing
            return (operator == "not in") == holds and operator in ("in", "not in")
        plain = record
        while plain[0] in (ir.VAR, ir.CHECKED, ir.TOUCHED, ir.UNPACK):
            plain = fn.body.nodes[plain[2] if plain[0] == ir.VAR else plain[1]]
        if plain[0] == ir.CALL:
            name = self._follower.text(fn, plain[1]).rpartition(".")[2]
            return not holds and (
                name in ("get", "getlist", "startswith") or "authenticated" in name or name.startswith(("get_", "is_log"))
            )
        return not holds

    def _is_switch(self, fn: Fn, node: int) -> bool:
        """Whether a test asks for the state of the set-up: the settings alone, or among others that ask for no right."""
        record = fn.body.nodes[node]
        if record[0] == ir.COND:
            operands = [one for one in record[2] if fn.body.nodes[one][0] != ir.CONST]
            asked = [self._is_switch(fn, one) for one in operands]
            if record[1] in ("and", "or") and any(asked) and not self._is_comparison(fn, node):
                return _RIGHTS.isdisjoint(leaving.words_of(self.exits, fn, node))
            return bool(asked) and all(asked)
        text = self._follower.text(fn, record[1] if record[0] == ir.CALL else node)
        return not _SETTINGS.isdisjoint(text.replace("()", "").split(".")[:-1])

    # -- records

    def _recorded(self, fn: Fn, way: Way, start: int, refused: Refused | None) -> Sure:
        """Whether a way out is recorded: on the way, by what wraps the function, by who catches it, or by a handler of the project."""
        sure = max((self.records.entry(fn, entry) for entry in way.entries[start:]), default=Sure.NO)
        if sure == Sure.YES:
            return sure
        raised = way.exit is not None and way.exit.kind in ("raise", "exit")
        if self._by_itself(fn, way) or self.around.wrapped(fn, raised=raised):
            return Sure.YES
        if raised and way.exit is not None:
            names = self._kinds(fn, way.exit)
            if not self.around.depended(fn) and self._callers_record(fn, names, 0):
                return Sure.YES
            return max(sure, self.around.told(names, refused.status if refused is not None else 0, raised=True))
        return max(sure, self.around.told(frozenset(), refused.status, raised=False)) if refused is not None else sure

    def _by_itself(self, fn: Fn, way: Way) -> bool:
        """Whether the exit's own value records: an exception whose constructor logs, a helper that logs and answers."""
        if way.exit is None or way.exit.value < 0:
            return False
        record = fn.body.nodes[way.exit.value]
        return record[0] == ir.CALL and self.records.of(fn, way.exit.value) == Sure.YES

    def _callers_record(self, fn: Fn, names: frozenset[str], depth: int) -> bool:
        """Whether everybody of the project who calls a function catches what it raises, and records it."""
        callers = self.around.callers(fn) if depth < _MOST_DEEP else []
        return bool(callers) and all(self._caller_records(caller, call, names, depth) for caller, call, _ in callers)

    def _caller_records(self, caller: Fn, call: int, names: frozenset[str], depth: int) -> bool:
        for position, handler in enumerate(caller.body.handlers):
            first, last = handler.calls
            if call in caller.body.calls[first:last] and (
                not handler.types or not names.isdisjoint(name.rpartition(".")[2] for name in handler.types)
            ):
                return self._handler_records(caller, position)
        return self._callers_record(caller, names, depth + 1)

    def _handler_records(self, fn: Fn, position: int) -> bool:
        for way in self.ways(fn):
            for at, entry in enumerate(way.entries):
                if isinstance(entry, Handling) and entry.handler == position:
                    if max((self.records.entry(fn, one) for one in way.entries[at:]), default=Sure.NO) == Sure.NO:
                        return False
                    break
        return True

    def _verifier_records(self, fn: Fn, verified: Verified) -> Sure:
        """Whether the project's own verifier records that it says no."""
        found = [callee for callee, _ in self._names.callees(fn, verified.call) if not callee.module.facts.test]
        told = [self._failures(callee, 1) for callee in found]
        return max(told, default=Sure.NO)

    def _failures(self, fn: Fn, depth: int) -> Sure:
        """Whether the ways on which a function gives nothing, or raises, are recorded."""
        failing = [
            way for way in self.ways(fn) if self.exits.is_nothing(fn, way.exit) or (way.exit is not None and way.exit.kind == "raise")
        ]
        told = [max((self.records.entry(fn, entry) for entry in way.entries), default=Sure.NO) for way in failing]
        if told and min(told) == Sure.YES:
            return Sure.YES
        if depth < _MOST_DEEP:
            handed = [
                self._failures(callee, depth + 1)
                for way in self.ways(fn)
                if way.exit is not None
                and way.exit.kind == "return"
                and way.exit.value >= 0
                and fn.body.nodes[way.exit.value][0] == ir.CALL
                for callee, _ in self._names.callees(fn, way.exit.value)
                if callee is not fn
            ]
            if handed and min(handed) == Sure.YES and (not told or min(told) == Sure.YES):
                return Sure.YES
        return Sure.MAYBE if any(told) else Sure.NO

    # -- the fact

    def _confidence(self, fn: Fn, sure: Sure, *, told: bool) -> Confidence:
        if sure == Sure.MAYBE or told:
            return Confidence.LOW
        return Confidence.MEDIUM if self._records_something(fn) else Confidence.HIGH

    def _records_something(self, fn: Fn) -> bool:
        return any(self.records.of(fn, call) for call in fn.body.calls)

    def _outcome(self, fn: Fn, way: Way, event: str, kind: str, text: str, confidence: Confidence, verifier: Step | None) -> AuthOutcome:
        if way.exit is not None:
            place = (fn.module.path, way.exit.line, way.exit.column)
        else:
            place = (fn.module.path, verifier.span.line if verifier is not None else fn.head.line, 0)
        return AuthOutcome(
            span(place), fn.head.name, event, kind, text, confidence, verifier, (), self._records_something(fn), self._helper(fn),
            fn.module.facts.test,
        )  # fmt: skip

    def _helper(self, fn: Fn) -> str:
        """The project's own function by which the same function, or another of its file, leaves records."""
        for other in (fn, *fn.module.functions):
            for call in other.body.calls:
                text = self._follower.text(other, other.body.nodes[call][1])
                name = text.rpartition(".")[2]
                telling = self._terms.writes(name) or not self._terms.maybe.isdisjoint(split(name)[:1])
                if telling and self._names.callees(other, call) and self.records.of(other, call) == Sure.YES:
                    return text
        return ""


def _is_logout(name: str) -> bool:
    """Whether a function, a class or a route of that name logs somebody out: it comes first or last, and is not what is asked or stored."""
    words = [*split(name.replace("log_out", "logout").replace("sign_out", "signout").replace("-", "_").strip("/"))]
    while words and words[-1] in _OF_LOGOUTS:
        words.pop()
    if not words or not _ASKING.isdisjoint(words[:1]):
        return False
    return words[0] in _LOGOUTS or (words[-1] in _LOGOUTS and words[0] not in ("add", "set", "clear", "url"))
