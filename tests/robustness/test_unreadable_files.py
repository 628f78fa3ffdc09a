"""What cannot be read or parsed costs its own file, with a sentence that helps, and nothing else."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from checker import tree
from checker.errors import LogproofError
from tests.robustness import scratch
from tests.robustness.scratch import LEAK

UMLAUT = LEAK.replace("signed", "ängemeldet")
TWO = "it is written in Python 2"
PYTHON2 = {
    "print": "print 'hello'\n",
    "print_names": "def f():\n    print x, y\n",
    "print_to": "x = 1\nprint foo\n",
    "except_name": "try:\n    pass\nexcept ValueError, e:\n    pass\n",
    "except_tuple": "try:\n    pass\nexcept (A, B), error:\n    pass\n",
    "exec": "exec 'x'\n",
    "octal": "mode = 0777\n",
    "long": "size = 10L\n",
    "backticks": "text = `value`\n",
    "raise_text": "raise ValueError, 'x'\n",
    "not_equal": "if a <> b:\n    pass\n",
    "unicode_raw": "text = ur'a'\n",
    "tuple_parameter": "def f(a, (b, c)):\n    pass\n",
    "tuple_lambda": "key = lambda (a, b): a\n",
}
NEWER = {
    "except_star": "try:\n    pass\nexcept* A:\n    pass\n",
    "generic_function": "def first[T](items: list[T]) -> T:\n    return items[0]\n",
    "generic_class": "class Box[T]:\n    pass\n",
    "type_alias": "type Names[T] = dict[str, T]\n",
    "quotes_in_fstring": "text = f'{names['a']}'\n",
    "lines_in_fstring": "text = f'{\n    names  # all\n}'\n",
    "default_of_type": "def f[T = int](x: T):\n    pass\n",
    "bare_except": "try:\n    pass\nexcept A, B:\n    pass\n",
    "bare_except_star": "try:\n    pass\nexcept* A, mod.B:\n    pass\n",
    "template_text": "query = t'{name}'\n",
}
TOO_NEW = {
    "quotes_in_each_other": 'text = f"{f"{a["b"]}"}", other\n',
}
DECODED = "its text cannot be decoded"
BAD_BYTES = {
    "nul": (b"x = 1\0\n", "it contains NUL bytes"),
    "nul_in_comment": (b"x = 1\n# \0\n", "it contains NUL bytes"),
    "binary": (bytes(range(256)) * 20, "it contains NUL bytes"),
    "utf16": (UMLAUT.encode("utf-16"), "it is UTF-16"),
    "utf16_with_cookie": (b"# coding: utf-16\n" + UMLAUT.encode(), DECODED),
    "wrong_cookie": (b"# coding: ascii\n" + UMLAUT.encode(), DECODED),
    "unknown_cookie": (b"# coding: klingon\n" + UMLAUT.encode(), DECODED),
    "no_text_cookie": (b"# coding: base64\neD0x\n", DECODED),
    "mark_and_other_cookie": (b"\xef\xbb\xbf# coding: latin-1\n" + UMLAUT.encode(), DECODED),
    "latin1_without_cookie": (UMLAUT.encode("latin-1"), DECODED),
    "text_that_breaks_far_from_one": (b"'''\n{% if x %}\n'''\n\n\n\nif x\n    pass\n", "it does not parse as Python"),
    "text_of_a_template": (b"text = '{% if x %}'\nif x\n    pass\n", "it does not parse as Python"),
    "control_character": (b"x = 1\n\x1a\n", "it does not parse as Python"),
    "too_large": (b"x = 1\n" * 1_700_000, "it is larger than 10 MB"),
}
READABLE = {
    "latin1": b"# -*- coding: latin-1 -*-\n" + UMLAUT.encode("latin-1"),
    "shift_jis": b"# coding: shift_jis\n" + LEAK.replace("signed", "日本").encode("shift_jis"),
    "mark": b"\xef\xbb\xbf" + UMLAUT.encode(),
    "mark_and_cookie": b"\xef\xbb\xbf# coding: utf-8\n" + UMLAUT.encode(),
    "returns": UMLAUT.replace("\n", "\r").encode(),
    "dos": UMLAUT.replace("\n", "\r\n").encode(),
    "bad_bytes_in_last_comment": LEAK.encode() + b"# \xb0",
    "half_character": LEAK.encode() + b"x = '\\ud800'\n",
    "form_feeds": LEAK.replace("\n\n\n", "\n\x0c\n\n").encode(),
}


def reasons(folder: Path) -> dict[str, str]:
    """What LP001 says, by file; the leak of another file is found in any case."""
    scratch.project(folder, {"good.py": LEAK})
    made = scratch.report(folder)
    assert [found.span.line for found in made.findings if found.span.path == "good.py"] == [7]
    unread = {found.span.path: found.message for found in made.findings if found.code == "LP001"}
    assert made.unread == len(unread)
    return unread


def test_python_2_is_named(tmp_path: Path) -> None:
    """A leftover of Python 2 is called so, and not the syntax of a newer Python that it happens to look like."""
    unread = reasons(scratch.project(tmp_path, {f"{name}.py": text for name, text in PYTHON2.items()}))
    assert {path: message for path, message in unread.items() if TWO not in message} == {}
    assert len(unread) == len(PYTHON2)


def test_newer_python_is_read(tmp_path: Path) -> None:
    """Syntax that this Python does not have is read like any other, and a finding behind it stands where it stands."""
    scratch.project(tmp_path, {f"{name}.py": text + LEAK for name, text in NEWER.items()})
    assert scratch.report(tmp_path).unread == 0
    found = {one.span.path: scratch.pointed_at(tmp_path, one) for one in scratch.leaks(tmp_path)}
    assert set(found) == {f"{name}.py" for name in NEWER}
    assert {text for text in found.values() if not (text.startswith("log.info(") and text.endswith(", password)"))} == set()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="this Python reads them")
def test_newer_python_is_named(tmp_path: Path) -> None:
    """Where the older Python's parser cannot be given the same on the same places, the finding names the Python that can."""
    unread = reasons(scratch.project(tmp_path, {f"{name}.py": text for name, text in TOO_NEW.items()}))
    assert {name for name in TOO_NEW if "Python 3.12 or newer" not in unread[f"{name}.py"]} == set()


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    """NUL bytes, other encodings than the file says, and files beyond the bound each say what is wrong with them."""
    unread = reasons(scratch.project(tmp_path, {f"{name}.py": data for name, (data, _) in BAD_BYTES.items()}))
    assert {name: unread.get(f"{name}.py", "") for name, (_, said) in BAD_BYTES.items() if said not in unread.get(f"{name}.py", "")} == {}


def test_templates_are_expected(tmp_path: Path) -> None:
    """A file that a template engine fills in is no Python source: a note counts it, and it is no finding."""
    scratch.project(tmp_path, {"good.py": LEAK, "jinja.py": "import os\n{% if size %}\nSIZE = {{ size }}\n{% endif %}\n"})
    (tmp_path / "cookie.py").write_text("import {{cookiecutter.name}}\n")
    made = scratch.report(tmp_path)
    assert [found.span.path for found in made.findings] == ["good.py"]
    assert made.unread == 0
    assert "Not analysed, as templates are no Python source: 2." in made.notes


def test_unusual_text_is_read(tmp_path: Path) -> None:
    """Every encoding and line end that Python takes is taken, and the finding's range covers the call."""
    scratch.project(tmp_path, {f"{name}.py": data for name, data in READABLE.items()})
    found = {one.span.path: scratch.pointed_at(tmp_path, one) for one in scratch.leaks(tmp_path)}
    assert set(found) == {f"{name}.py" for name in READABLE}
    assert {path for path, text in found.items() if not (text.startswith("log.info(") and text.endswith(", password)"))} == set()


def test_every_codec_of_python(tmp_path: Path) -> None:
    """A cookie may name anything that the codecs know: the file is read or said to be unreadable."""
    import encodings.aliases

    names = sorted({*encodings.aliases.aliases.values(), "idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs"})
    body = LEAK.encode() + "x = 'ä'\n".encode()
    scratch.project(tmp_path, {f"{name}.py": f"# coding: {name}\n".encode() + body for name in names})
    unread = reasons(tmp_path)
    read = {one.span.path for one in scratch.leaks(tmp_path)}
    assert {f"{name}.py" for name in names} - set(unread) - read == set()
    assert {"utf_8.py", "latin_1.py", "cp1252.py"} <= read
    assert {"idna.py", "undefined.py", "utf_16.py", "base64_codec.py"} <= set(unread)


def test_links_and_pipes(tmp_path: Path) -> None:
    """Links to nothing, in a circle or out of the project are told and not followed; pipes and sockets are not opened."""
    root = scratch.project(tmp_path / "root", {"folder.py/inner.py": LEAK})
    outside = tmp_path / "outside.py"
    outside.write_text(LEAK)
    for name, target in {
        "dangling": "nowhere.py", "one": "other.py", "other": "one.py", "self": "self.py", "out": str(outside), "to_good": "good.py",
    }.items():  # fmt: skip
        (root / f"{name}.py").symlink_to(target)
    (root / "out_folder").symlink_to(tmp_path)
    (root / "here").symlink_to(".")
    os.mkfifo(root / "pipe.py")
    os.mkfifo(root / "pipe")
    unread = reasons(root)
    assert {path: message.partition(": ")[2] for path, message in unread.items()} == {
        "dangling.py": "it is a symbolic link to nothing",
        "one.py": "it is a symbolic link that leads back to itself",
        "other.py": "it is a symbolic link that leads back to itself",
        "self.py": "it is a symbolic link that leads back to itself",
        "out.py": "it is a symbolic link out of the project, which is not followed",
    }
    assert {found.span.path for found in scratch.leaks(root)} == {"good.py", "folder.py/inner.py"}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_files_without_permission(tmp_path: Path) -> None:
    """A file that may not be read is told with the system's reason."""
    scratch.project(tmp_path, {"locked.py": LEAK})
    (tmp_path / "locked.py").chmod(0)
    assert "Permission denied" in reasons(tmp_path)["locked.py"]


def test_folders_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be listed is told like a file, unless nothing in it would be read; of the project itself nothing is left."""
    scratch.project(tmp_path, {"good.py": LEAK, **{f"{name}/a.py": LEAK for name in ("locked", "build", "one/node_modules", "two/locked")}})
    scandir, closed = os.scandir, {"locked", "build", "node_modules"}

    def refusing(folder: str) -> object:
        if Path(folder).name in closed:
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refusing)
    told = "the file could not be analysed: it is a folder that cannot be listed: Permission denied"
    assert reasons(tmp_path) == dict.fromkeys(("locked", "two/locked"), told)
    closed.add(tmp_path.name)
    with pytest.raises(LogproofError, match="the folder cannot be listed: Permission denied"):
        reasons(tmp_path)
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(LogproofError, match="the folder cannot be entered: Permission denied"):
        reasons(tmp_path)


def test_exit_code_and_the_rest(tmp_path: Path) -> None:
    """Unread files make the exit code 3 in one process and in many, with the same report."""
    files = {f"bad{number}.py": text for number, text in enumerate(PYTHON2.values())}
    scratch.project(tmp_path, {**files, **{f"good{number}.py": LEAK for number in range(20)}})
    one, many = (scratch.command(tmp_path, "--report", "json", f"-j{jobs}") for jobs in (1, 4))
    assert (one.returncode, many.returncode) == (3, 3)
    assert one.stdout == many.stdout
    assert one.stdout.count(b'"LP001"') >= len(PYTHON2)


def test_a_trace_names_what_it_could_not_read(tmp_path: Path) -> None:
    """A file of alert rules that does not parse is named, and the trace ends with 3, though other files are sound."""
    sound = "groups:\n- name: a\n  rules:\n  - alert: Up\n    expr: up == 0\n    for: 5m\n"
    broken = sound.replace("    for:", "   for:")
    folder = scratch.project(tmp_path, {"m.py": LEAK, "sound.yaml": sound, "rules/broken.yaml": broken, "bad.py": "def f(:\n"})
    ended = scratch.run(folder, "trace")
    told = ended.stdout.decode()
    assert ended.returncode == 3
    assert "Not read: bad.py:1:" in told
    assert "Not read: rules/broken.yaml:6:" in told
    assert "sound.yaml" not in told


def test_folders_within_too_many_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What lies deeper than is read is told like a file, unless nothing in it would be read."""
    monkeypatch.setattr(tree, "DEEPEST", 2)
    scratch.project(tmp_path, {"a/b/good.py": LEAK, "a/b/c/deep.py": LEAK, "a/b/node_modules/deep.py": LEAK})
    assert reasons(tmp_path) == {"a/b/c": "the file could not be analysed: it is a folder that cannot be listed: it lies too deep"}
