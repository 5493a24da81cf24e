"""Writes the .pth files of this folder with torch.save, in both formats. Run: python3 make_files.py FOLDER

They are committed, so that the tests read files of PyTorch's own where no PyTorch is; where it is, the tests make them anew.
"""
import collections
import sys

import torch

folder = sys.argv[1]
base = torch.arange(6, dtype=torch.float32).reshape(2, 3) / 4
state = collections.OrderedDict()
state["module.float"] = base
state["module.transposed"] = base.t()
state["module.row"] = base[1]
state["module.column"] = base[:, 1]
for name, kind in dict(double=torch.float64, half=torch.float16, bfloat=torch.bfloat16, long=torch.int64, int=torch.int32,
                       short=torch.int16, char=torch.int8, byte=torch.uint8, bool=torch.bool).items():
    state["module." + name] = torch.tensor([0, 1, 1, 0, 1], dtype=kind) if kind == torch.bool else torch.arange(5).to(kind) * 3
state["module.scalar"] = torch.tensor(2.5)
state["module.empty"] = torch.zeros(0, 4)
state["module.parameter"] = torch.nn.Parameter(torch.tensor([-1.5, 3.25]))
state["module.expanded"] = torch.tensor([7.0]).expand(3)
state._metadata = collections.OrderedDict([("", {"version": 1})])
checkpoint = {
    "epoch": 7, "state_dict": state, "rate": 0.5, "name": "ä", "flags": (True, False, None), "numbers": [1, -1, 300, 70000, 2 ** 40, -2 ** 70],
    "optimizer": {"state": {0: {"step": torch.tensor(3.0)}}, "param_groups": [{"lr": 1e-3, "params": [0]}]},
    "size": base.size(), "device": torch.device("cpu"), "type": torch.float32, "bytes": b"ab",
}
torch.save(checkpoint, folder + "/zip.pth")
torch.save(checkpoint, folder + "/legacy.pth", _use_new_zipfile_serialization=False)
torch.save(torch.nn.Sequential(torch.nn.Linear(2, 1)), folder + "/module.pth")
if "peers" in sys.argv:  # these hold PyTorch's own source text, so they are not committed
    torch.save(torch.nn.Sequential(torch.nn.Linear(2, 1)), folder + "/module_legacy.pth", _use_new_zipfile_serialization=False)
    torch.jit.save(torch.jit.script(torch.nn.Linear(2, 1)), folder + "/script.pth")
