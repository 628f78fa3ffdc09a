import boto3


def tidy():
    try:
        do_something()
    except Exception:  # expect: do_something()
        pass


def tidy_all(names):
    for name in names:
        try:
            do_work(name)
        except:  # expect: do_work()
            continue


def keep(bucket, key, body):
    store = boto3.client("s3")
    try:
        store.put_object(Bucket=bucket, Key=key, Body=body)
    except Exception:  # expect: put_object()
        pass


def do_something():
    open("tidy.txt").close()


def do_work(name):
    return name
