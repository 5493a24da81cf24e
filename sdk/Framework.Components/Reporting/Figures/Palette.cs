namespace Framework.Components.Reporting.Figures;

/// <summary>Colours that people with any colour vision tell apart (Okabe and Ito 2008).</summary>
internal static class Palette
{
    public const string Reference = "#8a8f98";

    private static readonly string[] Colors = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"];

    public static string Of(int position) => Colors[position % Colors.Length];
}
