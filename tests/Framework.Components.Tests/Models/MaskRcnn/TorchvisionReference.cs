using System.Diagnostics;
using System.Text.Json;

namespace Framework.Components.Tests.Models.MaskRcnn;

/// <summary>torchvision's own Mask R-CNN on two images, one of them without objects: losses in training, findings afterwards.</summary>
internal static class TorchvisionReference
{
    /// <summary>What the numbers that fill its tensors start from; not that of the reference files.</summary>
    public const long Base = 7_000;

    private const string Script = """
        import json, sys, math
        import numpy as np, torch
        from torchvision.models.detection import MaskRCNN
        from torchvision.models.detection.anchor_utils import AnchorGenerator
        from torchvision.models.detection.backbone_utils import resnet_fpn_backbone
        BASE, folder = int(sys.argv[1]), sys.argv[2]
        torch.set_num_threads(2)
        def u(k, n):
            x = np.uint64(k << 32) + np.arange(n, dtype=np.uint64) + np.uint64(0x9E3779B97F4A7C15)
            x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
            x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
            return ((x ^ (x >> np.uint64(31))) >> np.uint64(11)).astype(np.float64) * 2.0 ** -53
        def value(name, t, k):
            r = u(k, max(t.numel(), 1))
            if name.endswith("num_batches_tracked"): return 0 * r
            if name.endswith("running_mean") or name.endswith("bias"): return 0.1 * (2 * r - 1)
            if t.ndim == 1: return 0.5 + r
            return math.sqrt(6 / np.prod(t.shape[1:])) * (2 * r - 1)
        # The formulas blow activations up; these factors keep scores, boxes and masks where they mean something.
        factors = {"bn2.weight": 0.1, "cls_logits.weight": 0.3, "cls_score.weight": 0.02, "rpn.head.bbox_pred.weight": 0.05, "box_predictor.bbox_pred.weight": 0.3, "mask_fcn_logits.weight": 0.5}
        def build(**options):
            backbone = resnet_fpn_backbone(backbone_name="resnet18", weights=None, norm_layer=torch.nn.BatchNorm2d, trainable_layers=5)
            anchors = AnchorGenerator(((8, 12), (16, 24), (32, 48), (64, 96), (128, 192)), ((0.5, 1.0),) * 5)
            m = MaskRCNN(backbone, num_classes=3, rpn_anchor_generator=anchors, min_size=100, max_size=140,
                         image_mean=[0.4, 0.5], image_std=[0.2, 0.3], box_score_thresh=0.415, **options)
            m.backbone.body.conv1 = torch.nn.Conv2d(2, 64, 7, 2, 3, bias=False)
            sd = m.state_dict()
            for j, (name, t) in enumerate(sd.items()):
                v = torch.from_numpy(np.asarray(value(name, t, BASE + j)).reshape(tuple(t.shape))).to(t.dtype)
                for end, factor in factors.items():
                    if name.endswith(end): v = v * factor
                sd[name] = v
            m.load_state_dict(sd)
            # As ours: of thousands of proposals one or two lie at a threshold, where a convolution's last bit decides.
            return m.to(memory_format=torch.channels_last)
        images = [torch.from_numpy(u(BASE + 1_000_000 + i, 2 * 90 * 120).reshape(2, 90, 120)).float() for i in range(2)]
        masks = torch.zeros(3, 90, 120, dtype=torch.uint8)
        masks[0, 20:40, 30:60] = 1; masks[1, 70:80, 100:112] = 1; masks[2, 5:75, 8:80] = 1
        targets = [{"boxes": torch.tensor([[30., 20., 60., 40.], [100., 70., 112., 80.], [8., 5., 80., 75.]]), "labels": torch.tensor([1, 2, 1]), "masks": masks},
                   {"boxes": torch.zeros(0, 4), "labels": torch.zeros(0, dtype=torch.int64), "masks": torch.zeros(0, 90, 120, dtype=torch.uint8)}]
        def losses(**options):
            m = build(**options).train()
            for layer in m.modules():
                if isinstance(layer, torch.nn.BatchNorm2d): layer.eval()
            torch.manual_seed(11)
            found = m([i.clone() for i in images], targets)
            sum(found.values()).backward()
            return {"losses": {k: float(v) for k, v in found.items()}, "gradient": float(sum(p.grad.double().abs().sum() for n, p in m.named_parameters() if ".bn" not in n and ".downsample.1." not in n))}
        out = {"keys": list(build().state_dict()), "factors": factors,
               "all": losses(rpn_batch_size_per_image=10**6, box_batch_size_per_image=10**6), "drawn": losses()}
        m = build().eval()
        with torch.no_grad():
            out["found"] = [{"boxes": f["boxes"].flatten().tolist(), "scores": f["scores"].tolist(), "labels": f["labels"].tolist(),
                             "masks": f["masks"][:, 0].flatten(1)[:, ::7].flatten().tolist()} for f in m(images)]
        json.dump(out, open(folder + "/reference.json", "w"))
        """;

    public static JsonElement Run()
    {
        var folder = Directory.CreateTempSubdirectory("framework-").FullName;
        try
        {
            var file = Path.Combine(folder, "reference.py");
            File.WriteAllText(file, Script);
            using var process = Process.Start(new ProcessStartInfo(PythonModules.Python, [file, $"{Base}", folder]) { RedirectStandardError = true })!;
            var problem = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, problem);
            return JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "reference.json"))).RootElement;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
