# file: app.py
import ipaddress
import re
import socket
from urllib.parse import urlparse

import requests
from flask import Flask, abort, request

from guard import assert_public_url, judged

app = Flask(__name__)
ALLOWED = {"one.example.com"}
PATTERN = re.compile(r"^([a-z]+\.)?example\.com$")


@app.get("/a")
def by_list():
    url = request.args["url"]
    parts = urlparse(url)
    if parts.netloc not in ALLOWED:
        app.logger.warning("refused %r", url)
        abort(403)
    return requests.get(url, timeout=3).text


@app.get("/b")
def by_helper():
    url = request.args["url"]
    assert_public_url(url)
    return requests.get(url, timeout=3).text


@app.get("/c")
def by_address():
    url = request.args["url"]
    for info in socket.getaddrinfo(urlparse(url).hostname, None):
        if ipaddress.ip_address(info[4][0]).is_private:
            app.logger.warning("refused %r", url)
            abort(403)
    return requests.get(url, timeout=3).text


@app.get("/d")
def by_own_judge():
    url = request.args["url"]
    if not judged(url):
        app.logger.warning("refused %r", url)
        abort(403)
    return requests.get(url, timeout=3).text


@app.get("/e")
def by_pattern():
    url = request.args["url"]
    if not PATTERN.match(urlparse(url).hostname or ""):
        app.logger.warning("refused %r", url)
        abort(403)
    return requests.get(url, timeout=3).text


@app.get("/f")
def by_prefix():
    url = request.args["url"]
    if not url.startswith("https://cdn.example.com/"):
        abort(403)
    return requests.get(url, timeout=3).text
# file: guard.py
import logging
from urllib.parse import urlsplit

logger = logging.getLogger(__name__)


def assert_public_url(url):
    if urlsplit(url).hostname in ("localhost", "127.0.0.1"):
        logger.warning("refused %r", url)
        raise ValueError(url)


def judged(text):
    return urlsplit(text).hostname in ("a.example.com", "b.example.com")
# file: pull.py
import httpx
from fastapi import FastAPI, HTTPException
from pydantic import BaseModel

app = FastAPI()
HOSTS = ["https://models.example.com/", "https://mirror.example.com/"]


class Pull(BaseModel):
    url: str


@app.post("/pull")
async def pull(form: Pull):
    if not any(form.url.startswith(host) for host in HOSTS):
        raise HTTPException(403, "not from there")
    return await stream(form.url)


async def stream(address: str):
    async with httpx.AsyncClient() as client:
        return (await client.get(address)).text
