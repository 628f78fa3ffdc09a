from fastapi import FastAPI, HTTPException

app = FastAPI()
PASSWORD_LENGTHS = {"clerk": 12}


@app.post("/login-rules")
async def login_rules(name: str, password_length: int):
    if PASSWORD_LENGTHS[name] != password_length:
        raise HTTPException(status_code=400, detail="Another length")
    return {}
