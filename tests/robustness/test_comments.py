"""A suppression covers its statement wherever the comment may stand, and only a comment is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.robustness import scratch
from tests.robustness.scratch import HEAD

DEF = f"{HEAD}def login(password, x):\n"
OWN = "# logproof: ignore[secret-in-log] tested"
COVERED = {
    "behind": "    log.info(password)  {own}\n",
    "tight": "    log.info(password)#logproof:ignore[secret-in-log] tested\n",
    "above": "    {own}\n    log.info(password)\n",
    "above_with_more": "    {own}\n    # and this is why\n\n    log.info(password)\n",
    "first_in_class": "    class A:\n        {own}\n        log.info(password)\n",
    "first_in_branch": "    if x:\n        {own}\n        # more\n        log.info(password)\n",
    "opening_line": "    log.info(  {own}\n        password,\n    )\n",
    "inside": "    log.info(\n        # first\n        {own}\n        password,\n    )\n",
    "at_an_argument": "    log.info(\n        password,  {own}\n    )\n",
    "closing_line": "    log.info(\n        password,\n    )  {own}\n",
    "continued": "    x = 1 + \\\n        log.info(password)  {own}\n",
    "continued_name": "    log.info \\\n        (password)  {own}\n",
    "behind_text": "    log.info('''\n\n%s''', password)  {own}\n",
    "behind_noqa": "    log.info(password)  # noqa: x  {own}\n",
    "before_noqa": "    log.info(password)  {own}  # noqa: x\n",
    "between_others": "    log.info(password)  # type: ignore  {own}  # noqa\n",
    "one_line_if": "    if x: log.info(password)  {own}\n",
    "second_on_line": "    x = 1; log.info(password)  {own}\n",
    "second_over_lines": "    x = 1; log.info(\n        password)  {own}\n",
    "decorator": "    @x(log.info(password))  {own}\n    def f(): pass\n",
    "above_decorator": "    {own}\n    @x(log.info(password))\n    @x\n    def f(): pass\n",
    "default": "    def f(\n        a=log.info(password),  {own}\n    ): pass\n",
    "condition": "    while log.info(password):  {own}\n        pass\n",
    "with_items": "    with (\n        x,\n        {own}\n        log.info(password),\n    ):\n        pass\n",
    "case": "    match x:\n        case 1:\n            {own}\n            log.info(password)\n",
    "handler": "    try:\n        pass\n    except ValueError:\n        {own}\n        log.info(password)\n    finally:\n        pass\n",
    "letters": "    log.info('äöü日本𝒳 %s', password)  {own}\n",
    "separators": "    log.info('\u2028\x0c\x85 %s', password)  {own}\n",
    "tabs": "    if x:\n    \tlog.info(password)\t{own}\n",
    "form_feed": "    x = 1\n\x0c    {own}\n\x0c    log.info(password)\n",
    "return_in_text": "    log.info('''a\rb %s''', password)  {own}\n",
    "last_line": "    log.info(password)  {own}",
}
NOT_COVERED = {
    "docstring": "    '''\n    {own}\n    '''\n    log.info(password)\n",
    "text": "    x = '{own}'; log.info(password)\n",
    "fstring": "    log.info(f'''{own}\n{{password}}''')\n",
    "next_statement": "    x = 1  {own}\n    log.info(password)\n",
    "statement_before": "    log.info(password)\n    {own}\n    x = 1\n",
    "end_of_block": "    if x:\n        log.info(password)\n        {own}\n",
    "other_case": "    log.info(password)  # LOGPROOF ignore[secret-in-log] tested\n",
    "word_before": "    log.info(password)  # xlogproof: ignore[secret-in-log] tested\n",
    "head_of_function": "    def f():  {own}\n        log.info(password)\n",
}


def _shown(folder: Path) -> set[str]:
    return {found.span.path for found in scratch.leaks(folder)}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["newline", "dos", "return"])
def test_comments_cover_their_statement(end: str, tmp_path: Path) -> None:
    """Each comment hides the leak of its statement, so that none is idle; without it the leak is shown."""
    with_it = {f"with_{name}.py": (DEF + text.format(own=OWN)).replace("\n", end) for name, text in COVERED.items()}
    without = {f"without_{name}.py": (DEF + text.format(own="# other")).replace("\n", end) for name, text in COVERED.items()}
    without.pop("without_tight.py")
    scratch.project(tmp_path, {**with_it, **without})
    made = scratch.report(tmp_path)
    assert {found.span.path for found in made.findings} == set(without)
    assert {found.span.path for found in made.suppressed} == set(with_it)


def test_what_is_no_comment_hides_nothing(tmp_path: Path) -> None:
    """Text that looks like a suppression, or one that belongs to another statement, leaves the leak shown."""
    files = {f"{name}.py": DEF + text.format(own=OWN) for name, text in NOT_COVERED.items()}
    scratch.project(tmp_path, files)
    assert _shown(tmp_path) == set(files)


def test_idle_comments_are_taken_out_of_odd_text(tmp_path: Path) -> None:
    """The fix of an idle suppression takes away the comment alone, in any encoding and with any line ends."""
    files = {
        "dos.py": (DEF + f"    x = 'ä'  {OWN}\n").replace("\n", "\r\n").encode(),
        "latin.py": f"# coding: latin-1\nx = 'äö'  {OWN}\ny = 1\n".encode("latin-1"),
        "mark.py": b"\xef\xbb\xbf" + f"{OWN}\nx = 1\n".encode(),
        "separators.py": f"x = '\u2028\x0c'; y = '\x85'  {OWN}\nz = 1\n".encode(),
        "noqa.py": f"x = 1  # noqa: x  {OWN}\ny = 1\n".encode(),
        "return.py": f"x = 1\r{OWN}\ry = '''\r'''  {OWN}\r".encode(),
    }
    scratch.project(tmp_path, files)
    done = scratch.command(tmp_path, "--fix")
    assert done.returncode == 0, done.stdout
    assert {name: (tmp_path / name).read_bytes() for name in files} == {
        "dos.py": (DEF + "    x = 'ä'\n").replace("\n", "\r\n").encode(),
        "latin.py": "# coding: latin-1\nx = 'äö'\ny = 1\n".encode("latin-1"),
        "mark.py": b"\xef\xbb\xbfx = 1\n",
        "separators.py": "x = '\u2028\x0c'; y = '\x85'\nz = 1\n".encode(),
        "noqa.py": b"x = 1  # noqa: x\ny = 1\n",
        "return.py": b"x = 1\ry = '''\r'''\r",
    }
