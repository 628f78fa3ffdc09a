from fastapi import APIRouter, Depends, Request, Response

from shop.auth import auth, deps_of

router = APIRouter()


@router.post("/logout")
async def logout(request: Request, response: Response, deps=Depends(deps_of)):
    actor = None
    sid = ""
    try:
        payload = auth.verify_token(request.headers["Authorization"])
        actor = payload.sub
        sid = payload.sid
    except Exception:
        actor = None
    if sid:
        try:
            deps.sessions.revoke_session(session_id=sid, reason="logout")
        except Exception:
            pass
    audit = getattr(deps, "audit_log", None)
    if audit and actor:
        try:
            audit.log_event(action="logout", actor=actor)
        except Exception:
            pass
    auth.unset_cookies(response)
    return {"message": "out"}
