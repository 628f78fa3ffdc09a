import logging

from fastapi import Depends, FastAPI, HTTPException
from sqlalchemy import select

from shop.db import session
from shop.models import Job

app = FastAPI()
logger = logging.getLogger(__name__)


@app.post("/jobs/{job_id}/toggle")
async def toggle(job_id: str, db=Depends(session)):
    job = db.query(Job).filter(Job.id == job_id).first()
    if not job:
        raise HTTPException(404, "no such job")
    job.enabled = not job.enabled
    logger.info(f"job {job_id[:8]} switched")


@app.delete("/jobs/{job_id}")
async def delete(job_id: str, db=Depends(session)):
    job = (await db.execute(select(Job).where((Job.id == job_id) & Job.enabled))).scalar_one_or_none()
    if job is not None:
        await db.delete(job)
        logger.info("deleted %s", job_id)


@app.get("/jobs/{job_id}")
async def show(job_id: str, db=Depends(session)):
    found = await db.execute(select(Job).where(Job.id == job_id, Job.enabled.is_(True)))
    job = found.scalars().first()
    if job is None:
        raise HTTPException(404)
    logger.info("shown: %s", job_id)
    return job
