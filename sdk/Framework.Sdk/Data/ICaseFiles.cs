namespace Framework.Sdk;

/// <summary>A data source that can say which files a case is read from, so that what becomes of them can be kept until one of them changes.</summary>
public interface ICaseFiles
{
    /// <summary>Every file whose bytes decide what <see cref="IDataSource.Load"/> gives, in a stable order. Called from several threads at once.</summary>
    /// <param name="item">A case of this source's index.</param>
    /// <returns>Full paths; empty where the source cannot say for this case, which is then read each time.</returns>
    IReadOnlyList<string> FilesOf(Case item);
}
