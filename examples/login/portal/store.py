"""Where members, partners and notes are kept."""

store = object()
