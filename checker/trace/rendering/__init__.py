"""What a handler's formatter makes of a record: a line, as the formatter itself would write it, with what can be read back from it."""
