import requests
from fastapi import APIRouter, HTTPException

from shop.settings import settings

router = APIRouter()


@router.post("/login")
def user_login(username: str, password: str):
    response = requests.post(settings.token_url, data={"username": username, "password": password})
    if response.status_code == 401:
        raise HTTPException(status_code=401, detail="Invalid user credentials")  # expect: failed login
    return response.json()
