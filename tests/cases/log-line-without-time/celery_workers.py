# file: shop/celery_app.py
from celery import Celery

app = Celery("shop")
app.conf.update(
    task_serializer="json",
    worker_log_format="%(levelname)s %(processName)s %(name)s %(message)s",  # expect: has no time
    worker_task_log_format="[%(asctime)s] %(levelname)s %(task_name)s %(task_id)s %(message)s",
)
