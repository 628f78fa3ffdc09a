"""``python -m checker.policy`` writes ``policies/compiled.json`` anew, after a change of the packs or the vocabulary."""

from __future__ import annotations

from pathlib import Path

from checker.policy import compiled, locate
from checker.policy.resolve import resolve

if __name__ == "__main__":
    shipped = locate.shipped()
    made, _ = resolve(Path(), None, shipped, (), {}, (), trusted=False, afresh=True)
    (locate.packs_directory() / compiled.FILE).write_text(compiled.text(shipped, made), encoding="utf-8")
