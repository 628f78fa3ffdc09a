"""Sessions are looked through for the one that shall end; where there is none, nobody has failed."""

import hmac

from fastapi import APIRouter, HTTPException

router = APIRouter()


class Sessions:
    def __init__(self, store):
        self.store = store

    async def revoke_by_handle(self, handle, owner):
        for session in await self.store.of(owner):
            if hmac.compare_digest(session.token_handle, handle):
                await self.store.drop(session)
                return True
        return False


sessions = Sessions(None)


@router.delete("/sessions/{handle}")
async def revoke_session(handle: str, principal):
    if not await sessions.revoke_by_handle(handle, owner=principal.user_id):
        raise HTTPException(404, "Session not found.")
    return {"detail": "Session revoked."}
