import structlog
from loguru import logger as loguru

log = structlog.get_logger()


class Console:
    def info(self, text, *more):
        print(text, *more)


console = Console()


def run(job):
    loguru.info("job {}", job)
    loguru.info("job {name}", name=job)
    loguru.info("job {0} {0}", job)
    loguru.info("100 % of {}", job)
    loguru.info("job {{}}")
    log.info("job", job)
    console.info("job", job)
