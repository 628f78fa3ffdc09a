from fastapi import APIRouter, Depends

from packages.database import get_dao, get_db

router = APIRouter()


@router.delete("/channels/{channel}/members")
def delete_channel_member(channel: str, username: str, dao=Depends(get_dao), db=Depends(get_db)):
    channel_member = dao.find(channel, username)
    db.delete(channel_member)  # expect: change of rights
    db.commit()
