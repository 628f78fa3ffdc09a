"""Fix thousands of generated files and real ones, and count: ``python -m tests.robustness.many COUNT [--seed N] [FOLDER ...]``.

Each generated file is fixed safely and unsafely. It must still parse, differ only where a fix means it to, write the same records as
before, and a second run must change nothing. Every tenth project has a refusal without a record, and a function of its own that records
others: the call that is written there must be the only new line beside its import. Real files are held to the same but for being run.
Ends with 1 on trouble.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator

from tests.robustness.fixes import fixed, main, troubles
from tests.robustness.test_fixes import _FORMS, _PIECES, _SPECS, _VALUES, _file, _silenced, _written

_LAYOUTS = [
    "    log.{method}({message})",
    "    log.{method}({message},)  # why",
    "    log.{method}(\n        # before\n        {message},  # behind\n        # last\n    )",
    "    log.{method}(\n        {message},\n\n        exc_info=False,  # no\n    )",
    "    log.log(20, {message})  # level",
    "    if n: log.{method}({message}); n",
]
_TRY = "    try:\n        t.index('z')\n    except Exception as error:\n        "
_HANDLERS = [f"{_TRY}log.error(str(error))  # told\n", f"{_TRY}log.error(\n            'no z: %s',\n            error,  # why\n        )\n"]
_AUDIT = """\
import logging

log = logging.getLogger(__name__)


def {name}(event, user, {where}=None):
    log.warning("%s %r", event, user)
"""
_LOGIN = """\
from flask import Flask, abort, request
{imports}
app = Flask(__name__)


@app.post("/{path}")
def {path}():
    {user} = request.form["{user}"]
    found = find({user})  # who
{blank}    if not found.check_password(request.form["password"]):
{record}        # no
        {refusal}
    return "in"


def find(name): ...
"""
_REFUSALS = ["abort(401)", "return 'no', 401  # sent away", "raise PermissionError({user})", "abort(403,\n              'no')"]


def a_file(chance: random.Random) -> bytes:
    """A file of records in every form and layout."""
    calls = []
    for _ in range(chance.randint(1, 6)):
        parts = [(chance.choice(_PIECES), chance.choice(_VALUES), chance.choice(_SPECS)) for _ in range(chance.randint(1, 3))]
        form, quote, layout = chance.choice(sorted(_FORMS)), chance.choice("'\""), chance.choice(_LAYOUTS)
        calls.append((form, parts, quote, layout, chance.choice(["info", "warn", "error", "debug"])))
    source = _file(calls, chance.sample(_HANDLERS, chance.randint(0, 1)))
    mark = chance.random() < 0.3
    source = source.replace("é", "e") if mark else source
    return (b"\xef\xbb\xbf" if mark else b"") + source.replace("\n", chance.choice(["\n", "\r\n"])).encode()


def a_project(chance: random.Random) -> dict[str, bytes]:
    """Two ways in, of which one records a refusal by the project's own function, and that function."""
    name, where = chance.choice(["audit", "record_event", "log_security"]), chance.choice(["source", "where"])
    user, other = chance.choice(["name", "login_name"]), chance.choice(["name", "login_name"])
    call = f'        {name}("authn_login_fail", user={user}, {where}=request.remote_addr)\n'
    imports = f"from trail import {name}"
    blank = chance.choice(["", "\n", "    # checked\n"])
    refusal = chance.choice(_REFUSALS)
    end = chance.choice(["\n", "\r\n"])
    files = {
        "trail.py": _AUDIT.format(name=name, where=where),
        "page.py": _LOGIN.format(imports=f"{imports}\n", path="login", user=user, blank="", record=call, refusal="abort(401)"),
        "api.py": _LOGIN.format(imports="", path="token", user=other, blank=blank, record="", refusal=refusal.format(user=other)),
    }
    return {path: text.replace("\n", end).encode() for path, text in files.items()}


def of_a_file(old: bytes) -> Iterator[str]:
    """``changed`` where fixes change a generated file, and all that is wrong with what becomes of it."""
    for unsafe in (False, True):
        new = fixed({"made.py": old}, unsafe=unsafe).get("made.py", old)
        if new != old:
            yield "changed"
        yield from troubles(old, new)
        if fixed({"made.py": new}, unsafe=unsafe):
            yield "fixing it again changes it again"
        if _silenced(_written, new) != _silenced(_written, old):
            yield "it writes other records"


def of_a_project(files: dict[str, bytes]) -> Iterator[str]:
    """The same of a project with a refusal that leaves no record."""
    if fixed(files, unsafe=False):
        yield "a safe fix writes a call"
    new = fixed(files, unsafe=True)
    for path, data in new.items():
        yield "changed"
        before, after = files[path].decode().splitlines(), data.decode().splitlines()
        added = [line for line in after if line not in before]
        kept = iter(after)
        if not all(line in kept for line in before):
            yield "a line is lost or changed"
        if "logger = logging.getLogger(__name__)" in added:  # the helper's call does not fit
            yield from troubles(files[path], data)
        elif len(added) > 2 or not all("import" in line or "authn_login_fail" in line for line in added):
            yield f"other lines are new: {added}"
        compile(data, path, "exec")
    if fixed(files | new, unsafe=True):
        yield "fixing it again changes it again"


def generated(count: int, seed: int) -> Counter[str]:
    """What became of so many: ``files``, ``changed``, and each kind of trouble."""
    chance, told = random.Random(seed), Counter[str]()
    for number in range(count):
        told["files"] += 1
        made = a_project(chance) if number % 10 == 0 else a_file(chance)
        found = list(of_a_project(made) if isinstance(made, dict) else of_a_file(made))
        told["changed"] += "changed" in found
        for trouble in found:
            if trouble != "changed":
                told[trouble] += 1
                print(f"number {number} of seed {seed}: {trouble}\n{made!r}")
    return told


def command(arguments: list[str]) -> int:
    """The whole: generated files first, then those of the folders."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("count", type=int, help="generated files")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("folders", nargs="*", help="whose files that speak of logs are fixed in memory")
    given = parser.parse_args(arguments)
    told = generated(given.count, given.seed)
    bad = sum(count for what, count in told.items() if what not in ("files", "changed"))
    print(f"{told['files']} files generated, {told['changed']} changed, {bad} with trouble")
    return int(bad > 0) | (main(given.folders) if given.folders else 0)


if __name__ == "__main__":
    sys.exit(command(sys.argv[1:]))
