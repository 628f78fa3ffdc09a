from fastapi import APIRouter, Depends, HTTPException

from shop.logic import cancel_order, export_files
from shop.security import customer

router = APIRouter()


@router.delete("/orders/{number}")
async def cancel(number: int, who=Depends(customer)):
    try:
        await cancel_order(number, who)
    except ValueError as error:
        raise HTTPException(400, str(error)) from error
    except PermissionError as error:
        raise HTTPException(403, str(error)) from error  # expect: denied access
    return "cancelled"


@router.post("/export")
async def export(who=Depends(customer)):
    """The server may not write there: nobody is denied anything."""
    try:
        export_files(who)
    except PermissionError as error:
        raise HTTPException(403, "not writable") from error
    return "done"
