"""Syntax of a newer Python in older words: the same names on the same lines and columns."""

import ast
import sys

import pytest

from checker.syntax import _MAY_BE_NEWER, parse
from checker.syntax.newer import in_older_syntax

OLDEST = (3, 10)

SAME_COLUMNS = {
    "class A[T: (int, str)](B): pass\n": "class A               (B): pass\n",
    "def f[**P, *Ts](a: P, b): pass\n": "def f          (a: P, b): pass\n",
    "class A[\n    T,\n\n    U = int,\n](B):\n    pass\n": "class A\\\n     \\\n\\\n           \\\n (B):\n    pass\n",
    "type Pair[T] = tuple[T, T]\n": "Pair         = tuple[T, T]\n",
    "type Pair = int; x = 1\n": "Pair      = int; x = 1\n",
    'log.info(f"{row["name"]} of {n:#x}")\n': "log.info(f\"{row['name']} of {n:#x}\")\n",
    "log.info(f'{', '.join(names)}', extra=x)\n": "log.info(f'{\", \".join(names)}', extra=x)\n",
    'log.info(f"{"\\n".join(names)}", extra=x)\n': "log.info(f\"{'__'.join(names)}\", extra=x)\n",
    'log.info(f"{tags["#1"]}")\n': "log.info(f\"{tags['_1']}\")\n",
    'log.info(f"{d["""k"""]}", x)\n': "log.info(f\"{d['''k''']}\", x)\n",
    "def g():\n    return t'{name} and {other!r}'\n": "def g():\n    return f'{name} and {other!r}'\n",
    "try:\n    pass\nexcept A, B:\n    pass\n": "try:\n    pass\nexcept(A, B):\n    pass\n",
    "try:\n    pass\nexcept* A:\n    pass\n": "try:\n    pass\nexcept  A:\n    pass\n",
    '# café\nx = "é", f"{d["é"]}", y\n': '# café\nx = "é", f"{d[\'é\']}", y\n',
}

LONGER = {
    'x = f"{f"{f"{f"{a}"}"}"}"\n': "x = f\"\"\"{f'''{f\"{f'{a}'}\"}'''}\"\"\"\n",
    'x = f"{d["""a\nb"""]}"\n': "x = f\"\"\"{d['''a\nb''']}\"\"\"\n",
    'log.info(f"{f"{d["k"]}"}")\n': 'log.info(f"""{f\'{d["k"]}\'}""")\n',
    'log.info(f"{f"{f"{d["k"]}"}"}")\n': "log.info(f\"\"\"{f'''{f\"{d['k']}\"}'''}\"\"\")\n",
    'log.info(\n    f"{\n        name  # who\n    }"\n)\n': 'log.info(\n    f"""{\n        name  \n    }"""\n)\n',
}


@pytest.mark.parametrize("source", [*SAME_COLUMNS, *LONGER])
def test_an_older_python_takes_it(source: str) -> None:
    """Its parser does, and the lines are the same."""
    older = in_older_syntax(source, OLDEST)
    assert older is not None
    assert older == {**SAME_COLUMNS, **LONGER}[source]
    ast.parse(older)
    assert older.count("\n") == source.count("\n")


@pytest.mark.parametrize("source", SAME_COLUMNS)
def test_what_stands_behind_keeps_its_column(source: str) -> None:
    """But for a bracket that closes a list of exceptions."""
    older = in_older_syntax(source, OLDEST)
    assert older is not None
    ends = [len(line) for line in source.split("\n")]
    assert all(abs(len(line) - end) <= 1 for line, end in zip(older.split("\n"), ends, strict=True))


@pytest.mark.parametrize(
    "source",
    [
        "x = 1\n",  # nothing is newer
        "print 'Python 2'\n",
        "def f(:\n",
        'x = f"{f"{a["b"]}"}", behind\n',  # something has a place behind what becomes longer
        'x = f"{f"{f"{f"{f"{a}"}"}"}"}"\n',  # more quotes than there are
        "type \\\n Longer = int\n",
        "try:\n    pass\nexcept ValueError, e:\n    pass\n",  # Python 2
    ],
)
def test_what_cannot_be_said_is_none(source: str) -> None:
    """Better unread than read wrongly."""
    assert in_older_syntax(source, OLDEST) is None


def test_f_strings_that_every_python_takes_stay() -> None:
    """Only what is newer changes."""
    source = "def f[T](): return f\"{a['b']:>{w}}\" f'{x!r:#x}' '#'\n"
    older = in_older_syntax(source, OLDEST)
    assert older == source.replace("[T]", "   ")


def test_windows_line_ends_stay() -> None:
    """A backslash stands before both characters."""
    older = in_older_syntax("class A[\r\n    T,\r\n]:\r\n    pass\r\n", OLDEST)
    assert older == "class A\\\r\n     \\\r\n :\r\n    pass\r\n"
    ast.parse(older)


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="this Python has no newer syntax that libcst knows")
def test_a_file_is_parsed_whatever_python_runs() -> None:
    """The entry finds out by itself."""
    tree = parse(b"try:\n    pass\nexcept KeyError, ValueError:\n    pass\n").tree
    assert [type(node).__name__ for node in tree.body] == ["Try"]


def test_what_is_wrong_in_every_python_says_what_python_says() -> None:
    """And where."""
    with pytest.raises(SyntaxError) as raised:
        parse(b"x = 1\ndef f(:\n")
    assert raised.value.lineno == 2


def test_many_pieces_and_strings_that_look_like_them() -> None:
    """Statements are rewritten one by one, and a file whole where its lines do not tell where they begin."""
    few = "import a\n\n\ntype A = int\n\n\n@a.b\nclass B[T]:\n    type C = int\n\n    def d[U](self): ...\n\n\ntype D = str\n"
    many = "".join(f"type Name{number} = int\n" for number in range(200))
    text = 'type A = int\nX = f"""\n{a["""b"""]}\nword\n"""\nprint(X)\n'
    for source in (few, many, text):
        found = parse(source)
        assert found.text.count(b"\n") == source.count("\n")
        assert found.tree.body[-1].lineno == source.rstrip("\n").count("\n") + 1


@pytest.mark.parametrize("source", [*SAME_COLUMNS, *LONGER])
def test_no_newer_file_is_passed_over(source: str) -> None:
    """The words that are looked for first stand in every one."""
    assert _MAY_BE_NEWER.search(source)


def test_libcst_is_not_asked_about_python_2(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would take its time to find out that no Python 3 takes them."""
    monkeypatch.setattr("checker.syntax._in_pieces", lambda code, error: pytest.fail("asked"))
    for source in (b"print 'hello'\n", b"try:\n    pass\nexcept ValueError, e:\n    pass\n"):
        with pytest.raises(SyntaxError):
            parse(source)
