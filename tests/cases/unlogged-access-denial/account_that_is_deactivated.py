from fastapi import FastAPI, HTTPException, Request

app = FastAPI()


@app.get("/orders")
def orders(request: Request):
    user = request.state.user
    if user.deactivated:
        raise HTTPException(403, detail="no access")  # expect: denied access
    return {}
