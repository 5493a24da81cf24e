namespace TorchSharp;

public static partial class torch
{
    public const TensorStringStyle julia = TensorStringStyle.Julia;
    public const TensorStringStyle numpy = TensorStringStyle.Numpy;
    public const TensorStringStyle csharp = TensorStringStyle.CSharp;

    private static PrintOptions printOptions = new();

    /// <summary>The style that tensors are written in by default.</summary>
    public static TensorStringStyle TensorStringStyle
    {
        get => printOptions.Style;
        set => printOptions = printOptions with { Style = value };
    }

    internal static PrintOptions Printing => printOptions;

    /// <summary>Changes how tensors are written; what is left out stays.</summary>
    public static void set_printoptions(
        TensorStringStyle? style = null, string? floatFormat = null, int? linewidth = null, string? newLine = null, int? maxRows = null,
        int? maxColumns = null) => printOptions = new PrintOptions
        {
            Style = style ?? printOptions.Style,
            FloatFormat = floatFormat ?? printOptions.FloatFormat,
            Width = linewidth ?? printOptions.Width,
            NewLine = newLine ?? printOptions.NewLine,
            MaxRows = maxRows ?? printOptions.MaxRows,
            MaxColumns = maxColumns ?? printOptions.MaxColumns,
        };

    /// <param name="precision">Digits behind the point.</param>
    /// <param name="linewidth">Characters a line.</param>
    /// <param name="newLine">What ends a line.</param>
    /// <param name="sci_mode">Write powers of ten.</param>
    /// <param name="maxRows">Rows shown at most.</param>
    /// <param name="maxColumns">Columns shown at most.</param>
    public static void set_printoptions(
        int precision, int? linewidth = null, string? newLine = null, bool sci_mode = false, int? maxRows = null, int? maxColumns = null) =>
        set_printoptions(null, (sci_mode ? "E" : "F") + precision, linewidth, newLine, maxRows, maxColumns);
}
