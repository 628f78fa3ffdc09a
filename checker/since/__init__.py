"""What has changed since a revision, and which findings that touches.

A finding is touched where

1. a line was added or changed on its statement, or on the statement of one of its steps;
2. a line was taken out or changed anywhere in a function (in a class's body, in a module's own code) that it or one of its steps stands in,
   because a mask that is taken out leaks by lines that did not change;
3. a function that its value comes through, or that its statement calls, was changed or is gone.

What a change does to code that has no step in it, a filter that redacts taken off a logger for one, only a run over everything shows.
"""

from checker.since.changes import Changes, changes
from checker.since.touching import touched

__all__ = ["Changes", "changes", "touched"]
