"""What has to be reached."""

#: case: (figure, target, what it is multiplied with to be compared)
SPAN = {"ragged": 10.2, "wide12": 8.4, "wide12first": 6.3, "wide12sizes": 6.3}
MS_PER_TASK = {"layered30": 118.0}
SCALE_1000_SECONDS = 120.0
WORKER_MIB = 1024.0
REPORT_SECONDS = 1.0
VERSION_CPU_MS = 50.0
SHARE_OF_ORIGINAL = 0.8
PROJECT_TIMES_ORIGINAL = 1.3
GATE_TIMES_OWN = 1.1
LARGE_MS, LARGE_MIB = 3000.0, 300.0
WARM_SECONDS, COLD_SECONDS = 1.5, 5.0
GOES_ON_SECONDS = 3.0


def judged(value, limit):
    """"met", or by how much it is missed."""
    if value is None:
        return "not measured"
    if value <= limit:
        return "met"
    return f"missed by {100 * (value - limit) / limit:.0f} %"
