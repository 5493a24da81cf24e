using Framework.Host.Plugins;
using Framework.Sdk;

namespace Framework.Host.Tests.Plugins;

public sealed class ComponentCatalogueTests
{
    private readonly ComponentCatalogue _catalogue = new();

    [Fact]
    public void Register_OneNameUnderTwoInterfaces_KeepsBoth()
    {
        Register(components => components.Add<ITransform, Keep>("same").Add<IMetric, Count>("same"));

        Assert.Equal([typeof(IMetric), typeof(ITransform)], _catalogue.Named("same").Select(component => component.Interface));
        Assert.Equal([typeof(Count)], _catalogue.Of(typeof(IMetric)).Select(component => component.Implementation));
    }

    [Fact]
    public void Register_TwiceInOnePlugin_NamesBothClassesAndTakesNothing() => AssertRefused(
        components => components.Add<ITransform, Keep>("flip").Add<ITransform, AlsoKeep>("flip"),
        "'Framework.Host.Tests' offers the transform 'flip' twice, as 'Keep' and 'AlsoKeep'. Rename one of them.");

    [Theory]
    [InlineData("")]
    [InlineData("Flip")]
    [InlineData("flip_x")]
    [InlineData("ich.")]
    [InlineData("-flip")]
    [InlineData("flip x")]
    public void Register_MalformedName_ShowsARightOne(string name) => AssertRefused(
        components => components.Add<ITransform, Keep>(name),
        $"component '{name}' needs a name of lower-case words joined by '-' or '.'. An example: 'ich.rsna'.");

    [Fact]
    public void Register_NotAnSdkInterface_SaysSo() => AssertRefused(
        components => components.Add<IDisposable, Closing>("closing"),
        "component 'closing' is registered as 'IDisposable', which is no interface of the SDK. Register it under the interface it is used by.");

    [Fact]
    public void Register_AbstractClass_SaysSo() => AssertRefused(
        components => components.Add<ITransform, Unfinished>("unfinished"),
        "component 'unfinished' is the abstract class 'Unfinished'. Register a class that can be created.");

    [Fact]
    public void Register_TwoConstructors_SaysSo() => AssertRefused(
        components => components.Add<ITransform, Undecided>("undecided"),
        "component 'undecided' has 2 public constructors in 'Undecided'. Give it exactly one.");

    [Fact]
    public void Register_OptionsNotTaken_SaysSo() => AssertRefused(
        components => components.Add<ITransform, Keep, Choice>("keep"),
        "component 'keep' is registered with 'Choice', which the constructor of 'Keep' does not take. Add the parameter.");

    [Fact]
    public void Unknown_NameOfAnotherInterface_SaysWhatItIs()
    {
        Register(components => components.Add<IMetric, Count>("count"));

        Assert.Equal(
            "no plugin offers the data source 'count'. 'count' is a metric. `framework components --interface data-source` lists them.",
            _catalogue.Unknown(typeof(IDataSource), "count"));
    }

    [Fact]
    public void Unknown_NothingNear_OnlySaysWhereTheyAreListed()
    {
        Register(components => components.Add<ITransform, Keep>("flip"));

        Assert.Equal(
            "no plugin offers the transform 'hounsfield'. `framework components --interface transform` lists them.",
            _catalogue.Unknown(typeof(ITransform), "hounsfield"));
    }

    [Theory]
    [InlineData("knee.window", " A plugin that lies elsewhere is named by --plugins DIR.")]
    [InlineData("ich.window", "")]
    [InlineData("window", "")]
    public void Unknown_FirstPartOfNoPluginHere_NamesTheOptionForPluginsElsewhere(string name, string expected)
    {
        Register(components => components.Add<ITransform, Keep>("ich.flip-all"));

        Assert.Equal(
            $"no plugin offers the transform '{name}'. `framework components --interface transform` lists them.{expected}",
            _catalogue.Unknown(typeof(ITransform), name));
    }

    [Theory]
    [InlineData(typeof(ITransform), "transform", "transform")]
    [InlineData(typeof(IDataSource), "data-source", "data source")]
    [InlineData(typeof(IModelFactory), "model", "model")]
    [InlineData(typeof(IOptimizerFactory), "optimizer", "optimizer")]
    public void NameOf_Interface_IsTheNounPeopleUse(Type contract, string name, string words) =>
        Assert.Equal((name, words), (ComponentRole.NameOf(contract), ComponentRole.WordsOf(contract)));

    private void AssertRefused(Action<IComponentRegistry> register, string message)
    {
        Assert.Equal(message, Assert.Throws<PluginException>(() => Register(register)).Message);
        Assert.Empty(_catalogue.All);
    }

    private void Register(Action<IComponentRegistry> register) => _catalogue.Register(new Plugin(register));

    private sealed class Plugin(Action<IComponentRegistry> register) : IPlugin
    {
        public void Register(IComponentRegistry components) => register(components);
    }

    private class Keep : ITransform
    {
        public Sample Apply(Sample sample, TransformContext context) => sample;
    }

    private sealed class AlsoKeep : Keep;

    private abstract class Unfinished : Keep;

    private sealed class Undecided : Keep
    {
        public Undecided() { }

        public Undecided(Choice choice) => _ = choice;
    }

    private sealed record Choice;

    private sealed class Count : IMetric
    {
        public IReadOnlyList<MetricValue> Compute(Predictions predictions) => [];
    }

    private sealed class Closing : IDisposable
    {
        public void Dispose() { }
    }
}
