"""Which log files logrotate takes care of."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import Any

from checker.logconfig.surroundings import Rotation
from checker.logconfig.values import ELLIPSIS
from checker.remembering import of_the_last

_OTHERS = re.compile(r"/(?:nginx|apache2?|httpd|mysql|mariadb|postgresql|redis|rabbitmq|mongodb|supervisor|php[\w.-]{0,12})/\*")
"""All files in the folder of another program."""
WATCHED = "watched"
"""No option of logrotate's: that a remark says that the writer looks for its file itself."""
_TELLING = frozenset(("copytruncate", "copy", "postrotate", "lastaction", "prerotate", "firstaction"))


def rotation_of(name: str, facts: tuple[Any, ...]) -> Rotation | None:
    """What rotates a file; where a folder is not known, as that of a relative path, the files' names decide."""
    return next((one for one in _rotations(facts) if covers(one, name)), None) if name else None


@of_the_last
def _rotations(facts: tuple[Any, ...]) -> tuple[Rotation, ...]:
    return tuple(one for one in facts if isinstance(one, Rotation))


def tells(rotation: Rotation) -> bool:
    """Whether the process keeps writing to the right file: the file is copied, or a script tells the process."""
    return not _TELLING.isdisjoint(rotation.options)


def covers(rotation: Rotation, name: str) -> bool:
    """Whether it rotates a file of that name."""
    base = name.rpartition("/")[2]
    return any(
        _matches(name, one) or (base and _open(name, one) and fnmatchcase(base, one.rpartition("/")[2]) and not _OTHERS.search(one))
        for one in rotation.patterns
    )


def _matches(name: str, pattern: str) -> bool:
    """As ``glob`` does it: a star stands for no folder."""
    return name.count("/") == pattern.count("/") and fnmatchcase(name, pattern)


def _open(name: str, pattern: str) -> bool:
    """Whether the folder of one of them is not known."""
    return any(not one.startswith("/") or ELLIPSIS in one or "$" in one or "{" in one for one in (name, pattern))
