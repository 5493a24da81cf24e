using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;

namespace Framework.Components.Transforms;

/// <summary>A range of Hounsfield units: a preset's name (<c>brain</c>, <c>subdural</c>, <c>soft-tissue</c>), or a centre and a width.</summary>
public sealed record Window : IParsable<Window>
{
    /// <summary>The middle of the range, in Hounsfield units.</summary>
    [Range(-32768.0, 32767.0)]
    public required double Center { get; init; }

    /// <summary>The whole range from lower to upper edge, in Hounsfield units.</summary>
    [Range(1.0, 65536.0)]
    public required double Width { get; init; }

    /// <summary>The lower edge, in Hounsfield units.</summary>
    internal double Low => Center - (Width / 2);

    /// <summary>Brain tissue and fresh blood: centre 40, width 80.</summary>
    public static Window Brain { get; } = new() { Center = 40, Width = 80 };

    /// <summary>Blood beside the skull: centre 80, width 200.</summary>
    public static Window Subdural { get; } = new() { Center = 80, Width = 200 };

    /// <summary>Soft tissue: centre 40, width 380.</summary>
    public static Window SoftTissue { get; } = new() { Center = 40, Width = 380 };

    /// <summary>The window of a preset name: brain 40/80, subdural 80/200, soft-tissue 40/380 (centre/width, RSNA 2019 practice).</summary>
    /// <exception cref="FormatException">No preset has that name; the message lists those there are.</exception>
    public static Window Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var window)
        ? window
        : throw new FormatException($"no window is called '{s}'. There are brain, subdural, soft-tissue; or give center and width.");

    /// <inheritdoc cref="Parse" />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Window result)
    {
        result = s switch
        {
            "brain" => Brain,
            "subdural" => Subdural,
            "soft-tissue" => SoftTissue,
            _ => null,
        };
        return result is not null;
    }
}
