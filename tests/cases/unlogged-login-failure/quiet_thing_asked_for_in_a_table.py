from fastapi import Depends, HTTPException

from shop.db import get_db


async def get_parcel(number: int, db=Depends(get_db)):
    cursor = db.conn.execute("SELECT weight FROM parcels WHERE number = ?", (number,))
    row = cursor.fetchone()
    if not row:
        raise HTTPException(status_code=404, detail="no such parcel")
    return row[0]
