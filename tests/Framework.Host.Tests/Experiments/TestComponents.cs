using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Framework.Sdk;
using TorchSharp;
using TorchSharp.Modules;

namespace Framework.Host.Tests.Experiments;

/// <summary>Tiny components with every kind of option, to bind experiments to.</summary>
internal sealed class TestComponents : IPlugin
{
    public void Register(IComponentRegistry components) => components
        .Add<IDataSource, Source, SourceOptions>("test.source")
        .Add<IPhantom, Phantom, PhantomOptions>("test")
        .Add<ISplit, Halves, HalvesOptions>("halves")
        .Add<ITransform, Keep>("keep")
        .Add<ITransform, Crop, CropOptions>("crop")
        .Add<ITransform, Grey, GreyOptions>("grey")
        .Add<ITransform, Fussy, FussyOptions>("fussy")
        .Add<IModelFactory, Net, NetOptions>("net")
        .Add<ILossFactory, Bce, BceOptions>("bce")
        .Add<IOptimizerFactory, Adam, AdamOptions>("adam")
        .Add<IOptimizerFactory, Sgd, SgdOptions>("sgd")
        .Add<ISchedule, Constant>("constant")
        .Add<ITrainer, Fit, FitOptions>("fit")
        .Add<IMetric, Auroc>("auroc")
        .Add<IMetric, Weighted, WeightedOptions>("weighted")
        .Add<IMetric, Lonely>("lonely")
        .Add<IControl, Untrained>("untrained");

    internal sealed record SourceOptions { public required string Root { get; init; } }

    internal sealed record PhantomOptions
    {
        [Range(8, 512)]
        public int MatrixSize { get; init; } = 64;
    }

    internal sealed record HalvesOptions
    {
        [Range(0.0, 1.0, MinimumIsExclusive = true, MaximumIsExclusive = true)]
        public required double Train { get; init; }
    }

    internal sealed record CropOptions
    {
        [Length(2, 2), Range(1, 4096)]
        public required IReadOnlyList<int> Size { get; init; }

        public Edge Edge { get; init; } = Edge.NearestPixel;
    }

    internal enum Edge { Zero, NearestPixel }

    internal sealed record GreyOptions
    {
        [MinLength(1)]
        public required IReadOnlyList<Level> Levels { get; init; }

        public Margin Margin { get; init; } = new() { Left = 1 };
    }

    internal sealed record Margin
    {
        [Range(0, 10)]
        public required int Left { get; init; }

        public float Right { get; init; } = 0.1f;
    }

    internal sealed record Level : IParsable<Level>
    {
        public required double Center { get; init; }

        public required double Width { get; init; }

        public static Level Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var level)
            ? level
            : throw new FormatException($"no level is called '{s}'. There is brain.");

        public static bool TryParse(string? s, IFormatProvider? provider, out Level result)
        {
            result = new Level { Center = 40, Width = 80 };
            return s == "brain";
        }
    }

    /// <summary>Holds more than its keys say.</summary>
    internal sealed record Balance : IParsable<Balance>
    {
        public double Factor { get; init; } = 1;

        public bool IsEven { get; private init; }

        public static Balance Parse(string s, IFormatProvider? provider) =>
            TryParse(s, provider, out var balance) ? balance : throw new FormatException($"there is no balance '{s}'. There are even and none.");

        public static bool TryParse(string? s, IFormatProvider? provider, out Balance result)
        {
            result = new Balance { IsEven = s == "even" };
            return s is "even" or "none";
        }

        public override string ToString() => IsEven ? "even" : "none";
    }

    internal sealed record FussyOptions { public int Odd { get; init; } = 1; }

    internal sealed record NetOptions : IValidatableObject
    {
        [AllowedValues(18, 34)]
        public required int Depth { get; init; }

        [AllowedValues("none", "imagenet")]
        public string Pretrained { get; init; } = "none";

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Depth == 34 && Pretrained == "imagenet"
            ? [new ValidationResult("there are no weights of depth 34. Take depth 18.", [nameof(Depth)])]
            : [];
    }

    internal sealed record BceOptions
    {
        [StringLength(8, MinimumLength = 1)]
        public string? PosWeight { get; init; }

        public Balance Balance { get; init; } = new();
    }

    internal sealed record AdamOptions
    {
        [Range(0.0, double.MaxValue, MinimumIsExclusive = true)]
        public required double LearningRate { get; init; }

        [Range(0, double.MaxValue)]
        public double WeightDecay { get; init; }

        public bool Amsgrad { get; init; }
    }

    internal sealed record SgdOptions { public required double LearningRate { get; init; } }

    internal sealed record FitOptions
    {
        [Range(1, int.MaxValue)]
        public required int Epochs { get; init; }

        public required ILossFactory Loss { get; init; }

        public required IOptimizerFactory Optimizer { get; init; }

        public ISchedule? Schedule { get; init; }

        public TimeSpan? Limit { get; init; }
    }

    internal sealed record WeightedOptions
    {
        [Range(0.0, double.MaxValue)]
        public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double> { ["any"] = 1 };
    }

    internal sealed class Source(SourceOptions options) : IDataSource
    {
        public SourceOptions Options => options;

        public DataIndex Index(IndexContext context) => throw new NotSupportedException();

        public Sample Load(Case item, SampleWorkspace workspace) => throw new NotSupportedException();
    }

    internal sealed class Phantom(PhantomOptions options) : IPhantom
    {
        public void Write(PhantomRequest request, CancellationToken cancellation)
        {
            Directory.CreateDirectory(request.Folder);
            File.WriteAllText(Path.Combine(request.Folder, "cohort.txt"), string.Create(CultureInfo.InvariantCulture, $"{request.Cases} {request.Seed} {options.MatrixSize}"));
        }
    }

    internal sealed class Halves(HalvesOptions options) : ISplit
    {
        public HalvesOptions Options => options;

        public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random) => throw new NotSupportedException();
    }

    internal class Keep : ITransform
    {
        public Sample Apply(Sample sample, TransformContext context) => sample;
    }

    internal sealed class Crop(CropOptions options) : Keep
    {
        public CropOptions Options => options;
    }

    internal sealed class Grey(GreyOptions options) : Keep
    {
        public GreyOptions Options => options;
    }

    internal sealed class Fussy : Keep
    {
        public Fussy(FussyOptions options)
        {
            if (options.Odd % 2 == 0)
                throw new ArgumentException("'odd' must be odd.", nameof(options));
        }
    }

    internal sealed class Net(NetOptions options) : IModelFactory
    {
        public NetOptions Options => options;

        public IModel Create(ModelContext context) => throw new NotSupportedException();
    }

    internal sealed class Bce(BceOptions options) : ILossFactory
    {
        public BceOptions Options => options;

        public ILoss Create(LossContext context) => throw new NotSupportedException();
    }

    internal sealed class Adam(AdamOptions options) : IOptimizerFactory
    {
        public AdamOptions Options => options;

        public torch.optim.Optimizer Create(IReadOnlyList<ParameterGroup> groups) => throw new NotSupportedException();
    }

    internal sealed class Sgd(SgdOptions options) : IOptimizerFactory
    {
        public SgdOptions Options => options;

        public torch.optim.Optimizer Create(IReadOnlyList<ParameterGroup> groups) => throw new NotSupportedException();
    }

    internal sealed class Constant : ISchedule
    {
        public double Factor(ScheduleMoment moment) => 1;
    }

    internal sealed class Fit(FitOptions options) : ITrainer
    {
        public FitOptions Options => options;

        public bool CanContinue => true;

        IPredictor ITrainer.Fit(TrainingContext context, CancellationToken cancellation) => throw new NotSupportedException();

        public void Try(TrainingContext context) => throw new NotSupportedException();
    }

    internal class Auroc : IMetric
    {
        public IReadOnlyList<MetricValue> Compute(Predictions predictions) => throw new NotSupportedException();
    }

    internal sealed class Weighted(WeightedOptions options) : Auroc
    {
        public WeightedOptions Options => options;
    }

    /// <summary>Asks for what no host has.</summary>
    internal sealed class Lonely(IDisposable companion) : Auroc
    {
        public IDisposable Companion => companion;
    }

    internal sealed class Untrained : IControl
    {
        public UnitRecipe Apply(UnitRecipe recipe, RandomStream random) => recipe with { Fitting = false };
    }
}
