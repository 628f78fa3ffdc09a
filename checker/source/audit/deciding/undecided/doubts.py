"""What makes an outcome doubtful: it is told to a signal or a hook, the operating system refuses, a limit or a state decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.deciding.undecided.announcements import Announcements
from checker.source.audit.deciding.undecided.mismatched import is_misspelt, is_unrelated
from checker.source.audit.signs.mentions import named
from checker.source.audit.ways.paths import Entry, Guard, Handling, made_in
from checker.source.flow.literal import bare, unnamed
from checker.source.ir.ways import Bound, Exit, Put
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_OF_THE_SYSTEM = frozenset({"OSError", "IOError", "EnvironmentError", "PermissionError"})
_ERROR_NUMBERS = frozenset({"strerror", "errno", "eacces", "eperm", "erofs", "winerror"})
_OF_THE_PROCESS = frozenset({"getuid", "geteuid", "getgid", "getegid"})
"""As whom the server itself runs, whoever asks it: ``os.getuid() != 0``."""
_SYSTEMS = frozenset({
    "file", "files", "path", "paths", "dir", "directory", "folder", "disk", "upload", "download", "storage", "log", "logs", "process",
    "port", "socket", "device", "mount", "backup", "shell", "command", "kill", "subprocess", "os", "fs", "export", "write", "cache"
})  # fmt: skip
"""Words of what the operating system itself may refuse."""
_FILE_CALLS = frozenset({
    "open", "stat", "lstat", "scandir", "listdir", "mkdir", "makedirs", "unlink", "rmdir", "rmtree", "rename", "replace", "copy",
    "copytree", "move", "chmod", "chown", "read_text", "read_bytes", "write_text", "write_bytes", "touch", "iterdir", "access",
    "copyfile", "copy2", "remove", "walk", "glob"
})  # fmt: skip
_FILES = frozenset({"path", "file", "dir", "directory", "folder", "filename", "filepath", "os", "disk"})
_WRITABLE = frozenset({"writable", "writeable"})
_SIZES = frozenset({
    "size", "limit", "count", "len", "length", "max", "maximum", "total", "depth", "quota", "pages", "per", "offset", "bytes"
})  # fmt: skip
_LIMITS = frozenset({"quota", "quotas", "limiter", "throttle", "throttling", "ratelimit"})
_AGES = frozenset({"age", "lifetime", "ttl", "issued", "expiry", "expiration"})
"""Words of how old something is that somebody shows."""
_NOW = frozenset({"now", "utcnow", "today"})
_SPANS = frozenset({"ends", "end", "starts", "start", "deadline", "opens", "closes", "opening", "closing", "due"})
"""Words of dates between which a thing is to be had, whoever asks."""
_SHOWN = frozenset({
    "token", "session", "code", "link", "key", "password", "login", "lock", "locked", "ban", "grant", "access", "membership",
    "subscription", "license", "licence", "trial"
})  # fmt: skip
"""Words of what lets somebody in, or keeps them out, for a time."""
_STATES = frozenset({
    "primary", "secondary", "replica", "standby", "master", "readonly", "maintenance", "enabled", "disabled", "enable", "disable",
    "builtin", "firstrun", "initialized", "initialised", "setup", "installed", "customized", "feature", "features", "experimental",
    "operation", "mode", "demo", "progress", "antispam", "honeypot", "flag", "flags", "waffle",
    "revision", "revid", "rev", "editable", "archived", "obsolete",
    "writable", "writeable", "immutable", "protected", "unchangeable", "unremovable", "system", "predefined", "supported", "configured",
    "provisioned", "printing"
})  # fmt: skip
"""Words of what the program is, or is set to, and not of what somebody may."""
_PERSONS = frozenset({"user", "account", "owner", "admin", "member", "author", "login", "session", "token", "key", "device"})

_UNREADY = frozenset(
    {"pending", "immutable", "archived", "draft", "finalized", "published", "closed", "completed", "cancelled", "finished", "terminal"}
)
"""Words of what may not be changed now, whoever asks; of somebody who logs in it is another matter."""
_OFF = frozenset({"deactivated", "decommissioned", "unpublished"})
"""Words of a thing that is out of use; that a person's account is, is another matter."""
_HELD = frozenset({"suspended", "locked", "trashed", "hidden"})
"""Words of the same, that are said of somebody as well: ``comment.suspended_at``."""
_LOGINS = frozenset(
    {"login", "signin", "auth", "authenticate", "authorize", "oauth", "session", "token", "sso", "oidc", "saml", "middleware"}
)
_KEYS = frozenset({"id", "pk", "uuid"})
_CAPTCHAS = frozenset({"captcha", "recaptcha", "hcaptcha", "turnstile", "altcha", "csrf", "xsrf", "honeypot", "spam", "spammer"})
_LICENCES = frozenset({"license", "licence", "licensed", "licenced"})
"""Words of what the program itself may do where it runs, whoever asks."""
_GOOD = frozenset({"ok", "success", "successful", "status", "succeeded", "created", "deleted", "changed"})
"""Attributes and keys of an answer that are true where something was done."""
_STATUSES = frozenset({"status", "code"})
_OF_SOMEBODY = frozenset({"id", "pk", "uid", "login", "username", "name", "email", "uuid", "user_id"})
_ONESELF = frozenset(
    {"current_user", "auth_user", "logged_user", "logged_in_user", "me", "request_user", "acting_user", "authenticated_user"}
)
_SUCCEEDED = frozenset({"is_success", "is_success_status", "is_ok"})
_FIELDS = frozenset({"status_code", "status"})
_NONE_OF_THEM = (("<", ir.CONST, 1), ("<=", ir.CONST, 0))
"""How a number of rows is asked for none."""
_NOES: tuple[ir.Node, ...] = ([ir.CONST, False], [ir.CONST, None])


class Doubts:
    """Answers why an outcome without a record may be none that its function has to record."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._names = follower.names
        self._announcements = Announcements(follower)
        self.announced = self._announcements.on_a_way
        self.all_send = self._announcements.all_send

    def forget(self) -> None:
        """Know nothing of any function."""
        self._announcements.forget()

    # -- refusals

    def by_the_system(self, fn: Fn, decided: Entry, guards: Iterable[Guard]) -> bool:
        """Whether the operating system refuses the server itself: no user lacks a right."""
        if isinstance(decided, Handling):
            types = {name.rpartition(".")[2] for name in fn.body.handlers[decided.handler].types}
            if types and types <= _OF_THE_SYSTEM:
                called = {self._follower.text(fn, fn.body.nodes[call][1]).rpartition(".")[2] for call in made_in(decided.step)}
                return "PermissionError" not in types or not _FILE_CALLS.isdisjoint(called)
        for guard in guards:
            words = self._words(fn, guard)
            of_file = not _WRITABLE.isdisjoint(words) and not _FILES.isdisjoint(words) and _PERSONS.isdisjoint(words)
            if of_file or not (_ERROR_NUMBERS | _OF_THE_PROCESS).isdisjoint(words) or {"os", "access"} <= words:
                return True
        return False

    def may_be_the_systems(self, fn: Fn, decided: Entry) -> bool:
        """Whether a caught error may be the operating system's, and no service's that says who may not: ``except PermissionError``."""
        if not isinstance(decided, Handling):
            return False
        types = {name.rpartition(".")[2] for name in fn.body.handlers[decided.handler].types}
        if types != {"PermissionError"}:
            return not types.isdisjoint(_OF_THE_SYSTEM)
        called = (self._follower.text(fn, fn.body.nodes[call][1]) for call in made_in(decided.step))
        words = {word for text in called for word in split(text.replace("()", "").replace(".", "_"))}
        return not (_SYSTEMS | _FILE_CALLS).isdisjoint(words | self._around_words(fn)) or not words

    def by_another_rule(self, fn: Fn, decided: Entry) -> bool:
        """Whether no right decides: a captcha, a licence, another server's refusal that is passed on, what nobody may do to oneself."""
        if not isinstance(decided, Guard):
            return False
        words = self._words(fn, decided)
        if (not _CAPTCHAS.isdisjoint(words) and _PERSONS.isdisjoint(words)) or "cors" in words:  # a browser asks, and nobody else
            return True
        if not _LICENCES.isdisjoint(words):
            return True
        if is_unrelated(self._follower, fn, decided) or is_misspelt(
            self._follower, fn, self.refusing_calls(fn, decided.condition, decided.holds)
        ):
            return True
        return any(
            self._is_anothers(fn, one, words) or self._is_oneself(fn, one) for one in self._compared(fn, decided.condition, decided.holds)
        )

    def _compared(self, fn: Fn, node: int, holds: bool) -> Iterator[ir.Node]:
        """The equalities that hold where a test did."""
        record = fn.body.nodes[node]
        if record[0] == ir.COND and record[1] in ("==", "in") and holds:
            yield record
        elif record[0] == ir.COND and record[1] == ("and" if holds else "or"):
            for one in record[2]:
                yield from self._compared(fn, one, holds)
        elif record[0] == ir.COND and record[1] in ("not", "!="):
            yield from self._compared(fn, record[2][0], not holds) if record[1] == "not" else () if holds else (record,)

    def _is_anothers(self, fn: Fn, record: ir.Node, words: frozenset[str]) -> bool:
        """Whether the status of another server's answer is asked for, ``response.status_code == 403``, where nobody is being logged in."""
        if not _LOGINS.isdisjoint(split(fn.name)):
            return False
        constants = {str(item) for one in record[2] for item in _constants(fn, one)}
        return not {"401", "403", "UNAUTHORIZED", "FORBIDDEN"}.isdisjoint(constants) and not _STATUSES.isdisjoint(words)

    def _is_oneself(self, fn: Fn, record: ir.Node) -> bool:
        """Whether somebody is compared with who is logged in, and is that one: ``if user.id == current_user.id: raise Forbidden``."""
        for one in record[2]:
            made = fn.body.nodes[unnamed(fn, one)]
            plain = made[0] == ir.CALL and len(made[2]) == 1 and self._follower.text(fn, made[1]) in ("str", "int")  # str(user.id)
            text = self._follower.text(fn, made[2][0] if plain and made[2][0] >= 0 else one)
            parts = text.replace("()", "").removesuffix("._get_current_object").split(".")
            while len(parts) > 1 and parts[-1] in _OF_SOMEBODY:
                parts.pop()
            if parts[-1] in _ONESELF or parts[-2:] in (["request", "user"], ["g", "user"], ["self", "user"]):
                return bool(record[1] != "in")
        return False

    def anothers(self, fn: Fn, guard: Guard) -> bool:
        """Whether a test before the last one found that another server refused."""
        words = self._words(fn, guard)
        return any(self._is_anothers(fn, one, words) for one in self._compared(fn, guard.condition, guard.holds))

    def by_a_limit(self, fn: Fn, decided: Entry) -> bool:
        """Whether a number is too large: a limit, and no right; or a function or its class is there to limit."""
        owner = split(fn.owner.name) if fn.owner is not None else ()
        limits = not _LIMITS.isdisjoint((*split(fn.name), *owner[-1:]))
        return limits or (isinstance(decided, Guard) and self._is_size(fn, decided.condition))

    def _is_size(self, fn: Fn, node: int) -> bool:
        record = fn.body.nodes[node]
        if record[0] != ir.COND:
            return False
        if record[1] == "==" and any(self._is_length(fn, one) for one in record[2]):  # len(header.split()) == 1: it cannot be read
            return all(fn.body.nodes[one][1] != 0 for one in record[2] if fn.body.nodes[one][0] == ir.CONST)
        if record[1] == "<":
            words = {word for name in named(fn, node) for word in split(name)}
            if not _NOW.isdisjoint(words) and not _SPANS.isdisjoint(words):  # poll.ends_at < now(): nobody votes any more
                return (_AGES | _SHOWN | _PERSONS).isdisjoint(words)
            return not _SIZES.isdisjoint(words) and _AGES.isdisjoint(words)
        return record[1] in ("not", "and", "or") and any(self._is_size(fn, one) for one in record[2])

    def _is_length(self, fn: Fn, node: int) -> bool:
        record = fn.body.nodes[node]
        return bool(record[0] == ir.CALL and self._follower.text(fn, record[1]) == "len")

    def by_a_state(self, fn: Fn, decided: Entry) -> bool:
        """Whether the state of the program decides, or that of a thing that nobody may change."""
        if isinstance(decided, Handling):
            words = {word for name in fn.body.handlers[decided.handler].types for word in split(name.rpartition(".")[2])}
            if "inactive" in words and _PERSONS.isdisjoint(words):  # a customer's contract is over
                return True
        elif isinstance(decided, Guard):
            words = set(self._words(fn, decided)) | _asked_by_keyword(fn, decided.condition)
        else:
            return False
        if isinstance(decided, Guard) and decided.holds and self._is_itself(fn, decided.condition, words):
            return True
        held = not _HELD.isdisjoint(words) and _PERSONS.isdisjoint(words)
        held = held or (not _OFF.isdisjoint(words) and (_PERSONS - {"device"}).isdisjoint(words))
        if (held or not _UNREADY.isdisjoint(words)) and not _LOGINS.intersection(self._around_words(fn)):
            return True
        return (not _STATES.isdisjoint(words) or {"read", "only"} <= words or {"first", "run"} <= words) and _PERSONS.isdisjoint(words)

    def _is_itself(self, fn: Fn, node: int, words: set[str]) -> bool:
        """Whether two things turn out to be the same one, of which nobody is a person: ``if int(target) == source.id``."""
        record = fn.body.nodes[node]
        if record[0] != ir.COND or record[1] != "==" or not _PERSONS.isdisjoint(words):
            return False
        last = [self._follower.text(fn, one).rpartition(".")[2] for one in record[2]]
        return not _KEYS.isdisjoint(last) and all(fn.body.nodes[unnamed(fn, one)][0] != ir.CONST for one in record[2])

    @staticmethod
    def _around_words(fn: Fn) -> frozenset[str]:
        return frozenset(
            (
                *split(fn.name),
                *(split(fn.owner.name) if fn.owner is not None else ()),
                *split(fn.module.parts[-1] if fn.module.parts else ""),
            )
        )

    @staticmethod
    def _words(fn: Fn, guard: Guard) -> frozenset[str]:
        return frozenset(word for name in named(fn, guard.condition) for word in split(name))

    def refusing_calls(self, fn: Fn, node: int, holds: bool, steps: int = 10) -> Iterator[int]:
        """The calls whose answer was no, or nothing, where a test held or failed."""
        node = bare(fn, node)
        record = fn.body.nodes[node]
        if steps == 0:
            return
        if record[0] == ir.CALL:
            if not holds:
                yield node
            if (answer := self._answer(fn, record)) >= 0:
                yield from self.refusing_calls(fn, answer, holds, steps - 1)
        elif _is_verdict(record):
            yield from self.refusing_calls(fn, record[1], holds, steps - 1)
        elif record[0] == ir.COND:
            operator, operands = record[1], record[2]
            if operator == "not":
                yield from self.refusing_calls(fn, operands[0], not holds, steps - 1)
            elif operator in ("is", "==", "is not", "!="):
                other = fn.body.nodes[operands[1]]
                if other[0] == ir.CONST and (other[1] is None or other[1] is False or other[1] == 0):
                    yield from self.refusing_calls(fn, operands[0], holds != (operator in ("is", "==")), steps - 1)
            elif (operator, *fn.body.nodes[operands[1]][:2]) in _NONE_OF_THEM:
                yield from self.refusing_calls(fn, operands[0], not holds, steps - 1)
            elif operator in ("and", "or"):
                said = [list(self.refusing_calls(fn, one, holds, steps - 1)) for one in operands]
                if (operator == "and") == holds or all(said):  # otherwise it is not known which of them said no
                    yield from (call for calls in said for call in calls)

    def _answer(self, fn: Fn, record: ir.Node) -> int:
        """The answer whose status is asked for, -1 for any other call: ``status.is_success(response.status_code)``."""
        name = self._follower.text(fn, record[1]).rpartition(".")[2]
        given = fn.body.nodes[record[2][0]] if name in _SUCCEEDED and record[2] and record[2][0] >= 0 else [ir.OPAQUE]
        return int(given[1]) if given[0] == ir.ATTR and given[2] in _FIELDS else -1

    # -- failed logins

    def contradicts(self, fn: Fn, entries: tuple[Entry, ...], start: int) -> bool:
        """Whether a way cannot be gone: an error was put into a container, and a later test finds it empty; or a handler said no
        to a later test: ``except PasswordError: valid = False`` and ``if valid:``.
        """
        filled: set[str] = set()
        made: set[int] = set()
        denied: set[int] = set()
        for entry in entries[start:]:
            if isinstance(entry, Put):
                filled.add(self._follower.text(fn, entry.owner))
            elif isinstance(entry, Bound) and self._is_filled(fn, entry.value, (ir.DICT, ir.SEQ, ir.CONST)):
                made.add(unnamed(fn, entry.value))
            elif isinstance(entry, Bound) and entry.value >= 0 and fn.body.nodes[entry.value][:2] in _NOES:
                denied.add(entry.value)
            elif isinstance(entry, Guard) and (filled or made or denied):
                node, holds = entry.condition, entry.holds
                while fn.body.nodes[node][0] == ir.COND and fn.body.nodes[node][1] == "not":
                    node, holds = fn.body.nodes[node][2][0], not holds
                if holds and not denied.isdisjoint(_values(fn, node)):
                    return True
                if not holds and (self._follower.text(fn, node) in filled or not made.isdisjoint(_values(fn, node))):
                    return True
        return False

    @staticmethod
    def _is_filled(fn: Fn, node: int, kinds: tuple[int, ...] = (ir.DICT, ir.SEQ)) -> bool:
        record = fn.body.nodes[unnamed(fn, node)] if node >= 0 else [ir.OPAQUE]
        return record[0] in kinds and bool(record[1])

    def collected(self, fn: Fn, entries: Iterable[Entry], leave: Exit | None) -> bool:
        """Whether a failure is put among errors that are handed on: who shows them records it."""
        put = any(isinstance(entry, Put) or (isinstance(entry, Bound) and self._is_filled(fn, entry.value)) for entry in entries)
        if not put or leave is None or leave.value < 0:
            return False
        record = fn.body.nodes[leave.value]
        given = [*record[2], *(value for _, value in record[3])] if record[0] == ir.CALL else [leave.value]
        names = [self._follower.text(fn, value) for value in given if value >= 0]
        names += [key for key, _ in record[3]] if record[0] == ir.CALL else []
        return any("errors" in split(name) for name in names)


def _asked_by_keyword(fn: Fn, condition: int) -> set[str]:
    """Words of what a test has a function find by a switch: ``application.status in get_statuses(read_only=True)``."""
    record = fn.body.nodes[condition]
    parts = record[2] if record[0] == ir.COND else [condition]
    calls = (fn.body.nodes[part] for part in parts if fn.body.nodes[part][0] == ir.CALL)
    return {word for call in calls for key, value in call[3] if fn.body.nodes[value][:2] == [ir.CONST, True] for word in split(key)}


def _is_verdict(record: ir.Node) -> bool:
    """Whether a part of an answer says whether it is a yes: the first of a pair, ``ok, answer = ...``, and ``result["status"]``."""
    return (record[0] == ir.UNPACK and record[2] == 0) or (record[0] in (ir.ITEM, ir.ATTR) and record[2] in _GOOD)


def _constants(fn: Fn, node: int) -> list[object]:
    """The literals of an operand, and the last part of an enum's member: ``HTTPStatus.FORBIDDEN``."""
    record = fn.body.nodes[unnamed(fn, node)]
    if record[0] == ir.SEQ:
        return [item for one in record[1] for item in _constants(fn, one)]
    return [record[1]] if record[0] == ir.CONST else [part for part in named(fn, node)[:1] if part.isupper()]


def _values(fn: Fn, node: int) -> set[int]:
    """The nodes that a name may hold."""
    record = fn.body.nodes[unnamed(fn, node)]
    return {unnamed(fn, value) for value in record[1]} if record[0] == ir.UNION else {unnamed(fn, node)}
