from string import Formatter

import xbmc
from urllib.parse import urlencode
from urllib.request import Request, urlopen


class SafeDict(dict):
    def __missing__(self, key):
        return "{" + key + "}"


def from_unicode(text, encoding="utf-8"):
    if isinstance(text, bytes):
        return text.decode(encoding)
    return text


def log(level=1, message="", **kwargs):
    if kwargs:
        message = Formatter().vformat(message, (), SafeDict(**kwargs))
    message = "[{addon}] {message}".format(addon="x", message=message)
    xbmc.log(from_unicode(message), level % 3)


def open_url(url, data=None):
    req = Request(url)
    if data is not None:
        req.data = data
        log(2, "URL post data: {data}", data=data)  # expect: `payload` reaches log(): its text shows the password
    return urlopen(req)


def login(get_setting):
    payload = dict(loginID=get_setting("username"), password=get_setting("password"))
    return open_url("https://accounts.example.com", data=urlencode(payload).encode())
