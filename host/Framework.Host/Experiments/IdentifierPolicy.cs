namespace Framework.Host.Experiments;

/// <summary>What stands for patients, cases and files in everything that a run shows or writes.</summary>
internal enum IdentifierPolicy
{
    /// <summary>Pseudonyms that the store's key alone can link.</summary>
    Hash,

    /// <summary>The names that the data have: for public data.</summary>
    Keep,
}
