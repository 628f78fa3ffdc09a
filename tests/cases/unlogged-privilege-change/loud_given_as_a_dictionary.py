"""What an account shall have is put into a dictionary, which its keeper is given."""

from fastapi import APIRouter, Request

from shop.database import db_user_handler
from shop.models import Role

router = APIRouter()


@router.put("/users/{number}")
async def update_user(request: Request, number: int, form):
    cleaned = {}
    if form.email:
        cleaned["email"] = form.email.lower()
    if form.role and request.user.id != number:
        cleaned["role"] = Role.coerce(form.role)  # expect: a change of rights leaves no security record
    if cleaned:
        db_user_handler.update_user(number, cleaned)
    return {"id": number}
