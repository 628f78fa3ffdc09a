# file: app/api.py
from fastapi import APIRouter
from pydantic import BaseModel

from app.net import download

router = APIRouter()


class Source(BaseModel):
    url: str
    name: str


@router.post("/sources")
async def add(source: Source):
    return await download(source.url)


@router.get("/title")
async def title(page: str):
    return await download(page)
# file: app/net.py
import httpx


async def download(address):
    async with httpx.AsyncClient() as client:
        answer = await client.get(address)  # expect: client.get() asks an address that a client controls
    return answer.text
