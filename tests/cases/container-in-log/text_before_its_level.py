import xbmc
from urllib.parse import urlencode
from urllib.request import Request, urlopen


def get_setting(name):
    return name


def log(level=1, message="", **kwargs):
    if kwargs:
        message = message.format(**kwargs)
    xbmc.log("[addon] {}".format(message), level % 3)


def open_url(url, data=None, headers=None):
    req = Request(url, headers=headers or {})
    if data is not None:
        req.data = data
        log(2, "URL post: {url}", url=url)
        log(2, "URL post data: {data}", data=data)  # expect: `payload` reaches log(): its text shows the password
    return urlopen(req)


def login():
    payload = dict(loginID=get_setting("username"), password=get_setting("password"), sessionExpiration="-1")
    data = urlencode(payload).encode()
    return open_url("https://accounts.example.com/accounts.login", data=data)
