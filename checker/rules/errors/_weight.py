"""How much it matters that the guarded code failed, told by the names of what it calls."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Confidence
from checker.source.facts.errors import CaughtError
from checker.source.lexicon.words import split

_WORK = frozenset(
    {
        "save", "write", "commit", "send", "delete", "remove", "update", "insert", "create", "execute", "executemany", "post",
        "put", "patch", "publish", "store", "upload", "download", "import", "export", "process", "run", "handle", "sync", "apply",
        "migrate", "submit", "dispatch", "deliver", "charge", "pay", "refund", "transfer", "register", "enqueue", "perform",
        "persist", "notify", "push", "dump", "add", "set", "start", "install", "call", "request", "fetch", "get", "load", "read",
        "open", "query", "connect", "login", "authenticate", "verify", "decrypt", "encrypt", "sign", "validate", "check",
        "invoke", "refresh", "record", "emit", "build", "generate", "render", "trigger", "schedule", "consume", "copy", "move",
        "restore", "backup", "broadcast", "announce", "forward", "reply",
    }
)  # fmt: skip
"""Verbs of work that somebody wants done."""
_READING = frozenset(
    {
        "get",
        "load",
        "read",
        "validate",
        "check",
        "fetch",
        "query",
        "open",
        "set",
        "add",
        "copy",
        "call",
        "request",
        "import",
        "build",
        "render",
        "refresh",
    }
)
"""Those of the verbs of work that mostly ask or prepare."""
_GRAVE = frozenset(
    {
        "save", "write", "commit", "send", "delete", "insert", "update", "execute", "publish", "store", "upload", "process",
        "deliver", "charge", "pay", "refund", "transfer", "persist", "enqueue", "migrate", "submit", "dispatch", "authenticate",
        "verify", "decrypt", "sign", "login", "backup", "restore", "record", "writerow", "writerows", "writelines", "writestr",
        "authorize", "withdraw", "deposit", "debit", "settle", "reimburse",
    }
)  # fmt: skip
"""Verbs whose failure loses something."""
_GUARDING = frozenset({"verify", "authenticate", "authorize", "enforce"})
"""Those that raise to keep somebody out: who hides their error lets everybody in."""
_UNDOING = frozenset(
    {
        "close", "aclose", "shutdown", "unlink", "rmtree", "kill", "terminate", "cancel", "disconnect", "release", "rollback",
        "stop", "flush", "join", "remove", "cleanup", "unsubscribe", "unregister", "detach", "dispose", "destroy", "clear",
        "reset", "restore", "quit", "wait", "abort", "revoke", "logout", "exit", "teardown", "uninstall", "deregister",
        "finalize", "drain", "eof", "reap", "terminate_all", "invalidate", "delete", "pop", "del", "unlock", "detect", "seek",
    }
)  # fmt: skip
"""Verbs of clearing up: what fails here has often happened already."""
_CLEARING = frozenset({"reset", "clear", "cleanup", "clean", "teardown", "invalidate", "forget", "unregister", "unsubscribe"})
"""Those that do so whatever is called for it: to close a day, or to delete an order, may be the work itself."""
_TRIVIAL = frozenset(
    {
        "int", "float", "str", "bool", "bytes", "len", "list", "dict", "set", "tuple", "repr", "type", "isinstance", "issubclass",
        "hasattr", "getattr", "setattr", "sorted", "min", "max", "sum", "round", "abs", "next", "iter", "zip", "range",
        "enumerate", "map", "filter", "any", "all", "ord", "chr", "hash", "id", "vars", "dir", "callable", "format", "Decimal",
        "Fraction", "UUID", "complex", "super", "print", "copy", "deepcopy", "sleep", "time", "lower", "upper", "strip", "split",
        "join", "replace", "encode", "decode", "startswith", "endswith", "rstrip", "lstrip", "rsplit", "partition", "rpartition",
        "items", "keys", "values", "get", "append", "extend", "index", "find", "group", "groups", "match", "search", "sub",
        "findall", "loads", "literal_eval", "strptime", "fromisoformat", "parse", "b64decode", "unhexlify", "fromhex",
        "isoformat", "strftime", "timestamp", "total_seconds", "splitlines", "title", "count", "pop", "import_module",
        "__import__", "find_spec", "version", "get_distribution", "signature", "getsource", "unwrap", "get_type_hints",
        "getsourcefile", "getfile", "urlparse", "urlsplit", "quote", "unquote", "Path", "exists", "isfile", "isdir", "basename",
        "dirname", "stat", "getsize", "getmtime", "cast", "model_dump", "to_dict", "dumps", "json", "text", "fromtimestamp",
        "resolve", "relative_to", "is_file", "is_dir", "environ", "getenv", "gethostname", "getpid", "locals", "globals", "frame",
        "isatty", "fileno", "get_terminal_size", "setlocale", "isnan", "lru_cache", "hexdigest", "md5", "sha256", "__getattr__",
        "__repr__", "write_history_file", "read_history_file",
    }
)  # fmt: skip
"""Calls that convert, look up or ask: an error of theirs is an answer."""
_ANSWERING = frozenset(
    {
        "try", "is", "has", "can", "supports", "exists", "should", "detect", "guess", "probe", "sniff", "repr", "str", "del",
        "exit", "aexit", "close", "aclose", "shutdown", "cleanup", "clean", "teardown", "stop", "terminate", "dispose", "destroy",
        "disconnect", "getattr", "eq", "hash", "bool", "check", "parse", "format", "pretty", "display", "finalize", "kill",
        "cancel", "unregister", "release", "getstate", "copy", "dir", "contains", "len", "coerce", "convert", "normalize",
        "infer", "note", "serialize", "jsonable", "sanitize", "truncate", "test", "validate", "attempt", "find", "lookup", "emit",
    }
)  # fmt: skip
"""First words of functions in whose work an error is an answer, or does no harm."""
_TOLERANT = frozenset(
    {
        "maybe", "safe", "safely", "quiet", "quietly", "silent", "silently", "ignore", "ignoring", "ignored", "best", "effort",
        "optional", "optionally", "fallback", "available", "valid", "suppress", "swallow", "lenient", "tolerant", "compatible",
        "noop", "hint", "hints", "telemetry", "metric", "metrics", "stat", "stats",
        "analytics", "completion", "version", "versions", "possible",
        "debug", "trace", "log", "logs", "usage", "count", "counter",
    }
)  # fmt: skip
"""Words that say so wherever they stand."""

_BESIDE_THE_WORK = frozenset(
    {
        "telemetry", "analytics", "otel", "opentelemetry", "completer", "completion", "spinner", "progress", "progressbar", "statusline",
        "mtime",
    }
)  # fmt: skip
"""Words of files and calls that do nothing of what the program is for: what they lose, nobody waits for."""
_KEPT_TWICE = frozenset({"cache", "cached", "caches", "theme", "history", "geometry", "layout", "recent"})
"""Words of what can be made again, or is a convenience."""
_MARKS = frozenset(
    {
        "cache", "cached", "caches", "theme", "geometry", "layout", "recent", "flag", "marker", "markers", "stamp", "stamps",
        "hash", "hashes", "etag", "etags", "fingerprint", "pid", "pidfile", "lockfile", "sentinel", "cooldown",
    }
)  # fmt: skip
"""Words of files and keys that say where a program stands with itself: what is not kept there, is done once more."""
_CACHES = frozenset({"cache", "cached", "caches", "memo", "memoized"})
"""Those of the words that say so in a class's name too."""
_SCREENS = frozenset({"ui", "gui", "tui", "textual", "widget", "widgets", "modal", "dialog", "screen", "screens", "tray"})
"""Words of user interfaces."""
_TELLING = frozenset({"notify", "announce", "broadcast", "emit", "trigger", "reply"})
"""Verbs by which others are told that something happened: who waits for it looks again."""
_LOGS = frozenset({"log", "logs", "logger", "print", "echo", "say", "show", "progress", "report", "write"})
"""Words of functions that are given to write or show something."""
_RUNNING = frozenset({"run", "call", "invoke", "submit", "run_until_complete", "run_coroutine_threadsafe"})
"""Calls that let something else run."""
_SENDING = (("send",), ("sendall",), ("sendto",))
"""First words of calls that answer whoever is connected."""
_ENDING = frozenset({"close", "closed", "goodbye", "bye", "disconnect", "eof", "shutdown", "leave", "quit"})
"""Words of messages that say that it ends."""
_HANDING = frozenset({"put_nowait"})
"""Calls that hand something over inside of the program."""
_OTHERS = frozenset({"cb", "cbs", "callback", "callbacks", "listener", "listeners", "observer", "observers", "subscriber", "subscribers"})
"""Last words of what somebody else gave to be called."""
_COLLECTING = frozenset({"append", "extend", "appendleft", "setdefault", "update"})
"""Calls after which a collection shows what is missing."""
_LASTING = frozenset(
    {
        "save", "write", "commit", "send", "insert", "publish", "store", "upload", "deliver", "charge", "pay", "refund", "transfer",
        "persist", "enqueue", "migrate", "submit", "executemany", "writerow", "writerows", "writelines", "writestr",
    }
)  # fmt: skip
"""Those of them that are grave also deeper in a function, where there are many calls."""
_ACTING = _WORK - _READING - _UNDOING - _TELLING - {"connect"}
"""Verbs of work that is more than reading, undoing and telling."""
_STORING = frozenset(
    {
        "save", "write", "store", "dump", "persist", "commit", "insert", "execute", "backup", "upload", "send", "publish",
        "writerow", "writerows", "writelines", "writestr",
    }
)  # fmt: skip
"""Verbs of work that fails by an error of storage or delivery."""


def tolerant(caught: CaughtError) -> bool:
    """Whether the function's name, its file or what it calls says that an error is an answer or does no harm."""
    words = split(caught.function.rpartition(".")[2].strip("_"))
    called = [word for name in caught.tried for word in split(name)]
    if not _BESIDE_THE_WORK.isdisjoint((*split(caught.span.path), *called)) or not _KEPT_TWICE.isdisjoint((*words, *called)):
        return True
    if not _CACHES.isdisjoint(split(caught.function)) or _drawn(caught):
        return True
    if any(not _MARKS.isdisjoint(split(name)) for name in caught.targets):
        return True
    return not _TOLERANT.isdisjoint(words) or (not _ANSWERING.isdisjoint(words[:1]) and not _lets_in(caught))


def _lets_in(caught: CaughtError) -> bool:
    """Whether a check that raises is hidden, and the code goes on as if it had been passed."""
    checks = any(not _GUARDING.isdisjoint(split(name)[:1]) for name in caught.effects)
    return checks and set(caught.ways) <= {"falls", "continue"} and not seen(caught)


def _drawn(caught: CaughtError) -> bool:
    """Whether it stands in a user interface and keeps nothing: what is not drawn, is drawn by the next change, or is seen to be missing."""
    words = (*split(caught.span.path), *split(caught.function))
    return not _SCREENS.isdisjoint(words) and not any(not _LASTING.isdisjoint(split(name)[:1]) for name in caught.tried)


def works(names: Sequence[str]) -> bool:
    """Whether calls do some work that somebody wants done, beyond conversions and clearing up."""
    calls = _telling(names)
    if not calls or all(not _UNDOING.isdisjoint(split(name)) for name in calls):
        return False
    return any(not _WORK.isdisjoint(split(name)) for name in calls)


def acts(names: Sequence[str]) -> bool:
    """Whether calls do work that is more than reading: what cannot be read is often just not there."""
    return works(names) and any(not _ACTING.isdisjoint(split(name)[:1]) for name in _telling(names) if name not in _HANDING)


def loses(names: Sequence[str]) -> bool:
    """Whether calls do something whose failure loses something."""
    if all(not _UNDOING.isdisjoint(split(name)) for name in names):
        return False
    return any(
        name in ("post", "put", "dump") or (name not in _COLLECTING and not _GRAVE.isdisjoint(split(name)[:1])) for name in _telling(names)
    )


def answers(caught: CaughtError) -> bool:
    """Whether callers learn from what the clause returns that the work was not done."""
    if caught.heeded == "never":
        return False
    return caught.answered or caught.says or (caught.heeded == "always" and caught.ways == ("none",) and not caught.void)


def seen(caught: CaughtError) -> bool:
    """Whether what follows can tell a failure from a success."""
    if caught.leaves:
        return True
    return not loses(caught.effects) and (caught.stores or not _COLLECTING.isdisjoint(caught.effects))


def unseen(caught: CaughtError) -> Confidence:
    """How sure it is that somebody should hear of a failure that nothing else shows."""
    if caught.defines or caught.inside or _ends(caught) or _undoes(caught):
        return Confidence.LOW
    if loses(caught.effects):
        return Confidence.HIGH
    if _is_grave(caught.deeper):
        return Confidence.MEDIUM
    others = any(name.startswith("on_") or not _OTHERS.isdisjoint(split(name)[-1:]) for name in caught.tried)
    return (
        Confidence.MEDIUM
        if _hands(caught) or others or (caught.deeper and acts(caught.effects)) or (caught.repeats and caught.deeper)
        else Confidence.LOW
    )


def hung_up(caught: CaughtError) -> bool:
    """Whether a loop is left that answers somebody, who is gone: ``except Exception: break`` around ``connection.send(answer)``."""
    return "break" in caught.ways and not loses([name for name in caught.effects if split(name)[:1] not in _SENDING])


def _hands(caught: CaughtError) -> bool:
    """Whether what somebody gave is called, and it does more than to tell of something."""
    if "chmod" in caught.effects:  # a handler of rmtree(), which tries once more
        return False
    return any((_TELLING | _LOGS).isdisjoint(split(name)) for name in caught.given)


def _ends(caught: CaughtError) -> bool:
    """Whether all that it lets others run ends or undoes something: ``self.run(client.stop())``."""
    run = [name for name in _telling(caught.tried) if name not in _RUNNING]
    return bool(run) and not _RUNNING.isdisjoint(caught.tried) and all(not _UNDOING.isdisjoint(split(name)) for name in run)


def _undoes(caught: CaughtError) -> bool:
    """Whether all that it does undoes something, or tells the other end that it ends: ``send(build_close(number))``."""
    done = _telling(caught.effects)
    if done and all(not _CLEARING.isdisjoint(split(name)[:1]) for name in done):
        return True
    others = [word for name in caught.tried if name not in caught.effects for word in split(name)]
    return bool(done) and all(split(name)[:1] in _SENDING for name in done) and not _ENDING.isdisjoint(others)


def undone(caught: CaughtError) -> bool:
    """Whether a write is taken back and nobody hears of it: ``except Exception: session.rollback()``."""
    back = all(split(name)[:1] in (("rollback",), ("abort",)) for name in caught.acts)
    return bool(caught.acts) and back and loses(caught.effects) and not caught.leaves


def _is_grave(deeper: Sequence[str]) -> bool:
    """Whether functions that are called write, send or settle something."""
    drawn = any(split(name)[:1] == ("restore",) for name in deeper)  # save() and restore() around what is drawn or set for a while
    lasting = _LASTING - {"save"} if drawn else _LASTING
    return any(not lasting.isdisjoint(split(name)[:1]) and name not in _COLLECTING for name in deeper)


def stored(caught: CaughtError) -> bool:
    """Whether the guarded code writes what is to be kept, and not only clears up or answers."""
    if not caught.void or seen(caught) or not _UNDOING.isdisjoint(split(caught.function.rpartition(".")[2])):
        return False
    return loses(caught.effects) and any(not _STORING.isdisjoint(split(name)[:1]) for name in caught.effects)


def _telling(names: Sequence[str]) -> list[str]:
    return [name for name in names if name not in _TRIVIAL and not name[:1].isupper() and split(name)[-1:] != ("of",)]


def shown(names: tuple[str, ...]) -> str:
    """The first of the guarded calls that says most, for a message: ``save()``."""
    telling = [name for name in names if name not in _TRIVIAL] or list(names)
    grave = [name for name in telling if not _GRAVE.isdisjoint(split(name)[:1])]
    work = grave or [name for name in telling if not _WORK.isdisjoint(split(name))] or telling
    return f"{work[0]}()" if work else "the guarded code"
