"""What the project says of itself holds: its floors, its pinned packages, and the rule that CONTRIBUTING builds."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from checker.rule import Page

ROOT = Path(__file__).resolve().parents[1]
REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")


def pins(name: str) -> dict[str, set[str]]:
    """Package to its pinned versions (one for each range of Pythons) in a requirements file."""
    found: dict[str, set[str]] = {}
    for match in re.finditer(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE):
        found.setdefault(match["name"], set()).add(match["version"])
    return found


def test_files_import_from_floors_below_only() -> None:
    """import-linter keeps every contract of pyproject.toml, and each file of the package has a floor."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_pin_has_a_hash_and_no_address(name: str) -> None:
    """A requirements file holds names, versions, conditions and hashes and nothing that says where they come from."""
    text = (ROOT / name).read_text(encoding="utf-8").replace(" \\\n    --hash=", " --hash=")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert lines
    condition = r"(?: ; [a-zA-Z_0-9 .'()<>=!*]+?)?"
    assert [
        line for line in lines if not re.fullmatch(rf"[a-z0-9-]+==[0-9a-z.+]+{condition}(?: --hash=sha256:[0-9a-f]{{64}})+", line)
    ] == []


def test_no_file_names_a_registry() -> None:
    """No file of the package, its policies or its pages has the host of a package registry; the type of an attestation is a name alone."""
    hosts = "|".join(("(?<!docs[.])py" + "pi[.]org", "python" + "hosted[.]org", "registry[.]npm" + "js[.]org"))
    folders = ("checker", "policies", "action", "docs", "benchmarks", "examples", "tests")
    files = [
        path
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".yaml", ".md", ".txt", ".json", ".jsonl"}
    ]
    assert len(files) > len(folders)
    assert [path.relative_to(ROOT) for path in files if re.search(hosts, path.read_text(encoding="utf-8", errors="replace"))] == []


def test_what_the_package_needs_is_pinned_alike() -> None:
    """Each dependency of pyproject.toml is pinned, and what runs the tool for users is what the tests run."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = re.search(r"^dependencies = \[\n(.*?)^\]", text, re.MULTILINE | re.DOTALL)
    assert listed
    needed = {match[1].lower() for match in re.finditer(r'^    "([A-Za-z0-9-]+)', listed[1], re.MULTILINE)}
    runtime, development = map(pins, REQUIREMENTS)
    assert needed
    assert needed <= set(runtime)
    assert {name: development.get(name) for name in runtime} == runtime


def test_the_rule_of_contributing_works(tmp_path: Path) -> None:
    """The page and the function of CONTRIBUTING, put together as it says, make a rule that its own examples prove."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    page = re.search(r"^````python\n(.*?)^````$", text, re.MULTILINE | re.DOTALL)
    function = re.search(r"^```python\n(from __future__.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert page
    assert function
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "personal_data_sent_out.py").write_text(f"{page[1]}\n{function[1]}", encoding="utf-8")
    examples = list(Page(page[1].strip().strip('"')).examples())
    assert [len(example.expected) for example in examples] == [1, 0]
    for number, example in enumerate(examples):
        folder = tmp_path / f"project{number}"
        folder.mkdir()
        for path, source in example.files:
            (folder / path).write_text(source, encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "checker",
            "check",
            "--no-cache",
            f"--rules={rules}",
            "--select=LP190",
            "--report=json",
            str(folder),
        ]
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=False)
        found = [(one["span"]["path"], one["span"]["line"], one["message"]) for one in json.loads(done.stdout)["findings"]]
        assert done.returncode == len(example.expected)
        assert [(path, line) for path, line, _ in found] == [(path, line) for path, line, _ in example.expected]
        assert all(part in message for (_, _, part), (_, _, message) in zip(example.expected, found, strict=True))
