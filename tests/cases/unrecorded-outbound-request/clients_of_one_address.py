import aiohttp
import httplib2
import httpx
import urllib3
from flask import Flask, request

app = Flask(__name__)


@app.get("/a")
async def based():
    async with httpx.AsyncClient(base_url=request.args["shop"]) as client:  # expect: AsyncClient()
        return (await client.get("/orders")).text


@app.get("/b")
async def session():
    async with aiohttp.ClientSession(request.args["shop"]) as client:  # expect: ClientSession()
        return await (await client.get("/orders")).text()


@app.get("/c")
def older():
    return httplib2.Http(".cache").request(request.args["uri"], "GET")[1]  # expect: request()


@app.get("/d")
def pools():
    urllib3.HTTPSConnectionPool(request.args["host"], 443)  # expect: HTTPSConnectionPool()
    urllib3.PoolManager().connection_from_url(request.args["url"])  # expect: connection_from_url()
    return ""


@app.get("/e/<path>")
async def of_a_setting(path):
    async with httpx.AsyncClient(base_url=app.config["SHOP"], headers={"X-Path": path}) as client:
        return (await client.get(f"/orders/{path}")).text


@app.get("/f/<path>")
def path_of_a_pool(path):
    return urllib3.HTTPSConnectionPool("api.example.com", 443).request("GET", f"/{path}").data
