from fastapi import FastAPI, HTTPException

from shop.store import devices, workflows

app = FastAPI()


@app.put("/workflows/{name}")
def update(name: str):
    workflow = workflows.get(name)
    if workflow.provisioned:
        raise HTTPException(403, detail="Cannot update a provisioned workflow")
    return {}


@app.post("/devices/{name}")
def report(name: str):
    device = devices.get(name)
    if device.is_deactivated():
        raise HTTPException(403, detail="error: device deactivated")
    return {}
