"""Which Python files may set logging up: a search in their bytes, before anything is parsed."""

from __future__ import annotations

from checker import patterns as re
from checker.hints import Hints, Linear

_TELLING = Linear(
    rb"(?m)dictConfig|fileConfig|basicConfig|addHandler|\bLOGGING(?:\s*[:=\[|]|\.\w+\()|setLevel\(|logging\.(?:handlers\.)?\w*Handler\("
    rb"|\blog_config\s*=|uvicorn\.(?:run|Config)\(|\blogconfig|logging\.config(?:\.| import[^\n]*\blisten\b)"
    rb"|structlog\.configure|disable_existing_loggers|\blogger\.(?:add|configure)\("
    rb"|[\"']handlers[\"']\s*:|logging\.disable\(|^workers\s*=|\bworkers\s*=\s*(?:\d|[(]?(?:\w+\.)?cpu_count)|[\"'](?:--)?workers[\"']\s*[:,]|\bchmod\("
    rb"|^(?:access_?log\w*|error_?log\w*|loglevel|syslog_addr)\s*="
    rb"|\bCelery\(|hijack_root_logger|HIJACK_ROOT_LOGGER|\bsetup_logging\.connect\b"
    rb"|configure_azure_monitor|google\.cloud(?:\.logging| import logging)|coloredlogs\.install"
    rb"|\.config\[[\"']DEBUG[\"']\]\s*=\s*True|\.config\.(?:update|from_mapping)\([^)]{0,400}\bDEBUG\s*=\s*True|\bapp\.debug\s*=\s*True"
    rb"|\.run\([^()]{0,200}\bdebug\s*=\s*True|\.config\.from_(?:object|pyfile)\(|=[ \t]*(?:flask\.)?Flask\("
    rb"|celery\.signals import[^\n]*\bsetup_logging\b|(?:CELERYD|[wW][oO][rR][kK][eE][rR])_(?:task_|TASK_)?(?:log_format|LOG_FORMAT)\b"
    rb"|^[ \t]*class \w+\([^)\n]*(?:\b(?:Formatter|(?:SMTP|SysLog|HTTP|Socket|Datagram)?Handler)|FileHandler)\):"
    rb"|^[ \t]+def filter\(self, \w+(?:: ?[\w.\"']+)?\)"
)
_SET_UP = re.compile(rb"(?<!def )\b(?:set_?up|config(?:ure)?|init(?:iali[sz]e)?)_?log\w*\([ \t\n]*[^\s):]")
_OWN = re.compile(rb"^[^#\n]*\bgetLogger\(__name__\)", re.MULTILINE)
_WORDS = Hints(
    b"dictConfig", b"fileConfig", b"basicConfig", b"addHandler", b"LOGGING", b"setLevel(", b"Handler(", b"log_config", b"logconfig",
    b"logging.config", b"structlog.configure", b"disable_existing_loggers", b"logger.add(", b"logger.configure(",
    b"'handlers'", b'"handlers"', b"logging.disable(", b"workers", b"chmod(", b"accesslog", b"errorlog",
    b"access_log", b"error_log", b"loglevel", b"syslog_addr", b"Celery(", b"ijack_root_logger",
    b"HIJACK_ROOT", b"setup_logging", b"configure_azure_monitor", b"google.cloud", b"coloredlogs",
    b"def filter(self",
    b"Formatter):", b"Handler):", b"uvicorn.", b'DEBUG"]', b"DEBUG']", b"DEBUG=True", b"app.debug", b"debug=True", b"Flask(",
    b".from_object(", b".from_pyfile(", b"setup_log", b"set_up_log", b"config_log",
    b"orker_log_format", b"orker_task_log_format", b"LOG_FORMAT", b"configure_log", b"init_log", b"initialize_log", b"initialise_log",
)  # fmt: skip
"""One of these is in whatever the patterns find."""


def is_telling(data: bytes) -> bool:
    """Whether a Python file has in it what sets logging up."""
    return _WORDS.within(data) and (_TELLING.within(data) or bool(_SET_UP.search(data)))


def has_own_logger(data: bytes) -> bool:
    """Whether a Python file asks for the logger of its own name, and not in a comment alone."""
    return b"getLogger(__name__)" in data and bool(_OWN.search(data))
