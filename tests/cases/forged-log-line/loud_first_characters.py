import logging

from fastapi import FastAPI, Request

app = FastAPI()
log = logging.getLogger(__name__)


@app.post("/jobs")
async def start(request: Request):
    data = await request.json()
    job = data.get("job")

    async def run():
        log.info(f"running {job[:8]}")

    log.info("starting %s", job[:12])
    log.info("starting %s", job[:200])  # expect: `data['job']` reaches log.info()
    log.info("starting ...%s", job[8:])  # expect: `data['job']` reaches log.info()
    await run()
    return {}
