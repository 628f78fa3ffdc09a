"""Which answers about the whole project outlast an edit, and how many are looked for again: counted, and not timed."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.pipeline import Request, check
from checker.source.index.module import Indexer
from checker.source.ir import ModuleFacts
from checker.source.names.lasting import Lasting
from checker.source.names.reads import BELOW, CALLING, CATCHING, METHODS, MODULES, NAMED
from checker.source.program import Program
from checker.vocabulary import Vocabulary
from tests.stages.test_stages_made_again import COUNT, shop

BEFORE = "class Cart:\n    def total(self):\n        return price(self)\n\n\ndef paid(cart):\n    return cart.total()\n"
AFTER = BEFORE.replace("    return cart.total()", "    try:\n        return send(cart)\n    except Refused:\n        return None")


def _facts(text: str) -> ModuleFacts:
    return Indexer(Vocabulary()).index("shop/cart.py", text.encode())


@pytest.mark.parametrize(
    ("kind", "name", "lasts"),
    [
        (MODULES, "shop.cart", True),
        (CALLING, "price", True),
        (CALLING, "elsewhere", True),
        (CALLING, "send", False),
        (CALLING, "total", False),
        (CATCHING, "Refused", False),
        (CATCHING, "KeyError", True),
        (METHODS, "total", True),
        (NAMED, "total", True),
        (BELOW, "shop/cart.py", False),
    ],
)
def test_an_answer_lasts_where_the_name_stands_as_before(kind: str, name: str, lasts: bool) -> None:
    """What an edit adds or takes away of a name is asked for again; what is not known to last does not."""
    assert Lasting([(_facts(BEFORE), _facts(AFTER))])((kind, name, -1)) is lasts


def test_a_method_that_comes_or_moves_is_asked_for_again() -> None:
    """A method of a name, and where it stands, is part of the answer."""
    moved = "def first():\n    pass\n\n\n" + BEFORE
    for other in (moved, BEFORE.replace("total(self)", "sum(self)")):
        lasting = Lasting([(_facts(BEFORE), _facts(other))])
        assert not lasting((METHODS, "total", -1))
        assert not lasting((NAMED, "total", -1))


def test_nothing_lasts_where_other_files_are_modules_now() -> None:
    """A file that came, went, or did not parse before may have any name."""
    for unknown in (Lasting(None), Lasting([(_facts("def broken(:\n"), _facts(BEFORE))])):
        assert not unknown((MODULES, "shop.cart", -1))
        assert not unknown((CALLING, "elsewhere", -1))


def test_an_edit_has_few_questions_answered_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the questions about names, those alone that the edited file has something to say of."""
    monkeypatch.setenv("LOGPROOF_CACHE_DIR", str(tmp_path / "cache"))
    root = shop(tmp_path / "project")
    asked = list[tuple[str, str, int]]()
    real = Program.answer

    def answering(self: Program, key: tuple[str, str, int]) -> object:
        asked.append(key)
        return real(self, key)

    monkeypatch.setattr(Program, "answer", answering)
    request = Request((), str(root), today="2026-01-15", jobs=1)
    check(request)
    every = {key for key in asked if key[0] in (MODULES, CALLING, METHODS, NAMED, CATCHING)}
    asked.clear()
    edited = root / f"shop/part{COUNT // 2}.py"
    edited.write_text(edited.read_text() + "\n\ndef more(basket):\n    return weigh(basket)\n")
    check(request)
    again = {key for key in asked if key in every}
    assert len(every) > COUNT
    assert not again, again


def test_a_hook_tells_what_was_given_up_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Facts of files that nobody asked for are not read, but for what a report says of the whole project."""
    monkeypatch.setenv("LOGPROOF_CACHE_DIR", str(tmp_path / "cache"))
    root = shop(tmp_path / "project")
    many = "".join(f"def ask{number}(token):\n    return price(token)\n\n\n" for number in range(301))
    (root / "shop/many.py").write_text(f"def price(token):\n    raise ValueError(f'no price for {{token}}')\n\n\n{many}")
    whole = check(Request((), str(root), today="2026-01-15", jobs=1))
    hook = check(Request(("shop/part3.py",), str(root), today="2026-01-15", jobs=1))
    assert any("300" in note for note in whole.report.notes)
    assert hook.report.notes == whole.report.notes
    assert {fact for fact in hook.facts if getattr(fact, "path", "")} == {fact for fact in whole.facts if getattr(fact, "path", "")}
    assert len(hook.facts) < len(whole.facts)
