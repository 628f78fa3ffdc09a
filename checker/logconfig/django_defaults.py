"""What Django sets up before a project's ``LOGGING`` is applied (``django.utils.log.DEFAULT_LOGGING``, the same from 1.9 to 5.2)."""

from __future__ import annotations

from checker.logconfig.model import Filter, Formatter, Handler, Logger, LogPipeline, Reference, Setting
from checker.model import Span

PREFIX = "Django's "


def default_pipeline(span: Span) -> LogPipeline:
    """The pipeline of a process that has Django's defaults alone; every node has the place of the project's own configuration."""

    def reference(name: str) -> Reference:
        return Reference(f"{PREFIX}{name}", span)

    def handler(name: str, cls: str, level: str, *, only: str = "", formatter: str = "") -> Handler:
        filters = (reference(only),) if only else ()
        return Handler(
            f"{PREFIX}{name}", span, cls, span, Setting(level, span), reference(formatter) if formatter else None, filters, builtin=True
        )

    handlers = (
        handler("console", "logging.StreamHandler", "INFO", only="require_debug_true"),
        handler("django.server", "logging.StreamHandler", "INFO", formatter="django.server"),
        handler("mail_admins", "django.utils.log.AdminEmailHandler", "ERROR", only="require_debug_false"),
    )
    loggers = (
        Logger("django", span, Setting("INFO", span), None, (reference("console"), reference("mail_admins")), builtin=True),
        Logger("django.server", span, Setting("INFO", span), Setting(value=False, span=span), (reference("django.server"),), builtin=True),
        Logger("django.request", span, builtin=True),  # django.utils.log makes it when it is imported
    )
    filters = (
        Filter(f"{PREFIX}require_debug_false", span, "django.utils.log.RequireDebugFalse"),
        Filter(f"{PREFIX}require_debug_true", span, "django.utils.log.RequireDebugTrue"),
    )
    formatter = Formatter(
        f"{PREFIX}django.server", span, "django.utils.log.ServerFormatter", Setting("[{server_time}] {message}", span), style="{"
    )
    return LogPipeline(
        "django",
        span,
        loggers={one.name: one for one in loggers},
        handlers={one.name: one for one in handlers},
        formatters={formatter.name: formatter},
        filters={one.name: one for one in filters},
    )
