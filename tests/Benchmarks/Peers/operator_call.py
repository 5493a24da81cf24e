"""x + y on 16 float32 values: microseconds a call."""
import sys
import time

import torch

from serving import serve

calls = int(sys.argv[1])
x, y = torch.ones(16), torch.ones(16)


def measure():
    with torch.no_grad():
        start = time.perf_counter()
        for _ in range(calls):
            x + y
        return (time.perf_counter() - start) / calls * 1e6


measure()
serve(measure, "torch", torch.__version__)
