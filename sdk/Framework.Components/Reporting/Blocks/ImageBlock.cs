namespace Framework.Components.Reporting.Blocks;

/// <summary>A picture, shown in the page and kept as <c>figures/&lt;file&gt;.png</c>. Pictures that follow each other stand side by side.</summary>
/// <param name="File">Name of the file, without its ending.</param>
/// <param name="Png">The picture.</param>
/// <param name="Caption">Below it.</param>
public sealed record ImageBlock(string File, ReadOnlyMemory<byte> Png, string Caption) : ReportBlock
{
    /// <summary>What it shows, for those who cannot see it.</summary>
    public string Description { get; init; } = "";

    /// <summary>Good or bad where the caption is about a right or a wrong answer.</summary>
    public Tone Tone { get; init; } = Tone.Plain;
}
