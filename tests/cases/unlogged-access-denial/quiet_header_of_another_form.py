"""A header of another form is no denied access: nobody was named."""

from fastapi import Depends, HTTPException, Security, status
from fastapi.security import APIKeyHeader

from shop.settings import get_settings

HEADER = APIKeyHeader(name="Authorization")


def token_of(key: str = Security(HEADER), settings=Depends(get_settings)) -> str:
    try:
        token_prefix, token = key.split(" ")
    except ValueError:
        raise HTTPException(status_code=status.HTTP_403_FORBIDDEN, detail="wrong prefix")
    if token_prefix != settings.token_prefix:
        raise HTTPException(status_code=status.HTTP_403_FORBIDDEN, detail="wrong prefix")
    return token
