"""A list shows its items by repr, also one of an enclosing function and as a part of a text."""

import logging

from fastapi import FastAPI, Request

log = logging.getLogger(__name__)
app = FastAPI()


@app.get("/events")
async def events(request: Request):
    topics = None
    asked = request.query_params.get("topic")
    if asked:
        topics = [topic.strip() for topic in asked.split(",")]

    async def sent():
        log.info(f"telling of {topics}")
        log.info("telling of %s", topics)
        log.info(f"telling of {asked}")  # expect: a line break in it starts a forged record

    return sent
