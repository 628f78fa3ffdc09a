"""Python's own logging as the judge: a subprocess applies a configuration and tells what it then has, logger by logger."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_PROGRAM = r"""
import importlib, json, logging, logging.config, os, sys
kind, name, loggers, early, record = json.loads(sys.argv[1])
sys.path.insert(0, os.getcwd())
for one in early:
    logging.getLogger(one)
if kind == "django":
    import django.utils.log
    settings = importlib.import_module(name)
    django.utils.log.configure_logging("logging.config.dictConfig", settings.LOGGING)
elif kind == "gunicorn":
    import gunicorn
    gunicorn.setup(importlib.import_module(name))
elif kind == "python":
    module = importlib.import_module(name)
    if hasattr(module, "setup"):
        module.setup()
    elif hasattr(module, "LOGGING"):
        logging.config.dictConfig(module.LOGGING)
elif kind == "json":
    logging.config.dictConfig(json.load(open(name)))
elif kind == "yaml":
    import yaml
    logging.config.dictConfig(yaml.safe_load(open(name)))
elif kind == "toml":
    try:
        import tomllib
    except ImportError:
        import tomli as tomllib
    held = tomllib.load(open(name, "rb"))
    logging.config.dictConfig(held.get("logging", held))
elif kind == "ini":
    logging.config.fileConfig(name, disable_existing_loggers=False)

def told(handler):
    cls = type(handler)
    sample = logging.makeLogRecord({**record, "args": tuple(record["args"])})
    filters = sorted(f"{type(f).__module__}.{type(f).__name__}" for f in handler.filters)
    formatter = handler.formatter
    text = formatter.format(sample) if type(formatter) is logging.Formatter else None
    return {"class": f"{cls.__module__}.{cls.__name__}", "level": handler.level, "filters": filters, "text": text}

found = {}
for one in loggers:
    logger = logging.getLogger(one)
    handlers, at = [], logger
    while at is not None:
        handlers += [told(handler) for handler in at.handlers]
        at = at.parent if at.propagate else None
    found[one] = {"level": logger.getEffectiveLevel(), "disabled": logger.disabled, "propagate": bool(logger.propagate) or not one,
                  "handlers": sorted(handlers, key=lambda handler: json.dumps(handler))}
print(json.dumps(found))
"""
RECORD: dict[str, Any] = {
    "name": "shop.orders", "levelno": 40, "levelname": "ERROR", "msg": "order %s refused", "args": (7,), "created": 1700000000.25,
    "msecs": 250.0, "process": 11, "thread": 22, "threadName": "worker", "processName": "main", "module": "orders", "funcName": "place",
    "lineno": 9, "pathname": "/app/shop/orders.py", "filename": "orders.py", "relativeCreated": 1.0,
}  # fmt: skip
"""The record that every formatter writes."""


def told_by_python(folder: Path, kind: str, name: str, loggers: Sequence[str], early: Sequence[str] = ()) -> dict[str, Any]:
    """Per logger: effective level, whether disabled and propagating, and every handler that its records reach."""
    arguments = json.dumps([kind, name, list(loggers), list(early), RECORD])
    command = [sys.executable, "-c", _PROGRAM, arguments]
    environment = {"PATH": "/usr/bin:/bin", "TZ": "UTC", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found
