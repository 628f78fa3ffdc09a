import traceback

from celery import shared_task


def describe(error):
    return "".join(traceback.format_exception_only(type(error), error))


@shared_task
def work(job):
    try:
        job.run()
    except Exception as error:
        job.failed(describe(error))
        return traceback.format_exc()
    return None
