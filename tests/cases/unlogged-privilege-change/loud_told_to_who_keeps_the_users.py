from fastapi import APIRouter

from shop.services import user_service

router = APIRouter()


@router.put("/users/{number}")
async def put(number: int, body):
    await user_service.update(number, name=body.name, role=body.role)  # expect: a change of rights leaves no security record
    return {"changed": number}
