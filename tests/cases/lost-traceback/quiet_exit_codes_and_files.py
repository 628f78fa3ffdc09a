import json
import logging
import urllib.request

from shop.codes import EXIT_FAILURE

logger = logging.getLogger(__name__)


def publish(arguments, builder):
    try:
        site = builder.build(arguments.source)
        builder.upload(site, arguments.target)
    except Exception as error:
        logger.error("the site was not published: %s", error)
        return 1
    return 0


def audit(project, server):
    try:
        report = server.ask(project)
        server.store(report)
    except Exception as error:
        logger.error("the audit was not made: %s", error)
        return EXIT_FAILURE
    return 0


def summaries(folder):
    found = []
    for file in folder.glob("*.json"):
        try:
            with open(file, encoding="utf-8") as stream:
                found.append(json.load(stream))
        except Exception as error:
            logger.error("cannot read %s: %s", file, error)
    return found


def send(request):
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return bool(200 <= answer.status < 300)
    except Exception as error:
        logger.error("the events were not sent: %s", error)
        return False
