from shop.tokens import migrate_tokens, store_version


def migrate(folder):
    try:
        migrate_tokens(folder)
    except:  # noqa, just make sure this doesn't crash for some reason
        pass
    store_version(folder)
