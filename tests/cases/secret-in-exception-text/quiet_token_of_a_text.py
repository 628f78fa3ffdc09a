def parse(tokens):
    for next_token in tokens:
        if next_token not in ("(", ")"):
            raise SyntaxError(f"unexpected {next_token}")
