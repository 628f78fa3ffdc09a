def upload(files, bucket):
    for file in files:
        try:
            bucket.upload(file)
        except Exception:  # noqa: BLE001  # expect: upload()
            pass
        try:
            bucket.publish(file)
        except Exception:  # expect: publish()
            # TODO: log this
            pass
        try:
            bucket.store(file)
        except Exception:  # expect: store()
            # print(file)
            pass
