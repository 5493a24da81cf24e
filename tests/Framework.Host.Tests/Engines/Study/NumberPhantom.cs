using System.Globalization;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>A file a case.</summary>
public sealed class NumberPhantom : IPhantom
{
    /// <summary>Called after each file.</summary>
    public Action<int>? AfterFile { get; set; }

    public void Write(PhantomRequest request, CancellationToken cancellation)
    {
        Directory.CreateDirectory(request.Folder);
        for (var i = 0; i < request.Cases; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            File.WriteAllText(Path.Combine(request.Folder, string.Create(CultureInfo.InvariantCulture, $"c{i:000}")), request.Seed.ToString(CultureInfo.InvariantCulture));
            AfterFile?.Invoke(i);
        }
    }
}
