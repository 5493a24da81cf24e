using System.Diagnostics;

namespace Framework.Host.Engines;

/// <summary>Ties this process to the one that started it: when that closes its pipe, or dies, the work is saved and ends.</summary>
internal static class Tether
{
    /// <summary>The variable that says 1 where standard input is such a pipe.</summary>
    public const string Variable = "FRAMEWORK_TETHERED";

    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    /// <summary>Watches standard input, which carries nothing, from a thread of its own.</summary>
    /// <param name="stop">Is called when it ends.</param>
    public static void Tie(Action stop) => new Thread(() => Watch(stop)) { IsBackground = true, Name = "tether" }.Start();

    private static void Watch(Action stop)
    {
        using var input = Console.OpenStandardInput();
        var buffer = new byte[64];
        while (input.Read(buffer) > 0)
        {
        }

        stop();
        using var never = new ManualResetEventSlim();
        never.Wait(Grace);
        Process.GetCurrentProcess().Kill(); // code that hangs hears nobody; files are whole at any moment
    }
}
