from fastapi import APIRouter, HTTPException

from mill.clock import now
from mill.store import offers, tokens

router = APIRouter()


@router.post("/offers/{number}/confirm")
def confirm_offer(number: int):
    offer = offers.get(number)
    if offer is None or offer.expires_at < now():
        raise HTTPException(400, "The offer is over")
    if offer.is_expired():
        raise HTTPException(400, "The offer is over")
    return {"price": offer.price}


@router.get("/words")
def words(text: str):
    found = tokens.get(text)
    if found is None:
        raise HTTPException(400, "No such word")
    return found
