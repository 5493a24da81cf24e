using Framework.Sdk;
using Xunit;

namespace Framework.Sdk.Testing;

/// <summary>What every data source promises. A source's test class inherits this, lays a small cohort out and makes the source over it.</summary>
public abstract class DataSourceContract
{
    private const int Looked = 16;

    /// <summary>Makes the source over a cohort of at least two cases.</summary>
    protected abstract IDataSource Create();

    /// <summary>Makes the source over data that are not there; null where it reads none. Default: null.</summary>
    protected virtual IDataSource? CreateWithoutData() => null;

    /// <summary>The same data are the same cases, in the same order, with the same fingerprint.</summary>
    [Fact]
    public void Index_Twice_GivesTheSame()
    {
        var (first, second) = (Index(Create()), Index(Create()));
        Assert.True(
            first.Cases.Select(item => item.Id).SequenceEqual(second.Cases.Select(item => item.Id)),
            "two indexes of the same data list other cases, or the same in another order. Order what a folder or a hash table gives by identity.");
        Assert.True(first.Fingerprint == second.Fingerprint, "two indexes of the same data have different fingerprints. Let DataFingerprint.Of make it of what the data say alone.");
    }

    /// <summary>Each case has an identity of its own, a subject, and one value for each label.</summary>
    [Fact]
    public void Index_EveryCase_HasIdentitySubjectAndLabels()
    {
        var index = Index(Create());
        Assert.True(index.Problems.Count == 0, $"the contract's cohort has problems: {string.Join(' ', index.Problems)}");
        Assert.True(index.Cases.Count >= 2, $"the contract needs a cohort of at least two cases; this one has {index.Cases.Count}.");
        var twice = index.Cases.GroupBy(item => item.Id).FirstOrDefault(group => group.Count() > 1);
        Assert.True(twice is null, $"two cases are called '{twice?.Key}'. An identity names one case.");
        foreach (var item in index.Cases)
        {
            Assert.True(item.Id.Length > 0 && item.Subject.Length > 0, $"case '{item.Id}' has the subject '{item.Subject}'. Both identify something: neither is empty.");
            Assert.True(item.Labels.Count == index.Labels.Count, $"case '{item.Id}' has {item.Labels.Count} labels, and the index names {index.Labels.Count}. Give one for each; NaN where it is missing.");
            Assert.True(item.Labels.All(label => !double.IsInfinity(label)), $"case '{item.Id}' has an infinite label.");
        }
    }

    /// <summary>Every case is loaded as itself, with finite values and a geometry that leads to the patient and back.</summary>
    [Fact]
    public void Load_EveryCase_GivesFinitePixelsAndATrueGeometry()
    {
        var source = Create();
        foreach (var item in Index(source).Cases.Take(Looked))
        {
            using var workspace = new SampleWorkspace();
            var sample = source.Load(item, workspace);
            Assert.True(sample.Case.Id == item.Id, $"case '{item.Id}' is loaded as '{sample.Case.Id}'. Make the sample of the case that was asked for.");
            foreach (var (name, image) in sample.Images)
            {
                foreach (var value in image.Pixels)
                    Assert.True(float.IsFinite(value), $"case '{item.Id}': '{name}' has the value {value}. Replace what the file says is no measurement.");
                var (x, y, z) = image.Geometry.Spacing;
                Assert.True(x > 0 && y > 0 && z > 0, $"case '{item.Id}': '{name}' has voxels of {x} x {y} x {z} mm.");
            }
        }
    }

    /// <summary>A case has the same values each time.</summary>
    [Fact]
    public void Load_Twice_GivesTheSame()
    {
        var source = Create();
        foreach (var item in Index(source).Cases.Take(Looked))
            Assert.True(LoadAlone(source, item) == LoadAlone(source, item), $"case '{item.Id}' has other values when it is loaded again. A source draws no random numbers.");
    }

    /// <summary>One instance used by eight threads at once gives what it gives to one.</summary>
    [Fact]
    public void Load_FromEightThreads_GivesWhatOneThreadGets()
    {
        var source = Create();
        var cases = Index(source).Cases.Take(Looked).ToList();
        var expected = cases.Select(item => LoadAlone(source, item)).ToList();
        var actual = EightThreads.Run(8 * cases.Count, at => LoadAlone(source, cases[at % cases.Count]));
        for (var at = 0; at < actual.Length; at++)
            Assert.True(expected[at % cases.Count] == actual[at], $"case '{cases[at % cases.Count].Id}' has other values when eight threads load at once. Share no buffer, reader or stream between calls.");
    }

    /// <summary>Samples that nobody uses any more can be collected.</summary>
    [Fact]
    public void Load_ManyTimes_KeepsNoSample()
    {
        var source = Create();
        var cases = Index(source).Cases;
        KeptObjects.AssertNone("samples", at =>
        {
            using var workspace = new SampleWorkspace();
            return source.Load(cases[at % cases.Count], workspace);
        });
    }

    /// <summary>Data that are not there are an error of data, and say what would be right.</summary>
    [Fact]
    public void Index_NoData_SaysWhatWouldBeRight()
    {
        if (CreateWithoutData() is not { } source)
            return;
        var thrown = Record.Exception(() => Index(source));
        Assert.True(thrown is not null, "a source without its data gives an index. Throw DataFormatException: an empty study would run otherwise.");
        Assert.True(thrown is DataFormatException, $"a source without its data throws {thrown.GetType().Name}. Throw DataFormatException (exit code 3), with the place first.");
        Assert.True(thrown.Message.Contains(". ", StringComparison.Ordinal), $"'{thrown.Message}' does not say what would be right. The form is: place: fact. What would be right.");
    }

    private static DataIndex Index(IDataSource source)
    {
        using var cache = new ScratchFolder();
        return source.Index(new IndexContext { CacheFolder = cache.Path });
    }

    private static string LoadAlone(IDataSource source, Case item)
    {
        using var workspace = new SampleWorkspace();
        return SampleText.Of(source.Load(item, workspace));
    }
}
