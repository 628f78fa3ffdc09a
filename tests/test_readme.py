"""What the README shows is real: its commands, settings, files, rules and picture."""

from __future__ import annotations

import importlib.util
import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml

from checker import policy, verdict
from checker.cli import logproof, run
from checker.policy.packs import catalogue
from checker.report import formats
from checker.rules import registry

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
_FENCE = re.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


def fences(kind: str, text: str = README) -> list[str]:
    """The fenced blocks of a kind."""
    return [match["body"] for match in _FENCE.finditer(text) if match["kind"] == kind]


def commands() -> Iterator[list[str]]:
    """Every `logproof ...` of a console block or in the text, as words."""
    shown = [line[2:] for body in fences("console") for line in body.splitlines() if line.startswith("$ ")]
    inline = re.findall(r"`(logproof [^`]+)`", _FENCE.sub("", README))
    for line in (*shown, *inline):
        words = shlex.split(line, comments=True)
        if words[0] == "logproof":
            yield words[1:]


@pytest.mark.parametrize("words", list(commands()), ids=" ".join)
def test_every_command_can_be_given(words: list[str]) -> None:
    """A command that is shown exists, with its options and their values."""
    command: click.Command = logproof
    context = click.Context(logproof)
    while isinstance(command, click.Group):
        found = command.get_command(context, words[0])
        assert found, words
        command, words = found, words[1:]
    given = command.make_context(str(command.name), list(words)).params
    assert all(report.partition("=")[0] in formats() for report in given.get("reports", ()))
    if command.name == "rule":
        assert given["name"] in {rule.name for rule in registry()}


def test_the_commands_are_told() -> None:
    """There are commands to be checked, and each command of the tool is shown."""
    assert {words[0] for words in commands()} == set(logproof.list_commands(click.Context(logproof)))


def every_command(group: click.Group) -> Iterator[click.Command]:
    """The commands of a group and of the groups in it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        yield command
        if isinstance(command, click.Group):
            yield from every_command(command)


def test_every_option_exists() -> None:
    """Each option that the text or a block names is one of some command."""
    known = {name for command in every_command(logproof) for parameter in command.params for name in parameter.opts}
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", README))
    assert len(named) >= 5
    assert named <= known


def test_the_two_commands_of_the_start_are_there() -> None:
    """`./demo` and `./test` are programs of the repository."""
    started = re.findall(r"^\$ \./(\w+)", "".join(fences("console")), re.MULTILINE)
    assert started == ["demo", "test"]
    assert all(os.access(ROOT / name, os.X_OK) for name in started)


@pytest.mark.parametrize("block", [*fences("toml"), *fences("toml", (ROOT / "docs" / "accepting.md").read_text(encoding="utf-8"))])
def test_settings_hold(block: str, tmp_path: Path) -> None:
    """Each block of settings is read without a complaint, rule names included."""
    (tmp_path / "pyproject.toml").write_text(block, encoding="utf-8")
    effective = policy.load(tmp_path, rules=registry(), cache=False)
    assert effective.settings == "pyproject.toml"


def test_a_sanitizer_of_one_line_silences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the settings shown, what the declared sanitizer returns may be logged; without them it may not."""
    settings = fences("toml")[0]
    source = "import logging\n\nfrom shop.text import veil\n\n\ndef login(password):\n    logging.info(veil(password))\n"
    (tmp_path / "app.py").write_text(source, encoding="utf-8")
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "text.py").write_text("def veil(value):\n    return value.swapcase()\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    codes = []
    for text in (settings, settings.replace("sanitizers =", "#")):
        (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
        codes.append(run(["check", "--no-cache", "--report=concise"]))
    assert codes == [verdict.CLEAN, verdict.FOUND]


def test_the_suppression_holds_until_its_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The comment that is shown hides its finding, and no longer does after the day it names."""
    (line,) = [line for body in fences("python") for line in body.splitlines() if "logproof: ignore" in line]
    source = f"import logging\n\nlogger = logging.getLogger(__name__)\n\n\ndef login(password):\n    {line}\n"
    (tmp_path / "app.py").write_text(source, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    check = ["check", "--no-cache", "--report=concise", "--today"]
    assert [run([*check, day]) for day in ("2027-01-31", "2027-02-01")] == [verdict.CLEAN, verdict.FOUND]


def test_the_hook_and_the_action_are_those_of_the_repository() -> None:
    """The hook that is shown is offered, and the Action's inputs and outputs exist."""
    hooks, workflow = map(yaml.safe_load, fences("yaml"))
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    offered = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    assert {hook["id"] for repo in hooks["repos"] for hook in repo["hooks"]} <= offered
    assert offered <= set(re.findall(r"[\w-]+", "".join(fences("yaml"))))
    (step,) = [step for step in workflow["jobs"]["logproof"]["steps"] if step.get("id") == "logproof"]
    assert set(step["with"]) <= set(action["inputs"])
    assert set(re.findall(r"steps\.logproof\.outputs\.([\w-]+)", README)) <= set(action["outputs"])


def test_the_table_lists_every_family() -> None:
    """Each family that has rules stands in the table, no other does, and the rules it names as examples are its own."""
    rows = re.findall(r"^\| (LP\d)xx [^|]+ \| [^|]+ \| ([^|]+) \|$", README, re.MULTILINE)
    assert [family for family, _ in rows] == sorted({rule.code[:3] for rule in registry()})
    codes = {rule.name: rule.code for rule in registry()}
    for family, examples in rows:
        assert {codes[name][:3] for name in re.findall(r"`([a-z0-9-]+)`", examples)} == {family}


def test_formats_packs_and_exit_codes_are_all_told() -> None:
    """Every report format, every pack and every exit code is named, and no other."""
    reports = README.split("## Reports")[1].split("\n\n")[1]
    assert set(re.findall(r"`(\w+)`", reports)) == set(formats())
    packs = README.split("**Policy packs**")[1].split("\n\n")[0]
    assert set(re.findall(r"`([\w-]+)`", packs)) == {pack.name for pack in catalogue()}
    codes = re.findall(r"^\| (\d) \|", README, re.MULTILINE)
    assert list(map(int, codes)) == [verdict.CLEAN, verdict.FOUND, verdict.FAILED, verdict.INCOMPLETE]


def test_links_lead_somewhere() -> None:
    """Each file that the README links to or shows exists."""
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    assert len(links) >= 5
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_it_is_short() -> None:
    """A newcomer reads it in five minutes."""
    assert len(README.splitlines()) <= 220


def test_the_pictures_are_what_is_printed_now() -> None:
    """`python docs/picture.py` would draw the same pictures again, the README shows them, and a reader fetches nothing for them."""
    spec = importlib.util.spec_from_file_location("picture", ROOT / "docs" / "picture.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, command in module.PICTURES.items():
        drawn = (ROOT / "docs" / name).read_text(encoding="utf-8")
        assert f"](docs/{name})" in README
        assert drawn == module.picture(command), "run: python docs/picture.py"
        assert "@font-face" not in drawn
        assert [url for url in re.findall(r"https?://[^\"' )]+", drawn) if url != "http://www.w3.org/2000/svg"] == []


def test_the_picture_of_ways_is_what_is_traced_now() -> None:
    """`python docs/picture.py` would draw the same matrix of the watched example again, and the README shows it."""
    spec = importlib.util.spec_from_file_location("picture", ROOT / "docs" / "picture.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert "](docs/trace.svg)" in README
    assert (ROOT / "docs" / "trace.svg").read_text(encoding="utf-8") == module.ways(), "run: python docs/picture.py"
