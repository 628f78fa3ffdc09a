# file: jobs/supervisor.py
import logging


def attach(job_id):
    handler = logging.FileHandler(f"logs/job-{job_id}.log")
    logging.getLogger("jobs").addHandler(handler)
