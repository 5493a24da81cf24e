"""The share of two processes' work that is won by DistributedDataParallel: data_parallel.py BATCH SIDE STEPS [PORT]; of 1."""
import socket
import subprocess
import sys
import time

import torch
import torch.distributed as dist
import torch.nn as nn
import torchvision

from serving import serve

batch, side, steps = map(int, sys.argv[1:4])
follows = len(sys.argv) > 4
torch.set_num_threads(1)
torch.manual_seed(1)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


port = int(sys.argv[4]) if follows else free_port()
follower = None if follows else subprocess.Popen([sys.executable, *sys.argv, str(port)], stdin=subprocess.DEVNULL)
dist.init_process_group("gloo", init_method=f"tcp://127.0.0.1:{port}", rank=int(follows), world_size=2)


class Rank:
    """A network and what it is fed."""

    def __init__(self, rows, spread):
        network = torchvision.models.resnet18(weights=None)
        network.fc = nn.Linear(network.fc.in_features, 6)
        network = network.to(memory_format=torch.channels_last).train()
        self.network = nn.parallel.DistributedDataParallel(network) if spread else network
        self.image = torch.rand(rows, 3, side, side).to(memory_format=torch.channels_last)
        self.target = (torch.rand(rows, 6) < 0.3).float()
        self.optimizer = torch.optim.SGD(self.network.parameters(), lr=1e-3, momentum=0.9)

    def step(self):
        self.optimizer.zero_grad(set_to_none=True)
        loss = nn.functional.binary_cross_entropy_with_logits(self.network(self.image), self.target)
        loss.backward()
        self.optimizer.step()
        loss.item()


half = Rank(batch // 2, spread=True)


def together(count):
    said = torch.tensor([count])
    dist.broadcast(said, 0)
    for _ in range(int(said)):
        half.step()
    return int(said)


if follows:
    while together(0):
        pass
    sys.exit()

alone = Rank(batch, spread=False)
alone.step()
together(2)  # the second sets its buckets up again


def measure():
    start = time.perf_counter()
    for _ in range(steps):
        alone.step()
    one = time.perf_counter() - start
    start = time.perf_counter()
    together(steps)
    return one / (2 * (time.perf_counter() - start))


serve(measure, torch.__version__)
together(0)
follower.wait()
