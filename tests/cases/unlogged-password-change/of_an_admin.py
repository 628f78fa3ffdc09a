from fastapi import Depends, Form

from tower.people import current
from tower.routes import app


@app.post("/password")
async def password(new_password: str = Form(...), admin=Depends(current)):
    admin.password = new_password  # expect: changed password
    await admin.save(update_fields=["password"])
    return {}
