"""What a program says that was run here is nobody's refusal by this one."""

from fastapi import HTTPException

from shop.errors import AuthenticationError


def error_of(stderr, command):
    if "authentication failed" in stderr:
        return AuthenticationError("failed to authenticate", command)
    if "Permission denied" in stderr:
        raise HTTPException(status_code=403, detail="the program may not read that")
    return RuntimeError(command)
