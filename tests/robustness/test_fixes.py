"""Fixes of thousands of generated files: they mean the same, keep every comment and blank, and are done once."""

from __future__ import annotations

import logging
import sys
import warnings
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.robustness.fixes import fixed, found, main, troubles

sys.setrecursionlimit(20_000)  # as the join does, which Hypothesis would notice
_HEAD = "import logging\n\nlog = logging.getLogger('made')\n\n\nclass O:\n    x = 1.5\n\n    def __repr__(self):\n        return 'o'\n"
_PIECES = ["a ", "b: ", "50% ", "{{}} ", "it's ", "é", "\\n", "\\t|", "-", "%s "]
_VALUES = ["n", "t", "o", "o.x", "d['k']", "len(t)", "t.upper()", "n + 1", "(n, t)", "None", "[n]", "{'k': n}", "n if n else t"]
_SPECS = ["", "", "", "!r", "!s", ":>6", ":.2f", ":,", ":d"]
_ENDS = ["\n", "\r\n"]


def _fstring(parts: list[tuple[str, str, str]], quote: str) -> str:
    body = ""
    for piece, value, spec in parts:
        plain = value.replace("'", '"') if quote == "'" else value
        known = spec if spec[:1] != ":" or (spec == ":>6" and value == "t") or (spec != ":>6" and value in ("o.x", "n")) else ""
        known = "" if (known == ":d" and value != "n") or quote in plain else known
        body += piece.replace(quote, "-") + ("{" + plain + known + "}" if quote not in plain and plain[:1] != "{" else "")
    return f"f{quote}{body}{quote}"


def _percent(parts: list[tuple[str, str, str]], quote: str) -> str:
    text = quote + "".join(piece.replace(quote, "-").replace("%s", "").replace("%", "%%") + "%s" for piece, _, _ in parts) + quote
    values = [value for _, value, _ in parts]
    return f"{text} % ({', '.join(values)}{',' if len(values) == 1 else ''})"


def _format(parts: list[tuple[str, str, str]], quote: str) -> str:
    text = quote + "".join(piece.replace(quote, "-") + ("{!r}" if spec == "!r" else "{}") for piece, _, spec in parts) + quote
    return f"{text}.format({', '.join(value for _, value, _ in parts)})"


def _sum(parts: list[tuple[str, str, str]], quote: str) -> str:
    return " + ".join(f"{quote}{piece.replace(quote, '-')}{quote} + str({value})" for piece, value, _ in parts)


_FORMS = {"f": _fstring, "%": _percent, "format": _format, "+": _sum}
_parts = st.lists(st.tuples(st.sampled_from(_PIECES), st.sampled_from(_VALUES), st.sampled_from(_SPECS)), min_size=1, max_size=3)
_layouts = st.sampled_from(
    [
        "    log.{method}({message})",
        "    log.{method}({message},)  # why",
        "    log.{method}(\n        # before\n        {message},  # behind\n        # last\n    )",
        "    log.{method}(\n        {message},\n\n        exc_info=False,  # no\n    )",
        "    log.log(20, {message})  # level",
        "    if n: log.{method}({message}); n",
    ]
)
_calls = st.tuples(
    st.sampled_from(sorted(_FORMS)), _parts, st.sampled_from(["'", '"']), _layouts, st.sampled_from(["info", "warn", "error", "debug"])
)
_TRY = "    try:\n        t.index('z')\n    except Exception as error:\n        "
_handlers = st.sampled_from(
    [f"{_TRY}log.error(str(error))  # told\n", f"{_TRY}log.error(\n            'no z: %s',\n            error,  # why\n        )\n"]
)


def _file(calls: list[Any], handlers: list[str]) -> str:
    lines = [layout.format(method=method, message=_FORMS[form](parts, quote)) for form, parts, quote, layout, method in calls]
    return f"{_HEAD}\n\ndef work(n, t, o, d):\n" + "\n".join(lines) + "\n" + "".join(handlers)


def _written(source: bytes) -> list[tuple[str, str]]:
    """Level and text of each record that the file's function writes."""
    records: list[tuple[str, str]] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            records.append((record.levelname, record.getMessage()))

    logger, handler = logging.getLogger("made"), Keep()
    logger.handlers, logger.level, logger.propagate = [handler], logging.DEBUG, False
    space: dict[str, Any] = {}
    exec(compile(source, "made.py", "exec"), space)
    space["work"](7, "text", space["O"](), {"k": "v"})
    return records


@settings(max_examples=150, deadline=None)
@given(st.lists(_calls, min_size=1, max_size=6), st.lists(_handlers, max_size=1), st.sampled_from(_ENDS), st.booleans(), st.booleans())
def test_fixed_files_write_the_same_records(calls: list[Any], handlers: list[str], end: str, mark: bool, unsafe: bool) -> None:
    """Whatever form a message has and however its call is laid out, the fixed file writes the same text at the same level."""
    source = _file(calls, handlers)
    source = source.replace("é", "e") if mark else source
    old = (b"\xef\xbb\xbf" if mark else b"") + source.replace("\n", end).encode()
    new = fixed({"made.py": old}, unsafe=unsafe).get("made.py", old)
    assert list(troubles(old, new)) == []
    assert fixed({"made.py": new}, unsafe=unsafe) == {}
    assert _silenced(_written, new) == _silenced(_written, old)


def _silenced(run: Any, source: bytes) -> list[tuple[str, str]]:
    """The records, where old names of methods give no warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return list(run(source))


def test_there_is_something_to_fix() -> None:
    """Of every form that the files are made of, the plain case is fixed, and safely."""
    for form in _FORMS.values():
        source = f"{_HEAD}\n\ndef work(n, t, o, d):\n    log.info({form([('a ', 't', '')], chr(34))})\n".encode()
        assert b"%s" in fixed({"made.py": source}, unsafe=False)["made.py"]
        assert [one.rule for one in found({"made.py": source})] == ["eager-formatting"]


def test_a_few_of_the_thousands(capsys: Any) -> None:
    """Sixty generated files and projects, of which most are changed, are fixed without trouble; tests/robustness/many.py does thousands."""
    from tests.robustness.many import command

    assert command(["60", "--seed", "7"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("60 files generated, ")
    assert int(told.split(", ")[1].split()[0]) > 40


def test_the_command_tells_what_it_did(tmp_path: Any, capsys: Any) -> None:
    """The command counts the files that it read and changed in memory, and leaves them as they are."""
    file = tmp_path / "a.py"
    file.write_text(f"{_HEAD}\nlog.info(f'{{log}}')\n")
    before = file.read_bytes()
    assert main([str(tmp_path)]) == 0
    assert capsys.readouterr().out == "1 files read, 1 changed, 0 with trouble\n"
    assert file.read_bytes() == before
