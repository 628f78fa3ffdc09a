from aiohttp import web
from passlib.hash import sha256_crypt

from shop.forms import NewPassword
from shop.pages import redirect, render
from shop.store import storage


def hash_password(given):
    return sha256_crypt.hash(given)


async def reset_password_allowed(request, confirmation):
    form = await NewPassword.of(request)
    user = await storage.get_user({"id": confirmation["user_id"]})
    if request.method == "POST" and form.validate():
        await storage.update_user(user, {"password": hash_password(form.password.data)})  # expect: changed password
        return redirect("/")
    return render("reset.html", form=form)


async def confirmation(request):
    found = await storage.get_confirmation({"code": request.match_info["code"]})
    if found and found["action"] == "reset_password":
        return await reset_password_allowed(request, found)
    raise web.HTTPNotFound()
