"""The partners' door: machines that send a key along."""

from fastapi import APIRouter, Depends, Header, HTTPException

from portal.store import store

partners = APIRouter()


async def partner(x_key: str = Header()):
    """Who sends the key. A wrong one is turned away, and nobody ever hears of it."""
    found = store.authenticate(x_key)
    if not found:
        raise HTTPException(status_code=401, detail="unknown key")
    return found


@partners.get("/stock")
async def stock(who=Depends(partner)):
    """What is in stock."""
    return store.stock(who)
