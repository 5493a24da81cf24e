namespace TorchSharp.Modules;

public abstract partial class OptimizerHelper
{
    /// <summary>The options and states as they are: live objects, not copies.</summary>
    public virtual StateDictionary state_dict()
    {
        var dictionary = new StateDictionary();
        foreach (var group in _parameter_groups)
        {
            dictionary.Options.Add(group.Options);
            dictionary.StateIndexRef.Add(Enumerable.Range(dictionary.State.Count, group.Parameters.Count()).ToList());
            dictionary.State.AddRange(group.Parameters.Select(parameter => _state[parameter.Handle]));
        }
        return dictionary;
    }

    /// <summary>Takes over the options and copies of the states of an optimizer with groups of the same sizes.</summary>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        var own = this.state_dict();
        RequireSameSizes(GroupSizes(own), GroupSizes(state_dict));
        foreach (var (target, source) in own.Options.Zip(state_dict.Options))
            if (target != source)
                target.LoadStateDict(source);
        foreach (var (target, source) in own.State.Zip(state_dict.State))
            if (target != source)
                target.LoadStateDict(source);
    }

    /// <summary>Writes the state to a file.</summary>
    public void save_state_dict(string location)
    {
        using var writer = new BinaryWriter(File.Create(location));
        save_state_dict(writer);
    }

    /// <summary>Reads the state from a file that <see cref="save_state_dict(string)"/> wrote.</summary>
    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    /// <summary>Writes the state: training continues from it bit for bit.</summary>
    public void save_state_dict(BinaryWriter writer)
    {
        var own = state_dict();
        writer.Write(GetType().Name);
        writer.Write(own.Options.Count);
        foreach (var size in GroupSizes(own))
            writer.Write(size);
        own.Options.ForEach(options => options.SaveStateDict(writer));
        own.State.ForEach(state => state.SaveStateDict(writer));
    }

    /// <summary>Reads what <see cref="save_state_dict(BinaryWriter)"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is the state of another kind of optimizer.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        var kind = reader.ReadString();
        if (kind != GetType().Name)
            throw new InvalidDataException($"This is the state of the optimizer '{kind}'; expected '{GetType().Name}'.");
        var own = state_dict();
        RequireSameSizes(GroupSizes(own), Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadInt32()).ToArray());
        own.Options.ForEach(options => options.LoadStateDict(reader));
        own.State.ForEach(state => state.LoadStateDict(reader));
    }

    private static int[] GroupSizes(StateDictionary dictionary) => dictionary.StateIndexRef.Select(group => group.Count).ToArray();

    private static void RequireSameSizes(int[] own, int[] other)
    {
        if (!own.SequenceEqual(other))
            throw new ArgumentException($"The state is of groups of {Sizes(other)} parameters; this optimizer has groups of {Sizes(own)}.");
    }

    private static string Sizes(int[] sizes) => string.Join(", ", sizes);
}
