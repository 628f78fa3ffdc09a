from fasthtml.common import RedirectResponse, fast_app

app, rt = fast_app()


@rt("/logout")
def logout(sess):
    sess.clear()  # expect: a logout leaves no security record
    return RedirectResponse("/login", status_code=303)
