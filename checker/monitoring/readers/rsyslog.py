"""rsyslog: inputs of either form, rules that drop, actions with their queues and how they are protected (rsyslog's manual, 8.x)."""

from __future__ import annotations

from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.model import Setting
from checker.monitoring.addresses import first_of
from checker.monitoring.fields import flag
from checker.monitoring.model import EVERYWHERE, Collector, Endpoint, Input, Output, Stage
from checker.monitoring.reader import Reader
from checker.monitoring.source import Block
from checker.monitoring.syslog import Statement, named, statements

_LISTENING = {"imtcp": "tcp", "imptcp": "tcp", "imudp": "udp", "imrelp": "tcp", "imhttp": "http", "imgssapi": "tcp", "imdtls": "udp"}
_OLD = {"$udpserverrun": "imudp", "$inputtcpserverrun": "imtcp", "$inputptcpserverrun": "imptcp", "$inputrelpserverrun": "imrelp",
        "$inputgssserverrun": "imgssapi"}  # fmt: skip
_SINKS = {"omfile": "file", "omusrmsg": "other", "omdiscard": "null", "omstdout": "debug", "ompipe": "other", "omprog": "other",
          "omprogram": "other", "omjournal": "other", "omuxsock": "other"}  # fmt: skip
_ALWAYS_SECURE = frozenset(("omgssapi", "omazureeventhubs", "omdtls"))
_ADDRESSES = ("target", "server", "broker", "serverurl", "address", "host", "restpath")
_OF_RSYSLOG = re.compile(
    r"^[ \t]*\$(?:ModLoad|IncludeConfig|ActionQueue\w+|ActionFileDefaultTemplate|InputTCPServerRun|UDPServerRun"
    r"|WorkDirectory|InputFileName)\b"
    r"|\b(?:module|input|action)\s*\([^()]{0,2000}?\b(?:load|type)\s*=\s*\"(?:builtin:)?[io]m\w+\"|^[ \t]*[*\w,]+\.[*!=\w,;.]+[ \t]+@@?\S"
    r"|^[ \t]*(?:authpriv|auth|kern|\*)[,\w]*\.[*\w;,.=!]+\s+-?/(?:var|dev)/"
    r"|^:(?:msg|rawmsg|programname|syslogtag|hostname|fromhost(?:-ip)?),[ \t]*!?\w+,[ \t]*\"",
    re.MULTILINE,
)
_TEXTS = re.compile(r"\"((?:\\.|[^\"\\])*)\"|'((?:\\.|[^'\\])*)'")


def _read(block: Block) -> Iterator[Collector]:
    if _OF_RSYSLOG.search(block.text) is None:
        return
    found, whole = statements(block.text, block.path)
    modules = _modules(found)
    inputs = tuple(_inputs(found, modules))
    outputs = tuple(_outputs(found, modules))
    stages = tuple(_stages(found))
    if not inputs and not outputs and not stages:
        return
    includes = any(one.name in ("include", "$includeconfig") for one in found)
    partial = "it includes other files" if includes else "" if whole else "a part was not understood"
    settings = {key: held for one in found if one.name in ("global", "main_queue") for key, held in one.parameters.items()}
    yield Collector(
        found[0].span, "rsyslog", inputs, stages, outputs, (), settings,
        partial=partial or ("" if inputs and outputs else "another file may hold the rest"), environment=block.environment,
        program=tuple(found),
    )  # fmt: skip


def _modules(found: list[Statement]) -> dict[str, Statement]:
    """What is set for all inputs or actions of a module."""
    return {one.text("load").removeprefix("builtin:").removesuffix(".so"): one for one in named(found, "module")}


def _inputs(found: list[Statement], modules: dict[str, Statement]) -> Iterator[Input]:
    netstream: dict[str, Setting] = {}
    path: Setting | None = None
    for one in found:
        if one.name == "input":
            kind = one.text("type")
            options = {**(modules[kind].parameters if kind in modules else {}), **one.parameters}
            files = (options["file"],) if kind == "imfile" and "file" in options else ()
            yield Input(
                one.span, kind, one.text("tag", "name"), files, _listens(one, kind, options), options.get("statefile"), None, options
            )
        elif one.name.startswith(("$inputtcpserverstreamdriver", "$defaultnetstreamdriver")):
            netstream[one.name] = one.parameters["value"]
        elif one.name in _OLD:
            kind = _OLD[one.name]
            mode = netstream.get("$inputtcpserverstreamdrivermode")
            auth = netstream.get("$inputtcpserverstreamdriverauthmode")
            options = {"streamdriver.mode": mode} if mode is not None else {}
            options |= {"streamdriver.authmode": auth} if auth is not None else {}
            yield Input(one.span, kind, "", (), _listens(one, kind, options), None, None, options)
        elif one.name == "$inputfilename":
            path = one.parameters["value"]
        elif one.name == "$inputrunfilemonitor" and path is not None:
            yield Input(one.span, "imfile", "", (path,))
    for kind in ("imuxsock", "imjournal", "imklog"):
        loaded = modules.get(kind) or next((one for one in named(found, "$modload") if one.text("value").startswith(kind)), None)
        if loaded is not None:
            yield Input(loaded.span, kind)


def _listens(one: Statement, kind: str, options: dict[str, Setting]) -> Endpoint | None:
    if kind not in _LISTENING:
        return None
    host = options.get("address") or options.get("listenerip")
    on = _drives_tls(options) or flag(options.get("tls"), default=False) is True
    mode = options.get("streamdriver.authmode", options.get("tls.authmode"))
    auth = str(getattr(mode, "value", "") or "").lower()
    peers = options.get("permittedpeer", options.get("streamdriver.permittedpeers", options.get("tls.permittedpeer")))
    known = True if (on and auth not in ("", "anon")) or peers is not None else None if mode is not None and mode.unknown else False
    restricted = "allowedsender" in options
    return Endpoint(host or Setting(EVERYWHERE, one.span), options.get("port"), _LISTENING[kind], on, True, True if restricted else known,
                    host.span if host is not None else one.span)  # fmt: skip


def _drives_tls(options: dict[str, Setting]) -> bool:
    """Whether a stream driver's mode says that only TLS is spoken."""
    mode = options.get("streamdrivermode") or options.get("streamdriver.mode")
    return mode is not None and str(mode.value) == "1"


def _outputs(found: list[Statement], modules: dict[str, Statement]) -> Iterator[Output]:
    old: dict[str, Setting] = {}
    for one in found:
        if one.name.startswith("$action"):
            old[one.name.removeprefix("$action")] = one.parameters["value"]
        elif one.name == "action":
            kind = one.text("type").removeprefix("builtin:")
            if not kind or kind.startswith("mm"):
                continue
            defaults = modules[kind].parameters if kind in modules else {}
            options = {**_of_old(old), **defaults, **one.parameters}
            match = "" if all(condition in ("*.*", "*.info") for condition in one.conditions) else "if"
            sink = _SINKS.get(kind, "remote")
            if sink == "file" and str(getattr(options.get("file"), "value", "")) in ("/dev/stdout", "/dev/console", "/dev/stderr"):
                sink = "debug"
            target = _target(kind, options) if sink == "remote" else None
            yield Output(one.span, kind, sink, match, target, _buffer(options) if sink == "remote" else "", options)
            old = {key: value for key, value in old.items() if not key.startswith("queue")}  # a queue is that of the next action


def _of_old(old: dict[str, Setting]) -> dict[str, Setting]:
    """Old directives under the names of today."""
    renamed = {"queuetype": "queue.type", "queuefilename": "queue.filename", "sendstreamdrivermode": "streamdrivermode",
               "sendstreamdriverauthmode": "streamdriverauthmode"}  # fmt: skip
    return {renamed.get(key, key): value for key, value in old.items()}


def _buffer(options: dict[str, Setting]) -> str:
    """A queue goes to disk where it has a file's name."""
    kind = str(getattr(options.get("queue.type"), "value", "") or "").lower()
    return "disk" if "queue.filename" in options or kind == "disk" else "memory"


def _target(kind: str, options: dict[str, Setting]) -> Endpoint | None:
    told = [options[name] for name in _ADDRESSES if name in options]
    on: bool | None = _drives_tls(options) or kind in _ALWAYS_SECURE
    for name in ("tls", "usehttps"):
        if name in options:
            on = on or flag(options[name], default=False)
    if str(getattr(options.get("protocol"), "value", "")).lower() == "udp":
        on = False
    auth = options.get("streamdriverauthmode") or options.get("streamdriver.authmode") or options.get("tls.authmode")
    unsafe = auth if on and auth is not None and str(auth.value).lower() == "anon" else None
    if unsafe is None and flag(options.get("allowunsignedcerts"), default=False):
        unsafe = options["allowunsignedcerts"]
    if unsafe is None and flag(options.get("skipverifyhost"), default=False):
        unsafe = options["skipverifyhost"]
    return first_of(told, on, unsafe is None, "uid" in options or "pwd" in options, unsafe.span if unsafe is not None else None)


def _stages(found: list[Statement]) -> Iterator[Stage]:
    """What is dropped, unless an action of the same rule has kept it before; what changes messages; what is not forwarded."""
    yield from _left_out(found)
    for number, one in enumerate(found):
        if one.name == "action" and one.text("type").startswith("mm"):
            yield Stage(one.span, one.text("type"), "redact" if one.text("type") == "mmanon" else "parse", "", options=one.parameters)
        if one.name != "stop" or not one.conditions:
            continue
        kept = any(other.name in ("action", "call") and other.conditions == one.conditions for other in found[max(0, number - 6) : number])
        if kept or one.ruleset:
            continue
        patterns = [Setting(text, one.span) for condition in one.conditions for text in _deciding(condition)]
        yield Stage(one.span, "stop", "drop", "if", (), tuple(patterns))


def _left_out(found: list[Statement]) -> Iterator[Stage]:
    """Selectors of what is sent elsewhere that leave the security facilities out, where nothing else sends those."""
    sent = [one for one in found if one.name == "action" and _SINKS.get(one.text("type"), "remote") == "remote" and one.conditions
            and not one.text("type").startswith("mm")]  # fmt: skip
    selectors = [(one, condition) for one in sent for condition in one.conditions if "." in condition and "$" not in condition]
    if any(re.search(r"auth", re.sub(r"auth(?:priv)?\.none", "", condition)) for _, condition in selectors):
        return
    for one, condition in selectors:
        if re.search(r"authpriv\.none", condition):
            yield Stage(one.span, "selector", "drop", "if", (), (Setting("authpriv", one.span),))


def _deciding(condition: str) -> Iterator[str]:
    """The texts that a condition asks for, and a selector's facilities; what it excludes is left out."""
    if re.search(r"\bnot\b|!=|<>", condition):
        return
    texts = [match[1] or match[2] or "" for match in _TEXTS.finditer(condition)]
    yield from texts or [condition]


READER = Reader(
    "rsyslog",
    ((b"$ModLoad",), (b"$IncludeConfig",), (b"$ActionQueue",), (b"module(load=",), (b"module (load",), (b'type="om',), (b'type="im',),
     (b"*.* ",), (b"*.*\t",), (b"authpriv.*",), (b"$InputFileName",), (b" @@",), (b"\t@@",), (b":msg,",), (b":programname,",),
     (b":syslogtag,",), (b":rawmsg,",)),
    text=_read,
)  # fmt: skip
