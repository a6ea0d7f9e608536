"""How long the thread of the window would wait for its turn while another thread works."""

import threading
import time
from collections.abc import Callable


def longest_wait(work: Callable[[], object]) -> float:
    """Return the longest that this thread waited for its turn, in milliseconds, while another did the work."""
    job = threading.Thread(target=work)
    job.start()
    longest, last = 0.0, time.perf_counter()
    while job.is_alive():
        time.sleep(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return longest * 1000
