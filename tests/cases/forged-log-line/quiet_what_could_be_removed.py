"""Only what was there can be removed or switched: its name is one that somebody chose before."""

import logging

from fastapi import FastAPI, HTTPException
from shop import agents, servers

logger = logging.getLogger(__name__)
app = FastAPI()


@app.delete("/agents/{name}")
async def remove_agent(name: str):
    if agents.delete_agent(name):
        logger.info(f"agent {name} is gone")
        return {"gone": name}
    raise HTTPException(status_code=404, detail="no such agent")


@app.post("/servers/{name}/toggle")
async def toggle(name: str, on: bool):
    if not servers.toggle(name, on):
        raise HTTPException(status_code=404, detail="no such server")
    logger.info("server %s is now %s", name, on)
    return {"server": name}
