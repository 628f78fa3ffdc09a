from fastapi import APIRouter

from desk.stores import families, sessions

router = APIRouter()


async def revoke_session(user_id: int, family_id: str) -> bool:
    revoked = await sessions.revoke_user_session(user_id, family_id)
    if revoked and families is not None:
        await families.revoke_family(family_id)
    return revoked
