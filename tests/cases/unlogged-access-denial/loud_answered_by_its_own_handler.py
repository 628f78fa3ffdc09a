from fastapi import APIRouter, Depends, HTTPException
from fastapi.responses import JSONResponse

from shop.auth import current_user
from shop.notes import fetch, remove

router = APIRouter()


@router.delete("/notes/{number}")
async def delete_note(number: int, user=Depends(current_user)):
    try:
        note = fetch(number)
        if not note:
            raise HTTPException(status_code=404, detail="There is no such note")
        if note.owner_id != user.id:
            raise HTTPException(status_code=403, detail="This note is not yours")  # expect: a denied access leaves no security record
        remove(note)
        return JSONResponse({"message": "deleted"})
    except HTTPException as error:
        return JSONResponse({"message": error.detail}, status_code=error.status_code)
    except Exception as error:
        return JSONResponse({"message": str(error)}, status_code=500)
