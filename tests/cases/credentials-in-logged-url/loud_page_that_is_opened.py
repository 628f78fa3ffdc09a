import secrets
import webbrowser

import uvicorn
from fastapi import FastAPI


def serve(port: int, open_browser: bool) -> None:
    token = secrets.token_urlsafe(16)
    app = FastAPI()
    url = f"http://127.0.0.1:{port}/?token={token}"
    print(f"serving at {url} (Ctrl+C to stop)", flush=True)
    if open_browser:
        webbrowser.open(url)
    uvicorn.run(app, host="127.0.0.1", port=port)


def serve_all(port: int) -> None:
    token = secrets.token_urlsafe(16)
    app = FastAPI()
    print(f"serving at http://0.0.0.0:{port}/?token={token}", flush=True)  # expect: token
    uvicorn.run(app, host="0.0.0.0", port=port)
