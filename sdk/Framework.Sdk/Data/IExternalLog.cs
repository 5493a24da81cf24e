namespace Framework.Sdk;

/// <summary>Where each opening of a locked set is written down, for good.</summary>
public interface IExternalLog
{
    /// <summary>Adds an opening behind all earlier ones, on the disk before it returns.</summary>
    /// <param name="opening">What is about to happen.</param>
    void Append(ExternalOpening opening);
}
