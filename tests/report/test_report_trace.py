"""A trace in every format: whole outputs, and that pictures can be read."""

from __future__ import annotations

import json
import os
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from msgspec.structs import replace

from checker.report.trace import Traced, formats, told
from checker.report.trace.graph import graph
from checker.report.trace.matrix import MOST, drawing
from checker.trace.model import Chain, Matrix, Verdict, Way
from tests.report.traced import LOGIN, MATRIX, ONE, TOKEN, WHOLE, hop

GOLDEN = Path(__file__).parent / "golden"
_SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("form", ["html", "json", "markdown", "text"])
@pytest.mark.parametrize("asked", [WHOLE, ONE], ids=["matrix", "one"])
def test_whole_output(form: str, asked: Traced) -> None:
    """Each format's whole output is the one that was looked at."""
    kept = GOLDEN / f"trace-{'one' if asked.event else 'matrix'}.{form}"
    made = formats()[form].render(asked)
    made = made.partition("</head>\n")[2] if form == "html" else made
    if os.environ.get("LOGPROOF_GOLDEN") == "write":
        kept.write_text(made, encoding="utf-8")
        pytest.fail(f"{kept.name} written: look at it")
    assert made == kept.read_text(encoding="utf-8")


def test_the_formats_are_found() -> None:
    """The four formats are there without being listed anywhere."""
    assert set(formats()) == {"html", "json", "markdown", "text"}


def test_json_holds_everything() -> None:
    """Every hop of every way is in the JSON, with its file and line."""
    held = json.loads(formats()["json"].render(WHOLE))
    hops = [(one["kind"], one["path"], one["line"]) for row in held["events"] for chain in row["chains"] for one in chain["hops"]]
    wanted = [(one.kind, one.span.path, one.span.line) for row in MATRIX.rows() for chain in row.chains for one in chain.hops if one.span]
    assert hops == wanted
    assert held["summary"] == {"OK": 1, "BROKEN": 2, "UNKNOWN": 1}
    assert len(held["events"][1]["chains"][0]["others"]) == 1


@pytest.mark.parametrize("form", ["html", "json", "markdown", "text"])
def test_what_is_read_cannot_act(form: str) -> None:
    """Names and reasons that hold markup, a workflow command or a terminal's control characters come out harmless."""
    bad = "<script>alert(1)</script>\x1b[2J\u202e|`::error::x"
    hops = tuple(replace(one, what=bad, why=bad, shown=bad) for one in TOKEN.hops)
    made = formats()[form].render(Traced(Matrix((Chain(replace(TOKEN.event, name=bad, own=bad), Way(hops)),), notes=(bad,)), version="1.0"))
    assert "\x1b" not in made
    assert "\u202e" not in made
    if form == "html":
        assert "<script" not in made
        assert not re.search(r"(?:src|href)=[\"']?(?!#)", made)


def test_a_large_matrix_is_bounded() -> None:
    """Of a thousand events sixty are drawn, those that end first, and the others are counted."""
    fine = [Chain(replace(LOGIN.event, name=f"event_{number:04}"), LOGIN.way) for number in range(1_000)]
    lost = Chain(replace(TOKEN.event, name="z_lost"), TOKEN.way)
    many = Matrix((*fine, lost))
    made = drawing(many, "m")
    assert made.count('class="name"') == MOST
    assert "z_lost" in made
    assert "and 941 more events" in made
    assert all(sum(box.column == column for box in graph(many).boxes) <= 60 for column in range(10))
    assert len(formats()["html"].render(Traced(many))) < 3_000_000


@pytest.mark.parametrize("alone", [False, True])
def test_stations_stand_apart(alone: bool) -> None:
    """Every station and text lies inside the picture, and no two stations touch."""
    root = ET.fromstring(drawing(MATRIX, "m", alone=alone))
    width, height = (float(number) for number in root.attrib["viewBox"].split()[2:])
    places = []
    for group in root.iter(f"{_SVG}g"):
        if "transform" in group.attrib:
            x, y = map(float, re.findall(r"[\d.]+", group.attrib["transform"]))
            assert 10 <= x <= width - 10
            assert 10 <= y <= height - 10
            assert all(abs(x - x2) > 24 or abs(y - y2) > 24 for x2, y2 in places)
            places.append((x, y))
    assert len(places) == sum(len(chain.hops) for chain in MATRIX.chains)
    for line in root.iter(f"{_SVG}text"):
        assert 0 <= float(line.attrib["x"]) <= width
        assert 0 < float(line.attrib["y"]) < height


@pytest.mark.parametrize(
    "name", ["wwwwwwwwwwwwwwwwwwwwww", "Django's mail_admins handler", "the message alone", "iiiiiiiiiiiiiiii", "日本語の処理日本語の処理"]
)
def test_names_of_stations_do_not_touch(name: str) -> None:
    """However wide its letters are, what stands below a station leaves room for its neighbour's, in the widest of the usual fonts."""
    hops = tuple(replace(one, what=name) for one in LOGIN.way.hops)
    root = ET.fromstring(drawing(Matrix((Chain(LOGIN.event, Way(hops)),)), "m"))
    found = [(float(one.attrib["x"]), one.text or "") for one in root.iter(f"{_SVG}text") if one.attrib.get("class") == "what"]
    dejavu = {"m": 0.974, "w": 0.818, "D": 0.77, "…": 1.0, "i": 0.278, "l": 0.278, "j": 0.278, "'": 0.275, " ": 0.318, "_": 0.5, "日": 1.0}
    half = [10.5 * sum(dejavu.get(sign, 0.635 if sign.isascii() else 1.0) for sign in told) / 2 for _, told in found]
    assert len(found) > 3
    pairs = zip(found, found[1:], half, half[1:], strict=False)
    assert all(right[0] - left[0] > one + other for left, right, one, other in pairs)


def test_the_picture_is_told_in_words() -> None:
    """Its description says of every event how it ends, and why."""
    said = re.findall(r"<desc id=[^>]*>(.*?)</desc>", drawing(MATRIX, "m"))[0]
    assert "authn_login_fail reaches security-on-call within 7 min 35 s" in said
    assert "authz_fail ends at the logger, portal/settings.py:30: it takes nothing below ERROR" in said
    assert "privilege_permissions_changed not known from the logger on" in said


def test_a_picture_of_its_own_needs_nothing() -> None:
    """As a file of its own it has its colours for light and dark, no script and no address but its own format's."""
    made = drawing(MATRIX, "m", alone=True)
    assert "prefers-color-scheme: dark" in made
    assert "<script" not in made
    assert re.findall(r"https?://\S+", made) == ['http://www.w3.org/2000/svg">']


def test_too_late_is_said() -> None:
    """Who is told later than the policy allows is told so in every format."""
    late = Matrix((replace(LOGIN, allowed=60.0),))
    for form in ("html", "markdown", "text"):
        assert "within 7 min 35 s, and 1 min are allowed" in formats()[form].render(Traced(late))
    assert json.loads(formats()["json"].render(Traced(late)))["events"][0]["chains"][0]["late"] is True


def test_nothing_to_trace() -> None:
    """A project without events has a report all the same, in every format."""
    for form in ("html", "markdown", "text"):
        assert "No event that a trace could follow was found." in formats()[form].render(Traced(Matrix()))
    assert "\n\n\n" not in formats()["text"].render(Traced(Matrix(notes=("a note",))))
    assert json.loads(formats()["json"].render(Traced(Matrix())))["events"] == []


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(None, "?"), (0, "0 s"), (15.0, "15 s"), (90, "1 min 30 s"), (3_660, "1 h 1 min"), (90_000, "1 d 1 h"), (0.4, "0 s")],
)
def test_durations(seconds: float | None, said: str) -> None:
    """A duration is told in its two largest units."""
    assert told.duration(seconds) == said


def test_a_hop_that_takes_unknown_time() -> None:
    """A hop that lets the event through and whose time is unknown is told so; one that stops it is not timed."""
    assert told.time(hop("sink", "loki", "kept", seconds=None)) == "for how long is not known"
    assert told.time(hop("rule", "A", "no", verdict=Verdict.BROKEN, seconds=None)) == ""
