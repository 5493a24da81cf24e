"""DICOM slice to network input with pydicom, numpy and PIL on one core: slices a second."""
import glob
import os
import sys
import time

import numpy as np
import pydicom
import PIL
from PIL import Image

from serving import serve

os.environ["OMP_NUM_THREADS"] = "1"
files = sorted(glob.glob(os.path.join(sys.argv[1], "**", "*.dcm"), recursive=True))
windows = [(40, 80), (80, 200), (40, 380)]


def load(path):
    slice_ = pydicom.dcmread(path)
    hounsfield = slice_.pixel_array.astype(np.float32) * float(slice_.RescaleSlope) + float(slice_.RescaleIntercept)
    channels = []
    for centre, width in windows:
        low = centre - width / 2
        channel = np.clip((hounsfield - low) / width, 0, 1)
        channels.append(np.asarray(Image.fromarray(channel).resize((224, 224), Image.BILINEAR)))
    return np.stack(channels)


def measure():
    start = time.perf_counter()
    for path in files:
        load(path)
    return len(files) / (time.perf_counter() - start)


load(files[0])
serve(measure, "pydicom", pydicom.__version__, "PIL", PIL.__version__, "numpy", np.__version__)
