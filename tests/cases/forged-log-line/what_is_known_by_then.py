import json
import logging
import os
from pathlib import Path

from fastapi import FastAPI, WebSocket

app = FastAPI()
log = logging.getLogger(__name__)
JOBS = Path("/jobs")
KNOWN = {}


@app.get("/jobs/{job_name}")
def job(job_name: str):
    path = JOBS / job_name / "config.json"
    if not path.exists():
        log.info("no %s", job_name)  # expect: `job_name`
        return None
    try:
        return json.loads(path.read_text())
    except ValueError:
        log.warning("cannot read %s", job_name)
        return None


@app.get("/os/{job_name}")
def other(job_name: str):
    path = os.path.join("/jobs", job_name)
    if os.path.exists(path):
        log.warning("cannot read %s", job_name)
    log.warning("read %s", job_name)  # expect: `job_name`


@app.get("/watch/{uuid}")
def watch(uuid: str):
    if KNOWN.get(uuid):
        log.warning("watching %s", uuid)
    log.warning("asked for %s", uuid)  # expect: `uuid`


@app.websocket("/chat")
async def chat(websocket: WebSocket):
    user = websocket.scope["user"].object
    log.info("rejected for user %s", user.id)
    log.info("rejected for path %s", websocket.scope["path_params"]["room"])  # expect: `websocket.scope


@app.get("/lines/{text}")
async def lines(text: str):
    for line in text.split("\n"):
        log.info("line %s", line)
    log.info("text %s", text)  # expect: `text`


@app.get("/ask/{name}")
def ask(name: str, client):
    if client.get(name):
        log.warning("asked %s", name)  # expect: `name`
    return name
