import logging
import subprocess

import aiohttp
import httpx
import requests

log = logging.getLogger(__name__)


def with_query(url, api_key):
    try:
        requests.get(url, params={"key_of": 1, "api_key": api_key})
    except requests.RequestException as error:
        log.error("no answer: %s", error)  # expect: API key


def as_option(password):
    command = ["mysqldump", "--password", password]
    try:
        subprocess.check_output(command)
    except subprocess.CalledProcessError as error:
        log.error("%s returned %s", error.cmd, error.returncode)  # expect: password


def whatever(password):
    try:
        subprocess.run(f"mysql -p{password}", shell=True, check=True)
    except Exception as error:
        log.warning("failed: %s", str(error))  # expect: password


async def by_status(url, token):
    try:
        async with httpx.AsyncClient() as web:
            (await web.get(url, params={"token": token})).raise_for_status()
    except httpx.HTTPError as error:
        log.error("failed: %r", error)  # expect: token


async def by_content(url, token):
    try:
        async with aiohttp.ClientSession() as web, web.get(url, params={"token": token}) as got:
            return await got.json()
    except aiohttp.ClientError as error:
        log.error("failed: %s", error)  # expect: token
