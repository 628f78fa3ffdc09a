from fastapi import Depends, HTTPException
from fastapi.security import HTTPBearer

from shop.db import get_db
from shop.models import User

security = HTTPBearer(auto_error=False)


async def get_current_user(sent=Depends(security), db=Depends(get_db)):
    if not sent:
        raise HTTPException(status_code=401, detail="Not authenticated")
    token = sent.credentials
    cursor = db.conn.execute("SELECT s.user_id, u.email FROM sessions s JOIN users u ON s.user_id = u.id WHERE s.token = ?", (token,))
    row = cursor.fetchone()
    if not row:
        raise HTTPException(status_code=401, detail="Invalid credentials")  # expect: a failed login leaves no security record
    return User(id=row[0], email=row[1])
