"""A function gives the text of what is wrong where a verifier says no, and nothing where all is well."""

from aiohttp import web
from aiohttp_security import remember

from shop.passwords import check_password_hash


async def validate_login_form(users, form):
    if not form["username"]:
        return "a name is required"
    user = await users.by_name(form["username"])
    if not user:
        return "Invalid username"
    if not check_password_hash(form["password"], user.password_hash):
        return "Invalid password"
    return None


async def login(request):
    form = await request.post()
    error = await validate_login_form(request.app["users"], form)
    if error:
        return {"error": error}  # expect: a failed login leaves no security record
    response = web.HTTPFound("/")
    await remember(request, response, form["username"])
    return response
