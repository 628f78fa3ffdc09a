import logging

import attrs

logger = logging.getLogger(__name__)


@attrs.define
class Hook:
    url: str
    signing_secret: str = attrs.field(repr=False)


def added(hook: Hook) -> None:
    logger.info("added %s", attrs.asdict(hook))  # expect: shows the secret
    logger.info("added %s", attrs.asdict(hook, filter=attrs.filters.exclude("url")))  # expect: shows the secret
    logger.info("added %s", attrs.asdict(hook, filter=lambda field, value: value is not None))  # expect: shows the secret
    logger.info("added %s", attrs.asdict(hook, filter=attrs.filters.exclude("signing_secret")))
    logger.info("added %s", attrs.asdict(hook, filter=attrs.filters.exclude(attrs.fields(Hook).signing_secret)))
    logger.info("added %s", attrs.asdict(hook, filter=attrs.filters.include("url")))
    logger.info("added %s", attrs.asdict(hook, filter=lambda field, value: field.repr))
