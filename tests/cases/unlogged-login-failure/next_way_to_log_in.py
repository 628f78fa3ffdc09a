from flask import Flask, abort, g, request
from shop.users import authenticate, store

app = Flask(__name__)


def authenticate_by_token(request):
    try:
        if store.check_password("shop", request.headers["X-Token"]):
            return store.user("shop")
    except KeyError:
        return None
    return None


def authenticate_by_login(request):
    return store.login(request.authorization)


@app.before_request
def find_user():
    if user := authenticate_by_token(request):
        return user
    return authenticate_by_login(request)


@app.get("/only")
def only():
    user = authenticate_by_token(request)
    if not user:
        abort(401)  # expect: a failed login leaves no security record
    return user.name


def shops_of(message):
    if not message.shops:
        return None
    name = authenticate(request).name
    return [shop for shop in message.shops if shop.owner == name]


@app.get("/shops")
def shops():
    found = shops_of(request.json)
    if found is None:
        return "all"
    g.shops = found
    return found
