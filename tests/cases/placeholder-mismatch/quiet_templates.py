import logging
from functools import partial

logger = logging.getLogger(__name__)
TEMPLATE = "%s %s"


def run(job, values, part, total):
    logger.info("job %s", job)
    logger.info("%s: %*d of %.*f%%", job, 5, part, 2, total)
    logger.info("%(job)s %(part)s", {"job": job, "part": part})
    logger.info("%(job)s %(part)s", values)
    logger.info("values %s", values)
    logger.info("%s %s", *values)
    logger.info("%s %s %s", job, *values)
    logger.info(TEMPLATE, job, part)
    logger.info("100% done")
    logger.info("50%")
    logger.info("dates are written as %d/%m/%Y or %s-like")
    logger.info("the new form of %Y-%m-%d %H:%M is yyyy-MM-dd HH:mm")
    logger.info("it is %d%% done" % part)
    logger.info("the query is LIKE '%foo%'")
    logger.info("ends in %%s")
    logger.info("a dict is its own template", {"job": job})
    logger.info("{job} as it stands")
    logger.info("address %20s", job)
    logger.info(f"job {job}")
    logger.info("job %s", job, exc_info=True, extra={"part": part})
    logger.log(logging.INFO, "job %s", job)
    logger.log(logging.INFO, "job")
