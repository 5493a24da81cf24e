using System.ComponentModel.DataAnnotations;
using Framework.Components.Data.Series;

namespace Framework.Components.Data.Cohorts;

/// <summary>Where the images of one name come from: a column, or a mapping.</summary>
public sealed record ImageColumn : IParsable<ImageColumn>
{
    /// <summary>The column of paths: a DICOM file or a folder of them, NIfTI, MGH, PNG or JPEG; the file's content decides.</summary>
    [MinLength(1)]
    public required string Column { get; init; }

    /// <summary>Whether a cell may be empty: the case then has no image of that name. <c>image</c> itself is never left out.</summary>
    public bool Optional { get; init; }

    /// <summary>Which series is taken where a path names a folder of several; where not given the folder must hold one.</summary>
    public SelectSeriesOptions? Series { get; init; }

    /// <summary>A column's name.</summary>
    public static ImageColumn Parse(string s, IFormatProvider? provider) => new() { Column = s };

    /// <inheritdoc />
    public static bool TryParse(string? s, IFormatProvider? provider, out ImageColumn result)
    {
        result = new ImageColumn { Column = s ?? "" };
        return !string.IsNullOrEmpty(s);
    }
}
