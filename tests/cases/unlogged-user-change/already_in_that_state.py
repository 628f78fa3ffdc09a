import logging

from fastapi import APIRouter, Depends, HTTPException

from yard.people import by_mail, session, switch_off

logger = logging.getLogger(__name__)
router = APIRouter()


@router.patch("/people/off")
def deactivate(mail: str, db=Depends(session)):
    user = by_mail(db, mail)
    if not user:
        raise HTTPException(404)
    if user.is_active is False:
        logger.warning("somebody is off already")
    user.is_active = False  # expect: switched on or off
    db.commit()


@router.patch("/people/gone")
def quiet(mail: str, db=Depends(session)):
    user = by_mail(db, mail)
    if not user:
        raise HTTPException(404)
    logger.info("account %d is switched off", user.id)
    user.is_active = False
    db.commit()
