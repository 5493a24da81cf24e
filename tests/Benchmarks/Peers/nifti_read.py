"""A compressed NIfTI volume to float32 with nibabel on one core: seconds."""
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = "1"
import nibabel
import numpy as np


def measure():
    start = time.perf_counter()
    nibabel.load(sys.argv[1]).get_fdata(dtype=np.float32)
    return time.perf_counter() - start


measure()
print("ready nibabel", nibabel.__version__, flush=True)
for _ in sys.stdin:
    print(measure(), flush=True)
