import logging

from fastapi import APIRouter, Depends, HTTPException
from fastapi.responses import JSONResponse

from shop.auth import current_user
from shop.notes import fetch, remove

logger = logging.getLogger(__name__)
router = APIRouter()


@router.delete("/notes/{number}")
async def delete_note(number: int, user=Depends(current_user)):
    try:
        note = fetch(number)
        if note.owner_id != user.id:
            raise HTTPException(status_code=403, detail="This note is not yours")
        remove(note)
        return JSONResponse({"message": "deleted"})
    except HTTPException as error:
        logger.warning("user %s was refused: %s", user.id, error.detail)
        return JSONResponse({"message": error.detail}, status_code=error.status_code)
