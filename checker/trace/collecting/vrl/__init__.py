"""Vector's remap language, as far as its common forms go: parsed and done to a record, never run."""
