"""What cannot be signed is no token that does not verify."""

from fastapi import APIRouter, Request
from jwcrypto import jwk, jwt
from jwcrypto.common import JWException

from shop.settings import KEY

router = APIRouter()


class TokenSigningError(RuntimeError):
    pass


def sign_and_encode_token(claims):
    try:
        token = jwt.JWT(header={"alg": "ES256"}, claims=claims)
        token.make_signed_token(jwk.JWK.from_json(KEY))
        return token.serialize(compact=True)
    except (JWException, TypeError, ValueError) as exc:
        raise TokenSigningError("could not sign") from exc


@router.post("/tokens")
def issue(request: Request):
    return {"token": sign_and_encode_token({"sub": request.user.name})}
