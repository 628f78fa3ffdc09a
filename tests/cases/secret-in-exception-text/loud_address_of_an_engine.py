from sqlalchemy import create_engine


class Catalogue:
    def __init__(self, database):
        self.database = database

    def ping(self, tries=10):
        engine = create_engine(self.database)
        for _ in range(tries):
            if engine.execute("SELECT 1"):
                return engine
        raise RuntimeError(f"database does not answer at {self.database} after {tries} tries")  # expect: the database URL
