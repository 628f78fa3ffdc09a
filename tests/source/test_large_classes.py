"""Methods of large classes are looked at one by one, which nobody notices."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from checker.pipeline import Request, check
from checker.source.cst import pieces

CLASS = '''\
import logging

log = logging.getLogger(__name__)


@decorated(log.info("%s", password))
class Large(base(log.info("%s", token))):
    """Says."""

    log.info("%s", secret); log.warning("%s", api_key)
    x = """
  text
""", log.info("%s", password)

    # above
    @property
    # between
    def one(self, password):
# at the margin
        """Says."""
        log.info(
            "%s", # inside
            password,
        )

    class Inner:
      def two(self, token):
       log.info(f"{token}"); return 1

    async def three(self, ωsecret, password): log.info("ω %s", password)
''' + "".join(f"    def filler{number}(self):\n        return {number}\n\n" for number in range(60))


def test_pieces_of_a_class_and_the_whole_say_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Places, statements and messages do not depend on how much of a class is parsed at once."""
    (tmp_path / "large.py").write_text(CLASS)
    (tmp_path / "pyproject.toml").touch()
    request = Request((), str(tmp_path), today="2026-01-15", cache=False, overrides={"min-confidence": "low"})
    parted = check(request).report
    monkeypatch.setattr(pieces, "_LARGE", 10_000)
    assert msgspec.json.encode(check(request).report) == msgspec.json.encode(parted)
    assert len(parted.findings) == 7
    assert {found.span.end_line - found.span.line for found in parted.findings} >= {0, 3}
