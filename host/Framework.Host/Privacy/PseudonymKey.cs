using System.Security.Cryptography;
using Framework.Host.Runs;

namespace Framework.Host.Privacy;

/// <summary>The secret of a store of runs: 32 random bytes in a file that its owner alone can read, made once.</summary>
internal static class PseudonymKey
{
    private const int Bytes = 32;

    /// <summary>The key in that file, which is made where it is not there: of several processes that try, one wins.</summary>
    public static byte[] In(string file)
    {
        if (!File.Exists(file))
            Create(file);
        return File.ReadAllBytes(file);
    }

    private static void Create(string file)
    {
        var own = AtomicFile.TemporaryOf(file);
        OwnerFile.Write(own, stream => stream.Write(RandomNumberGenerator.GetBytes(Bytes)));
        try
        {
            File.Move(own, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(own);
        }
    }
}
