"""The files of a project as they were at the merge base of a revision and HEAD, in a folder that goes again."""

from __future__ import annotations

import io
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from checker.since.changes import merge_base, refusal
from checker.tree import git

_LARGEST = 2_000_000
"""Bytes of a file that is written; larger ones are read by nobody."""
_MOST = 200_000


@contextmanager
def before(root: str, revision: str) -> Iterator[str]:
    """The folder; raises LogproofError where git cannot tell."""
    try:
        done = git(root, "archive", "--format=tar", merge_base(root, revision), "--", ".")
    except TimeoutError as error:
        raise refusal(str(error), "see what `git archive` does there") from error
    if done is None or done.returncode:
        raise refusal(f"git cannot give the files of `{revision}`", "see what `git archive` says there")
    with tempfile.TemporaryDirectory(prefix="logproof-") as folder:
        _unpack(done.stdout, Path(folder))
        yield folder


def _unpack(data: bytes, folder: Path) -> None:
    """Plain files alone, below the folder alone: the archive is of a repository that is not trusted."""
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        for number, member in enumerate(archive):
            parts = PurePosixPath(member.name).parts
            if number >= _MOST or not member.isfile() or member.size > _LARGEST or ".." in parts or member.name.startswith("/"):
                continue
            held = archive.extractfile(member)
            if held is not None and parts:
                path = folder.joinpath(*parts)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(held.read())
