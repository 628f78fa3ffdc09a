"""The composite Action's steps, run as GitHub's runner would, and what outside judges say of its files."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml

from tests.integration.runner import Runner
from tests.integration.sandbox import CLEAN, LEAK, ROOT, commit, git, run, write

pytestmark = pytest.mark.integration
Make = Callable[[Mapping[str, str]], Path]
Start = Callable[..., Runner]
HOSTILE = (
    '"; touch pwned; "',
    "$(touch pwned)",
    "`touch pwned`",
    "x\nfindings=0\nexit-code=0",
    "--exit-zero",
    "a'b; touch pwned #",
    "\x1b]0;x\x07",
)
SILENT = "[tool.logproof]\nignore = ['LP1']\n"
PROJECT = "[project]\nname = 'shop'\n"


@pytest.fixture(scope="module")
def installed(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """A runner on which the action's first step ran, in a folder whose modules must not be imported."""
    folder = tmp_path_factory.mktemp("hostile")
    bait = "open('pwned', 'w').close()\n"
    names = ("venv", "ensurepip", "pip", "sitecustomize", "usercustomize", "hatchling", "checker", "json", "subprocess")
    write(folder, {f"{name}.py": bait for name in names})
    runner = Runner(checkout, folder, tmp_path_factory.mktemp("temp"))
    code, _ = runner.run({}, only=("install",))
    assert code == 0, runner.log
    return runner


@pytest.fixture
def start(installed: Runner, tmp_path: Path) -> Start:
    """Set up a runner for one project, logproof installed."""

    def make(workspace: Path, base: str = "") -> Runner:
        temp = tmp_path / "temp"
        temp.mkdir(exist_ok=True)
        event = {"pull_request": {"base": {"sha": base}}} if base else {}
        return Runner(installed.action, workspace, temp, event, {"install": dict(installed.steps["install"])})

    return make


def check(runner: Runner, **inputs: str) -> tuple[int, dict[str, str]]:
    """Run the step that judges; inputs with ``_`` for ``-``."""
    return runner.run({name.replace("_", "-"): value for name, value in inputs.items()}, only=("check",))


def pwned(*folders: Path) -> list[Path]:
    """Traces of commands that an input or a file smuggled in."""
    return [path for folder in folders for path in folder.rglob("pwned*")]


def test_installing_imports_nothing_from_the_change(installed: Runner) -> None:
    """Modules in the working folder that shadow venv, pip or the tool itself are never run."""
    assert not pwned(installed.workspace)
    assert Path(installed.steps["install"]["python"]).is_file()


def test_a_clean_project_passes(project: Make, start: Start) -> None:
    """Exit 0, no annotation, a summary, and a SARIF report without results."""
    runner = start(project({"pyproject.toml": PROJECT, "shop/login.py": CLEAN}))
    code, outputs = check(runner)
    assert code == 0, runner.log
    assert outputs["exit-code"] == "0"
    assert outputs["findings"] == "0"
    assert json.loads(Path(outputs["sarif"]).read_text(encoding="utf-8"))["runs"][0]["results"] == []
    assert "::error" not in runner.log
    assert runner.summary.strip()


def test_a_leak_fails_the_step_after_every_report_is_written(project: Make, start: Start) -> None:
    """Exit 1 with an annotation at the line, the rule in the summary, and a SARIF result, from one run."""
    runner = start(project({"pyproject.toml": PROJECT, "shop/login.py": LEAK}))
    code, outputs = check(runner, sarif_file="reports/logs.sarif")
    assert code == 1, runner.log
    assert outputs["exit-code"] == "1"
    assert outputs["findings"] == "1"
    assert "::error file=shop/login.py,line=8," in runner.log
    assert "secret-in-log" in runner.summary
    sarif = Path(outputs["sarif"])
    assert sarif == runner.workspace / "reports/logs.sarif"
    assert [result["ruleId"] for result in json.loads(sarif.read_text(encoding="utf-8"))["runs"][0]["results"]] == ["LP101"]


def test_a_release_is_verified_before_it_goes_out(start: Start, tmp_path: Path) -> None:
    """`command: verify` passes the example's release and fails the fork's, whose signers are annotated; inputs of `check` are refused."""
    workspace = tmp_path / "release"
    shutil.copytree(ROOT / "examples" / "release", workspace)
    runner = start(workspace)
    for paths, code in (("dist", 0), ("fork", 1)):
        found, outputs = check(runner, command="verify", paths=paths, policy="release.yaml")
        assert (found, outputs["exit-code"]) == (code, str(code)), runner.log
    assert "title=LP808 wrong-signer" in runner.log
    assert "wrong-signer" in runner.summary
    assert check(runner, command="verify", paths="dist", fail_on="high")[1]["exit-code"] == "2"
    assert check(runner, command="veryfy", paths="dist")[1]["exit-code"] == "2"


def test_many_leaks_make_ten_annotations_and_a_pointer(project: Make, start: Start) -> None:
    """Of twelve findings ten are annotated and a notice tells of the other two."""
    files = {f"shop/login{number}.py": LEAK for number in range(12)}
    runner = start(project({"pyproject.toml": PROJECT, **files}))
    code, outputs = check(runner)
    assert (code, outputs["findings"]) == (1, "12"), runner.log
    assert runner.log.count("::error ") == 10
    assert "2 more findings" in runner.log


def test_files_of_the_change_are_not_imported(project: Make, start: Start) -> None:
    """A project that shadows the tool's own modules is judged and not run."""
    bait = "open('pwned', 'w').close()\n"
    names = ("checker/__init__.py", "sitecustomize.py", "json.py", "yaml.py", "libcst.py", "click.py")
    runner = start(project({"pyproject.toml": PROJECT, "login.py": LEAK, **dict.fromkeys(names, bait)}))
    code, _ = check(runner)
    assert code == 1, runner.log
    assert not pwned(runner.workspace, runner.temp)


NAMES = sorted(yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"])


@pytest.mark.parametrize("name", [name for name in NAMES if name != "python"])
def test_a_hostile_input_is_only_data(name: str, project: Make, start: Start) -> None:
    """Whatever an input holds, no command runs, no output is forged, and a leak is not waved through."""
    workspace = project({"pyproject.toml": PROJECT, "login.py": LEAK})
    for text in HOSTILE:
        if name == "args" and text == "--exit-zero":
            continue  # an option that the workflow's author may well set
        runner = start(workspace)
        code, outputs = check(runner, **{name: text})
        assert code in {1, 2}, (text, runner.log)
        assert outputs["exit-code"] == str(code)
        assert set(runner.steps["check"]) <= {"exit-code", "findings", "sarif"}
        assert outputs["findings"] in {"", "1"}
        assert "\x1b" not in runner.log
        assert not pwned(runner.workspace, runner.temp, runner.action)


def test_a_hostile_python_is_refused(installed: Runner, tmp_path: Path) -> None:
    """The interpreter's name is one word for the system, never a script."""
    for text in HOSTILE:
        temp = tmp_path / "temp"
        temp.mkdir(exist_ok=True)
        runner = Runner(installed.action, tmp_path, temp)
        code, _ = runner.run({"python": text}, only=("install",))
        assert code == 2, (text, runner.log)
        assert "Python 3.10 or newer" in runner.log
        assert not pwned(tmp_path)


def test_a_pull_request_cannot_silence_its_own_judge(project: Make, start: Start) -> None:
    """Settings that a change brings do not count for it, in whichever file, unless the workflow says so."""
    workspace = project({"pyproject.toml": PROJECT, "login.py": CLEAN})
    base = git(workspace, "rev-parse", "HEAD")
    commit(workspace, {"pyproject.toml": PROJECT + SILENT, "login.py": LEAK})
    runner = start(workspace, base)
    assert check(runner)[0] == 1, runner.log
    assert "the defaults hold until this change is merged" in runner.log
    assert check(start(workspace, base), config="pyproject.toml")[0] == 1
    assert check(start(workspace, base), settings_from_base="false")[0] == 0
    commit(workspace, {"pyproject.toml": PROJECT, "logproof.yaml": "ignore: [LP1]\n"})
    assert check(start(workspace, base))[0] == 1
    assert check(start(workspace))[0] == 0  # a push to the branch itself has no base


def test_settings_of_the_base_count(project: Make, start: Start) -> None:
    """What the base revision allows stays allowed although the change takes the settings away."""
    workspace = project({"pyproject.toml": PROJECT + SILENT, "login.py": CLEAN})
    base = git(workspace, "rev-parse", "HEAD")
    commit(workspace, {"pyproject.toml": PROJECT, "login.py": LEAK})
    runner = start(workspace, base)
    assert check(runner)[0] == 0, runner.log


def test_a_pack_of_the_base_counts(project: Make, start: Start) -> None:
    """A policy pack named by the settings or by the input is the base revision's, not the change's."""
    pack = "name: ours\ndescription: Ours.\nextends: default\n"
    weak = pack + "rules:\n  secret-in-log:\n    enabled: false\n"
    workspace = project({"logproof.yaml": "policy: policy/ours.yaml\n", "policy/ours.yaml": pack, "login.py": LEAK})
    base = git(workspace, "rev-parse", "HEAD")
    commit(workspace, {"policy/ours.yaml": weak})
    runner = start(workspace, base)
    assert check(runner)[0] == 1, runner.log
    runner = start(workspace, base)
    assert check(runner, policy="policy/ours.yaml")[0] == 1, runner.log
    runner = start(workspace)
    assert check(runner)[0] == 0, runner.log


def test_settings_of_a_subfolder_come_from_the_base(project: Make, start: Start) -> None:
    """With a working directory below the repository's top the same folder of the base revision is asked."""
    workspace = project({"service/pyproject.toml": PROJECT, "service/login.py": LEAK})
    base = git(workspace, "rev-parse", "HEAD")
    commit(workspace, {"service/pyproject.toml": PROJECT + SILENT})
    runner = start(workspace, base)
    assert check(runner, working_directory="service")[0] == 1, runner.log


def test_a_new_project_inside_does_not_shake_the_settings_off(project: Make, start: Start) -> None:
    """A file that marks a project's root, added by the change below the settings, leaves the base revision's settings in force."""
    workspace = project({"logproof.yaml": "rules:\n  secret-in-log:\n    severity: low\n", "src/login.py": LEAK})
    base = git(workspace, "rev-parse", "HEAD")
    commit(workspace, {"src/pyproject.toml": PROJECT + SILENT})
    runner = start(workspace, base)
    assert check(runner, paths="src")[0] == 1, runner.log
    assert "::notice file=" in runner.log  # low, as the base has it


def accepted(workspace: Path) -> str:
    """A baseline of all that is found there."""
    file = workspace.parent / "accepted.json"
    file.unlink(missing_ok=True)
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = run(sys.executable, "-m", "checker", "baseline", "create", f"--baseline={file}", cwd=workspace, env=environ)
    assert done.returncode == 0, done.stdout
    return file.read_text(encoding="utf-8")


def test_a_pull_request_cannot_accept_its_own_leak(project: Make, start: Start) -> None:
    """The baseline is the base revision's, whether the settings or the input name it: what the change adds to it does not count."""
    settings = PROJECT + '[tool.logproof]\nbaseline = "accepted.json"\n'
    workspace = project({"pyproject.toml": settings, "old.py": LEAK})
    old = accepted(workspace)
    base = commit(workspace, {"accepted.json": old})
    assert check(start(workspace, base))[0] == 0
    write(workspace, {"new.py": LEAK.replace("sign_in", "sign_up")})
    commit(workspace, {"accepted.json": accepted(workspace)})
    for inputs in ({}, {"baseline": "accepted.json"}):
        code, outputs = check(start(workspace, base), **inputs)
        assert (code, outputs["findings"]) == (1, "1")
    assert check(start(workspace, base), settings_from_base="false")[0] == 0
    assert check(start(workspace))[0] == 0


def test_a_baseline_that_the_base_does_not_have_hides_nothing(project: Make, start: Start) -> None:
    """The change that brings the first baseline is judged without one, and told so."""
    workspace = project({"pyproject.toml": PROJECT, "old.py": LEAK})
    base = git(workspace, "rev-parse", "HEAD")
    commit(workspace, {"accepted.json": accepted(workspace)})
    runner = start(workspace, base)
    assert check(runner, baseline="accepted.json")[0] == 1
    assert "The base revision has no such baseline" in runner.log


def test_only_what_the_change_touches(project: Make, start: Start) -> None:
    """With `since` an old leak in untouched code is not reported, and a new one is."""
    workspace = project({"pyproject.toml": PROJECT, "old.py": LEAK})
    base = git(workspace, "rev-parse", "HEAD")
    commit(workspace, {"other.py": CLEAN})
    assert check(start(workspace, base), since=base)[0] == 0
    commit(workspace, {"new.py": LEAK})
    code, outputs = check(start(workspace, base), since=base)
    assert (code, outputs["findings"]) == (1, "1")


def test_a_shallow_checkout_fetches_its_base(project: Make, start: Start, tmp_path: Path) -> None:
    """With one commit in the checkout the base revision is fetched; where it cannot be, the run fails and says what to do."""
    origin = project({"pyproject.toml": PROJECT, "login.py": CLEAN})
    base = git(origin, "rev-parse", "HEAD")
    git(origin, "checkout", "--quiet", "-b", "change")
    commit(origin, {"pyproject.toml": PROJECT + SILENT, "login.py": LEAK})
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth=1", "--branch=change", origin.as_uri(), str(shallow))
    runner = start(shallow, base)
    assert check(runner)[0] == 1, runner.log
    lonely = tmp_path / "lonely"
    git(tmp_path, "clone", "--quiet", "--depth=1", "--branch=change", origin.as_uri(), str(lonely))
    git(lonely, "remote", "remove", "origin")
    runner = start(lonely, base)
    code, outputs = check(runner)
    assert (code, outputs["exit-code"], outputs["sarif"]) == (2, "2", "")
    assert "::error title=logproof::the base revision is not in the checkout" in runner.log
    assert "fetch-depth" in runner.log


def test_an_unread_file_is_told_apart(project: Make, start: Start) -> None:
    """A file that cannot be parsed ends the step with 3, and all reports are there."""
    runner = start(project({"pyproject.toml": PROJECT, "login.py": CLEAN, "broken.py": "def (:\n"}))
    code, outputs = check(runner)
    assert code == 3, runner.log
    assert outputs["exit-code"] == "3"
    assert Path(outputs["sarif"]).is_file()


def test_a_long_summary_is_cut_at_a_line(installed: Runner, tmp_path: Path) -> None:
    """A summary beyond GitHub's limit is cut below it, at a line's end, and says so."""
    (tmp_path / "long.md").write_text("é line\n" * 200_000, encoding="utf-8")
    program = (
        f"import pathlib, runpy; run = runpy.run_path({str(installed.action / 'action' / 'run.py')!r});"
        "run['summarise'](pathlib.Path('long.md'), pathlib.Path('summary.md'))"
    )
    subprocess.run([installed.steps["install"]["python"], "-I", "-c", program], cwd=tmp_path, check=True)
    text = (tmp_path / "summary.md").read_bytes()
    assert 900_000 < len(text) < 1024 * 1024
    lines = text.decode("utf-8").splitlines()
    assert set(lines[:-2]) == {"é line"}
    assert lines[-1].startswith("The rest did not fit")


def test_no_expression_stands_in_a_script() -> None:
    """Every `run` text of the action is free of `${{`, so nothing is ever pasted into a script."""
    document = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert [step for step in document["runs"]["steps"] if "${{" in step["run"]] == []


def test_zizmor_finds_nothing() -> None:
    """The Action and the workflows pass zizmor, its pedantic audits included."""
    command = [str(Path(sys.executable).with_name("zizmor")), "--offline", "--no-progress", "--persona=pedantic", "--format=json"]
    done = subprocess.run([*command, "action.yml", ".github/workflows"], cwd=ROOT, stdout=subprocess.PIPE, check=False)
    assert (done.returncode, json.loads(done.stdout)) == (0, [])


@pytest.mark.parametrize(
    ("schema", "name"), [("vendor.github-actions", "action.yml"), ("vendor.github-workflows", ".github/workflows/ci.yml")]
)
def test_the_schemas_hold(schema: str, name: str) -> None:
    """The Action and the workflow have the form that GitHub publishes."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, name]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_hooks_have_the_form_that_pre_commit_wants() -> None:
    """pre-commit's own validator accepts the manifest."""
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    assert done.returncode == 0, done.stdout
