"""A DICOM series to one volume in Hounsfield units with pydicom and numpy: seconds. Slices are ordered by their position."""
import glob
import os
import sys
import time

import numpy as np
import pydicom

files = glob.glob(os.path.join(sys.argv[1], "*.dcm"))


def measure():
    start = time.perf_counter()
    slices = sorted((pydicom.dcmread(path) for path in files), key=lambda item: float(item.ImagePositionPatient[2]))
    np.stack([item.pixel_array.astype(np.float32) * float(item.RescaleSlope) + float(item.RescaleIntercept) for item in slices])
    return time.perf_counter() - start


measure()
print("ready pydicom", pydicom.__version__, "numpy", np.__version__, flush=True)
for _ in sys.stdin:
    print(measure(), flush=True)
