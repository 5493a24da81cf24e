namespace Framework.Sdk;

/// <summary>Opens the lock before a split's external cases. There is no key without an entry in the log.</summary>
public sealed class ExternalKey
{
    private ExternalKey(ExternalOpening opening) => Opening = opening;

    /// <summary>What was written down.</summary>
    public ExternalOpening Opening { get; }

    /// <summary>Writes the opening down, then gives the key.</summary>
    /// <param name="log">Takes the entry.</param>
    /// <param name="opening">Which model, which set, and why.</param>
    /// <exception cref="ExperimentException">There is no reason.</exception>
    public static ExternalKey Open(IExternalLog log, ExternalOpening opening)
    {
        if (string.IsNullOrWhiteSpace(opening.Reason))
            throw new ExperimentException("the external set is opened for a reason, and there is none. Say why it is time: --reason 'the model is final'.");
        log.Append(opening);
        return new ExternalKey(opening);
    }
}
