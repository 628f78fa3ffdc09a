import asyncio
import os

import uvicorn
from fastapi import FastAPI
from flask import Flask

app = Flask(__name__)
api = FastAPI(debug=os.environ.get("SHOP_DEBUG") == "1")
DEBUG = os.environ.get("SHOP_DEBUG") == "1"


async def settle():
    await asyncio.sleep(1)


def serve(debug=False):
    app.run(host="0.0.0.0", debug=debug)


def serve_for_me():
    if DEBUG:
        app.run(debug=True)
    else:
        app.run(host="0.0.0.0", debug=False)


if __name__ == "__main__":
    asyncio.run(settle(), debug=True)
    uvicorn.run("shop:api", log_level="debug")
    app.run(debug=True)
    app.run(host="127.0.0.1", debug=True)
