namespace Framework.Sdk;

/// <summary>Gives cases first (identity, subject, site, labels; no pixels), then loads them one by one.</summary>
public interface IDataSource
{
    /// <summary>Lists the cases and the problems. Called once for a run, before anything is split.</summary>
    /// <param name="context">Cache folder, progress and cancellation.</param>
    /// <exception cref="DataFormatException">The data cannot be listed at all: the root or a table is missing or unreadable.</exception>
    DataIndex Index(IndexContext context);

    /// <summary>Loads one case. Called from several threads at once.</summary>
    /// <param name="item">A case of this source's index.</param>
    /// <param name="workspace">Where the pixels go; belongs to the calling thread.</param>
    /// <exception cref="DataFormatException">The case cannot be read; the message starts with the file's name.</exception>
    Sample Load(Case item, SampleWorkspace workspace);
}
