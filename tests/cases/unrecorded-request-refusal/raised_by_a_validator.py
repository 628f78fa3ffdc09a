# file: net.py
import ipaddress
import socket
from urllib.parse import urlparse

import httpx


class Refused(Exception):
    pass


def validate(url):
    host = urlparse(url).hostname
    if host is None:
        raise ValueError(url)
    for info in socket.getaddrinfo(host, None):
        address = ipaddress.ip_address(info[4][0])
        if address.is_private or address.is_loopback:
            raise Refused(url)  # expect: validate() refuses an address
    return url


async def fetch(url):
    async with httpx.AsyncClient() as client:
        return await client.get(validate(url))
# file: api.py
from fastapi import FastAPI, HTTPException

from net import Refused, fetch

app = FastAPI()


@app.get("/fetch")
async def show(url: str):
    try:
        return (await fetch(url)).text
    except Refused:
        raise HTTPException(400, "not that one")
