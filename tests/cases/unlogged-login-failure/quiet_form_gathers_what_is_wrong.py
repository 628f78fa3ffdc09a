import logging

from fastapi import FastAPI, Request
from fastapi.responses import RedirectResponse
from fastapi.templating import Jinja2Templates

from hall.directory import Directory

logger = logging.getLogger("hall.logins")
pages = Jinja2Templates(directory="pages")
app = FastAPI()


class LoginForm:
    def __init__(self, request: Request):
        self.request = request
        self.errors = []
        self.name = ""
        self.password = ""

    def is_valid(self):
        if found := Directory.find(self.name):
            if found.authenticate(self.password):
                logger.info("login of %s", self.name)
            else:
                self.errors.append("That did not fit")
                logger.info("failed login of %s", self.name)
        else:
            self.errors.append("That did not fit")
            logger.warning("login of nobody: %s", self.name)
        return bool(not self.errors)


@app.post("/login")
def login(request: Request):
    form = LoginForm(request)
    if form.is_valid():
        request.session["username"] = form.name
        answer = RedirectResponse("/", status_code=302)
    else:
        answer = pages.TemplateResponse("login.html", form.__dict__)
    return answer
