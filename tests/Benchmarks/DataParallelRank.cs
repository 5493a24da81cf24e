using Framework.Components.Models;
using Framework.Components.Training.Losses;
using Framework.Components.Training.Optimizers;
using Framework.Components.Training.Supervised;
using Framework.Sdk;
using Framework.Torch;
using Framework.Torch.Distributed;
using TorchSharp;
using TorchSharp.Modules;

namespace Framework.Benchmarks;

/// <summary>A network that one of two processes trains, or one process alone, step by step as the supervised trainer does.</summary>
internal sealed class DataParallelRank : IDisposable
{
    public const int Batch = 16;
    public const int Side = 112;
    private const int Size = 2;
    private const int Labels = 6;
    private readonly RankTeam? _team;
    private readonly IModel _model;
    private readonly ILoss _loss;
    private readonly TrainingState _state;
    private readonly GradientStep _gradients;
    private readonly Framework.Sdk.Batch _batch;

    public DataParallelRank(string? store, int rank = 0)
    {
        torch.set_num_threads(1);
        torch.random.manual_seed(1);
        string[] labels = [.. Enumerable.Range(0, Labels).Select(i => $"label{i}")];
        _team = store is null ? null : RankTeam.Join("data-parallel", torch.CPU, new RankPlace(rank, Size, store, "bench"));
        _model = new ResNetFactory(new ResNetOptions { Depth = 18 }).Create(new ModelContext { InputShape = [3, Side, Side], Labels = labels });
        MemoryFormats.ToChannelsLast(_model.Module, spatial: 2);
        _loss = new BceWithLogitsFactory(new BceWithLogitsOptions()).Create(new LossContext { Labels = labels, TrainingCases = [], Device = torch.CPU });
        var optimizer = new SgdFactory(new SgdOptions { LearningRate = 1e-3, Momentum = 0.9 }).Create([new ParameterGroup(1, [.. _model.Module.named_parameters()])]);
        _state = new TrainingState(_model.Module, (OptimizerHelper)optimizer);
        _gradients = new GradientStep(_state, clipNorm: null, _team);
        _gradients.BeginEpoch();
        using var scope = torch.NewDisposeScope();
        var rows = _team?.Part.Own(Batch) ?? Batch;
        Case[] cases = [.. Enumerable.Range(0, rows).Select(i => new Case { Id = $"case{i}", Subject = $"case{i}", Labels = new double[Labels] })];
        var image = MemoryFormats.ChannelsLast(torch.rand(rows, 3, Side, Side)).DetachFromDisposeScope();
        _batch = new Framework.Sdk.Batch(cases, image, torch.rand(rows, Labels).lt(0.3).to_type(torch.ScalarType.Float32).DetachFromDisposeScope()) { Part = _team?.PartOf(Batch) };
    }

    public void Step()
    {
        using var scope = torch.NewDisposeScope();
        _model.Module.train();
        _gradients.Begin();
        using var together = _team is null ? null : RankNormalisation.Begin(_team.Sums, rowsCount: true);
        var loss = _loss.Compute(_model.Forward(_batch), _batch);
        _team?.Gather(loss.item<float>());
        _gradients.Add(loss, share: 1);
        _gradients.Take("data-parallel", step: 0);
    }

    /// <summary>Says to the other process how many steps there are.</summary>
    public void Tell(byte steps) => _team!.Share([steps]);

    /// <summary>How many steps there are.</summary>
    public int Hear() => _team!.Share(Array.Empty<byte>())[0];

    public void Dispose()
    {
        _gradients.Dispose();
        _state.Dispose();
        _loss.Dispose();
        _model.Dispose();
        _batch.Dispose();
        _team?.Dispose();
    }
}
