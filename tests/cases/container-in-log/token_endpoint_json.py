import httpx
from loguru import logger


async def sign_in(client: httpx.AsyncClient, user: str, password: str):
    answer = await client.post("/auth/login", json={"user": user, "password": password})
    granted = answer.json()
    logger.debug("login answered {}", granted)  # expect: response|login|body|token
    return granted["access_token"]
