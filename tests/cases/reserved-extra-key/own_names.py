import logging

logger = logging.getLogger(__name__)


def register(user, plan):
    logger.debug("registered", extra=dict(name=user.name, plan=plan))  # expect: "name"
    logger.warning("%s has no plan", user.id, extra={"module": plan.module, "args": plan.args})  # expect: "module" and "args"
    logging.error("no plan", extra={"message": plan.text})  # expect: "message"
    try:
        plan.start()
    except ValueError:
        logger.exception("not started", extra={"process": plan.pid})  # expect: "process"
