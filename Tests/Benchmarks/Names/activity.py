"""Where reports come from: a grid of log((events + 2) / (expected events + 2)), both smoothed over 20 km.

Expected are as many events as the share of the gazetteer's places thereabouts. Events are the places of the development
half of UCDP."""
import numpy as np

STEP = 0.2
KERNEL_KM = 20.0
PRIOR = 2.0
KM_A_DEGREE = 111.2


def plane(latitude, longitude):
    return np.c_[latitude, longitude * np.cos(np.radians(35.0))] * KM_A_DEGREE


class Activity:
    def __init__(self, latitude, longitude):
        self.count = len(latitude)
        self.rows = np.arange(np.floor(latitude.min() / STEP) - 1, np.ceil(latitude.max() / STEP) + 2)
        self.columns = np.arange(np.floor(longitude.min() / STEP) - 1, np.ceil(longitude.max() / STEP) + 2)
        rows, columns = np.meshgrid(self.rows, self.columns, indexing="ij")
        self.points = plane(rows.ravel() * STEP, columns.ravel() * STEP)
        self.expected = self.smoothed(plane(latitude, longitude))

    def smoothed(self, at):
        sums = [np.exp(-((point - at) ** 2).sum(1) / 2 / KERNEL_KM ** 2).sum() for point in self.points]
        return np.array(sums)

    def grid(self, events):
        """Log-odds at the points of the grid, from events as rows of latitude and longitude."""
        observed = self.smoothed(plane(events[:, 0], events[:, 1]))
        expected = self.expected * len(events) / self.count
        return np.log((observed + PRIOR) / (expected + PRIOR)).reshape(len(self.rows), len(self.columns))

    def at(self, grid, points):
        """Between the four points of the grid around, as the matcher reads it."""
        y = points[:, 0] / STEP - self.rows[0]
        x = points[:, 1] / STEP - self.columns[0]
        inside = (y >= 0) & (x >= 0) & (y < len(self.rows) - 1) & (x < len(self.columns) - 1)
        row = np.where(inside, y, 0).astype(int)
        column = np.where(inside, x, 0).astype(int)
        up = np.where(inside, y, 0) - row
        right = np.where(inside, x, 0) - column
        low = grid[row, column] * (1 - right) + grid[row, column + 1] * right
        high = grid[row + 1, column] * (1 - right) + grid[row + 1, column + 1] * right
        return np.where(inside, low * (1 - up) + high * up, 0)

    def write(self, grid, path):
        with open(path, "w") as out:
            out.write("# How much more often places are named in reports than their number lets expect, every 0.2 degrees.\n")
            out.write("# Fitted by Tests/Benchmarks/Names/tune.py to the development half of UCDP GED Syria 2016-2019 (CC BY 4.0).\n")
            out.write("latitude\tlongitude\tlog-odds\n")
            for i, row in enumerate(self.rows):
                for k, column in enumerate(self.columns):
                    if abs(grid[i, k]) >= 0.01:
                        out.write(f"{row * STEP:.1f}\t{column * STEP:.1f}\t{grid[i, k]:.2f}\n")
