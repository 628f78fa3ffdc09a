"""Whether code finds a configuration's file where it looks for it: a bare name is looked for where the process is started.

Told only where the code asks first whether the file is there, and does something else where it is not: without that question the process
would end, so that whoever starts it does so in the right folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.logconfig.sources import Sources
from checker.logconfig.uses import Uses

_ASKED = re.compile(rb"\b(?:exists|isfile|is_file)\(")
_PLACED = re.compile(
    rb"__file__|\b(?:BASE|ROOT|HOME|CONFIG|CONF|PROJECT|APP)_?(?:DIR|PATH|FOLDER|ROOT)\b|\b(?:getcwd|chdir|cwd|parents?|find_?file)\b",
    re.IGNORECASE,
)
"""What says that a path is put together."""
_ENTERED = re.compile(
    rb"(?:\bWORKDIR|\bcd|\bdirectory\s*=|working_dir\s*:|WorkingDirectory\s*=|--chdir|\bchdir\s*=)"
    rb"[ \t]*[\"']?(?P<folder>[\w./${}~-]{1,200})"
)
"""The folder that something is started in."""
_REMARK = re.compile(rb"#[^\n]*")
_MOST = 20
"""Files that are asked for one name."""


def astray(path: str, sources: Sources, uses: Uses, files: Iterable[str]) -> str:
    """Why a file in a folder is not found by the code that speaks of it; ``""`` where it may be."""
    folder, _, name = path.rpartition("/")
    speaking = sorted(uses.of(name))
    if not folder or not speaking or len(speaking) > _MOST or uses.starts_in(folder):
        return ""
    if not all(_looks_around(sources.data(one) or b"", name.encode()) for one in speaking):
        return ""
    last = folder.rpartition("/")[2].encode()
    for one in files:
        data = sources.data(one) or b""
        if path.encode() in data or any(found.rstrip(b"/").rpartition(b"/")[2] == last for found in _ENTERED.findall(data)):
            return ""
    return f"{name} is looked for where the process is started, and lies in {folder}"


def copied_from(path: str, sources: Sources, files: Iterable[str]) -> str:
    """The same file nearer to the root, which is found by the name where a process is started; ``""`` for none."""
    folder, _, name = path.rpartition("/")
    if not folder:
        return ""
    same = (one for one in files if one != path and one.rpartition("/")[2] == name)
    above = sorted((one for one in same if path.startswith(one.removesuffix(name))), key=len)
    own = _words(sources.data(path))
    return next((one for one in above if _words(sources.data(one)) == own), "")


def _words(data: bytes | None) -> list[bytes]:
    """What a file says, whatever its remarks and blanks."""
    return _REMARK.sub(b"", data or b"").split()


def _looks_around(data: bytes, name: bytes) -> bool:
    """Whether a file of code speaks of a bare name alone, and asks whether there is such a file."""
    bare = re.compile(rb"[\"']" + re.escape(name) + rb"[\"']")
    return data.count(name) == len(bare.findall(data)) and bool(_ASKED.search(data)) and not _PLACED.search(data)
