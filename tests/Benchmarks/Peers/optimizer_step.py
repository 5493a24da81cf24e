"""Adam's step over the parameters of torchvision's ResNet-50, by loop and by list operators, whichever is faster: milliseconds."""
import os
import sys
import time

import torch
import torchvision

from serving import serve

torch.set_num_threads(len(os.sched_getaffinity(0)))
model = torchvision.models.resnet50(weights=None)
for parameter in model.parameters():
    parameter.grad = torch.randn_like(parameter)
optimizers = [torch.optim.Adam(model.parameters(), lr=1e-4, foreach=foreach) for foreach in (False, True)]


def time_of(optimizer):
    start = time.perf_counter()
    optimizer.step()
    return (time.perf_counter() - start) * 1e3


def measure():
    return min(time_of(optimizer) for optimizer in optimizers)


measure()
measure()
serve(measure, "torch", torch.__version__, "torchvision", torchvision.__version__)
