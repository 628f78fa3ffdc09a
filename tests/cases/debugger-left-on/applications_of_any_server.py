import uvicorn
from fastapi import FastAPI
from starlette.applications import Starlette
from tornado.web import Application

api = FastAPI(title="shop", debug=True)  # expect: holds its traceback
pages = Starlette(debug=True, routes=[])  # expect: holds its traceback


def made(handlers):
    return Application(handlers, debug=True)  # expect: holds its traceback


if __name__ == "__main__":
    uvicorn.run(api)
