"""The example portal: its two unlogged logins are found, each at its way out, and nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PORTAL = ROOT / "examples/login"


def test_both_doors_are_found() -> None:
    """The path gap and the silent refusal are reported where the function is left, with the verifier and the file's own helper."""
    command = [sys.executable, "-m", "checker", "check", "examples/login", "--report", "json", "--no-cache", "-j", "1"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 1, run.stderr
    found = json.loads(run.stdout)["findings"]
    lines = {
        one["function"]: (PORTAL / one["span"]["path"]).read_text(encoding="utf-8").splitlines()[one["span"]["line"] - 1].strip()
        for one in found
    }
    assert lines == {"login": "abort(401)", "partner": 'raise HTTPException(status_code=401, detail="unknown key")'}
    assert {one["rule"] for one in found} == {"unlogged-login-failure"}
    gap = next(one for one in found if one["function"] == "login")
    assert gap["message"].endswith("while another way out of it is recorded")
    assert "record(" in gap["help"]
    assert [step["text"] for step in gap["related"]][:2] == ["matches() decides", "record() records it here"]
