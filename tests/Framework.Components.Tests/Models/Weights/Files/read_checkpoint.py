"""Reads a checkpoint of the framework with numpy and PyTorch alone, and prints what it holds."""
import json
import sys

import numpy
import torch

KINDS = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "I64": "<i8", "I32": "<i4", "I16": "<i2", "I8": "i1", "U8": "u1", "BOOL": "?"}

data = open(sys.argv[1], "rb").read()
length = int.from_bytes(data[:8], "little")
header = json.loads(data[8:8 + length])
for name, value in header.pop("__metadata__").items():
    print(name, value)
for name, item in header.items():
    start, end = item["data_offsets"]
    array = numpy.frombuffer(data[8 + length + start:8 + length + end], KINDS[item["dtype"]]).reshape(item["shape"])
    tensor = torch.from_numpy(array.copy())
    print(name, tensor.dtype, tensor.tolist())
