"""What was found to refer to a password is none."""

import shutil


def resolve(password):
    if not is_op_reference(password):
        return password
    if shutil.which("op") is None:
        raise ValueError(f"{password!r} is a reference, but there is no tool that reads it")
    return read(password)


def is_op_reference(value):
    return value.startswith("op://")
