namespace Framework.Components.Audit;

/// <summary>What weights were trained on before.</summary>
/// <param name="Names">Identities of cases, subjects, studies, series, accession numbers or SOP instances, as the index has them.</param>
/// <param name="Pixels">Hashes of images, as <see cref="ImageFingerprint.PixelHash"/> writes them.</param>
public sealed record PretrainingList(IReadOnlySet<string> Names, IReadOnlySet<string> Pixels);
