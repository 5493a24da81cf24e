"""Header index with pydicom on one core: files a second."""
import glob
import os
import sys
import time

import pydicom

from serving import serve

files = sorted(glob.glob(os.path.join(sys.argv[1], "**", "*.dcm"), recursive=True))
keywords = ["SOPInstanceUID", "PatientID", "StudyInstanceUID", "SeriesInstanceUID", "Modality", "Rows", "Columns", "ImagePositionPatient",
            "ImageOrientationPatient", "PixelSpacing", "BitsStored", "PixelRepresentation", "RescaleSlope", "RescaleIntercept"]


def measure():
    start = time.perf_counter()
    for path in files:
        header = pydicom.dcmread(path, stop_before_pixels=True)
        for keyword in keywords:
            header.get(keyword)
    return len(files) / (time.perf_counter() - start)


measure()
serve(measure, "pydicom", pydicom.__version__)
