"""How a function is left that refuses somebody: by an answer, an exception, a result, or nothing."""
