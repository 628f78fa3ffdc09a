import logging

logger = logging.getLogger("fleet")


def board(passenger, bypass_valve, secretary, uncertainty, keyboard, monkey, compass, turkey):
    logger.info("passenger %s boards", passenger)
    logger.info("bypass valve %s", bypass_valve)
    logger.info("secretary on duty: %s", secretary)
    logger.info("uncertainty %.3f", uncertainty)
    logger.info("keyboard %s, monkey %s", keyboard, monkey)
    logger.info("compass %s, destination %s", compass, turkey)


def ride(spinning, opinion, hotplate, certainty, donkeys, passed, encompass):
    logger.info("%s %s %s %s %s", spinning, opinion, hotplate, certainty, donkeys)
    logger.info("%d tests passed, %s", passed, encompass)
