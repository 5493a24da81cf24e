using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>The state of a run, made the same on all ranks, and compared.</summary>
internal static class SharedState
{
    /// <summary>Gives all ranks what rank 0 has: weights, buffers, averages, optimizer and counters. The best weights so far stay with rank 0, which predicts.</summary>
    public static void Share(RankTeam team, TrainingState state)
    {
        var text = state.At.ToText();
        StepCounters.Write(state, text);
        var lines = string.Join('\n', text.Select(pair => $"{pair.Key}={pair.Value}"));
        var shared = Encoding.UTF8.GetString(team.Share(Encoding.UTF8.GetBytes(lines))).Split('\n').Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        var optimizer = team.Share(OptimizerBytes.Of(state.Optimizer));
        team.Share(Weights.Of(state.Module).Select(item => item.Tensor));
        team.Share(state.Average?.Averages.Values ?? []);
        if (team.Rank == 0)
            return;
        state.At = Bookmark.FromText(shared);
        StepCounters.Read(state, shared);
        OptimizerBytes.Load(state.Optimizer, optimizer);
    }

    /// <summary>Compares the weights of all ranks, bit for bit.</summary>
    /// <exception cref="TrainingException">They differ.</exception>
    public static void RequireEqual(RankTeam team, TrainingState state, string unit)
    {
        var prints = team.Gather(FingerprintOf(state.Module));
        if (Array.FindIndex(prints, print => !print.SequenceEqual(prints[0])) is > 0 and var other)
        {
            throw new TrainingException(string.Create(
                CultureInfo.InvariantCulture,
                $"{unit}: after step {state.At.Steps} the weights of rank {other} are not those of rank 0. A model that is not the same function on all ranks cannot be trained in ranks: train it in one process, or look for what differs between the machines (libtorch, processor, environment)."));
        }
    }

    // Figures that every number holds exactly: 26 bits each.
    private static double[] FingerprintOf(torch.nn.Module module)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (_, tensor) in Weights.Of(module))
        {
            using var scope = torch.NewDisposeScope();
            hash.AppendData(tensor.detach().cpu().contiguous().bytes);
        }

        var digest = hash.GetHashAndReset();
        return [.. Enumerable.Range(0, 4).Select(i => (double)(BitConverter.ToUInt32(digest, 4 * i) >> 6))];
    }
}
