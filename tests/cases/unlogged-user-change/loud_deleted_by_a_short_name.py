from fastapi import APIRouter, Depends

from .deps import admin_only, directory

router = APIRouter()


@router.delete("/users/{name}", dependencies=[Depends(admin_only)])
def delete(name: str):
    for backend in directory.backends:
        backend.del_user(name)  # expect: a created or deleted user leaves no security record
    return {"ok": True}
