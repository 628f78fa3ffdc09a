from fasthtml.common import RedirectResponse, fast_app

from desk.people import people

app, rt = fast_app()


@rt("/login", methods=["POST"])
async def login_submit(req, sess):
    form = await req.form()
    person = people.authenticate(form["name"], form["password"])
    if person:
        sess["user_id"] = person.id  # expect: a login leaves no security record
        return RedirectResponse("/", status_code=303)
    return RedirectResponse("/login?error=invalid", status_code=303)
