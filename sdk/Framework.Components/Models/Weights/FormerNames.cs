using System.Text.RegularExpressions;

namespace Framework.Components.Models.Weights;

/// <summary>Names that torchvision's published files still have and its networks no longer do.</summary>
internal static partial class FormerNames
{
    private static readonly (Regex Former, string Today)[] Renamings =
    [
        (DenseLayer(), "$1$2"),
        (PyramidBlock(), "$1.0.$2"),
        (ProposalHead(), "$1.0.0.$2"),
    ];

    /// <summary>Today's name; null where the name is not a former one.</summary>
    public static string? Today(string name)
    {
        foreach (var (former, today) in Renamings)
            if (former.IsMatch(name))
                return former.Replace(name, today);
        // Masks' convolutions were counted from 1.
        var mask = MaskConvolution().Match(name);
        return mask.Success && int.TryParse(mask.Groups[2].ValueSpan, out var number) ? $"{mask.Groups[1].Value}{number - 1}.0.{mask.Groups[3].Value}" : null;
    }

    [GeneratedRegex(@"^(.*denselayer\d+\.(?:norm|conv))\.([12]\.(?:weight|bias|running_mean|running_var|num_batches_tracked))$")]
    private static partial Regex DenseLayer();

    [GeneratedRegex(@"^(.*(?:inner|layer)_blocks\.\d+)\.(weight|bias)$")]
    private static partial Regex PyramidBlock();

    [GeneratedRegex(@"^(.*rpn\.head\.conv)\.(weight|bias)$")]
    private static partial Regex ProposalHead();

    [GeneratedRegex(@"^(.*mask_head\.)mask_fcn(\d{1,3})\.(weight|bias)$")]
    private static partial Regex MaskConvolution();
}
