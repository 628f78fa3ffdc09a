from fastapi import Depends, HTTPException
from fastapi.security import HTTPBearer
from jose import JWTError, jwt


class NonceCheck:
    def __init__(self, nonce):
        self._nonce = nonce

    def __call__(self, claims, auto_error=True):
        if claims.get("nonce") != self._nonce:
            if auto_error:
                raise HTTPException(status_code=401, detail="not verified")  # expect: __call__() raises HTTPException(401)
            return False
        return True


class JWKsVerifier:
    def __init__(self, keys, auto_error=True):
        self._keys = keys
        self.auto_error = auto_error

    async def key_of(self, sent=Depends(HTTPBearer(auto_error=False))):
        header = jwt.get_unverified_header(sent.credentials)
        key = await self._keys.find(header["kid"])
        if not key:
            if self.auto_error:
                raise HTTPException(status_code=401, detail="no such key")  # expect: key_of() raises HTTPException(401)
            return None
        return key
