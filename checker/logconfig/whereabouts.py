"""Whether code finds a configuration's file where it looks for it: a bare name is looked for where the process is started.

Told only where the code asks first whether the file is there, and does something else where it is not: without that question the process
would end, so that whoever starts it does so in the right folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checker import patterns as re
from checker.logconfig.environment import environment_of
from checker.logconfig.model import PRODUCTION
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
_OF_ALL = re.compile(rb"\b(?:[A-Z]+_)?ROOT(?:_[A-Z]+)?\b")
"""A constant that holds the project's folder."""
_REMARK = re.compile(rb"#[^\n]*")
_NAMED = re.compile(rb"[\w./-]+")
_CALLED = re.compile(rb"log.*\.(?:conf|ini|cfg|ya?ml|json|toml)$", re.IGNORECASE)
_PARTS = re.compile(r"[._-]")
_LARGEST = 200_000
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


def speakers(sources: Sources, files: Iterable[str]) -> dict[str, set[str]]:
    """Each name or path of a file that is called after logs, to the files of configuration that speak of it."""
    found: dict[str, set[str]] = {}
    for path in files:
        data = sources.data(path) or b""
        names = set(_NAMED.findall(data)) if b"log" in data and len(data) <= _LARGEST else ()
        for name in filter(_CALLED.search, names):
            spoken = name.decode("utf-8", "replace").removeprefix("./")
            found.setdefault(spoken, set()).add(path)
            if spoken.startswith("/"):
                found.setdefault(_installed(spoken), set()).add(path)
    return found


def _installed(path: str) -> str:
    """The key of whoever speaks of a file by where it is installed: ``/etc/shop/logging.conf`` for ``conf/logging.conf``."""
    return f"//{path.rpartition('/')[2]}"


def named_outside(path: str, spoken: Mapping[str, set[str]], uses: Uses) -> str:
    """The file that speaks of a configuration by its path, where all that do are no production's, and no code speaks of its name."""
    those = sorted((spoken.get(path, set()) | spoken.get(_installed(path), set())) - {path})
    if not those or any(environment_of(one) == PRODUCTION for one in those):
        return ""
    name = re.escape(path.rpartition("/")[2].encode())
    literal = re.compile(rb"[\"'/]" + name + rb"[\"']")  # not in a help text: "where the logging.conf is"
    coded = (uses.sources.data(one) or b"" for one in sorted(uses.of(path.rpartition("/")[2]))[:_MOST])
    return "" if any(literal.search(data) for data in coded) else those[0]


def passed_over(paths: Iterable[str], spoken: Mapping[str, set[str]], uses: Uses) -> dict[str, str]:
    """Configurations of another kind than those that are named, each to one of these: ``conf/syslog.api.conf``, where others speak of
    ``conf/logging.api.conf``, and nothing of any file called ``syslog``: who runs the service may put it in the other's place."""
    made = sorted(set(paths))
    named = {path: sorted((spoken.get(path, set()) | spoken.get(_installed(path), set())) - {path}) for path in made}
    used = {_kind(path) for path in made if named[path] or uses.of(path.rpartition("/")[2])}
    beside: dict[str, str] = {}
    for path in made:
        if named[path]:
            beside.setdefault(path.rpartition("/")[0], path)
    left = (path for path in made if _kind(path) not in used)
    return {path: beside[folder] for path in left if (folder := path.rpartition("/")[0]) in beside}


def _kind(path: str) -> str:
    """The first word of a file's name."""
    return _PARTS.split(path.rpartition("/")[2], maxsplit=1)[0].lower()


def copied_from(path: str, sources: Sources, files: Iterable[str]) -> str:
    """The same file nearer to the root, which is found by the name where a process is started; ``""`` for none."""
    folder, _, name = path.rpartition("/")
    if not folder:
        return ""
    same = (one for one in files if one != path and one.rpartition("/")[2] == name)
    above = sorted((one for one in same if path.startswith(one.removesuffix(name))), key=len)
    own = _words(sources.data(path))
    return next((one for one in above if _words(sources.data(one)) == own), "")


def outdone(path: str, sources: Sources, uses: Uses, files: Iterable[str]) -> str:
    """The file of the same name nearer to the root, which code means that speaks of neither the folder of this one nor stands below it."""
    folder, _, name = path.rpartition("/")
    speaking = sorted(uses.of(name)) if folder else []
    if not speaking or len(speaking) > _MOST:
        return ""
    last, named = folder.rpartition("/")[2].encode(), name.encode()
    said = [(one, line) for one in speaking for line in (sources.data(one) or b"").splitlines() if named in line]
    if any(one.startswith(f"{folder}/") and not _OF_ALL.search(line) for one, line in said):
        return ""
    if any(last in line.replace(named, b"") for _, line in said) or any(path.encode() in (sources.data(one) or b"") for one in files):
        return ""
    above = (one for one in files if one != path and one.rpartition("/")[2] == name and path.startswith(one.removesuffix(name)))
    return min(above, key=len, default="")


def _words(data: bytes | None) -> list[bytes]:
    """What a file says, whatever its remarks and blanks."""
    return _REMARK.sub(b"", data or b"").split()


def _looks_around(data: bytes, name: bytes) -> bool:
    """Whether a file of code speaks of a bare name alone, and asks whether there is such a file."""
    bare = re.compile(rb"[\"']" + re.escape(name) + rb"[\"']")
    return data.count(name) == len(bare.findall(data)) and bool(_ASKED.search(data)) and not _PLACED.search(data)
