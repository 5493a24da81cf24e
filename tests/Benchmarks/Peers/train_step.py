"""One training step of a torchvision ResNet, fp32, channels-last, Adam: seconds."""
import os
import sys
import time

import torch
import torchvision

name, batch, size = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
torch.set_num_threads(len(os.sched_getaffinity(0)))
torch.manual_seed(1)
model = getattr(torchvision.models, name)(weights=None)
model.fc = torch.nn.Linear(model.fc.in_features, 6)
model = model.to(memory_format=torch.channels_last).train()
image = torch.rand(batch, 3, size, size).to(memory_format=torch.channels_last)
labels = (torch.rand(batch, 6) < 0.3).float()
optimizer = torch.optim.Adam(model.parameters(), lr=1e-4)
loss_function = torch.nn.BCEWithLogitsLoss()


def measure():
    start = time.perf_counter()
    optimizer.zero_grad()
    loss = loss_function(model(image), labels)
    loss.backward()
    optimizer.step()
    loss.item()
    return time.perf_counter() - start


measure()
measure()
print("ready torch", torch.__version__, "torchvision", torchvision.__version__, flush=True)
for _ in sys.stdin:
    print(measure(), flush=True)
