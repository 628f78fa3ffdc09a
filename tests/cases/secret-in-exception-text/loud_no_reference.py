"""What refers to nothing is the password itself."""


def resolve(password):
    if is_op_reference(password):
        return read(password)
    raise ValueError(f"{password!r} is no reference")  # expect: the password stands in the text of ValueError


def is_op_reference(value):
    return value.startswith("op://")
