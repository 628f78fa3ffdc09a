"""``python -m checker.rules`` prints the index of all rules, ``docs/rules.md``."""

from __future__ import annotations

import sys

from checker.rules import registry
from checker.rules.index import index_page

if __name__ == "__main__":
    sys.stdout.write(index_page(registry()))
