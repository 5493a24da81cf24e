"""Saves a network of torchvision's with initial weights, and prints a weighted sum of each tensor."""
import sys

import torch
import torchvision

torch.manual_seed(5)
state = torchvision.models.resnet18().state_dict()
torch.save({"model": {"module." + name: value for name, value in state.items()}, "epoch": 1}, sys.argv[1] + "/resnet18.pth")
for name, value in state.items():
    flat = value.double().flatten()
    print(name, repr(float((flat * (torch.arange(flat.numel()) % 7)).sum())))
