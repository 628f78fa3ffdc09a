# file: shop/settings.py
INSTALLED_APPS = ["shop"]
ROOT_URLCONF = "shop.urls"
CELERY_WORKER_LOG_FORMAT = "[%(asctime)s: %(levelname)s/%(processName)s] %(name)s %(message)s"
CELERY_WORKER_TASK_LOG_FORMAT = "[%(asctime)s] %(task_name)s(%(task_id)s): %(message)s"  # expect: has no level
