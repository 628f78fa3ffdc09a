import urllib.request


def opener():
    handler = urllib.request.HTTPSHandler(debuglevel=1)  # expect:
    return urllib.request.build_opener(handler)
