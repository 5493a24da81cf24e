using Framework.Host.Plugins;
using Framework.Sdk;

namespace Framework.Host.Experiments.Sound;

/// <summary>Takes the place of a part of an experiment that is wrong, so that the parts beside it can still be looked at. Whoever looks asks <see cref="Is"/> first.</summary>
internal sealed class StandIn : IDataSource, ISplit, ITransform, IModelFactory, ITrainer
{
    // Subjects that are not trained on: one to validate on and one to test on.
    private const int HeldBack = 2;

    private static readonly StandIn Only = new();

    /// <summary>As a part of an experiment.</summary>
    public static Bound<T> Of<T>()
        where T : class => new("?", (T)(object)Only, new Component(typeof(T), "?", typeof(StandIn), null), "{}");

    /// <summary>The split that is divided by where the experiment's own is wrong.</summary>
    public static ISplit Split => Only;

    /// <summary>Whether that part was wrong.</summary>
    public static bool Is(object? part) => part is StandIn;

    /// <inheritdoc />
    public bool CanContinue => true;

    /// <inheritdoc />
    public bool ChoosesOnValidation => false;

    /// <inheritdoc />
    public bool GivesFindings => true;

    /// <inheritdoc />
    public IReadOnlyList<IReadOnlyList<Part>> Assign(IReadOnlyList<Subject> subjects, RandomStream random) =>
        [[.. subjects.Select((_, at) => (subjects.Count - at) switch { > HeldBack => Part.Train, HeldBack => Part.Validate, _ => Part.Test })]];

    /// <inheritdoc />
    public DataIndex Index(IndexContext context) => throw Never();

    /// <inheritdoc />
    public Sample Load(Case item, SampleWorkspace workspace) => throw Never();

    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context) => throw Never();

    /// <inheritdoc />
    public IModel Create(ModelContext context) => throw Never();

    /// <inheritdoc />
    public IPredictor Fit(TrainingContext context, CancellationToken cancellation) => throw Never();

    /// <inheritdoc />
    public void Try(TrainingContext context) => throw Never();

    private static InvalidOperationException Never() => new("A part that is wrong was used.");
}
