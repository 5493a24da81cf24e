using Framework.Sdk;

namespace Framework.Host.Experiments;

/// <summary>Where cases come from.</summary>
/// <param name="Source">Gives cases and loads them.</param>
/// <param name="OnError">What becomes of a run when a case cannot be used.</param>
/// <param name="Check">What is looked at before they are used.</param>
/// <param name="Identifiers">What stands for patients, cases and files.</param>
internal sealed record DataSection(Bound<IDataSource> Source, ErrorPolicy OnError, DataCheck Check, IdentifierPolicy Identifiers);
