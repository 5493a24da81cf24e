using System.Reflection;
using Framework.Host.Plugins;
using Framework.Sdk;

namespace Framework.Host.Tests.Plugins;

public sealed class PluginFailureTests
{
    private static readonly string Version = typeof(IPlugin).Assembly.GetName().Version!.ToString(3);

    [Fact]
    public void Words_AssemblyOfADependencyMissing_NamesIt() => Assert.Equal(
        "it needs 'Deep' 3.2.1, which is not in its folder. "
        + "Build the plugin with EnableDynamicLoading, which copies what it references beside it, or put Deep.dll there.",
        PluginFailure.Words(new FileNotFoundException("not found", "Deep, Version=3.2.1.0, Culture=neutral, PublicKeyToken=null")));

    [Fact]
    public void Words_DataFileMissing_IsTheRegistrationsFailure() => Assert.Equal(
        "it failed while it registered its components: no labels.csv. Register only names components; let it read nothing and start nothing.",
        PluginFailure.Words(new FileNotFoundException("no labels.csv", "/data/labels.csv")));

    [Fact]
    public void Words_BrokenDependency_NamesItsFile() => Assert.Equal(
        "'Deep.dll', which it needs, is not a .NET assembly for this machine. Build the plugin again.",
        PluginFailure.Words(new BadImageFormatException("bad", "/plugins/Some/Deep.dll")));

    [Fact]
    public void Words_MemberGone_NamesItWithoutItsType() => Assert.Equal(
        $"its use of 'Rename' does not fit Framework.Sdk {Version}. Build the plugin against that version.",
        PluginFailure.Words(new MissingMethodException("Method not found: 'Void Framework.Sdk.Case.Rename(System.String)'.")));

    [Fact]
    public void Words_Wrapped_AreThoseOfTheCause() => Assert.Equal(
        "component 'x' is wrong. Mend it.",
        PluginFailure.Words(new TargetInvocationException(new TypeInitializationException("Some.Type", new PluginException("component 'x' is wrong. Mend it.")))));
}
