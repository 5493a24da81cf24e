using Framework.Sdk;

namespace Framework.Host.Experiments;

/// <summary>Where cases come from.</summary>
/// <param name="Source">Gives cases and loads them.</param>
/// <param name="OnError">What becomes of a run when a case cannot be used.</param>
internal sealed record DataSection(Bound<IDataSource> Source, ErrorPolicy OnError);
