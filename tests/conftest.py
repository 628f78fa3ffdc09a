"""What holds for every test."""

from __future__ import annotations

import os

from hypothesis import settings

# A busy machine fails no test, and what CI tries is the same each time; elsewhere the search goes on.
settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("project")
