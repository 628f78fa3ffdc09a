"""Roles are compared in the same time whatever they are: a right decides, and no token."""

import hmac

from fastapi import Depends, FastAPI, HTTPException, Request

app = FastAPI()


def roles_include_fixed_work(roles, wanted):
    for role in roles:
        for one in wanted:
            if hmac.compare_digest(role.encode(), one.encode()):
                return True
    return False


def is_miller(request: Request):
    if roles_include_fixed_work(request.state.user.roles, ("miller",)):
        return
    raise HTTPException(403)  # expect: a denied access


@app.get("/wheel", dependencies=[Depends(is_miller)])
def wheel():
    return {}
