"""gunicorn's settings in Python: ``loglevel``, ``errorlog``, ``accesslog``, ``syslog_addr`` and ``logconfig_dict``.

As `gunicorn.glogging.Logger.setup` (27.0) does it: both loggers keep their records to themselves, ``errorlog`` is stderr where nothing is
said, and the keys of ``logconfig_dict`` replace those of gunicorn's own dictionary one by one, which disables no logger.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from checker import patterns as re
from checker.logconfig.applying import applied
from checker.logconfig.dictconfig import parse
from checker.logconfig.environment import environment_of
from checker.logconfig.evaluate.running import Ran
from checker.logconfig.model import Formatter, Handler, Logger, LogPipeline, Misread, Reference, Setting
from checker.logconfig.reader import Reader
from checker.logconfig.resolve import Resolver
from checker.logconfig.values import Map, Value
from checker.model import Span

ERROR, ACCESS = "gunicorn.error", "gunicorn.access"
_FORMAT = "%(asctime)s [%(process)d] [%(levelname)s] %(message)s"
_DATE = "[%Y-%m-%d %H:%M:%S %z]"
_TELLING = frozenset(("loglevel", "errorlog", "accesslog", "logconfig_dict", "syslog_addr"))
_FURTHER = frozenset(("workers", "bind", "syslog", "access_log_format"))
_CERTAIN = frozenset(("bind", "workers", "worker_class", "worker_connections", "timeout", "keepalive", "preload_app", "max_requests"))
_MEANT = {
    "access_logfile": "accesslog", "access_log_file": "accesslog", "access_log": "accesslog", "accesslogfile": "accesslog",
    "error_logfile": "errorlog", "error_log_file": "errorlog", "error_log": "errorlog", "errorlogfile": "errorlog",
    "log_level": "loglevel", "access_logformat": "access_log_format", "acceslogformat": "access_log_format",
    "log_config": "logconfig", "log_config_dict": "logconfig_dict",
}  # fmt: skip
"""Names as the options of the command line have them, or nearly, and those of the settings."""
_ADDRESS = re.compile(r"(?P<kind>udp|tcp|unix)://(?P<host>[^:/#]+|/[^#]*)(?::(?P<port>\d{1,5}))?", re.IGNORECASE)


def is_settings(path: str) -> bool:
    """Whether a file is called after gunicorn, or stands in a folder that is."""
    *_, folder, name = f"/{path}".split("/")
    return "gunicorn" in name or folder == "gunicorn"


def settings(ran: Ran) -> Iterator[tuple[str, dict[str, Value]]]:
    """Path and names of each file of gunicorn's settings."""
    for path in ran.paths:
        scope = ran.machine(path).scopes.get(path)
        if scope is not None and is_settings(path):
            yield path, {name: scope.names[name] for name in scope.names if name in _TELLING or name in _FURTHER}


def dictionaries(ran: Ran) -> set[Span]:
    """The places of dictionaries that gunicorn applies, on top of its own."""
    return {names["logconfig_dict"].span for _, names in settings(ran) if "logconfig_dict" in names}


def misnamed(ran: Ran) -> Iterator[tuple[str, tuple[Misread, ...]]]:
    """Path of each file of gunicorn's settings, and what stands there under names that gunicorn does not know."""
    for path in ran.paths:
        scope = ran.machine(path).scopes.get(path)
        if scope is None or not is_settings(path) or not _CERTAIN & scope.names.keys():
            continue
        held = ((name, scope.names[name].span, meant) for name, meant in _MEANT.items() if name in scope.names)
        data = ran.shared.sources.data(path) or b""
        alone = [one for one in held if one[2] not in scope.names and len(re.findall(rb"\b%s\b" % one[0].encode(), data)) == 1]
        yield path, tuple(Misread(span, f"gunicorn takes no notice of `{name}`: it is called `{meant}`") for name, span, meant in alone)


def _read(ran: Ran) -> Iterator[LogPipeline]:
    wrong = dict(misnamed(ran))
    for path, names in settings(ran):
        misread = wrong.get(path, ())
        if not _TELLING & names.keys() and not misread:
            continue
        start = min([*(names[name].span for name in _TELLING & names.keys()), *(one.span for one in misread)])
        made = pipeline(start, {name: Resolver().option(name, value) for name, value in names.items() if name != "logconfig_dict"})
        held = Resolver().resolve(names["logconfig_dict"]) if "logconfig_dict" in names else None
        if held is not None and isinstance(held.data, Map):
            held.data.used = True
            parsed = parse(held, Resolver())
            if "disable_existing_loggers" not in held.data.entries:
                parsed.disables = None
            if "loggers" not in held.data.entries:
                made = replace(made, loggers={**made.loggers, **_own_loggers(start)})
            made = applied(parsed, "gunicorn", before=_with_root(made, start, held.data))
            made = replace(made, partial=made.partial or "the application may add to it")
        count = names.get("workers")
        processes = count.data if count is not None and type(count.data) is int and not count.open else 0
        yield replace(made, environment=environment_of(path), misread=(*made.misread, *misread), processes=processes)


def _own_loggers(span: Span) -> dict[str, Logger]:
    """What gunicorn's dictionary makes of its loggers where the settings' has none."""
    return {name: Logger(name, span, Setting("INFO", span), Setting(value=True, span=span), builtin=True) for name in (ERROR, ACCESS)}


def _with_root(made: LogPipeline, span: Span, held: Map) -> LogPipeline:
    if "root" in held.entries:
        return made
    root = Logger("", span, Setting("INFO", span), None, (Reference("gunicorn's console", span),), builtin=True)
    return replace(made, loggers={**made.loggers, "": root}, handlers={**made.handlers, "gunicorn's console": _stream(span, "stdout")})


def _stream(span: Span, name: str) -> Handler:
    options = {"stream": Setting(f"ext://sys.{name}", span)}
    formatter = Reference("gunicorn's format", span)
    return Handler("gunicorn's console", span, "logging.StreamHandler", span, None, formatter, (), options, builtin=True)


def pipeline(span: Span, given: dict[str, Setting]) -> LogPipeline:
    """What gunicorn sets up by its own options, named as in its settings."""
    handlers: dict[str, Handler] = {}
    to: dict[str, list[Reference]] = {ERROR: [], ACCESS: []}
    error = given.get("errorlog") or Setting("-", span)
    for logger, name, setting in ((ERROR, "errorlog", error), (ACCESS, "accesslog", given.get("accesslog"))):
        if setting is not None and (setting.unknown or setting.value):
            handlers[name] = _handler(name, setting, builtin=name not in given)
            to[logger].append(Reference(name, setting.span))
    address = given.get("syslog_addr")
    wanted = given.get("syslog")
    if address is not None and wanted is not None and wanted.value:
        handlers["syslog"] = Handler("syslog", address.span, "logging.handlers.SysLogHandler", address.span, options=_syslog(address))
        for references in to.values():
            references.append(Reference("syslog", address.span))
    off = Setting(value=False, span=span)
    level = given.get("loglevel")
    if level is not None and isinstance(level.value, str):
        level = replace(level, value=level.value.upper())
    loggers = {
        ERROR: Logger(ERROR, level.span if level else span, level or Setting("INFO", span), off, tuple(to[ERROR]), builtin=level is None),
        ACCESS: Logger(ACCESS, span, Setting("INFO", span), off, tuple(to[ACCESS]), builtin=True),
    }
    formatter = Formatter("gunicorn's format", span, "logging.Formatter", Setting(_FORMAT, span), Setting(_DATE, span))
    return LogPipeline(
        "gunicorn", span, loggers=loggers, handlers=handlers, formatters={formatter.name: formatter}, partial="the application adds to it"
    )


def _handler(name: str, setting: Setting, *, builtin: bool) -> Handler:
    """``-`` is a stream, anything else a file, which gunicorn opens anew on USR1."""
    formatter = Reference("gunicorn's format", setting.span)
    if setting.value == "-":
        stream = Setting(f"ext://sys.{'stdout' if name == 'accesslog' else 'stderr'}", setting.span)
        options, cls = {"stream": stream}, "logging.StreamHandler"
    else:
        options, cls = {"filename": setting}, "logging.FileHandler"
    return Handler(name, setting.span, cls, setting.span, None, formatter, (), options, builtin=builtin)


def _syslog(address: Setting) -> dict[str, Setting]:
    match = _ADDRESS.match(str(address.value)) if not address.unknown else None
    if match is None:
        return {"address": Setting(None, address.span, address.unknown or "an address that is not known")}
    host = match["host"] if match["kind"].lower() == "unix" else (match["host"], int(match["port"] or 514))
    return {"address": Setting(host, address.span, "", address.open)}


READER = Reader("gunicorn", python=_read)
