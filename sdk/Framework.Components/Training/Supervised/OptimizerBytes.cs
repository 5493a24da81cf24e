using TorchSharp.Modules;

namespace Framework.Components.Training.Supervised;

/// <summary>An optimizer's state in its own form: from rank to rank, and for states that cannot be taken apart.</summary>
internal static class OptimizerBytes
{
    /// <summary>Moments, steps, rates.</summary>
    public static byte[] Of(OptimizerHelper optimizer)
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer);
        foreach (var state in optimizer.state_dict().State)
            state.SaveStateDict(writer);
        writer.Flush();
        return buffer.ToArray();
    }

    /// <summary>Puts them back.</summary>
    public static void Load(OptimizerHelper optimizer, byte[] saved)
    {
        using var reader = new BinaryReader(new MemoryStream(saved));
        foreach (var state in optimizer.state_dict().State)
            state.LoadStateDict(reader);
    }
}
