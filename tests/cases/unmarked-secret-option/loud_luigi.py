"""A task's parameters stand in what luigi logs of it."""

import luigi


class Export(luigi.Task):
    table = luigi.Parameter()
    database_password = luigi.Parameter()  # expect: the password database_password is not marked by significant=
    batch = luigi.IntParameter(default=100)

    def run(self):
        with self.output().open("w") as target:
            target.write(self.table)
