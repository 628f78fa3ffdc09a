import sys

from fastapi import FastAPI, Form

app = FastAPI()


@app.post("/login")
async def login(username: str = Form(...), password: str = Form(...)):
    print(f"login attempt: {password}", file=sys.stderr)  # expect: password
    return {"ok": len(password) > 0}
