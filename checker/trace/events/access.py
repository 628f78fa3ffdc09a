"""Lines of a server's access log that tell of a refusal: what uvicorn and gunicorn write of each answer by themselves.

Every answer leaves such a line, so that it is an event only where an alert rule looks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.logconfig.model import Formatter, Handler, Logger, LogPipeline, Reference, Setting
from checker.logconfig.surroundings import Server
from checker.model import Span
from checker.trace.events.found import Found
from checker.trace.evidence import Evidence
from checker.trace.model import Event
from checker.trace.record import Record
from checker.trace.wording import Hole, Text, known

_ANSWERS = {"authn_login_fail": (401, "Unauthorized"), "authz_fail": (403, "Forbidden"),
            "excess_rate_limit_exceeded": (429, "Too Many Requests"), "sys_crash": (500, "Internal Server Error")}  # fmt: skip
"""An event to the status of the answer to it, and what that is called."""
_UVICORN = '%(levelprefix)s %(client_addr)s - "%(request_line)s" %(status_code)s'
_GUNICORN = '%(h)s %(l)s %(u)s %(t)s "%(r)s" %(s)s %(b)s "%(f)s" "%(a)s"'
_ATOM = re.compile(r"%\((?P<atom>\{[^}]*\}[a-z]|[a-zA-Z])\)s|%%")
_ADDRESS = Hole("the client", "203.0.113.77")
_PATH = Hole("the path", "/zzpathzz")


def accesses(evidence: Evidence) -> Iterator[tuple[Found, LogPipeline | None]]:
    """Each server's lines; with the logging that the server sets up itself, or ``None`` where the project sets that logger up."""
    seen: set[str] = set()
    for server in sorted(evidence.of_kind(Server), key=lambda one: not one.access):  # what one says on top of the other holds
        if server.name not in seen:
            seen.add(server.name)
            own = any(_sets_up(one, server.name) for one in evidence.pipelines)
            pipeline = None if own and server.access else _pipeline(server)
            yield from ((_found(server, event), pipeline) for event in _ANSWERS)


def _sets_up(pipeline: LogPipeline, name: str) -> bool:
    """Whether the project sets the server's loggers up, and not the server by its own options."""
    if pipeline.kind == "command":
        return False
    logger = pipeline.loggers.get(f"{name}.access") or pipeline.loggers.get(name)
    return logger is not None and not (pipeline.kind == "gunicorn" and logger.builtin)


def _found(server: Server, name: str) -> Found:
    status, phrase = _ANSWERS[name]
    message = _of_uvicorn(status) if server.name == "uvicorn" else _of_gunicorn(server, status)
    asked = Text(("GET ", _PATH, " HTTP/1.1"))
    address = Text((_ADDRESS, ":", Hole("the port", "51234")))
    fields = {"client_addr": address, "request_line": asked, "status_code": known(f"{status} {phrase}")} if server.name == "uvicorn" else {}
    logger = f"{server.name}.access"
    record = Record(logger, "info", message, fields, path=server.span.path, sink="logging")
    event = Event(
        name, server.span, "framework", "framework", message.shown, logger, "info", message.shown, sink="access", framework=server.name
    )
    return Found(event, record)


def _of_uvicorn(status: int) -> Text:
    return Text((_ADDRESS, ":", Hole("the port", "51234"), ' - "GET ', _PATH, f' HTTP/1.1" {status}'))


def _of_gunicorn(server: Server, status: int) -> Text:
    """The format with what gunicorn fills in."""
    told = server.format.value if server.format is not None and isinstance(server.format.value, str) else _GUNICORN
    parts: list[str | Hole] = []
    at = 0
    for match in _ATOM.finditer(told):
        parts += [told[at : match.start()], *(_atom(match["atom"], status) if match["atom"] else ("%",))]
        at = match.end()
    return Text(tuple(one for one in (*parts, told[at:]) if one))


def _atom(atom: str, status: int) -> tuple[str | Hole, ...]:
    fixed = {"s": str(status), "m": "GET", "l": "-", "u": "-", "H": "HTTP/1.1", "q": "", "f": "-"}
    if atom in fixed:
        return (fixed[atom],)
    held: dict[str, tuple[str | Hole, ...]] = {
        "h": (_ADDRESS,), "U": (_PATH,), "r": ("GET ", _PATH, " HTTP/1.1"), "t": (Hole("the time", "[05/Jan/2026:12:00:00 +0000]"),),
        "a": (Hole("the agent", "zzagentzz", free=True),),
    }  # fmt: skip
    return held.get(atom, (Hole(f"%({atom})s", "7003"),))


def _pipeline(server: Server) -> LogPipeline:
    """What the server sets up for its access log: its own logger and handler, which hand nothing on."""
    span, logger = server.span, f"{server.name}.access"
    if not server.access:
        off = Logger(logger, span, Setting("INFO", span), Setting(value=False, span=span), (), disabled=span, builtin=True)
        return LogPipeline("server", span, loggers={logger: off})
    cls = "uvicorn.logging.AccessFormatter" if server.name == "uvicorn" else "logging.Formatter"
    form = Formatter("access", span, cls, Setting(_UVICORN if server.name == "uvicorn" else "%(message)s", span))
    handler = _handler(server.file, span)
    made = Logger(logger, span, Setting("INFO", span), Setting(value=False, span=span), (Reference("access", span),), builtin=True)
    return LogPipeline("server", span, loggers={logger: made}, handlers={"access": handler}, formatters={"access": form})


def _handler(file: Setting | None, span: Span) -> Handler:
    """``-`` is stdout."""
    stream = file is None or file.value == "-"
    options = {"stream": Setting("ext://sys.stdout", span)} if file is None or stream else {"filename": file}
    cls = "logging.StreamHandler" if stream else "logging.FileHandler"
    return Handler("access", span, cls, span, None, Reference("access", span), (), options, builtin=True)
