namespace Framework.Benchmarks;

/// <summary>A Python script that measures the same thing.</summary>
/// <param name="Name">For the table: <c>PyTorch 1.13.1</c>.</param>
/// <param name="Script">File name under Peers/.</param>
/// <param name="Arguments">Its command line.</param>
internal sealed record PeerCommand(string Name, string Script, params string[] Arguments);
