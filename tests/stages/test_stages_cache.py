"""The cache never answers for a file that has changed, and never fails a run."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from checker import cache
from checker.cache import Cache, open_cache
from checker.own_files import own
from checker.source.ir import Outline

STAMP = (10, 1_000, 1_000, 7)


def filled(where: Path, root: str = "/project", **blobs: bytes) -> None:
    """Write a pack with these blobs."""
    kept = open_cache(root, "v", where)
    for path, blob in blobs.items():
        kept.put(path, STAMP, b"digest", Outline(path), blob)
    kept.save()


def test_what_was_put_is_found_again(tmp_path: Path) -> None:
    """An unchanged stamp is enough; another one asks for the content's digest."""
    filled(tmp_path, a=b"one", b=b"")
    again = open_cache("/project", "v", tmp_path)
    kept = again.get("a", STAMP)
    assert kept is not None
    assert (kept.digest, kept.outline, kept.fresh) == (b"digest", Outline("a"), True)
    assert (again.blob("a"), again.blob("b"), again.blob("c")) == (b"one", b"", None)
    for index in range(4):
        other = tuple(value + (place == index) for place, value in enumerate(STAMP))
        moved = again.get("a", other)  # type: ignore[arg-type]  # four numbers still
        assert moved is not None
        assert not moved.fresh
    assert again.get("c", STAMP) is None


def test_a_young_file_is_not_taken_by_its_stamp(tmp_path: Path) -> None:
    """A file written just before the run may change again within the clock's tick, so its digest is asked for."""
    now = time.time_ns()
    kept = open_cache("/project", "v", tmp_path)
    kept.put("a", (1, now, now, 1), b"digest", None, b"blob")
    kept.save()
    again = open_cache("/project", "v", tmp_path).get("a", (1, now, now, 1))
    assert again is not None
    assert not again.fresh


def test_each_project_vocabulary_and_version_has_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is found for another project, another vocabulary, or other sources of the tool."""
    filled(tmp_path, a=b"one")
    assert open_cache("/other", "v", tmp_path).get("a", STAMP) is None
    assert open_cache("/project", "w", tmp_path).get("a", STAMP) is None
    monkeypatch.setattr(cache, "sources_digest", lambda: "other")
    assert open_cache("/project", "v", tmp_path).get("a", STAMP) is None


@pytest.mark.parametrize("cut", [0, 1, 12, 30, -1])
def test_a_broken_pack_is_no_pack(tmp_path: Path, cut: int) -> None:
    """A truncated pack counts as missing, and the next run writes a good one."""
    filled(tmp_path, a=b"one")
    (pack,) = tmp_path.glob("*.pack")
    pack.write_bytes(pack.read_bytes()[:cut])
    assert open_cache("/project", "v", tmp_path).get("a", STAMP) is None
    filled(tmp_path, a=b"one")
    assert open_cache("/project", "v", tmp_path).get("a", STAMP) is not None


def test_every_flipped_byte_is_noticed(tmp_path: Path) -> None:
    """A pack with any one byte changed counts as missing, or what it says of a file does."""
    filled(tmp_path, a=b"one")
    (pack,) = tmp_path.glob("*.pack")
    good = pack.read_bytes()
    for place in range(len(good)):
        pack.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])
        again = open_cache("/project", "v", tmp_path)
        assert again.get("a", STAMP) is None or again.blob("a") is None


def test_every_flipped_byte_of_a_memory_is_noticed(tmp_path: Path) -> None:
    """A memory with any one byte changed counts as missing, as does one of other sources."""
    kept = open_cache("/project", "v", tmp_path)
    kept.remember(b"what was found", "all")
    (memory,) = tmp_path.glob("*.memory")
    good = memory.read_bytes()
    assert open_cache("/project", "v", tmp_path).recall("all") == b"what was found"
    for place in range(len(good)):
        memory.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])
        assert open_cache("/project", "v", tmp_path).recall("all") == b""


def test_a_pack_that_is_replaced_stays_readable(tmp_path: Path) -> None:
    """A run that opened a pack reads what it says there, whatever another run writes meanwhile."""
    filled(tmp_path, a=b"one")
    early = open_cache("/project", "v", tmp_path)
    filled(tmp_path, b=b"other", a=b"two")
    assert early.blob("a") == b"one"
    assert open_cache("/project", "v", tmp_path).blob("a") == b"two"


def test_an_unchanged_run_writes_nothing(tmp_path: Path) -> None:
    """A pack is written again only for a new, changed or deleted file."""
    filled(tmp_path, a=b"one", b=b"two")
    (pack,) = tmp_path.glob("*.pack")
    before = pack.stat().st_ino
    again = open_cache("/project", "v", tmp_path)
    again.keep("a")
    again.keep("b")
    again.save()
    assert pack.stat().st_ino == before
    fewer = open_cache("/project", "v", tmp_path)
    fewer.keep("a")
    fewer.save()
    assert open_cache("/project", "v", tmp_path).get("b", STAMP) is None
    assert open_cache("/project", "v", tmp_path).get("a", STAMP) is not None


def test_a_cache_inside_the_project_is_not_used(tmp_path: Path) -> None:
    """Who writes the project could put a pack there; links to such a folder do not help."""
    (tmp_path / "p" / "cache").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "p" / "cache")
    for where in (tmp_path / "p" / "cache", tmp_path / "link"):
        kept = open_cache(str(tmp_path / "p"), "v", where)
        kept.put("a", STAMP, b"digest", None, b"one")
        kept.save()
    assert list((tmp_path / "p" / "cache").iterdir()) == []


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: path.symlink_to("/dev/zero")], ids=["pipe", "folder", "endless"])
def test_what_is_no_file_is_no_pack(tmp_path: Path, make: Callable[[Path], None]) -> None:
    """A pipe, a folder or a device in the place of what was kept is neither waited for nor read without end."""
    filled(tmp_path, a=b"one")
    kept = open_cache("/project", "v", tmp_path)
    kept.remember(b"data", "part")
    own(tmp_path)
    for path in {*tmp_path.iterdir(), tmp_path / "own.memory"}:
        path.unlink(missing_ok=True)
        make(path)
    again = open_cache("/project", "v", tmp_path)
    assert (again.get("a", STAMP), again.recall("part"), own(tmp_path).sources) == (None, b"", cache.sources_digest())


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    """Where the cache's folder is a file, the run only goes on without a cache."""
    (tmp_path / "file").touch()
    filled(tmp_path / "file", a=b"one")
    assert open_cache("/project", "v", tmp_path / "file").get("a", STAMP) is None


def test_the_size_of_all_packs_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The packs longest unused go first; unfinished ones go after an hour."""
    filled(tmp_path, "/one", a=b"x" * 1000)
    (first,) = tmp_path.glob("*.pack")
    os.utime(first, (1, 1))
    old, young = tmp_path / "a.unfinished", tmp_path / "b.unfinished"
    old.touch()
    young.touch()
    os.utime(old, (1, 1))
    monkeypatch.setattr(cache, "LARGEST", 1500)
    filled(tmp_path, "/two", a=b"x" * 1000)
    assert not first.exists()
    assert open_cache("/two", "v", tmp_path).get("a", STAMP) is not None
    assert (old.exists(), young.exists()) == (False, True)


def test_a_cache_without_a_file_keeps_nothing() -> None:
    """``--no-cache`` reads and writes nothing."""
    kept = Cache()
    kept.put("a", STAMP, b"digest", None, b"one")
    kept.remember(b"what was found", "all")
    kept.save()
    assert kept.get("a", STAMP) is None
    assert kept.recall("all") == b""


def test_the_folder_is_the_users_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment names the folder, else it is the user's cache folder."""
    monkeypatch.setenv("LOGPROOF_CACHE_DIR", "/somewhere")
    assert cache.folder() == Path("/somewhere")
    monkeypatch.delenv("LOGPROOF_CACHE_DIR")
    assert cache.folder().name == "logproof"
