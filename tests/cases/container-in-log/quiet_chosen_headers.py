import logging


def run(environ):
    headers = ["%s:%s" % (name[5:], value) for name, value in environ.items() if name.upper().startswith("HTTP_X_QUEUE_")]
    logging.info(", ".join(headers))
    return environ["wsgi.input"].read()
