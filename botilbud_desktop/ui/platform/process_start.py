"""How long ago this process was started, according to the operating system."""

import os
import sys
import time
from pathlib import Path

if sys.platform == "win32":

    def milliseconds_since_start() -> float:
        """Returns the milliseconds since the process was started, including the interpreter's own start."""
        import ctypes

        kernel = ctypes.windll.kernel32
        created, ended, in_kernel, in_user, now = (ctypes.c_uint64() for _ in range(5))
        this_process = ctypes.c_void_p(kernel.GetCurrentProcess())  # a handle has 64 bits, a number is passed as 32
        times = (ctypes.byref(value) for value in (created, ended, in_kernel, in_user))
        if not kernel.GetProcessTimes(this_process, *times):
            raise OSError("the system does not tell when this process was started")
        kernel.GetSystemTimeAsFileTime(ctypes.byref(now))
        return (now.value - created.value) / 10_000
else:

    def milliseconds_since_start() -> float:
        """Returns the milliseconds since the process was started, including the interpreter's own start."""
        fields = Path("/proc/self/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        started = int(fields[19]) / os.sysconf("SC_CLK_TCK")
        return (time.clock_gettime(time.CLOCK_BOOTTIME) - started) * 1000
