using System.Reflection;
using System.Runtime.InteropServices;
using Framework.Host.Plugins;

namespace Framework.Host.Tests.Plugins;

public sealed class PluginContractTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Theory]
    [InlineData("Framework.Sdk")]
    [InlineData("Framework.Components")]
    [InlineData("TorchSharp")]
    [InlineData("fo-dicom.core")]
    public void Assemblies_EveryAssemblyInAPublicSignature_IsShared(string name)
    {
        var unshared = Assembly.Load(name).GetTypes()
            .Where(type => type.IsVisible)
            .SelectMany(Signature)
            .SelectMany(Parts)
            .Select(type => type.Assembly)
            .Where(assembly => !assembly.Location.StartsWith(RuntimeEnvironment.GetRuntimeDirectory(), StringComparison.Ordinal))
            .Select(assembly => assembly.GetName().Name!)
            .Distinct()
            .Where(assembly => !PluginContract.Contains(assembly));

        Assert.Empty(unshared);
        Assert.True(PluginContract.Contains(name));
    }

    [Fact]
    public void BuildOutput_OfAPlugin_HoldsNothingThatIsShared()
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var folder = Path.Combine(
            SharedData.RepositoryRoot, "artifacts", "bin", "Framework.Host", configuration, "plugins", "Framework.Plugins.Ich");

        var assemblies = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".dll" or ".so")
            .Select(file => Path.GetRelativePath(folder, file));

        Assert.Equal(["Framework.Plugins.Ich.dll"], assemblies);
    }

    private static IEnumerable<Type> Signature(Type type)
    {
        var bases = type.GetInterfaces().Append(type.BaseType ?? typeof(object));
        var fields = type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily).Select(field => field.FieldType);
        var methods = type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared))
            .Where(method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly).ToList();
        var parameters = methods.SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType);
        var returns = methods.OfType<MethodInfo>().Select(method => method.ReturnType);
        return [.. bases, .. fields, .. parameters, .. returns];
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.GetGenericArguments().SelectMany(Parts).Append(type);
}
