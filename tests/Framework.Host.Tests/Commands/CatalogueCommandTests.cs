using System.Text.Json;
using Framework.Host.Tests.Plugins;
using Framework.Sdk;

namespace Framework.Host.Tests.Commands;

public sealed class CatalogueCommandTests
{
    [Fact]
    public void Components_OfAnInterface_AreListedWithWhatTheyDo()
    {
        var run = CommandRun.Of("components", "--interface", "transform");

        var rows = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("INTERFACE  NAME", rows[0], StringComparison.Ordinal);
        Assert.All(rows[1..], row => Assert.StartsWith("transform  ", row, StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains(" hounsfield ", StringComparison.Ordinal) && row.Contains("Turns the stored values of a CT image into Hounsfield units", StringComparison.Ordinal));
    }

    [Fact]
    public void Components_OfAPlugin_AreThoseItRegistered()
    {
        var run = CommandRun.Of("components", "--plugin", "Good", "--json", "--plugins", Situations.Folder("Good"));

        var components = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ToList();
        Assert.Equal(["good.count", "good.keep"], components.Select(component => component.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
        Assert.All(components, component => Assert.Equal("Good", component.GetProperty("plugin").GetString()));
    }

    [Fact]
    public void Describe_Component_ShowsTypesRangesDefaultsAndAnExample()
    {
        var lines = CommandRun.Of("describe", "resize").Output.Split('\n');

        Assert.Equal("resize: transform of Framework.Components", lines[0]);
        Assert.Contains("  size: a list of 2 to 3 whole numbers; required", lines);
        Assert.Contains("      Rows and columns of the result, (y, x), or slices too, (z, y, x), in voxels. With two, a volume keeps", lines);
        Assert.Contains("  interpolation: 'bilinear-antialiased', 'bilinear', 'nearest' or 'cubic'; default bilinear-antialiased", lines);
        Assert.Contains("  { use: resize, size: [1, 1] }", lines);
    }

    [Fact]
    public void Describe_NestedRecords_ShowTheirKeysUnderTheirPlace()
    {
        var lines = CommandRun.Of("describe", "windows").Output.Split('\n');

        Assert.Contains("  windows: a list of one or more windows; required", lines);
        Assert.Contains("  windows[].width: a number from 1 to 65536; required", lines);
    }

    [Fact]
    public void Describe_Json_HoldsTheSame()
    {
        var component = JsonDocument.Parse(CommandRun.Of("describe", "resize", "--json").Output).RootElement;

        var interpolation = component.GetProperty("options").EnumerateArray().Single(option => option.GetProperty("key").GetString() == "interpolation");
        Assert.Equal(("transform", "resize"), (component.GetProperty("interface").GetString(), component.GetProperty("name").GetString()));
        Assert.False(interpolation.GetProperty("required").GetBoolean());
        Assert.Equal("bilinear-antialiased", interpolation.GetProperty("default").GetString());
    }

    [Fact]
    public void Plugins_AllLoaded_AreListedWithTheirComponents()
    {
        var run = CommandRun.Of("plugins", "--json", "--plugins", Situations.Folder("Good"));

        var good = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().Last();
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Equal(("Good", "1.2.3.0"), (good.GetProperty("name").GetString(), good.GetProperty("version").GetString()));
        Assert.Equal(["good.keep", "good.count"], good.GetProperty("components").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public void Plugins_OneFailed_SaysWhyAndEndsWithTheExitCodeOfPlugins()
    {
        var run = CommandRun.Of("plugins", "--plugins", Situations.Folder("ThrowsInRegister"));

        Assert.Equal(ExitCode.PluginFailed, run.Code);
        Assert.Contains("ThrowsInRegister", run.Output, StringComparison.Ordinal);
        Assert.StartsWith(Situations.Assembly("ThrowsInRegister") + ": it failed while it registered its components", run.Error, StringComparison.Ordinal);
    }
}
