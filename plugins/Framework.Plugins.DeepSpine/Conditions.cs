namespace Framework.Plugins.DeepSpine;

/// <summary>What the study's tables call its conditions, and which are graded.</summary>
public static class Conditions
{
    /// <summary>All of them, in the order of columns.</summary>
    public static IReadOnlyList<Condition> All { get; } = Enum.GetValues<Condition>();

    /// <summary>The words for the grades 0 to 3.</summary>
    public static IReadOnlyList<string> Grades { get; } = ["none", "mild", "moderate", "severe"];

    /// <summary>The words for 0 and 1 of conditions without grades.</summary>
    public static IReadOnlyList<string> Presence { get; } = ["absent", "present"];

    /// <summary>The words for a condition's values, from 0.</summary>
    public static IReadOnlyList<string> Words(this Condition condition) => condition.IsGraded() ? Grades : Presence;

    /// <summary>The column of a condition.</summary>
    public static string Column(this Condition condition) => condition switch
    {
        Condition.LeftForaminal => "left_foraminal",
        Condition.RightForaminal => "right_foraminal",
        Condition.Canal => "canal",
        Condition.DiscBulge => "disc_bulge",
        Condition.DiscOsteophyte => "disc_osteophyte",
        Condition.LeftFacet => "left_facet",
        Condition.RightFacet => "right_facet",
        Condition.Flavum => "flavum",
        _ => "lipomatosis",
    };

    /// <summary>What a table for people calls it.</summary>
    public static string Heading(this Condition condition) => condition switch
    {
        Condition.LeftForaminal => "left foraminal stenosis",
        Condition.RightForaminal => "right foraminal stenosis",
        Condition.Canal => "canal stenosis",
        Condition.DiscBulge => "disc bulge",
        Condition.DiscOsteophyte => "disc osteophyte complex",
        Condition.LeftFacet => "left facet arthropathy",
        Condition.RightFacet => "right facet arthropathy",
        Condition.Flavum => "ligamentum flavum thickening",
        _ => "epidural lipomatosis",
    };

    /// <summary>Whether it has the grades 0 to 3; others are present or absent.</summary>
    public static bool IsGraded(this Condition condition) => condition is Condition.LeftForaminal or Condition.RightForaminal or Condition.Canal;
}
