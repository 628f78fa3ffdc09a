"""A row is asked for, the old password is checked, and only then is there a new one: what the fix writes, and where."""

from __future__ import annotations

from tests.robustness.fixes import fixed, troubles

_API = """import logging

from fastapi import APIRouter, Depends, HTTPException, Request
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.db import get_session
from shop.models import User
from shop.security import current_user, hash_password, verify_password

router = APIRouter()
logger = logging.getLogger(__name__)


@router.post("/password")
async def change_password(request: Request, body: dict, user=Depends(current_user), db: AsyncSession = Depends(get_session)):
    result = await db.execute(select(User).where(User.id == user["sub"]))
    row = result.scalar_one_or_none()
    if not row or not verify_password(body["old"], row.password_hash or ""):
        raise HTTPException(401, "wrong password")
    row.password_hash = hash_password(body["new"])
    db.add(row)
    await db.commit()
    return {}
"""


def test_each_way_is_recorded_where_it_is_certain() -> None:
    """The refusal before it is raised, the change once it is kept; a column of the table names nobody."""
    files = {"api.py": _API.encode()}
    new = fixed(files, unsafe=True)["api.py"]
    assert list(troubles(files["api.py"], new)) == []
    lines = [line.strip() for line in new.decode().splitlines()]
    refused, changed = (
        next(at for at, line in enumerate(lines) if event in line) for event in ("authn_login_fail", "authn_password_change")
    )
    assert lines[refused + 1] == 'raise HTTPException(401, "wrong password")'
    assert lines[changed - 1] == "await db.commit()"
    assert not any("User.id" in line for line in (lines[refused], lines[changed]))
