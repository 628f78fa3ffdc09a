import logging

import httpx

logger = logging.getLogger(__name__)


async def refresh(client: httpx.AsyncClient, refresh_token: str) -> str:
    logger.debug(f"refreshing: {refresh_token=}")  # expect: token
    response = await client.post("/token", data={"refresh_token": refresh_token})
    logger.debug(f"refreshed: {response.status_code=}")
    return response.json()["id"]
