using TorchSharp;

namespace Framework.Components.Training.Losses;

/// <summary>Cross-entropy of each known voxel's class, with weights of classes and, where the exponent is above 0, less weight on what is easy (Lin 2017).</summary>
internal sealed class VoxelCrossEntropy : ILoss
{
    private readonly string _component;
    private readonly double _smoothing;
    private readonly double _gamma;
    private readonly torch.Tensor _weights;

    public VoxelCrossEntropy(string component, double[] weights, double smoothing, double gamma, torch.Device device)
    {
        (_component, _smoothing, _gamma) = (component, smoothing, gamma);
        using var scope = torch.NewDisposeScope();
        _weights = torch.tensor(Array.ConvertAll(weights, weight => (float)weight)).to(device).DetachFromDisposeScope();
    }

    public bool AddsUpOverRanks => true;

    public torch.Tensor Compute(ModelOutput output, Batch batch)
    {
        var classes = (int)_weights.shape[0];
        var mask = SegmentationShape.MaskOf(_component, output, batch, classes);
        var known = (mask >= 0).to(output.Logits.dtype);
        var place = mask.clamp_min(0);
        var logs = SegmentationShape.LogProbabilities(output.Logits);
        var own = logs.gather(1, place.unsqueeze(1)).squeeze(1);
        var loss = (-own * (1 - _smoothing)) - (logs.mean([1L]) * _smoothing);
        if (_gamma > 0)
            loss = loss * (1 - own.exp()).pow(_gamma);
        var weight = _weights.index_select(0, place.flatten()).reshape(place.shape) * known;
        return (loss * weight).sum() / batch.Total(weight.sum()).clamp_min(1e-12);
    }

    public torch.Tensor Probabilities(ModelOutput output) => SegmentationShape.Probabilities(output.Logits);

    public void Dispose() => _weights.Dispose();
}
