import logging

from fastapi import FastAPI, HTTPException
from sqlalchemy import select

from shop.models import Worker, session

logger = logging.getLogger(__name__)
app = FastAPI()


def query_of(worker_name: str):
    return select(Worker).where(Worker.name == worker_name)


@app.delete("/workers/{worker_name}")
def remove(worker_name: str):
    query = query_of(worker_name)
    worker = session.scalar(query)
    if not worker:
        raise HTTPException(404)
    if worker.running:
        logger.error(f"Cannot remove {worker_name}")
        raise HTTPException(409)
    session.delete(worker)


@app.post("/workers/{worker_name}/start")
def start(worker_name: str):
    query = select(Worker).where(Worker.name == worker_name)
    worker = session.scalar(query)
    if not worker:
        logger.warning("no worker %s", worker_name)  # expect: reaches logger.warning()
        raise HTTPException(404)
    session.add(worker)
