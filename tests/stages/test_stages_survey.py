"""What is kept of the join: after a few edits it is read instead of the facts that it was made of, and says the same."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from checker import whole, work
from checker.pipeline import Request, check
from checker.source.ir import ModuleFacts
from checker.source.names.survey import Joined
from checker.source.program import Program

FAR = "import os\n\n\ndef far_{n}(path):\n    return os.stat(path)\n"
FILES = {
    "shop/errors.py": "class Refused(Exception):\n    pass\n",
    "shop/base.py": "import logging\nlog = logging.getLogger(__name__)\n\n\nclass Store:\n    def fetch(self, key):\n        return key\n",
    "shop/deco.py": "import logging\n\n\ndef traced(f):\n    def inner(*args):\n"
    "        logging.info(args)\n        return f(*args)\n    return inner\n",
    "shop/orders.py": (
        "import logging\nfrom shop.base import Store\nfrom shop.deco import traced\n\n\nclass Orders(Store):\n"
        "    def fetch(self, key):\n        return super().fetch(key)\n\n\n@traced\ndef order(customer, password):\n"
        "    logging.info('for %s', Store().fetch(password))\n"
    ),
}
EDITS: dict[str, tuple[dict[str, str], ...]] = {
    "a class that inherits no longer": ({"shop/orders.py": FILES["shop/orders.py"].replace("Orders(Store)", "Orders")},),
    "a class that inherits from another": (
        {"shop/errors.py": FILES["shop/base.py"]},
        {"shop/orders.py": FILES["shop/orders.py"].replace("shop.base", "shop.errors")},
    ),
    "a base that is handed on": ({"shop/errors.py": "from shop.base import Store\n"}, {"shop/base.py": "class Store:\n    pass\n"}),
    "a function that decorates no longer": ({"shop/deco.py": "traced = len\n"}, {"shop/deco.py": FILES["shop/deco.py"]}),
    "a name that nothing calls any more": ({"shop/orders.py": "import shop.base\n"},),
    "a handler, a logging class and middleware": (
        {
            "far_3.py": "import logging\nfrom shop.errors import Refused\n\n\nclass Hide(logging.Filter):\n    def filter(self, record):\n"
            "        record.msg = record.msg.replace('password', '***')\n        return True\n\n\nlogging.getLogger().addFilter(Hide())\n"
        },
        {
            "far_4.py": "from flask import Flask\nfrom shop.errors import Refused\napp = Flask(__name__)\n\n\n@app.errorhandler(Refused)\n"
            "def refused(error):\n    app.logger.warning('refused')\n    return 'no', 403\n\n\ndef serve():\n    try:\n        app.run()\n"
            "    except Refused:\n        raise\n"
        },
    ),
    "a file that no longer parses": ({"far_5.py": "def broken(:\n"}, {"far_5.py": "x = 1\n"}),
    "a file that is gone, and another": ({"far_6.py": ""}, {"shop/far_6.py": FAR.format(n=6)}),
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project among many files that have nothing to do with it."""
    monkeypatch.setenv("LOGPROOF_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "project"
    (folder / "shop").mkdir(parents=True)
    (folder / "pyproject.toml").touch()
    for name, text in FILES.items():
        (folder / name).write_text(text)
    for number in range(30):
        (folder / f"far_{number}.py").write_text(FAR.format(n=number))
    return folder


def report(root: Path, *, cache: bool = True) -> bytes:
    """One run's report in bytes, low confidence included."""
    return msgspec.json.encode(
        check(Request((), str(root), today="2026-01-15", jobs=1, cache=cache, overrides={"min-confidence": "low"})).report
    )


def surveyed(monkeypatch: pytest.MonkeyPatch, root: Path, *, cache: bool) -> tuple[Joined, bytes]:
    """What the join of a run begins with, in plain data, and the run's report."""
    found = list[Joined]()
    real = whole.Project.program

    def keeping(self: whole.Project) -> Program:
        program = real(self)
        found.append(program.names.survey.plain({}))
        return program

    with monkeypatch.context() as patch:
        patch.setattr(whole.Project, "program", keeping)
        said = report(root, cache=cache)
    return found[-1], said


@pytest.mark.parametrize("name", EDITS)
def test_after_edits_the_survey_is_what_a_first_look_gives(root: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Who calls, catches, inherits and decorates is the same, put together of what was kept and of what has changed, or found out anew."""
    report(root)
    for edits in EDITS[name]:
        for path, text in edits.items():
            (root / path).write_text(text) if text else (root / path).unlink()
        warm, found = surveyed(monkeypatch, root, cache=True)
        cold, expected = surveyed(monkeypatch, root, cache=False)
        assert warm == cold
        assert found == expected


def test_facts_of_files_that_an_edit_does_not_concern_are_not_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After an edit of one file, the facts of that and of those around it are decoded, and of no file far away."""
    report(root)
    decoded, warm = decoded_after_an_edit(root, monkeypatch)
    assert "shop/base.py" in decoded
    assert not [path for path in decoded if path.startswith("far_")]
    assert warm == report(root, cache=False)


def test_of_files_that_log_those_are_read_that_name_a_filter(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where records are redacted is told by the files that name the filter; who only logs is not read for it."""
    log = "import logging\nlog = logging.getLogger(__name__)\n\n\n"
    for number in range(30):
        (root / f"far_{number}.py").write_text(f"{log}def far_{number}(path):\n    log.info('at %s', path)\n")
    body = "        record.msg = record.msg.replace(KEY, '***')\n        return True\n"
    hide = f"class Hide(logging.Filter):\n    def filter(self, record):\n{body}"
    (root / "shop/hide.py").write_text(log + hide)
    (root / "far_1.py").write_text(f"{log}from shop.hide import Hide\n\nlogging.getLogger('shop').addFilter(Hide())\n")
    report(root)
    decoded, warm = decoded_after_an_edit(root, monkeypatch)
    assert [path for path in decoded if path.startswith("far_")] == ["far_1.py"]
    assert warm == report(root, cache=False)


def decoded_after_an_edit(root: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], bytes]:
    """The files whose facts are read where a function is added to one file, and the run's report."""
    with (root / "shop/base.py").open("a") as stream:
        stream.write("\n\ndef more(x):\n    return x\n")
    decoded = list[str]()
    real = work.Index.facts

    def noting(self: work.Index, path: str) -> ModuleFacts:
        decoded.append(path)
        return real(self, path)

    with monkeypatch.context() as patch:
        patch.setattr(work.Index, "facts", noting)
        patch.setattr(work.Index, "modules", lambda self: pytest.fail("all facts were read"))
        return decoded, report(root)


def test_where_much_has_changed_another_survey_is_kept(root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With a few changed files the kept survey stays as it is, with many the next run begins with a newer one; all say the same."""
    report(root)
    kept = next((tmp_path / "cache").glob("*.joined.memory"))
    first = kept.read_bytes()
    for number in range(whole._SOME):
        (root / f"far_{number}.py").write_text(f"def other_{number}():\n    return far_{number}(1)\n")
    assert report(root) == report(root, cache=False)
    assert kept.read_bytes() == first
    (root / "far_20.py").write_text("def other_20():\n    pass\n")
    report(root)
    assert kept.read_bytes() != first
    (root / "far_21.py").write_text("def other_21():\n    pass\n")
    monkeypatch.setattr(work.Index, "modules", lambda self: pytest.fail("all facts were read"))
    warm = report(root)
    monkeypatch.undo()
    assert warm == report(root, cache=False)


def test_a_survey_that_cannot_be_read_is_made_anew(root: Path, tmp_path: Path) -> None:
    """Cut short or of another form, it counts as missing."""
    report(root)
    kept = next((tmp_path / "cache").glob("*.joined.memory"))
    whole_text = kept.read_bytes()
    for broken in (b"", whole_text[:-1], whole_text[:200] + b"\0" + whole_text[201:]):
        kept.write_bytes(broken)
        (root / "far_1.py").write_text(f"x = {len(broken)}\n")
        assert report(root) == report(root, cache=False)
