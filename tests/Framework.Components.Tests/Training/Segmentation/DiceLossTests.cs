using Framework.Components.Training.Losses;
using TorchSharp;

namespace Framework.Components.Tests.Training.Segmentation;

public sealed class DiceLossTests
{
    private const double Smooth = 1e-5;

    private static readonly LossContext Context = new() { Labels = [], TrainingCases = [], Device = torch.CPU, MaskClasses = ["background", "bone", "disc"] };

    // Two cases of 2 x 3 pixels and three classes.
    private static readonly float[] Logits = [.. Enumerable.Range(0, 36).Select(i => (float)Math.Sin(1.7 * i))];
    private static readonly long[] Classes = [0, 1, 2, 2, 1, 0, 1, 1, 0, 0, 0, 1];

    public static TheoryData<bool, bool, bool> Ways() => new()
    {
        { true, false, false }, { false, false, false }, { true, true, false }, { true, false, true }, { false, true, true },
    };

    // Loops over single numbers in float64, by the formula of the documentation.
    [Theory]
    [MemberData(nameof(Ways))]
    public void Compute_AnyOptions_IsTheFormula(bool background, bool perBatch, bool squared)
    {
        using var scope = torch.NewDisposeScope();
        var options = new DiceOptions { IncludeBackground = background, PerBatch = perBatch, SquaredPred = squared };
        var groups = new List<(double Both, double Size)>();
        for (var number = background ? 0 : 1; number < 3; number++)
        {
            var cases = Enumerable.Range(0, 2).Select(item => Sums(item, number, squared)).ToList();
            groups.AddRange(perBatch ? [(cases.Sum(own => own.Both), cases.Sum(own => own.Size))] : cases);
        }

        var expected = groups.Average(own => 1 - (((2 * own.Both) + Smooth) / (own.Size + Smooth)));
        Assert.Equal(expected, Loss(new DiceFactory(options), Classes), 1e-6);
    }

    [Fact]
    public void Compute_CaseWithoutMask_DoesNotCount()
    {
        using var scope = torch.NewDisposeScope();
        long[] unknown = [.. Classes[..6], -1, -1, -1, -1, -1, -1];
        var first = Enumerable.Range(0, 3).Select(number => Sums(0, number, false)).Average(own => 1 - (((2 * own.Both) + Smooth) / (own.Size + Smooth)));
        Assert.Equal(first, Loss(new DiceFactory(new DiceOptions()), unknown), 1e-6);
        Assert.Equal(0, Loss(new DiceFactory(new DiceOptions()), [.. Enumerable.Repeat(-1L, 12)]), 1e-6);
    }

    [Fact]
    public void Compute_CrossEntropyOverVoxels_IsTheMeanOfLogarithms()
    {
        using var scope = torch.NewDisposeScope();
        long[] some = [.. Classes[..11], -1];
        var expected = Enumerable.Range(0, 11).Average(at => -Math.Log(Probability(at / 6, (int)some[at], at % 6)));
        Assert.Equal(expected, Loss(new CrossEntropyFactory(new CrossEntropyOptions()), some), 1e-6);
    }

    [Fact]
    public void Compute_DiceAndWeightedCrossEntropy_IsTheirSum()
    {
        using var scope = torch.NewDisposeScope();
        var weights = new ClassWeights { ByLabel = new Dictionary<string, double> { ["bone"] = 3, ["background"] = 0.5 } };
        double[] own = [0.5, 3, 1];
        var entropy = Enumerable.Range(0, 12).Sum(at => -own[Classes[at]] * Math.Log(Probability(at / 6, (int)Classes[at], at % 6))) / Classes.Sum(number => own[number]);
        var dice = Loss(new DiceFactory(new DiceOptions()), Classes);
        var both = Loss(new DiceCeFactory(new DiceCeOptions { DiceWeight = 0.5, CeWeight = 2, Weights = weights }), Classes);
        Assert.Equal((0.5 * dice) + (2 * entropy), both, 1e-5);
    }

    // (1 - p)^2 of each voxel's own class beside its logarithm.
    [Fact]
    public void Compute_FocalOverVoxels_WeighsDownWhatIsEasy()
    {
        using var scope = torch.NewDisposeScope();
        var expected = Enumerable.Range(0, 12).Average(at =>
        {
            var own = Probability(at / 6, (int)Classes[at], at % 6);
            return -Math.Pow(1 - own, 2) * Math.Log(own);
        });
        Assert.Equal(expected, Loss(new FocalFactory(new FocalOptions()), Classes), 1e-6);
    }

    // One logit for two classes is a sigmoid; a half everywhere against all background: 1 - (n + s) / (1.5 n + s) and 1 - s / (n / 2 + s).
    [Fact]
    public void Compute_OneLogitForTwoClasses_IsASigmoid()
    {
        using var scope = torch.NewDisposeScope();
        using var loss = new DiceFactory(new DiceOptions()).Create(Context with { MaskClasses = ["background", "bone"] });
        var batch = new Batch([], torch.zeros(1), torch.zeros(1)) { Mask = torch.zeros([1, 2, 2], torch.ScalarType.Int64) };
        var value = loss.Compute(new ModelOutput(torch.zeros(1, 1, 2, 2)), batch).item<float>();
        Assert.Equal(((1 - ((4 + Smooth) / (6 + Smooth))) + (1 - (Smooth / (2 + Smooth)))) / 2, value, 1e-6);
        Assert.Equal([1, 2, 2, 2], loss.Probabilities(new ModelOutput(torch.zeros(1, 1, 2, 2))).shape);
    }

    [Fact]
    public void Create_NoMasks_SaysWhatToSet()
    {
        var error = Assert.Throws<ExperimentException>(() => new DiceFactory(new DiceOptions()).Create(Context with { MaskClasses = [] }));
        Assert.Equal("'dice' learns from masks, and the trainer asks for none. Set trainer.masks, such as { classes: [background, lesion] }.", error.Message);
    }

    [Fact]
    public void Create_WeightOfNoClass_ListsThoseThereAre()
    {
        var options = new DiceCeOptions { Weights = new ClassWeights { ByLabel = new Dictionary<string, double> { ["bones"] = 2 } } };
        var error = Assert.Throws<ExperimentException>(() => new DiceCeFactory(options).Create(Context));
        Assert.Equal("'weights' of 'dice-ce' has a weight for 'bones', and there is no such class. There are background, bone, disc.", error.Message);
    }

    [Fact]
    public void Compute_OutputsOfAClassifier_AreRefused()
    {
        using var scope = torch.NewDisposeScope();
        using var loss = new DiceFactory(new DiceOptions()).Create(Context);
        var batch = new Batch([], torch.zeros(1), torch.zeros(1)) { Mask = torch.zeros([2, 2, 3], torch.ScalarType.Int64) };
        var error = Assert.Throws<ExperimentException>(() => loss.Compute(new ModelOutput(torch.zeros(2, 3)), batch));
        Assert.Equal("'dice' needs a logit for each of 3 classes and each voxel of the masks, (2, 3, 2, 3); the model gives (2, 3). Use a model that segments, such as unet.", error.Message);
    }

    private static double Loss(ILossFactory factory, long[] classes)
    {
        using var loss = factory.Create(Context);
        var batch = new Batch([], torch.zeros(1), torch.zeros(1)) { Mask = torch.tensor(classes).reshape(2, 2, 3) };
        return loss.Compute(new ModelOutput(torch.tensor(Logits).reshape(2, 3, 2, 3)), batch).item<float>();
    }

    private static double Probability(int item, int number, int pixel)
    {
        double Exp(int c) => Math.Exp(Logits[(((item * 3) + c) * 6) + pixel]);
        return Exp(number) / (Exp(0) + Exp(1) + Exp(2));
    }

    private static (double Both, double Size) Sums(int item, int number, bool squared)
    {
        var (both, size) = (0.0, 0.0);
        for (var pixel = 0; pixel < 6; pixel++)
        {
            var (p, t) = (Probability(item, number, pixel), Classes[(item * 6) + pixel] == number ? 1 : 0);
            both += p * t;
            size += (squared ? p * p : p) + t;
        }

        return (both, size);
    }
}
