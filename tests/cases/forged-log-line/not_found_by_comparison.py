import logging

from fastapi import Depends, FastAPI, HTTPException

from shop.db import session
from shop.models import Job

app = FastAPI()
logger = logging.getLogger(__name__)


@app.post("/jobs/{job_id}/toggle")
async def toggle(job_id: str, note: str, db=Depends(session)):
    job = db.query(Job).filter(Job.id == job_id, Job.note != note).first()
    if not job:
        logger.info("no such job: %s", job_id)  # expect: reaches logger.info()
        raise HTTPException(404, "no such job")
    logger.info("switched: %s", note)  # expect: reaches logger.info()
