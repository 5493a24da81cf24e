"""Adam's step over the parameters of torchvision's ResNet-50, list operators (the faster of PyTorch's two): milliseconds."""
import os
import sys
import time

import torch
import torchvision

torch.set_num_threads(len(os.sched_getaffinity(0)))
model = torchvision.models.resnet50(weights=None)
for parameter in model.parameters():
    parameter.grad = torch.randn_like(parameter)
optimizer = torch.optim.Adam(model.parameters(), lr=1e-4, foreach=True)


def measure():
    start = time.perf_counter()
    optimizer.step()
    return (time.perf_counter() - start) * 1e3


measure()
measure()
print("ready torch", torch.__version__, "torchvision", torchvision.__version__, flush=True)
for _ in sys.stdin:
    print(measure(), flush=True)
