"""The Action's step: reads its inputs from the environment, runs `logproof check` or `logproof verify` once, and fills the runner's files.

Inputs are data all the way: no shell sees them, and each reaches the command as one argument. It runs in isolated mode (`-I`), since the
folder it works in is the change under judgement.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from checker import discover
from checker.errors import LogproofError, Problem
from checker.policy import locate
from checker.policy.toml_reader import has_settings
from checker.report.escape import visible, workflow_data

SUMMARY_LIMIT = 1_000_000
"""Bytes; GitHub refuses a step's summary that is larger than 1 MiB."""
CANNOT_RUN = 2
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_REVISION = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_SETTINGS = (".toml", ".yaml", ".yml")
_COMMAND = [sys.executable, "-I", "-m", "checker"]
_TRUST = (".json", ".pem", ".pub")
"""What a release policy may name: a trusted root, keys."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the workflow's author asked for."""

    command: str
    paths: tuple[str, ...]
    directory: Path
    config: str
    policy: tuple[str, ...]
    fail_on: str
    min_confidence: str
    from_base: bool
    since: str
    baseline: str
    sarif_file: str
    args: tuple[str, ...]


def read_inputs(environ: Mapping[str, str]) -> Inputs:
    """The inputs; raises LogproofError for one that cannot be meant."""

    def several(name: str) -> tuple[str, ...]:
        lines = tuple(line.strip() for line in environ.get(f"INPUT_{name}", "").split("\n") if line.strip())
        if any(map(_CONTROL.search, lines)):
            raise refusal(f'the input "{name.lower().replace("_", "-")}" holds a control character')
        return lines

    def one(name: str) -> str:
        lines = several(name)
        if len(lines) > 1:
            raise refusal(f'the input "{name.lower().replace("_", "-")}" holds a line break')
        return lines[0] if lines else ""

    from_base = one("SETTINGS_FROM_BASE").lower()
    if from_base not in {"true", "false"}:
        raise refusal('the input "settings-from-base" must be "true" or "false"')
    directory = Path.cwd() / (one("WORKING_DIRECTORY") or ".")
    if not directory.is_dir():
        raise refusal('the input "working-directory" names no folder')
    command = one("COMMAND") or "check"
    if command not in {"check", "verify"}:
        raise refusal('the input "command" must be "check" or "verify"')
    if command == "verify" and any(one(name) for name in ("FAIL_ON", "MIN_CONFIDENCE", "SINCE", "BASELINE")):
        raise refusal('the inputs "fail-on", "min-confidence", "since" and "baseline" are of the command "check"')
    return Inputs(
        command=command,
        paths=several("PATHS"),
        directory=directory,
        config=one("CONFIG"),
        policy=several("POLICY"),
        fail_on=one("FAIL_ON"),
        min_confidence=one("MIN_CONFIDENCE"),
        from_base=from_base == "true",
        since=one("SINCE"),
        baseline=one("BASELINE"),
        sarif_file=one("SARIF_FILE"),
        args=several("ARGS"),
    )


def refusal(message: str, hint: str | None = None) -> LogproofError:
    """The run cannot be done as the workflow asks for it."""
    return LogproofError(Problem(message, hint=hint))


def git(directory: Path, *arguments: str, feed: bytes = b"", index: Path | None = None) -> bytes | None:
    """What git prints, ``None`` where it fails."""
    environ = {**os.environ, "GIT_TERMINAL_PROMPT": "0", **({"GIT_INDEX_FILE": str(index)} if index else {})}
    command = ["git", "-c", "core.symlinks=false", "-C", str(directory), *arguments]
    done = subprocess.run(command, input=feed, env=environ, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return done.stdout if done.returncode == 0 else None


def _tells(name: str) -> bool:
    return name.endswith((*_SETTINGS, *_TRUST)) or name.rpartition("/")[2] in discover.MARKERS


def lay_out(root: Path, base: str, scratch: Path) -> Path:
    """Write every settings file, pack and mark of a project's root of the base revision into a folder like the checkout's ``root``."""
    if not _REVISION.fullmatch(base):
        raise refusal("the event names no base revision that git could have made")
    here = git(root, "cat-file", "-e", f"{base}^{{commit}}") is not None
    if not here and git(root, "fetch", "--quiet", "--no-tags", "--depth=1", "origin", base) is None:
        raise refusal(
            "the base revision is not in the checkout", "set fetch-depth to 0 in actions/checkout, or settings-from-base to false"
        )
    index, tree = scratch / "base.index", scratch / "base"
    (tree / ".git").mkdir(parents=True)  # where the search for settings ends
    names = git(root, "ls-tree", "-r", "-z", "--name-only", "--full-tree", base)
    wanted = b"\0".join(name for name in (names or b"").split(b"\0") if _tells(os.fsdecode(name)))
    read = names is not None and git(root, "read-tree", base, index=index) is not None
    if not read or git(root, "checkout-index", "-z", "--stdin", f"--prefix={tree}/", feed=wanted, index=index) is None:
        raise refusal("the settings of the base revision cannot be read from git")
    return tree


def settings_file(start: Path, named: Path | None) -> Path | None:
    """The settings file that a run over ``start`` would read, where there is one."""
    if named is not None:
        return named if named.is_file() and (named.suffix != ".toml" or has_settings(named.read_bytes())) else None
    folder = next(folder for folder in (start, *start.parents) if folder.is_dir())
    source = locate.settings(Path(discover.locate((str(folder),), str(folder)).root), None)
    return source.path if source else None


def settings_from_base(inputs: Inputs, base: str, scratch: Path) -> list[str]:
    """The options that make the command take its settings and packs from the base revision, or the defaults where it has none."""
    top = git(inputs.directory, "rev-parse", "--show-toplevel")
    if top is None:
        raise refusal("the working directory is in no git checkout", "check it out, or set settings-from-base to false")
    root = Path(os.fsdecode(top.rstrip(b"\n")))
    tree = lay_out(root, base, scratch)

    def counterpart(path: str) -> Path:
        """The same path in the base revision; one outside of the checkout stays as it is."""
        real = Path(os.path.normpath(inputs.directory.resolve() / path))
        return tree / real.relative_to(root) if real.is_relative_to(root) else real

    first = inputs.paths[0] if inputs.paths else "."
    config = settings_file(counterpart(first), counterpart(inputs.config) if inputs.config else None)
    if config is None:
        config = scratch / "logproof.yaml"
        config.write_bytes(b"")
        if settings_file(inputs.directory / first, inputs.directory / inputs.config if inputs.config else None):
            print("::notice title=logproof::The base revision has no such settings: the defaults hold until this change is merged")
    packs = [str(counterpart(policy)) if policy.endswith(_SETTINGS) else policy for policy in inputs.policy]
    accepted = counterpart(inputs.baseline) if inputs.baseline else named_baseline(config)
    judged = [f"--config={config}", *(f"--policy={pack}" for pack in packs)]
    if inputs.command == "verify":
        return judged
    return judged + (baseline_from_base(root, base, tree, accepted) if accepted else [])


def named_baseline(config: Path) -> Path | None:
    """The baseline that a settings file names; one that cannot be read is left to the command, which says what is wrong with it."""
    from checker.policy.packs import parsed

    try:
        value = parsed(locate.read(config, str(config))).value
    except LogproofError:
        return None
    name = value.get("baseline") if isinstance(value, dict) else None
    return Path(os.path.normpath(config.parent / name)) if isinstance(name, str) and name else None


def baseline_from_base(root: Path, base: str, tree: Path, wanted: Path) -> list[str]:
    """The option for the baseline; a file of the checkout is laid out as the base revision has it, or is not there yet."""
    if not wanted.is_relative_to(tree):
        return [f"--baseline={wanted}"]
    data = git(root, "cat-file", "blob", f"{base}:{wanted.relative_to(tree).as_posix()}")
    if data is None:
        print("::notice title=logproof::The base revision has no such baseline: every finding is shown until this change is merged")
        return ["--no-baseline"]
    wanted.parent.mkdir(parents=True, exist_ok=True)
    wanted.write_bytes(data)
    return [f"--baseline={wanted}"]


def options(inputs: Inputs, base: str, scratch: Path) -> list[str]:
    """The command's options but for the reports; ``base`` is the revision to read settings from, ``""`` for the change itself."""
    chosen = [f"--fail-on={inputs.fail_on}"] if inputs.fail_on else []
    if inputs.min_confidence:
        chosen.append(f"--min-confidence={inputs.min_confidence}")
    if inputs.since:
        chosen.append(f"--since={inputs.since}")
    if inputs.from_base and base:
        return chosen + settings_from_base(inputs, base, scratch)
    if inputs.config:
        chosen.append(f"--config={inputs.config}")
    if inputs.baseline:
        chosen.append(f"--baseline={inputs.baseline}")
    return chosen + [f"--policy={policy}" for policy in inputs.policy]


def check(inputs: Inputs, base: str, scratch: Path) -> tuple[int, Path]:
    """Run the command with all its reports; gives its exit code and the SARIF report's path."""
    sarif = inputs.directory / inputs.sarif_file if inputs.sarif_file else scratch / "logproof.sarif"
    reports = ["github", f"markdown={scratch / 'summary.md'}", f"json={scratch / 'report.json'}", f"sarif={sarif}"]
    try:
        sarif.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refusal('the folder of the input "sarif-file" cannot be made') from error
    arguments = [*options(inputs, base, scratch), *(f"--report={report}" for report in reports), *inputs.args]
    done = subprocess.run([*_COMMAND, inputs.command, *arguments, "--", *inputs.paths], cwd=inputs.directory, check=False)
    return (done.returncode if done.returncode in range(4) else CANNOT_RUN), sarif


def summarise(report: Path, summary: Path) -> None:
    """Append the Markdown report to the job's summary, cut at a line's end where it is too long for GitHub."""
    text = report.read_bytes()
    if len(text) > SUMMARY_LIMIT:
        text = text[:SUMMARY_LIMIT].rpartition(b"\n")[0] + b"\n\nThe rest did not fit; the SARIF report holds all of it.\n"
    with summary.open("ab") as stream:
        stream.write(text)


def publish(environ: Mapping[str, str], code: int, sarif: Path, scratch: Path) -> None:
    """Write the outputs and the summary; what the command did not write stays empty."""
    outputs = {"exit-code": str(code)}
    if (scratch / "report.json").is_file():
        report = json.loads((scratch / "report.json").read_bytes())
        outputs["findings"] = str(report["summary"]["findings"])
    if sarif.is_file() and code != CANNOT_RUN:
        outputs["sarif"] = str(sarif)
    with Path(environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as stream:
        stream.writelines(f"{name}={value}\n" for name, value in outputs.items())
    if (scratch / "summary.md").is_file() and "GITHUB_STEP_SUMMARY" in environ:
        summarise(scratch / "summary.md", Path(environ["GITHUB_STEP_SUMMARY"]))


def main() -> int:
    """Do it all; the exit code is the command's."""
    scratch = Path(tempfile.mkdtemp(prefix="logproof-", dir=os.environ["RUNNER_TEMP"]))
    sarif = scratch / "logproof.sarif"
    try:
        code, sarif = check(read_inputs(os.environ), os.environ.get("BASE_SHA", ""), scratch)
    except LogproofError as error:
        told = workflow_data(visible(str(error), keep="\n"))
        print(f"::error title=logproof::{told}")
        code = CANNOT_RUN
    publish(os.environ, code, sarif, scratch)
    return code


if __name__ == "__main__":
    sys.exit(main())
