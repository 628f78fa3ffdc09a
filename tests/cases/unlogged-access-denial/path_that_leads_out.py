from fastapi import APIRouter, HTTPException
from fastapi.responses import FileResponse

from shop.settings import DUMPS

router = APIRouter()


@router.get("/dumps/{name}")
def dump(name: str):
    path = DUMPS / name
    try:
        path.resolve().relative_to(DUMPS)
    except ValueError as error:
        raise HTTPException(403, "Invalid path") from error  # expect: denied access
    return FileResponse(path)
