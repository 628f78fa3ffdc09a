r"""Whole runs of the command, compared to the letter.

Each file below ``transcripts/`` begins with one sentence of what must hold, then holds the project's files (``== PATH``; ``\xNN`` is a
byte, and a last line ``\`` means that there is no line break) and the commands (``$ logproof ...``, also with ``< FILE``) with what they
print: standard error is marked by ``! ``, and ``[N]`` is the exit code. ``$ cat PATH`` shows a file as it is then, ``$ rm PATH`` takes it
away, and ``$ git ...`` runs git without showing what it prints. A file that is given a second time is written over.

``LOGPROOF_TRANSCRIPTS=write`` writes what is printed now; read the difference before you commit it.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TRANSCRIPTS = sorted((HERE / "transcripts").glob("*.txt"))
_BYTE = re.compile(rb"\\x([0-9a-f]{2})")


_PYTHON = f"Python {sys.version_info[0]}.{sys.version_info[1]}"
"""How the tool names the Python that it runs under."""


def raw(text: str) -> bytes:
    r"""The bytes of a text in which ``\xNN`` stands for one."""
    return _BYTE.sub(lambda match: bytes([int(match[1], 16)]), text.encode())


def sections(text: str) -> Iterator[tuple[str, str]]:
    """Heading line and body of each file and each command; the sentence at the top has no heading."""
    for part in re.split(r"^(?=== |\$ )", text, flags=re.MULTILINE):
        head, _, body = part.partition("\n")
        if head.startswith(("== ", "$ ")):
            yield head, body


def execute(words: list[str], folder: Path) -> str:
    """What a command prints, as the transcript has it."""
    if words[0] == "cat":
        return (folder / words[1]).read_bytes().decode("utf-8", "backslashreplace")
    if words[0] == "rm":
        (folder / words[1]).unlink()
        return ""
    if words[0] == "git":
        somebody = [option for setting in ("name=a", "email=a@example.org") for option in ("-c", f"user.{setting}")]
        settings = ["-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main"]
        subprocess.run(["git", *somebody, *settings, *words[1:]], cwd=folder, check=True, capture_output=True)
        return ""
    source = b""
    if "<" in words:
        at = words.index("<")
        source, words = (folder / words[at + 1]).read_bytes(), words[:at]
    environ = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "SYSTEMROOT", "TMPDIR")}
    environ |= {"LOGPROOF_CACHE_DIR": str(folder.parent / "cache"), "LOGPROOF_TODAY": "2026-01-15", "PYTHONIOENCODING": "utf-8"}
    environ |= {"PYTHONPATH": str(HERE.parents[1]), "PYTHONWARNINGS": "error"}
    done = subprocess.run([sys.executable, "-m", "checker", *words[1:]], cwd=folder, env=environ, capture_output=True, input=source)
    errors = "".join(f"! {line}\n" for line in done.stderr.decode().splitlines())
    printed = (done.stdout.decode() + errors).replace(str(folder), "FOLDER").replace(_PYTHON, "Python VERSION")
    return f"{printed}[{done.returncode}]\n"


def replay(text: str, folder: Path) -> str:
    """The transcript with what the commands print now."""
    folder.mkdir()
    sentence = re.split(r"^(?=== |\$ )", text, maxsplit=1, flags=re.MULTILINE)[0]
    told = [sentence]
    for head, body in sections(text):
        if head.startswith("== "):
            path = folder / os.fsdecode(raw(head[3:]))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw(body.removesuffix("\n").removesuffix("\\\n")))
            told.append(f"{head}\n{body}")
        else:
            told.append(f"{head}\n{execute([os.fsdecode(raw(word)) for word in shlex.split(head[2:])], folder)}\n")
    return "".join(told).rstrip("\n") + "\n"


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_the_command_prints_what_the_transcript_says(path: Path, tmp_path: Path) -> None:
    """Every command of a transcript prints and returns exactly what stands there."""
    text = path.read_text(encoding="utf-8")
    now = replay(text, tmp_path / "project")
    if os.environ.get("LOGPROOF_TRANSCRIPTS") == "write":
        path.write_text(now, encoding="utf-8")
    assert now == text
