using Framework.Components.Training.Checkpoints;
using Framework.Components.Training.Supervised;
using Framework.Torch;
using TorchSharp;
using TorchSharp.Modules;

namespace Framework.Components.Tests.Training;

/// <summary>One weight w of 1 and losses that are multiples of it, so that every gradient is known.</summary>
[Collection(nameof(OneAtATime))]
public sealed class GradientStepTests : IDisposable
{
    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly Linear _module = torch.nn.Linear(1, 1, hasBias: false);

    public GradientStepTests()
    {
        using var quiet = torch.no_grad();
        _module.weight!.fill_(1);
    }

    private float Weight => _module.weight!.item<float>();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Take_OfTwoBatches_FollowsTheirWeightedMean()
    {
        using var state = State();
        var step = new GradientStep(state, null);
        Take(step, (4, 0.75), (8, 0.25));

        Assert.Equal(1 - (0.1 * 5), Weight, 1e-6);
    }

    [Fact]
    public void Take_Again_HasForgottenTheGradientsBefore()
    {
        using var state = State();
        var step = new GradientStep(state, null);
        Take(step, (4, 1));
        Take(step, (1, 1));

        Assert.Equal(1 - 0.4 - 0.1, Weight, 1e-6);
    }

    [Fact]
    public void Take_GradientAboveTheNorm_IsScaledDownToIt()
    {
        using var state = State();
        Take(new GradientStep(state, 2), (8, 1));

        Assert.Equal(1 - 0.2, Weight, 1e-6);
    }

    [Fact]
    public void Take_WithScaling_ClipsTheUnscaledGradient()
    {
        using var state = State(new GradientScaler());
        Take(new GradientStep(state, 2), (8, 1));

        Assert.Equal(1 - 0.2, Weight, 1e-6);
        Assert.Equal(1, state.Scaler!.State.GoodSteps);
    }

    [Fact]
    public void Take_Overflow_KeepsWeightsAndAverageAndHalvesTheScale()
    {
        using var state = State(new GradientScaler(), average: true);
        Take(new GradientStep(state, null), (float.MaxValue, 1));

        Assert.Equal(1, Weight);
        Assert.Equal(0, state.Average!.Updates);
        Assert.Equal(new GradientScale(32_768, 0), state.Scaler!.State);
    }

    [Fact]
    public void Take_OverflowAtAnyScale_SaysWhatToDo()
    {
        using var state = State(new GradientScaler { State = new GradientScale(1.0 / (1 << 24), 0) });
        var error = Assert.Throws<TrainingException>(() => Take(new GradientStep(state, null), (float.NaN, 1)));

        Assert.Equal("classify.0: the gradients overflow 16 bits at step 7, whatever their scale. Set precision: bf16 or full, or lower the learning rate.", error.Message);
    }

    [Fact]
    public void Take_NormThatIsNotFinite_StopsBeforeTheWeightsAreLost()
    {
        using var state = State();
        var error = Assert.Throws<TrainingException>(() => Take(new GradientStep(state, 1), (float.NaN, 1)));

        Assert.Equal("classify.0: the norm of the gradients is NaN at step 7. Lower the learning rate, or look at the cases' pixels and labels.", error.Message);
        Assert.Equal(1, Weight);
    }

    [Fact]
    public void Checkpoint_ScaleAndAverage_ComeBack()
    {
        var store = new MemoryStore();
        using var saved = State(new GradientScaler { State = new GradientScale(1024, 77) }, average: true);
        Take(new GradientStep(saved, null), (1, 1));
        Checkpoint.Save(store, saved, "identity");

        using var restored = State(new GradientScaler(), average: true);
        Assert.True(Checkpoint.Restore(store, restored, "identity"));

        Assert.Equal(new GradientScale(1024, 78), restored.Scaler!.State);
        Assert.Equal(1, restored.Average!.Updates);
        // d = 2 / 11: 1 + 9/11 (0.9 - 1)
        Assert.Equal(1 - (0.1 * 9 / 11), restored.Average.Averages["weight"].item<float>(), 1e-6);
    }

    [Fact]
    public void Checkpoint_WhatIsRemembered_IsTensorsThatAnyReaderOpens()
    {
        var store = new MemoryStore();
        using var state = new TrainingState(_module, torch.optim.Adam(_module.parameters(), 0.1)) { Average = new ExponentialMovingAverage(_module, 0.9) };
        Take(new GradientStep(state, null), (2, 1));
        Checkpoint.Save(store, state, "identity");

        using var content = SafeTensors.Read(store.Open(Checkpoint.FileName)!, Checkpoint.FileName);
        Assert.Equal(["average.weight", "model.weight", "optimizer.weight.exp_avg", "optimizer.weight.exp_avg_sq"], content.Tensors.Keys.Order(StringComparer.Ordinal));
        // Adam's moments of a first gradient of 2: 0.1 and 0.001 of it and of its square.
        Assert.Equal(0.2, content.Tensors["optimizer.weight.exp_avg"].item<float>(), 1e-6);
        Assert.Equal(0.004, content.Tensors["optimizer.weight.exp_avg_sq"].item<float>(), 1e-7);
        Assert.Equal("1", content.Metadata["optimizer.weight.step"]);
    }

    // What a momentum was before the first step: nothing.
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Checkpoint_OfMomentum_ComesBackAsItWas(int steps)
    {
        var store = new MemoryStore();
        using var saved = Momentum();
        for (var step = 0; step < steps; step++)
            Take(new GradientStep(saved, null), (1, 1));
        Checkpoint.Save(store, saved, "identity");
        var expected = OptimizerBytes.Of(saved.Optimizer);

        using var restored = Momentum();
        Take(new GradientStep(restored, null), (5, 1));
        Assert.True(Checkpoint.Restore(store, restored, "identity"));

        Assert.Equal(expected, OptimizerBytes.Of(restored.Optimizer));

        TrainingState Momentum() => new(_module, torch.optim.SGD(_module.parameters(), 0.1, momentum: 0.9));
    }

    [Fact]
    public void Checkpoint_AMomentThatIsMissing_IsADamagedFile()
    {
        var store = new MemoryStore();
        using var state = new TrainingState(_module, torch.optim.Adam(_module.parameters(), 0.1));
        Checkpoint.Save(store, state, "identity");
        Write(store, (tensors, _) => tensors.Remove("optimizer.weight.exp_avg"));

        var error = Assert.Throws<DataFormatException>(() => Checkpoint.Restore(store, state, "identity"));

        Assert.Equal("checkpoint.safetensors: the file is damaged: 'optimizer.weight.exp_avg' is missing. Restore it from a copy, or make it again.", error.Message);
    }

    [Fact]
    public void Checkpoint_OfAnotherVersion_IsRefused()
    {
        var store = new MemoryStore();
        using var state = State();
        Checkpoint.Save(store, state, "identity");
        Write(store, (_, metadata) => metadata["version"] = "3");

        var error = Assert.Throws<TrainingException>(() => Checkpoint.Restore(store, state, "identity"));

        Assert.Equal("checkpoint.safetensors: it was written by another version of the framework. Go on with that version, or start over in a new run folder.", error.Message);
    }

    private static void Write(MemoryStore store, Action<Dictionary<string, torch.Tensor>, Dictionary<string, string>> change)
    {
        using var content = SafeTensors.Read(store.Open(Checkpoint.FileName)!, Checkpoint.FileName);
        var (tensors, metadata) = (content.Tensors.ToDictionary(), content.Metadata.ToDictionary());
        change(tensors, metadata);
        store.Save(Checkpoint.FileName, stream => SafeTensors.Write(stream, [.. tensors.Select(item => (item.Key, item.Value))], metadata));
    }

    // An optimizer of a plugin may remember what nobody else can see.
    [Fact]
    public void Checkpoint_OfAStateWithSecrets_HasItsOwnBytes()
    {
        var store = new MemoryStore();
        using var saved = new TrainingState(_module, new Secretive(_module.parameters(), 7));
        Checkpoint.Save(store, saved, "identity");
        var other = new Secretive(_module.parameters(), 0);
        using var restored = new TrainingState(_module, other);

        Assert.True(Checkpoint.Restore(store, restored, "identity"));

        Assert.Equal(7, other.Secret);
    }

    private sealed class Secretive : OptimizerHelper
    {
        private readonly Remembered _remembered;

        public Secretive(IEnumerable<Parameter> parameters, long secret)
        {
            var all = parameters.ToArray();
            _parameter_groups.Add(new ParamGroup { Parameters = all, Options = new SGD.Options() });
            _state[all[0].Handle] = _remembered = new Remembered(all[0], secret);
        }

        public long Secret => _remembered.Secret;

        private sealed class Remembered(Parameter parameter, long secret) : OptimizerState(parameter)
        {
            private long _secret = secret;

            public long Secret => _secret;

            public override void SaveStateDict(BinaryWriter writer) => writer.Write(_secret);

            public override void LoadStateDict(BinaryReader reader) => _secret = reader.ReadInt64();
        }
    }

    private TrainingState State(GradientScaler? scaler = null, bool average = false) =>
        new(_module, torch.optim.SGD(_module.parameters(), 0.1))
        {
            Scaler = scaler,
            Average = average ? new ExponentialMovingAverage(_module, 0.9) : null,
        };

    private void Take(GradientStep step, params (float Slope, double Share)[] batches)
    {
        step.Begin();
        foreach (var (slope, share) in batches)
            step.Add((_module.weight! * slope).sum(), share);
        step.Take("classify.0", 7);
    }
}
