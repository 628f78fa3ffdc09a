"""Where values come from: node tables walked backwards, through names, objects, calls and files."""
