from fastapi import APIRouter, Depends, HTTPException, status

from shop.store import load
from shop.users import current_user

router = APIRouter()


class FremderAuftrag(HTTPException):
    def __init__(self, detail: str = "not yours"):
        super().__init__(status_code=status.HTTP_403_FORBIDDEN, detail=detail)


class AuftragFehlt(HTTPException):
    def __init__(self, detail: str = "no such order"):
        super().__init__(status_code=status.HTTP_404_NOT_FOUND, detail=detail)


@router.get("/orders/{number}")
def order(number: int, user=Depends(current_user)):
    found = load(number)
    if found is None:
        raise AuftragFehlt()
    if found.owner_id != user.id:
        raise FremderAuftrag()  # expect: denied access
    return found
