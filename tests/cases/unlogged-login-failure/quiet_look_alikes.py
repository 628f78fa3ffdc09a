import hashlib
import hmac

from django import forms
from fastapi import Request
from fastapi.exceptions import HTTPException


class LoginForm(forms.Form):
    def clean(self):
        data = super().clean()
        if not data.get("name"):
            raise forms.ValidationError("a name, please")
        return data


def verify_password(password, stored):
    digest = hashlib.scrypt(password.encode(), salt=stored.salt, n=2**14, r=8, p=1)
    if not hmac.compare_digest(digest, stored.digest):
        return False
    return True


class Account:
    def check_password(self, password):
        if not verify_password(password, self.stored):
            return False
        return True


class Bearer:
    async def __call__(self, request: Request):
        header = request.headers.get("Authorization")
        if not header:
            raise HTTPException(status_code=401, detail="Not authenticated")
        scheme, _, token = header.partition(" ")
        if scheme.lower() != "bearer":
            raise HTTPException(status_code=401, detail="Not authenticated")
        return token


def upload(session, url, name, password):
    if not session.login(name, password):
        return None
    return session.put(url)
