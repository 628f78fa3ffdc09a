from loguru import logger


def worker(queue, api_key):
    job_log = logger.bind(queue=queue.name, api_key=api_key)  # expect: key
    for job in queue:
        job_log.info("job {}", job.id)
