def split_by(parts, tokenizer, control_token):
    number = tokenizer.get_special_token(control_token)
    if number not in parts:
        raise ValueError(f"Control token {control_token} not found in the list of tokens.")
    return parts


def load(name, tokenizer, access_token):
    if not name:
        raise ValueError(f"cannot load with {access_token}")  # expect: token
    return tokenizer(name, access_token)
