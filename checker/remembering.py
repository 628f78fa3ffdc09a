"""What is asked of a whole for each of its parts, and is found out once: a large one would else cost the square of its size."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


def of_the_last(function: Callable[[Asked], Answer]) -> Callable[[Asked], Answer]:
    """A function of one thing that never changes, which remembers what it said of the very thing that it was asked about last."""
    last: list[tuple[Asked, Answer]] = []

    @wraps(function)
    def remembering(asked: Asked) -> Answer:
        if not last or last[0][0] is not asked:
            last[:] = [(asked, function(asked))]
        return last[0][1]

    return remembering
