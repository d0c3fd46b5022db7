"""The candidates that `benchmarks names dump` writes, grouped by query and dealt into folds."""
import hashlib
import numpy as np

# Made-up queries count less than real ones.
SYNTHETIC = {"typo": 0.2, "foreign": 0.35, "random": 0.35}
FOLDS = 5


class Dump:
    def __init__(self, path):
        lines = open(path, encoding="utf-8").read().split("\n")
        self.features = lines[0].split("\t")[7:]
        rows = [line.split("\t") for line in lines[1:] if line]
        rows.sort(key=lambda row: int(row[1]))
        self.query = np.array([int(row[1]) for row in rows])
        self.place = np.array([int(row[3]) for row in rows])
        self.right = np.array([row[4] == "1" for row in rows])
        self.at = np.array([(float(row[5]), float(row[6])) for row in rows])
        self.values = np.array([[float(x) for x in row[7:7 + len(self.features)]] for row in rows])
        self.listed = self.place >= 0
        self.ids, self.start = np.unique(self.query, return_index=True)
        self.end = np.append(self.start[1:], len(rows))
        self.segment = np.repeat(np.arange(len(self.ids)), self.end - self.start)
        self.set = np.array([rows[at][0] for at in self.start])
        self.exact = np.array([rows[at][2] == "1" for at in self.start])
        self.fold = np.array([self.fold_of(a, b, q) for q, a, b in zip(self.ids, self.start, self.end)])

    def fold_of(self, start, end, query):
        """By the place meant, so that two spellings of one place stay together."""
        right = self.place[start:end][self.right[start:end]]
        key = str(right.min() if len(right) else -query)
        return int(hashlib.md5(key.encode()).hexdigest(), 16) % FOLDS

    def column(self, name):
        return self.features.index(name)
