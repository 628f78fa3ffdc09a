from loguru import logger


def probe(user, password):
    logger.opt(lazy=True).debug("tried {}", lambda: password)  # expect: password reaches
    logger.opt(lazy=True).debug("tried {name} with {given}", name=lambda: user, given=lambda: f"<{password}>")  # expect: password reaches
    logger.opt(lazy=True).debug("tried {}", lambda: len(password))
    logger.opt(lazy=True).debug("tried {}", lambda: user)
