using Framework.Host.Experiments;
using Framework.Host.Tests.Experiments;
using Framework.Sdk;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Host.Tests.Commands;

public sealed class PhantomCommandTests
{
    [Fact]
    public void Bind_OptionsFromTheCommandLine_AreCheckedLikeThoseOfAFile()
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        var binding = new ComponentBinding(ExperimentFolder.TestCatalogue(), services);

        Assert.Equal("""{"matrix_size":32,"use":"test"}""", binding.Bind<IPhantom>("test", ["matrix_size=32"]).Canonical);
        Assert.Equal(
            "--set matrx_size=32: 'test' has no option 'matrx_size'. Did you mean 'matrix_size'? `framework describe test` lists them.\n"
                + "--set matrix_size=3: 'test' needs 'matrix_size' to be a whole number from 8 to 512; it is '3'.",
            Assert.Throws<ExperimentException>(() => binding.Bind<IPhantom>("test", ["matrx_size=32", "matrix_size=3"])).Message);
        Assert.Equal(
            "phantom: no plugin offers the phantom 'tset'. Did you mean 'test'? `framework components --interface phantom` lists them.",
            Assert.Throws<ExperimentException>(() => binding.Bind<IPhantom>("tset", [])).Message);
    }
}
