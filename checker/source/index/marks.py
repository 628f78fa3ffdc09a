"""What the index notes of a value's uses, under names that no code can have, and what several of its files look for."""

from __future__ import annotations

import ast

ADDRESSED = "(address)"
"""The use that shows a value to be an address in which a password stands: that is taken out of it."""
OBJECT = "(object)"
"""The use that shows a value to be an object of a class: a lexer's or a database's."""
OPTION = "(option)"
"""The owner of what a command line's parser takes: ``add_argument("--password")``."""
SECTIONS = "(sections)"
"""What is written behind the name of a configuration's parser of which an option is read: ``parser.get("database", "password")``."""
SWITCH = "(switch)"
"""The owner of what such a parser takes without a text: ``add_argument("--token", action="store_true")``."""
PATH = "(path)"
"""The use that shows a value to be a file's name."""
KIND = "(kind) "
"""Beginning of the use that says by an annotation what a value is: ``self.cfg: Settings = load()``."""
PRESENTED = "="
"""Beginning of what is noted, among what a function calls, of a name whose value is shown or checked as a credential: ``=token``."""
CARRIED = frozenset({"headers", "cookies", "env", "environ"})
"""Keys under which containers stand that carry secrets."""
DISPLAYS = (ast.Dict, ast.List)
NAMED = (ast.Name, ast.Attribute)
