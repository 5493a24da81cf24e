using Framework.Host.Authoring;
using Framework.Sdk;

namespace Framework.Host.Tests.Authoring;

public sealed class PluginNameTests
{
    [Theory]
    [InlineData("KneeMri", "Framework.Plugins.KneeMri", "KneeMri", "knee-mri")]
    [InlineData("knee-mri", "Framework.Plugins.KneeMri", "KneeMri", "knee-mri")]
    [InlineData("Acme.KneeMRI", "Acme.KneeMRI", "KneeMRI", "knee-mri")]
    [InlineData("lesions2", "Framework.Plugins.Lesions2", "Lesions2", "lesions2")]
    public void Parse_AnyForm_NamesAssemblyTypesAndStudy(string name, string assembly, string type, string study) =>
        Assert.Equal(new PluginName(assembly, type, study), PluginName.Parse(name));

    [Theory]
    [InlineData("")]
    [InlineData("2lesions")]
    [InlineData("knee mri")]
    [InlineData("../knee")]
    [InlineData("Acme.")]
    public void Parse_NoNameOfAClass_ShowsRightOnes(string name) =>
        Assert.EndsWith("Examples: KneeMri, knee-mri, Acme.KneeMri.", Assert.Throws<ExperimentException>(() => PluginName.Parse(name)).Message, StringComparison.Ordinal);
}
