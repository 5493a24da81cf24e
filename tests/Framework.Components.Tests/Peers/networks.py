"""Figures of torchvision's own networks, in the form of ../shared/oracle: networks.py NAME BASE [3d]."""
import json
import sys

import numpy as np
import torch
import torchvision

from filling import fill, image, uniform

name, base, volumes = sys.argv[1], int(sys.argv[2]), sys.argv[3:] == ["3d"]
torch.set_num_threads(2)


def to_volumes(module):
    """The same network over three axes: each 2-D layer becomes the 3-D one of the same numbers."""
    for key, child in module.named_children():
        if isinstance(child, torch.nn.Conv2d):
            setattr(module, key, torch.nn.Conv3d(child.in_channels, child.out_channels, child.kernel_size[0], child.stride[0],
                                                 child.padding[0], groups=child.groups, bias=child.bias is not None))
        elif isinstance(child, torch.nn.BatchNorm2d):
            setattr(module, key, torch.nn.BatchNorm3d(child.num_features))
        elif isinstance(child, torch.nn.MaxPool2d):
            setattr(module, key, torch.nn.MaxPool3d(child.kernel_size, child.stride, child.padding))
        elif isinstance(child, torch.nn.AdaptiveAvgPool2d):
            setattr(module, key, torch.nn.AdaptiveAvgPool3d(1))
        else:
            to_volumes(child)
    return module


network = getattr(torchvision.models, name)(weights=None)
head = "classifier" if name.startswith("densenet") else "fc"
setattr(network, head, torch.nn.Linear(getattr(network, head).in_features, 6))
if volumes:
    to_volumes(network)
shape = [2, 3, 40, 48, 32] if volumes else [2, 3, 64, 64]
fill(network, base)
images = image(shape, base)
targets = torch.from_numpy((uniform(base + 2_000_000, 12) < 0.5).astype(np.float32).reshape(2, 6))


def evaluate():
    network.eval()
    with torch.no_grad():
        return network(images).double().flatten().tolist()


result = {"base": base, "torch": torch.__version__, "keys": [[key, list(tensor.shape)] for key, tensor in network.state_dict().items()], "input_shape": shape,
          "eval_output": evaluate()}
network.train()
optimizer = torch.optim.Adam(network.parameters(), lr=1e-4)
losses = []
for _ in range(3):
    optimizer.zero_grad()
    loss = torch.nn.functional.binary_cross_entropy_with_logits(network(images), targets)
    loss.backward()
    optimizer.step()
    losses.append(float(loss))
result["train"] = {"targets": targets.tolist(), "losses": losses}
result["eval_output_after_3_steps"] = evaluate()
json.dump(result, sys.stdout)
