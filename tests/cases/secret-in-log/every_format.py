import logging
from string import Template

log = logging.getLogger(__name__)


def formats(password):
    log.info("pw %s", password)  # expect: password
    log.info("pw %s" % password)  # expect: password
    log.info("pw {}".format(password))  # expect: password
    log.info(f"pw {password}")  # expect: password
    log.info("pw " + password)  # expect: password
    log.info("pw %(pw)s", {"pw": password})  # expect: password
    log.info("pw %(pw)s" % {"pw": password})  # expect: password
    log.info("pw {pw}".format(pw=password))  # expect: password
    log.info("pw {pw}".format_map({"pw": password}))  # expect: password
    log.info(Template("pw $pw").substitute(pw=password))  # expect: password
    log.info(" ".join(["pw", password]))  # expect: password
    log.info("".join(("pw", password)))  # expect: password
    log.info("pw %s", password.strip())  # expect: password
    log.info("pw %s", str(password))  # expect: password
    log.info("pw %r", password)  # expect: password
    log.info("pw %s", password or "none")  # expect: password
    log.info("pw %s", password if password else "none")  # expect: password
    log.log(logging.INFO, "pw %s", password)  # expect: password
    log.info(msg=password)  # expect: password
    log.exception("pw %s", password)  # expect: password
    log.critical("pw %s", [password])  # expect: password
    log.critical("pw %s", (1, password))  # expect: password
    log.critical("pw %s", {"x": password})  # expect: password
