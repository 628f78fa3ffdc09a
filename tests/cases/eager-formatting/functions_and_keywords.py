import logging
from logging import debug, info, log


def run(job):
    info(f"job {job}")  # expect: f-string
    log(logging.DEBUG, "job {}".format(job))  # expect: format
    debug("job " + job)  # expect: +
    logging.info(msg=f"job {job}")  # expect: f-string
    logging.log(level=logging.INFO, msg="job %s" % job)  # expect: %
    logging.info(msg="jobs begin")
