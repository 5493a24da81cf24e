using Framework.Sdk;

namespace Framework.Host.Privacy;

/// <summary>Stands between a data source and everything else: cases come out under pseudonyms, and errors without names.</summary>
/// <remarks>A source cannot forget to hide identities, and nothing behind it can write one: it never gets one.</remarks>
/// <param name="source">The experiment's source.</param>
/// <param name="name">What messages call it.</param>
/// <param name="identities">Who is who.</param>
internal sealed class PseudonymousSource(IDataSource source, string name, Identities identities) : IDataSource, ICaseFiles
{
    /// <inheritdoc />
    public DataIndex Index(IndexContext context)
    {
        try
        {
            return identities.Hide(source.Index(context));
        }
        catch (DataFormatException e)
        {
            throw new DataFormatException(identities.Redaction.Message(e.Message));
        }
        catch (Exception e) when (e is not (FrameworkException or OperationCanceledException or OutOfMemoryException))
        {
            throw new PluginException($"'{name}' failed while it listed its cases: {identities.Redaction.Message(e.Message)}");
        }
    }

    /// <inheritdoc />
    public Sample Load(Case item, SampleWorkspace workspace)
    {
        var original = identities.Original(item);
        try
        {
            return source.Load(original, workspace).For(item);
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            // Without the cause, whose message names the file: identifiers: keep shows it.
            throw new DataFormatException(identities.Redact(e.Message, original));
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<string> FilesOf(Case item) => source is ICaseFiles files ? files.FilesOf(identities.Original(item)) : [];
}
