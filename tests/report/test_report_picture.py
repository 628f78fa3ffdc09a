"""The picture of a logging configuration: what stands in it, and that it can be read."""

from __future__ import annotations

import os
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from checker.logconfig import LogPipeline
from checker.pipeline import Request, configuration
from checker.report.picture import drawn
from checker.report.picture.graph import MOST, graph

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "golden" / "pipeline.svg"
MANY = """\
LOGGING = {{
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {{"console": {{"class": "logging.StreamHandler"}}, {handlers}}},
    "loggers": {{{loggers}}},
    "root": {{"handlers": ["console"], "level": "INFO"}},
}}
"""
ODD = """\
import os

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": os.environ["FORMAT"]}},
    "filters": {"debugging": {"()": "django.utils.log.RequireDebugTrue"}},
    "handlers": {
        "file": {"class": "logging.FileHandler", "filename": os.environ["LOG"], "formatter": "line"},
        "null": {"class": "logging.NullHandler"},
        "debug": {"class": "logging.StreamHandler", "filters": ["debugging"]},
        "idle": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout"},
        "queue": {"class": "logging.handlers.MemoryHandler", "capacity": 9, "target": "file"},
    },
    "loggers": {
        "shop.audit": {"handlers": ["file"], "level": "ERROR", "propagate": False},
        "shop.noise": {"handlers": ["null"], "level": "INFO", "propagate": False},
        "shop.dev": {"handlers": ["debug"], "level": "INFO", "propagate": False},
        "shop.later": {"handlers": ["queue"], "level": "INFO", "propagate": False},
    },
    "root": {"handlers": ["file"], "level": os.environ["LEVEL"]},
}
"""


def pipeline(folder: Path, text: str) -> LogPipeline:
    """The one configuration of a settings file."""
    (folder / "settings.py").write_text(text)
    (found,) = configuration(Request((), str(folder)))
    return found


def test_whole_picture() -> None:
    """The example's picture is the one that was looked at."""
    (found,) = configuration(Request((), str(ROOT / "examples" / "silent")))
    made = drawn(found, "p0") + "\n"
    if os.environ.get("LOGPROOF_GOLDEN") == "write":
        GOLDEN.write_text(made, encoding="utf-8")
        pytest.fail("pipeline.svg written: look at it")
    assert made == GOLDEN.read_text(encoding="utf-8")


def test_what_is_dropped_and_what_is_unknown(tmp_path: Path) -> None:
    """Loggers and handlers by which nothing gets out are marked as dropping, and open values as unknown, with the reason."""
    boxes = {box.key: box for box in graph(pipeline(tmp_path, ODD)).boxes}
    assert {key for key, box in boxes.items() if box.mark == "dropped"} == {
        "logger shop.audit", "logger shop.noise", "logger shop.dev", "handler null", "handler debug", "handler idle", "end null",
    }  # fmt: skip
    assert boxes["logger shop.audit"].lines[-1] == "drops all below ERROR"
    assert boxes["logger shop.noise"].lines[-1] == "nothing is written"
    assert "only while DEBUG is on" in boxes["handler debug"].lines
    assert "no logger names it" in boxes["handler idle"].lines
    unknown = {key: box.lines for key, box in boxes.items() if box.mark == "unknown"}
    assert unknown["logger "] == ("root", "level ?", "what is written is not known")
    assert unknown["format line"] == ("line", "the environment variable FORMAT")
    assert ("file", "the environment variable LOG") in unknown.values()


def test_a_handler_hands_on(tmp_path: Path) -> None:
    """What a handler keeps for another one goes to that one, and ends where that ends."""
    made = graph(pipeline(tmp_path, ODD))
    assert ("handler queue", "handler file") in made.ways
    assert ("logger shop.later", "handler queue") in made.ways
    assert not any(start == "handler queue" and end.startswith(("format", "end")) for start, end in made.ways)


def test_a_large_configuration_is_bounded(tmp_path: Path) -> None:
    """Of a thousand loggers and handlers some are drawn, those that drop something first, and the others are counted."""
    loggers = ", ".join(f'"shop.part{n}": {{"handlers": ["h{n}"], "level": "INFO"}}' for n in range(1_000))
    loggers += ', "zoo": {"handlers": ["null"], "level": "INFO", "propagate": False}'
    handlers = ", ".join(f'"h{n}": {{"class": "logging.StreamHandler"}}' for n in range(1_000))
    handlers += ', "null": {"class": "logging.NullHandler"}'
    found = pipeline(tmp_path, MANY.format(handlers=handlers, loggers=loggers))
    boxes = graph(found).boxes
    for column in (0, 1):
        assert sum(box.column == column for box in boxes) == MOST + 1
    assert {"logger ", "logger zoo"} <= {box.key for box in boxes}
    assert sum(line.startswith("and 9") and line.endswith(" more") for box in boxes for line in box.lines) == 2
    assert len(drawn(found, "p")) < 100_000


@pytest.mark.parametrize("text", [ODD, MANY.format(handlers="", loggers='"a": {}, "b": {"level": "DEBUG"}')], ids=["odd", "plain"])
def test_nothing_overlaps(text: str, tmp_path: Path) -> None:
    """Every box lies inside the picture and on no other one, and every line of text inside its box."""
    root = ET.fromstring(drawn(pipeline(tmp_path, text), "p"))
    space = "{http://www.w3.org/2000/svg}"
    width, height = (float(number) for number in root.attrib["viewBox"].split()[2:])
    seen: list[tuple[float, float, float, float]] = []
    for group in root.iter(f"{space}g"):
        (box,) = group.iter(f"{space}rect")
        x, y, wide, high = (float(box.attrib[name]) for name in ("x", "y", "width", "height"))
        assert x >= 0
        assert x + wide <= width
        assert y >= 0
        assert y + high <= height
        assert all(x >= x2 + w2 or x2 >= x + wide or y >= y2 + h2 or y2 >= y + high for x2, y2, w2, h2 in seen)
        seen.append((x, y, wide, high))
        for line in group.iter(f"{space}text"):
            assert float(line.attrib["x"]) + 7.25 * len(line.text or "") <= x + wide
            assert y < float(line.attrib["y"]) < y + high
    assert len(seen) > 2


def test_the_picture_is_told_in_words(tmp_path: Path) -> None:
    """Its description names every box and every way, and its title the file."""
    made = drawn(pipeline(tmp_path, ODD), "p")
    title, told = re.findall(r"<(?:title|desc) id=[^>]*>(.*?)</", made)
    assert title == "Where records go: settings.py"
    for box in graph(pipeline(tmp_path, ODD)).boxes:
        assert box.lines[0] in told
    assert "shop.later to queue" in told
