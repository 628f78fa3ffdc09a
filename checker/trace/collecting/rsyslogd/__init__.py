"""rsyslog: what its conditions ask of a message, what its templates make of it."""
