"""A logging configuration in words, and the ways of a trace: what a reader sees who has not written either."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from checker.pipeline import Request, configuration
from checker.report.picture import lines
from checker.report.trace.text import render
from tests.report.traced import BROKEN, ONE, TOKEN, Matrix, Traced, Way, hop

SETTINGS = """\
INSTALLED_APPS = ["shop"]
ROOT_URLCONF = "shop.urls"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"loki": {"class": "logging_loki.LokiHandler", "url": "https://loki.shop.net", "auth": ("shop", "hunter2")}},
    "loggers": {"shop": {"handlers": ["loki"], "level": "INFO"}},
}
"""
MAIN = "import logging\n\nlogging.basicConfig(level=logging.INFO)\n\nif __name__ == '__main__':\n    print('shop')\n"
UNUSED = "version: 1\nhandlers:\n  console: {class: logging.StreamHandler}\nroot: {handlers: [console], level: INFO}\n"


def told(folder: Path, files: dict[str, str]) -> list[str]:
    """All configurations of a project, in words."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [line for one in configuration(Request((), str(folder))) for line in lines(one)]


def test_the_root_is_told_of(tmp_path: Path) -> None:
    """Where nothing is said of the root logger, its line says what becomes of all other loggers' records."""
    found = told(tmp_path, {"settings.py": SETTINGS})
    assert any(line.startswith("  (root)") and "no handler: Python writes warnings" in line for line in found)


def test_credentials_are_not_shown(tmp_path: Path) -> None:
    """What a handler signs in with is left out, and its other options are there."""
    found = "\n".join(told(tmp_path, {"settings.py": SETTINGS}))
    assert "url='https://loki.shop.net'" in found
    assert "hunter2" not in found


def test_what_nothing_applies_comes_last(tmp_path: Path) -> None:
    """A file that nothing loads is named with the reason, after those that count, and what it says is left out."""
    found = told(tmp_path, {"main.py": MAIN, "logging.yaml": UNUSED, "other.py": "x = 1\n"})
    assert found[-2:] == ["logging.yaml:1  dictConfig, production", "  It takes no effect: nothing loads logging.yaml."]
    assert any("perhaps more" in line for line in found)


def test_the_same_is_not_said_twice() -> None:
    """Of an event's other ways each sentence stands once, and names the handler by which it goes."""
    way = Way((hop("handler", "file", "writes to app.log"), hop("shipper", "promtail", "it reads another folder", "x.yml:3", BROKEN)))
    chain = replace(TOKEN, others=(*TOKEN.others, way, way, way))
    said = render(Traced(Matrix((chain,)), ONE.event)).split("\n")
    assert said.count("  another way, by file, ends at the shipper promtail: x.yml:3: it reads another folder") == 1
