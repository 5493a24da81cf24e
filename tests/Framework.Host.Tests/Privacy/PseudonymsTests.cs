using System.Security.Cryptography;
using System.Text;
using Framework.Host.Privacy;
using Framework.Host.Tests.Runs;

namespace Framework.Host.Tests.Privacy;

public sealed class PseudonymsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_Name_IsTheStartOfItsKeyedHash()
    {
        byte[] key = [1, 2, 3];
        var hash = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("s\0Jane Doe")));

        Assert.Equal("s-" + hash[..12], new Pseudonyms(key).Of('s', "Jane Doe"));
    }

    [Fact]
    public void Of_OneStore_IsTheSameEveryTimeAndAnotherForAnotherKindOrStore()
    {
        var here = InStore("key").Of('s', "Jane Doe");

        Assert.Equal(here, InStore("key").Of('s', "Jane Doe"));
        Assert.NotEqual(here[1..], InStore("key").Of('c', "Jane Doe")[1..]);
        Assert.NotEqual(here, InStore("another-key").Of('s', "Jane Doe"));
    }

    [Fact]
    public void Of_Nothing_IsNothing() => Assert.Equal("", InStore("key").Of('p', ""));

    [Fact]
    public void In_NewKey_IsReadableByItsOwnerOnly()
    {
        InStore("key");

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File("key")));
        Assert.Equal(32, new FileInfo(_folder.File("key")).Length);
    }

    private Pseudonyms InStore(string file) => new(PseudonymKey.In(_folder.File(file)));
}
