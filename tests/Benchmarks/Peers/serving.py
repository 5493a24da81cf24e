"""The loop of every peer: says what it is, then answers each line with a figure."""
import sys


def peak_memory():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:")) / 1024


def serve(measure, *greeting, memory=peak_memory):
    print("ready", *greeting, flush=True)
    for line in sys.stdin:
        print(memory() if line.strip() == "memory" else measure(), flush=True)
