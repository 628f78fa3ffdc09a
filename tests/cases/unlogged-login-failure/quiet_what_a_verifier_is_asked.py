from fastapi import APIRouter, Depends

from shop.carriers import carrier_of
from shop.users import current_user

router = APIRouter()


@router.patch("/carriers/{number}")
async def update_carrier(number: int, payload, user=Depends(current_user)):
    carrier = carrier_of(number)
    mapper = payload.mapper
    verify_input = mapper.resolve_verify_credentials_for_update(payload, carrier)
    if verify_input is not None:
        await carrier.check(verify_input)
    return mapper.answer(carrier)
