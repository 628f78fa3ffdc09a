"""Texts that look like numbers and are none, wherever a number is expected: a superscript counts as a digit, and `int` refuses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.robustness import scratch

ODD = ("²", "--5", "٣", "1_000", "-", "+1", "9" * 5000, "0x10", "1e3")
CODE = """
import logging
import logging.config
import os

from flask import abort, make_response, request

log = logging.getLogger(__name__)
logging.config.dictConfig({
    "version": 1,
    "handlers": {
        "file": {
            "class": "logging.handlers.RotatingFileHandler", "filename": "/var/log/{ODD}".format("a"), "backupCount": "ODD",
            "maxBytes": int(os.environ.get("SIZE", "ODD")),
        }
    },
    "root": {"handlers": ["file"], "level": os.environ.get("LEVEL", "ODD")},
})


def login(user, password):
    log.info("{ODD} {ODD!r}".format(password, ODD1=user))
    log.info("%(ODD)s", {"ODD": password})
    if not user.check_password(password):
        abort("ODD")
    return make_response("ODD", "ODD"), "ODD"
"""
FILES = {
    "shop/app.py": CODE,
    "logrotate.d/shop": "/var/log/shop.log {\n  daily\n  rotate ODD\n  maxage ODD\n  create ODD root root\n}\n",
    "docker-compose.yml": (
        "services:\n  shop:\n    image: shop\n    environment:\n      LEVEL: 'ODD'\n      SIZE: 'ODD'\n    ports: ['ODD:ODD']\n"
        "    logging:\n      driver: json-file\n      options:\n        max-size: 'ODD'\n        max-file: 'ODD'\n"
    ),
    ".env": "LEVEL=ODD\nSIZE=ODD\n",
    "gunicorn.conf.py": "workers = 'ODD'\nloglevel = 'ODD'\n",
    "Dockerfile": "FROM python\nRUN chmod ODD /var/log/shop.log\nCMD gunicorn -w ODD shop.app\n",
    "alerts.yml": (
        "groups:\n- name: shop\n  interval: ODD\n  rules:\n  - alert: Refused\n    expr: rate(refused_total[ODD]) > ODD\n    for: ODD\n"
    ),
    "alertmanager.yml": "route:\n  receiver: mail\n  group_wait: ODD\n  repeat_interval: ODD\nreceivers:\n- name: mail\n",
    "rule.yml": (
        "name: refused\ntype: frequency\nindex: shop\nnum_events: 'ODD'\ntimeframe:\n  minutes: 'ODD'\nfilter:\n- query:\n    bool:\n"
        "      minimum_should_match: 'ODD'\n      should:\n      - match: {message: refused}\nalert: [email]\nemail: [a@b.org]\n"
    ),
    "fluent-bit.conf": (
        "[INPUT]\n    Name tail\n    Path /var/log/shop.log\n    Mem_Buf_Limit ODD\n[OUTPUT]\n    Name forward\n    Port ODD\n    Match *\n"
    ),
    "logstash.conf": 'input { tcp { port => "ODD" } }\nfilter { mutate { gsub => ["a", "ODD", "ODD"] } drop { percentage => "ODD" } }\n',
    "jail.local": "[shop]\nenabled = true\nfilter = shop\nlogpath = /var/log/shop.log\nmaxretry = ODD\nfindtime = ODD\nbantime = ODD\n",
}


@pytest.mark.parametrize("odd", ODD, ids=[one[:8] for one in ODD])
def test_odd_numbers_end_no_run(tmp_path: Path, odd: str) -> None:
    """A file that holds one is read, or told to be unreadable; nothing ends the run."""
    folder = scratch.project(tmp_path, {name: text.replace("ODD", odd) for name, text in FILES.items()})
    assert {found.span.path for found in scratch.report(folder).findings}


@pytest.mark.parametrize("odd", ["²", "9" * 5000], ids=["superscript", "long"])
def test_odd_numbers_end_no_trace(tmp_path: Path, odd: str) -> None:
    """Nor do they end a trace from the code through these files."""
    folder = scratch.project(tmp_path, {name: text.replace("ODD", odd) for name, text in FILES.items()})
    ended = scratch.run(folder, "trace")
    assert b"internal error" not in ended.stderr
    assert ended.returncode in (0, 1, 3)
