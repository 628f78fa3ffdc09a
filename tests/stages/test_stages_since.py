"""What has changed since a revision, and which findings that touches."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker import since
from checker.errors import LogproofError
from checker.model import Confidence, Finding, Severity, Span, Step
from checker.since.changes import Changes, Hunk
from tests.stages.projects import write

Git = Callable[..., str]
OLD = "".join(f"line {number}\n" for number in range(1, 13))


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Runs git in a new repository, as somebody, whatever this machine's settings are."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environ |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    somebody = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]

    def run(*arguments: str, folder: Path = tmp_path) -> str:
        done = subprocess.run(["git", *somebody, *arguments], cwd=folder, env=environ, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    run("init", "--quiet")
    return run


def committed(git: Git, root: Path, files: Mapping[str, str]) -> str:
    """Commit the files; give the revision."""
    write(root, files)
    git("add", "--all")
    git("commit", "--quiet", "--allow-empty", "--message=a change")
    return git("rev-parse", "HEAD")


def refused(root: Path, revision: str) -> str:
    """Why git cannot tell, and what to do."""
    with pytest.raises(LogproofError) as caught:
        since.changes(str(root), revision, ["a.py"])
    problem = caught.value.problems[0]
    assert problem.hint
    return f"{problem.message} | {problem.hint}"


def test_commits_index_files_and_untracked_ones_all_count(git: Git, tmp_path: Path) -> None:
    """A change counts whether it is committed, staged, only on the disk or unknown to git."""
    committed(git, tmp_path, dict.fromkeys(("a.py", "b.py", "c.py", "d.py", "gone.py"), OLD))
    git("checkout", "--quiet", "-b", "feature")
    committed(git, tmp_path, {"a.py": OLD.replace("line 3\n", "LINE 3\n")})
    write(tmp_path, {"b.py": OLD.replace("line 4\n", "")})
    git("add", "b.py")
    write(tmp_path, {"c.py": OLD + "more\n", "new.py": OLD})
    found = since.changes(str(tmp_path), "main", ["a.py", "b.py", "c.py", "d.py", "new.py"])
    assert found.hunks == {"a.py": [Hunk(3, 1, 1)], "b.py": [Hunk(3, 0, 1)], "c.py": [Hunk(13, 1, 0)]}
    assert found.whole == {"new.py"}


def test_the_other_branchs_own_changes_do_not_count(git: Git, tmp_path: Path) -> None:
    """The comparison is with the merge base: what happened on the named branch since then is not this change's."""
    committed(git, tmp_path, {"a.py": OLD, "b.py": OLD})
    git("checkout", "--quiet", "-b", "feature")
    committed(git, tmp_path, {"a.py": OLD + "mine\n"})
    git("checkout", "--quiet", "main")
    committed(git, tmp_path, {"b.py": OLD + "theirs\n"})
    git("checkout", "--quiet", "feature")
    assert set(since.changes(str(tmp_path), "main", ["a.py", "b.py"]).hunks) == {"a.py"}


def test_a_renamed_file_is_compared_with_what_it_was(git: Git, tmp_path: Path) -> None:
    """Of a file that was moved and changed only the changed lines count."""
    committed(git, tmp_path, {"old/a.py": OLD})
    (tmp_path / "new").mkdir()
    git("mv", "old/a.py", "new/b.py")
    write(tmp_path, {"new/b.py": OLD.replace("line 9\n", "LINE 9\n")})
    found = since.changes(str(tmp_path), "HEAD", ["new/b.py"])
    assert (found.hunks, found.whole) == ({"new/b.py": [Hunk(9, 1, 1)]}, set())


def test_a_project_below_the_repositorys_top(git: Git, tmp_path: Path) -> None:
    """Paths are the project's, and changes elsewhere in the repository are none of it."""
    committed(git, tmp_path, {"api/a.py": OLD, "web/a.py": OLD})
    write(tmp_path, {"api/a.py": OLD + "x\n", "web/a.py": OLD + "x\n"})
    assert since.changes(str(tmp_path / "api"), "HEAD", ["a.py"]).hunks == {"a.py": [Hunk(13, 1, 0)]}


NAMES = ('qu"ote.py', "new\nline.py", "tab\there.py", "sp ace.py", "caf\u00e9.py", "b/+++ b.py", "-dash.py", "back\\slash.py", "*.py")


def test_odd_names_are_read_right(git: Git, tmp_path: Path) -> None:
    """Quotes, line breaks and signs in a file's name neither hide its changes nor invent some."""
    committed(git, tmp_path, dict.fromkeys(NAMES, OLD))
    write(tmp_path, dict.fromkeys(NAMES, OLD + "x\n"))
    found = since.changes(str(tmp_path), "HEAD", NAMES)
    assert found.hunks == {name: [Hunk(13, 1, 0)] for name in NAMES}
    assert not found.whole


def test_lines_that_look_like_a_diff_are_only_lines(git: Git, tmp_path: Path) -> None:
    """Neither headers nor hunks in a file's text are taken for git's own, with or without a line break at the end."""
    spoof = "++ b/other.py\n-- a/other.py\n@@ -1,9 +1,9 @@\ndiff --git a/x b/x\n\\ No newline\n"
    committed(git, tmp_path, {"a.py": "x\n" + spoof, "z.py": OLD})
    write(tmp_path, {"a.py": spoof + spoof.rstrip("\n"), "z.py": OLD.rstrip("\n")})
    found = since.changes(str(tmp_path), "HEAD", ["a.py", "z.py"])
    assert set(found.hunks) == {"a.py", "z.py"}
    assert found.hunks["z.py"] == [Hunk(12, 1, 1)]


def test_no_command_of_the_repository_is_run(git: Git, tmp_path: Path) -> None:
    """Diff drivers, text converters, filters, pagers and monitors that the repository's configuration names stay unused."""
    committed(git, tmp_path, {"a.py": OLD, ".gitattributes": "*.py diff=evil filter=ev=il\n"})
    run = f"touch {tmp_path / 'pwned'}; cat"
    for name in ("diff.external", "diff.evil.command", "diff.evil.textconv", "filter.ev=il.clean", "core.pager", "core.fsmonitor"):
        git("config", name, run)
    git("config", "filter.ev=il.required", "true")
    write(tmp_path, {"a.py": OLD + "x\n"})
    assert since.changes(str(tmp_path), "HEAD", ["a.py"]).hunks == {"a.py": [Hunk(13, 1, 0)]}
    assert not (tmp_path / "pwned").exists()


def test_a_submodule_is_compared_with_the_commit_that_it_had(git: Git, tmp_path: Path) -> None:
    """What lies in a submodule that did not change has not changed; where it did, its lines tell; a new submodule counts as a whole."""
    files = ["app.py", "lib/a.py", "lib/b.py", "more/a.py"]
    for name in ("lib", "more"):
        write(tmp_path / name, {"a.py": OLD, "b.py": OLD})
        git("init", "--quiet", folder=tmp_path / name)
        git("add", "--all", folder=tmp_path / name)
        git("commit", "--quiet", "--message=a part", folder=tmp_path / name)
    write(tmp_path, {"app.py": OLD})
    git("add", "app.py", "lib")
    git("commit", "--quiet", "--message=with a submodule")
    base = git("rev-parse", "HEAD")
    assert since.changes(str(tmp_path), base, files[:3]) == Changes(base)
    write(tmp_path, {"lib/a.py": OLD.replace("line 3\n", "LINE 3\n"), "lib/c.py": OLD})
    found = since.changes(str(tmp_path), base, [*files[:3], "lib/c.py"])
    assert (found.hunks, found.whole) == ({"lib/a.py": [Hunk(3, 1, 1)]}, {"lib/c.py"})
    git("add", "--all", folder=tmp_path / "lib")
    git("commit", "--quiet", "--message=a change", folder=tmp_path / "lib")
    git("add", "lib", "more")
    git("commit", "--quiet", "--message=with two")
    found = since.changes(str(tmp_path), base, files)
    assert (found.hunks["lib/a.py"], found.whole) == ([Hunk(3, 1, 1)], {"more/a.py"})


def test_what_git_cannot_tell_is_refused(git: Git, tmp_path: Path) -> None:
    """No repository, no commit, no such revision, an option for a revision, no common ancestor: each is told with a hint."""
    assert "knows no revision" in refused(tmp_path, "main")
    committed(git, tmp_path, {"a.py": OLD})
    assert "knows no revision `mian`" in refused(tmp_path, "mian")
    assert "is no revision" in refused(tmp_path, "--output=x")
    assert "is no revision" in refused(tmp_path, "")
    assert "is no revision" in refused(tmp_path, "a\nb")
    assert "knows no revision" in refused(tmp_path, "HEAD:a.py")
    git("checkout", "--quiet", "--orphan", "other")
    committed(git, tmp_path, {"a.py": OLD + "x\n"})
    assert "no common ancestor" in refused(tmp_path, "main")


def test_what_is_no_single_revision_is_told(git: Git, tmp_path: Path) -> None:
    """A range, and HEAD where nothing is committed, get a hint of their own."""
    assert "the repository has no commit yet" in refused(tmp_path, "HEAD")
    committed(git, tmp_path, {"a.py": "one = 1\n"})
    assert "give one revision: --since=HEAD" in refused(tmp_path, "HEAD..main")


def test_no_repository_is_refused(tmp_path: Path) -> None:
    """A folder that git knows nothing of is told as such."""
    assert "is in no git repository" in refused(tmp_path, "main")


def test_a_shallow_clone_is_told_how_to_get_its_history(git: Git, tmp_path: Path) -> None:
    """Where the merge base lies beyond a shallow clone's end the hint says how to deepen it."""
    first = committed(git, tmp_path, {"a.py": OLD})
    committed(git, tmp_path, {"a.py": OLD + "x\n"})
    shallow = tmp_path.parent / f"{tmp_path.name}-shallow"
    git("clone", "--quiet", "--depth=1", tmp_path.as_uri(), str(shallow))
    assert "fetch-depth: 0" in refused(shallow, first)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=st.lists(st.integers(0, 6), max_size=12), after=st.lists(st.integers(0, 6), max_size=12))
def test_what_stays_the_same_is_outside_of_every_hunk(git: Git, tmp_path: Path, before: list[int], after: list[int]) -> None:
    """The lines outside of all hunks are, in order, lines that were there; and as many are new as the hunks say."""
    old, new = ("".join(f"v = {number}\n" for number in part) for part in (before, after))
    committed(git, tmp_path, {"a.py": old})
    write(tmp_path, {"a.py": new})
    hunks = since.changes(str(tmp_path), "HEAD", ["a.py"]).hunks.get("a.py", [])
    changed = {line for hunk in hunks for line in range(hunk.first, hunk.first + hunk.count)}
    kept = [line for number, line in enumerate(new.splitlines(), 1) if number not in changed]
    lines = iter(old.splitlines())
    assert all(line in lines for line in kept)
    assert len(before) - sum(hunk.removed for hunk in hunks) == len(kept)


TEXT = """\
import logging


def login(password):
    logging.info(
        "login with %s",
        password,
    )


class Shop:
    def pay(self, card):
        logging.info(card)

    def other(self):
        return 1


TOKEN = load()
logging.info(TOKEN)
"""


def at(line: int, *steps: int, said: str = "written", statement: str = "") -> Finding:
    """A finding on a line of the text, with steps on others."""
    place = Span("a.py", line, 5, line, 9)
    hops = tuple(Step(Span("a.py", one, 1, one, 2), said) for one in steps)
    return Finding("LP101", "secret-in-log", "m", Severity.HIGH, Confidence.HIGH, place, "", "", hops, statement=statement)


@pytest.mark.parametrize(
    ("hunk", "finding", "shown"),
    [
        (Hunk(7, 1, 0), at(5), True),  # an argument added to the statement
        (Hunk(4, 1, 0), at(5), False),  # an added line in the function beside it
        (Hunk(4, 1, 0), at(5, 4), True),  # an added line with a step
        (Hunk(4, 0, 1), at(5), True),  # a line taken out above
        (Hunk(8, 0, 1), at(5), True),  # and behind
        (Hunk(4, 1, 1), at(5), True),  # a line changed
        (Hunk(16, 1, 1), at(13), False),  # in another method
        (Hunk(14, 0, 3), at(13), True),  # between methods: the class has lost something, as may the method before
        (Hunk(16, 1, 1), at(20), False),
        (Hunk(18, 0, 1), at(20), True),  # the module's own code
        (Hunk(19, 1, 1), at(5), False),
        (Hunk(16, 1, 0), at(5, 5, said="passed through `Shop.other()`"), True),  # a function that the value comes through
        (Hunk(16, 1, 0), at(5, 5, said="passed through `other()`"), False),
        (Hunk(5, 1, 0), at(20, statement="logging.info(login(TOKEN))"), True),  # a function that the statement calls
        (Hunk(5, 1, 0), at(20, statement="logging.info(x.login(TOKEN))"), False),
    ],
)
def test_what_a_change_touches(hunk: Hunk, finding: Finding, shown: bool) -> None:
    """A finding is touched by changed lines on it or its steps, by lines taken out around them, and by changed functions on its way."""
    assert list(since.touched(Changes("main", {"a.py": [hunk]}), [finding], lambda path: TEXT)) == [finding] * shown


def test_a_definition_that_is_gone_touches_its_callers() -> None:
    """Where a masking function was taken out or renamed, a statement that calls its name is looked at again."""
    changes = Changes("main", {}, taken_out={"mask"})
    findings = [at(5, statement="logging.info(mask(password))"), at(5, statement="logging.info(password)")]
    assert list(since.touched(changes, findings, lambda path: TEXT)) == findings[:1]


def test_files_that_nobody_knows_count_as_changed() -> None:
    """A file that is new to git, or that does not parse, is changed as a whole; an unread file is always told."""
    broken = Changes("main", {"a.py": [Hunk(1, 1, 0)]})
    assert list(since.touched(broken, [at(20)], lambda path: "def (:\n"))
    assert list(since.touched(Changes("main", whole={"a.py"}), [at(20)], lambda path: TEXT))
    unread = Finding("LP001", "unread-file", "m", Severity.MEDIUM, Confidence.HIGH, Span("x.py", 1, 1, 1, 1), "", "")
    assert list(since.touched(Changes("main"), [unread, at(5)], lambda path: TEXT)) == [unread]
