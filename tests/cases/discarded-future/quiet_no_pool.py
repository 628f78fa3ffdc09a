import asyncio


class Form:
    def submit(self, answers):
        self.answers = answers


class Queue:
    def submit(self, job):
        self.jobs.append(job)


class Scheduler:
    def __init__(self, scheduler, executor: Queue):
        self.scheduler = scheduler
        self.executor = executor

    def run(self, job, page):
        self.scheduler.submit(job)
        self.executor.submit(job)
        Form().submit(job)
        page.form.submit()


def celery_task(task, order):
    task.apply_async((order.id,))
    task.apply_async(args=(order.id,), countdown=5)
