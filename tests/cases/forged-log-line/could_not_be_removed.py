import logging

from fastapi import FastAPI, HTTPException
from shop import agents

logger = logging.getLogger(__name__)
app = FastAPI()


@app.delete("/agents/{name}")
async def remove_agent(name: str):
    if agents.delete_agent(name):
        return {"gone": name}
    logger.info("no agent called %s", name)  # expect: reaches logger.info()
    raise HTTPException(status_code=404, detail="no such agent")
