import logging
import secrets
import uuid

logger = logging.getLogger(__name__)


def new_job(queue):
    job_id = secrets.token_hex(8)
    trace_id = uuid.uuid4().hex
    logger.info("job %s in %s, trace %s", job_id, queue, trace_id)
    idempotency_key = f"{queue}-{job_id}"
    logger.debug("idempotency key %s", idempotency_key)
    return job_id
