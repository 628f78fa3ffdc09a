"""What a name, a call, a form or a status tells by itself, before any way is followed."""
