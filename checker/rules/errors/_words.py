"""The words by which it is told how much guarded work matters."""

from __future__ import annotations

import builtins

WORK = frozenset(
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
READING = frozenset(
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
GRAVE = frozenset(
    {
        "save", "write", "commit", "send", "delete", "insert", "update", "execute", "publish", "store", "upload", "process",
        "deliver", "charge", "pay", "refund", "transfer", "persist", "enqueue", "migrate", "submit", "dispatch", "authenticate",
        "verify", "decrypt", "sign", "login", "backup", "restore", "record", "writerow", "writerows", "writelines", "writestr",
        "authorize", "withdraw", "deposit", "debit", "settle", "reimburse", "handle", "urlopen", "xadd", "lpush", "rpush", "produce",
        "audit", "sendmail",
    }
)  # fmt: skip
"""Verbs whose failure loses something."""
GUARDING = frozenset({"verify", "authenticate", "authorize", "enforce", "validate"})
"""Those that raise to keep somebody out: who hides their error lets everybody in."""
DECIDING = frozenset(
    {
        "authorized", "authorised", "authorize", "authorise", "allowed", "permitted", "permission", "permissions", "authenticated",
        "authenticate", "verify", "verified", "privileged",
    }
)  # fmt: skip
"""Words of functions that decide who or what is let in: one that says yes where it cannot tell lets everybody in."""
COUNTING = frozenset({"rate", "robots", "robot", "throttle", "quota", "limit", "limiter"})
"""Words of those that only keep crowds and crawlers away."""
BARRING = frozenset({"revoke", "ban", "suspend", "blacklist"})
"""Verbs that keep somebody out from then on."""
PROTECTING = frozenset({"setuid", "setgid", "setgroups", "seteuid", "setegid", "setresuid", "setresgid", "initgroups", "chroot"})
"""Calls by which a program gives up rights: who hides their error goes on with all of them."""
GIVING_UP = frozenset({"drop", "reduce", "lower", "relinquish"})
RIGHTS = frozenset({"privileges", "privilege", "privs", "priv", "capabilities", "caps", "root"})
UNDOING = frozenset(
    {
        "close", "aclose", "shutdown", "unlink", "rmtree", "kill", "terminate", "cancel", "disconnect", "release", "rollback",
        "stop", "flush", "join", "remove", "cleanup", "unsubscribe", "unregister", "detach", "dispose", "destroy", "clear",
        "reset", "restore", "quit", "wait", "abort", "revoke", "logout", "exit", "teardown", "uninstall", "deregister",
        "finalize", "drain", "eof", "reap", "terminate_all", "invalidate", "delete", "pop", "del", "unlock", "detect", "seek",
    }
)  # fmt: skip
"""Verbs of clearing up: what fails here has often happened already."""
CLEARING = frozenset({"reset", "clear", "cleanup", "clean", "teardown", "invalidate", "forget", "unregister", "unsubscribe"})
"""Those that do so whatever is called for it: to close a day, or to delete an order, may be the work itself."""
CLOSING = tuple(
    (word,)
    for word in ("close", "aclose", "stop", "shutdown", "cleanup", "terminate", "kill", "disconnect", "clear", "teardown", "dispose")
)
"""First words of functions that end something."""
HEALTH = frozenset({"health", "healthy", "healthcheck", "heartbeat", "ping", "liveness", "readiness"})
"""Words of functions that see whether something works."""
TRIVIAL = (frozenset(dir(builtins)) - {"open", "exec", "eval", "compile", "input"}) | {"get", "isdir", "exists", "sleep"}
"""Calls that convert, look up or ask: an error of theirs is an answer."""
CONVERTING = frozenset(
    {"json", "loads", "dumps", "encode", "decode", "b64decode", "b64encode", "strptime", "fromisoformat", "unhexlify", "UUID"}
)
"""Calls whose error says what was not well formed."""
ANSWERING = frozenset(
    {
        "try", "is", "has", "can", "supports", "exists", "should", "detect", "guess", "probe", "sniff", "repr", "str", "del",
        "exit", "aexit", "close", "aclose", "shutdown", "cleanup", "clean", "teardown", "stop", "terminate", "dispose", "destroy",
        "disconnect", "getattr", "eq", "hash", "bool", "check", "parse", "format", "pretty", "display", "finalize", "kill",
        "cancel", "unregister", "release", "getstate", "copy", "dir", "contains", "len", "coerce", "convert", "normalize",
        "infer", "note", "quit", "detach", "serialize", "jsonable", "sanitize", "truncate", "test", "validate", "attempt", "find", "lookup",
        "emit",
    }
)  # fmt: skip
"""First words of functions in whose work an error is an answer, or does no harm."""
PROBING = frozenset({"detect", "probe", "sniff", "guess", "discover"})
"""Those of them that say so of all that is done inside of the function."""
TOLERANT = frozenset(
    {
        "benchmark", "maybe", "safe", "safely", "quiet", "quietly", "silent", "silently", "ignore", "ignoring", "ignored", "best", "effort",
        "optional", "optionally", "fallback", "available", "valid", "suppress", "swallow", "lenient", "tolerant", "compatible",
        "noop", "touch", "hint", "hints", "telemetry", "metric", "metrics", "stat", "stats",
        "analytics", "completion", "version", "versions", "possible",
        "debug", "trace", "log", "logs", "usage", "count", "counter",
    }
)  # fmt: skip
"""Words that say so wherever they stand."""

BESIDE_THE_WORK = frozenset(
    {
        "telemetry", "analytics", "otel", "opentelemetry", "completer", "completion", "spinner", "progress", "progressbar", "statusline",
        "mtime", "benchmark", "benchmarks",
    }
)  # fmt: skip
"""Words of files and calls that do nothing of what the program is for: what they lose, nobody waits for."""
KEPT_TWICE = frozenset(
    {"warm", "rebuild", "reindex", "mtimes", "cache", "cached", "caches", "theme", "history", "geometry", "layout", "recent"}
)
"""Words of what can be made again, or is a convenience."""
MEASURING = frozenset({"monitor", "metrics", "telemetry", "tracker", "tracer", "span", "stats", "profiler"})
"""Words of what only watches the work."""
STREAMS = frozenset({"stream", "streams", "stdout", "stderr", "console", "terminal"})
"""Words of what a program speaks by: what cannot be written there, nobody can be told."""
MARKS = frozenset(
    {
        "cache", "cached", "caches", "theme", "geometry", "layout", "recent", "flag", "marker", "markers", "stamp", "stamps",
        "hash", "hashes", "etag", "etags", "fingerprint", "pid", "pidfile", "lockfile", "sentinel", "cooldown",
    }
)  # fmt: skip
"""Words of files and keys that say where a program stands with itself: what is not kept there, is done once more."""
SCREENS = frozenset({"ui", "gui", "tui", "textual", "widget", "widgets", "modal", "dialog", "screen", "screens", "tray"})
"""Words of user interfaces."""
TELLING = frozenset({"notify", "announce", "broadcast", "emit", "trigger", "reply"})
"""Verbs by which others are told that something happened: who waits for it looks again."""
LOGS = frozenset({"log", "logs", "logger", "print", "echo", "say", "show", "progress", "report", "write"})
"""Words of functions that are given to write or show something."""
TRAILS = frozenset({"audit", "audits", "auditlog", "auditing", "auditor"})
"""Words of what keeps who did what."""
ENTERING = frozenset({"log", "create", "add", "record", "write", "insert", "append", "emit", "track"})
"""Verbs by which something comes into such a trail."""
RUNNING = frozenset({"run", "call", "invoke", "submit", "run_until_complete", "run_coroutine_threadsafe"})
"""Calls that let something else run."""
SENDING = (("send",), ("sendall",), ("sendto",))
"""First words of calls that send something to whoever is connected."""
ANSWERS = (("respond",), ("reply",), ("ack",), ("nack",))
"""First words of calls that answer whoever has asked."""
SOCKETS = frozenset({"ws", "websocket", "websockets", "sse"})
"""Words of the names of what sends to open pages."""
STOPPING = frozenset({"shutdown", "teardown", "cleanup"})
"""Words of functions by which a program ends: of what is not done any more there, only what is to be kept is lost."""
FORMAL = frozenset(
    {
        "alive", "clear", "reset", "close", "closed", "goodbye", "bye", "disconnect", "eof", "shutdown", "leave", "quit", "stop",
        "ack", "ping", "pong", "keepalive", "heartbeat", "kill", "terminate", "abort", "cancel", "typing", "presence",
    }
)  # fmt: skip
"""Words of messages that say that it ends, or that somebody is still there."""
BEATS = frozenset({"alive", "ack", "ping", "pong", "keepalive", "heartbeat"})
"""Those of them that are sent again soon."""
FRAMES = frozenset({"view", "frame", "frames", "preview", "screencast", "thumbnail"})
"""Last words of calls that show what is shown anew a moment later."""
STRONG = frozenset(
    {
        "commit", "execute", "executemany", "executescript", "insert", "charge", "pay", "refund", "transfer", "withdraw", "deposit",
        "debit", "settle", "reimburse", "publish", "submit", "deliver", "upload", "enqueue", "migrate", "backup", "post", "urlopen",
        "writerow", "writerows", "verify", "authenticate", "authorize", "enforce", "validate", "process", "handle", "xadd", "lpush",
        "rpush", "produce", "bill", "audit", "sendmail",
    }
)  # fmt: skip
"""First words of grave calls that nobody makes but for what they do."""
WHOLE = frozenset({"post", "put", "dump", "put_object", "put_item", "put_record", "put_records", "upsert"})
"""Whole names of calls whose failure loses something."""
EXACT = frozenset({"save", "put", "persist", "store", "sign", "login", "decrypt", "restore", "put_object", "upsert"})
"""Whole names of such calls."""
STAND_INS = frozenset(
    {
        "do_something", "do_stuff", "do_some_stuff", "do_work", "do_the_work", "do_something_risky", "risky", "risky_operation",
        "risky_call", "risky_function", "dangerous_operation", "some_function", "some_operation", "something", "might_fail",
        "may_fail", "could_fail", "foo", "bar",
    }
)  # fmt: skip
"""Names that stand for any work: where nothing else is known of it, the clause is judged by itself."""
STARTING = frozenset({"start", "run", "launch", "serve"})
"""First words of functions that begin something which others rely on."""
ASKED_FOR = frozenset(
    {
        "audit", "audits", "order", "orders", "payment", "payments", "invoice", "invoices", "bill", "bills", "user", "users",
        "account", "accounts", "customer", "customers", "message", "messages", "mail", "mails", "email", "emails", "record",
        "records", "row", "rows", "report", "reports", "result", "results", "transaction", "transactions", "transfer", "transfers",
        "event", "events", "backup", "backups", "checkpoint", "checkpoints", "config", "configs", "configuration", "setting",
        "settings", "token", "tokens", "credential", "credentials", "cookie", "cookies", "job", "jobs", "task", "tasks", "document",
        "documents", "entry", "entries", "manifest", "ledger", "balance", "trade", "trades", "booking", "bookings", "ticket",
        "tickets", "alert", "alerts", "receipt", "receipts", "screenshot", "screenshots", "evidence", "finding", "findings",
        "subscription", "subscriptions", "permission", "permissions", "password", "passwords", "policy", "policies", "answer",
        "answers", "note", "notes", "article", "articles", "comment", "comments", "review", "reviews", "feedback", "retry",
        "dataset", "model", "models", "product", "products", "price", "prices", "contract", "contracts", "journal", "security",
        "migrate", "migration", "migrations", "export", "deploy", "install", "publish", "amount", "amounts", "item", "items", "embedding",
        "embeddings",
    }
)  # fmt: skip
"""Words of what somebody waits for, or asked to be kept."""
GENERIC = frozenset({"task", "tasks", "item", "items", "ledger"})
"""Those of them that programs also call what they hand on: as the name of a thing they say little."""
PEERS = frozenset({"connection", "conn", "ws", "websocket", "websockets", "socket", "sock", "peer", "streaming", "sse"})
"""Last words of the names of what leads to the other end: what cannot be sent there, is asked for by nobody any more."""
DRAWN_ON = frozenset(
    {
        "text", "textbox", "widget", "listbox", "entry", "label", "canvas", "tree", "treeview", "tag", "soup", "div", "element", "node",
        "layout", "panel", "table", "overlay", "buffer", "txt",
    }
)  # fmt: skip
"""Last words of the names of what is shown or put together to be shown."""
PUTTING = frozenset({"insert", "delete", "update", "add", "append"})
"""Methods of such things."""
RECORDING = frozenset({"debug", "info", "log", "trace"})
LEVELS = frozenset({"warn", "warning", "error", "exception", "critical"})
"""Calls by which a function tells of its own errors."""
HANDING = frozenset({"put_nowait"})
"""Calls that hand something over inside of the program."""
OTHERS = frozenset({"cb", "cbs", "callback", "callbacks", "listener", "listeners", "observer", "observers", "subscriber", "subscribers"})
"""Last words of what somebody else gave to be called."""
TAKING = tuple((word,) for word in ("add", "remove", "register", "unregister", "set", "clear", "get", "has", "is"))
"""First words of calls that take or give such a thing, and do not call it."""
PLUGGED = frozenset({"plugin", "addon", "extension"})
"""What somebody else wrote, whose methods a program calls."""
COLLECTING = frozenset({"append", "extend", "appendleft", "setdefault", "update"})
"""Calls after which a collection shows what is missing."""
LASTING = frozenset(
    {
        "save", "write", "commit", "send", "insert", "publish", "store", "upload", "deliver", "charge", "pay", "refund", "transfer",
        "persist", "enqueue", "migrate", "submit", "executemany", "writerow", "writerows", "writelines", "writestr",
    }
)  # fmt: skip
"""Those of them that are grave also deeper in a function, where there are many calls."""
SAID = frozenset({"save", "write", "send", "commit", "insert", "execute", "submit", "publish", "delete"})
"""Those that no class is named for."""
ACTING = WORK - READING - UNDOING - TELLING - {"connect"}
"""Verbs of work that is more than reading, undoing and telling."""
STORING = frozenset(
    {
        "save", "write", "store", "dump", "persist", "commit", "insert", "execute", "backup", "upload", "send", "publish",
        "writerow", "writerows", "writelines", "writestr",
    }
)  # fmt: skip
"""Verbs of work that fails by an error of storage or delivery."""
ASKING_A_SERVER = frozenset(
    {
        "get", "post", "put", "patch", "delete", "head", "options", "request", "urlopen", "raise_for_status", "json", "read", "decode",
        "loads", "text", "bool", "len", "Request", "Client", "AsyncClient", "Session", "ClientSession", "Timeout", "ClientTimeout",
    }
)  # fmt: skip
"""Calls that send a request and read its answer."""
OPENING = frozenset({"open", "read_text", "read_bytes"})
READING_A_FILE = OPENING | frozenset(
    {"load", "loads", "safe_load", "full_load", "read", "readlines", "readline", "json", "decode", "strip", "splitlines", "append", "Path"}
)
"""Calls that read a file and convert what is in it."""
ROWS = frozenset({"create", "bulk_create", "update_or_create", "bulk_update"})
"""Methods by which a model's manager keeps rows."""
