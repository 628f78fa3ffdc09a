"""Ranges point at the text that they mean, whatever characters and line separators stand around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.robustness import scratch
from tests.robustness.scratch import HEAD

CALL = 'log.info("%s", password)'
BODY = {
    "letters": "    x = 'äöü日本𝒳e\u0301'; {call}\n",
    "wide_before": "    '日本', '𝒳𝒳', {call}\n",
    "inside": "    x = 'ß'\n    {call}  # ü\n",
    "tab": "    if x:\n    \tx = 1; {call}\n",
    "tabs_and_letters": "    if x:\n    \t\tx = '\t日'; {call}\n",
    "form_feed_in_text": "    x = '\x0c'; {call}\n",
    "form_feed_line": "    x = 1\n\x0c\n    {call}\n",
    "form_feed_before": "    x = 1\n\x0c    {call}\n",
    "separators_in_text": "    x = 'a\u2028b\u2029c\x85d\x1c\x1d\x1e\x0b'\n    {call}\n",
    "separators_in_comment": "    x = 1  # \u2028 \x85 \x0b \x1c\n    {call}\n",
    "separators_in_docstring": "    '''\u2028\n\x0c\n\x85'''\n    {call}\n",
    "return_in_text": "    x = '''a\rb'''\n    {call}\n",
    "return_and_newline_in_text": "    x = '''a\r\nb\n\rc'''\n    {call}\n",
    "no_break_space": "    x = '\xa0'; {call}\n",
    "joiners": "    x = '👩‍👩‍👧'; {call}\n",
    "right_to_left": "    x = 'שלום'; {call}\n",
    "continued": "    x = 'ä' + \\\n        'ö'; {call}\n",
    "after_text_of_lines": "    x = '''ä\n\n日'''; {call}\n",
    "half_character": "    x = '\\ud800ä'; {call}\n",
    "no_end": "    {call}",
}


def _leaks(folder: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in scratch.leaks(folder):
        found.setdefault(one.span.path, []).append(scratch.pointed_at(folder, one))
    return found


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["newline", "dos", "return"])
def test_ranges_in_odd_text(end: str, tmp_path: Path) -> None:
    """The range of each finding covers the call and nothing else, with all three kinds of line ends."""
    files = {}
    for name, body in BODY.items():
        text = f"{HEAD}def login(password, x):\n" + body.format(call=CALL)
        files[f"{name}.py"] = text.replace("\n", end).encode("utf-8")
    scratch.project(tmp_path, files)
    found = _leaks(tmp_path)
    assert {path: found.get(path) for path in files if found.get(path) != [CALL]} == {}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "latin-1", "cp1252", "iso-8859-15"])
def test_ranges_in_encodings(encoding: str, tmp_path: Path) -> None:
    """Columns count characters in every encoding, and a byte order mark counts nothing."""
    cookie = "" if encoding == "utf-8-sig" else f"# coding: {encoding}\n"
    text = f"{cookie}import logging; x = 'äöü'; password = input(); logging.info('é %s', password)\n"
    scratch.project(tmp_path, {"m.py": text.encode(encoding)})
    assert _leaks(tmp_path) == {"m.py": ["logging.info('é %s', password)"]}


def test_ranges_of_calls_over_many_lines(tmp_path: Path) -> None:
    """A call's range begins with its name and ends behind its bracket, over lines, comments and strings."""
    call = 'log.info(\n        "ä %s",  # ö (\n        # )\n        password,\n        extra={"a": "\u2028)"},\n    )'
    scratch.project(tmp_path, {"m.py": f"{HEAD}def login(password):\n    {call}\n"})
    assert _leaks(tmp_path) == {"m.py": [call]}


def test_steps_lie_in_their_files(tmp_path: Path) -> None:
    """Each step of a flow through odd text names a line and column where what it tells of stands."""
    body = "    x = '\x0c\u2028'; 'ä', form.get('日'); token = form['token']\n    log.info('ä', token)\n"
    text = f"{HEAD}def login(form):\n{body}"
    scratch.project(tmp_path, {"m.py": text})
    (found,) = scratch.leaks(tmp_path)
    lines = text.split("\n")
    assert [lines[step.span.line - 1][step.span.column - 1 :][:8] for step in found.steps] == ["form['to", "log.info"]
