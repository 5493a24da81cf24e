using System.ComponentModel.DataAnnotations;
using Framework.Components.Data.Cohorts;

namespace Framework.Components.Tests.Data.Cohorts;

/// <summary>A column of classes is one label for each class, and a group.</summary>
public sealed class LabelClassTests : IDisposable
{
    private static readonly LabelColumn Canal = new() { Column = "scs", Classes = ["none", "mild", "severe"], Ordered = true };
    private readonly CohortFolder _folder = new("a/1.png", "a/2.png", "b/3.png", "b/4.png");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Index_ColumnOfClasses_GivesOneLabelForEachAndAGroup()
    {
        _folder.Write("cohort.csv", "patient,scan,scs,pain\np1,a/1.png,mild,1\np1,a/2.png,severe,0\np2,b/3.png,,1\n");

        var index = CohortFolder.Index(_folder.Options() with { Labels = Labels(("pain", LabelColumn.Parse("pain", null)), ("canal", Canal)) });

        Assert.Empty(index.Problems);
        Assert.Equal(["pain", "canal.none", "canal.mild", "canal.severe"], index.Labels);
        var group = Assert.Single(index.Groups);
        Assert.Equal(("canal", true), (group.Name, group.IsOrdered));
        Assert.Equal(["canal.none", "canal.mild", "canal.severe"], group.Labels);
        Assert.Equal([[1, 0, 1, 0], [0, 0, 0, 1], [1, double.NaN, double.NaN, double.NaN]], index.Cases.Select(item => item.Labels));
    }

    [Fact]
    public void Index_WordThatIsNoClass_IsAProblemWithItsLine()
    {
        _folder.Write("cohort.csv", "patient,scan,scs\np1,a/1.png,mild\np1,a/2.png,Moderate\n");

        var index = CohortFolder.Index(_folder.Options() with { Labels = Labels(("canal", Canal)) });

        var problem = Assert.Single(index.Problems);
        Assert.Equal(
            ("cohort.csv:3", "'scs' holds something else than the label 'canal' takes: 'none', 'mild', 'severe'. Correct it, or add the word to 'classes' or 'missing'."),
            (problem.Place, problem.Message));
        Assert.Single(index.Cases);
    }

    [Theory]
    [InlineData("the label 'canal': one class is no question. Give 'classes' at least two.", "none")]
    [InlineData("the label 'canal': the class 'mild' stands in 'classes' twice. Leave one out.", "none", "mild", "mild")]
    [InlineData("the label 'canal': 'NA' is a class and a word for a missing label. Take it out of 'classes', or give 'missing'.", "none", "NA")]
    [InlineData("there are two labels 'canal.mild', of which one is a class. Give one of them another name.", "none", "mild")]
    public void Validate_ClassesThatContradict_SaysWhatToDo(string message, params string[] classes)
    {
        var labels = message.StartsWith("there", StringComparison.Ordinal)
            ? Labels(("canal", Canal with { Classes = classes }), ("canal.mild", LabelColumn.Parse("mild", null)))
            : Labels(("canal", Canal with { Classes = classes }));
        var options = _folder.Options() with { Labels = labels };

        Assert.Equal([message], options.Validate(new ValidationContext(options)).Select(result => result.ErrorMessage));
    }

    [Fact]
    public void Validate_OrderedWithoutClasses_SaysWhatToDo()
    {
        var options = _folder.Options() with { Labels = Labels(("canal", Canal with { Classes = [] })) };

        Assert.Equal(
            ["the label 'canal': 'ordered' belongs to 'classes', and there are none. Give the classes from least to most, or leave 'ordered' out."],
            options.Validate(new ValidationContext(options)).Select(result => result.ErrorMessage));
    }

    private static Dictionary<string, LabelColumn> Labels(params (string Name, LabelColumn Column)[] labels) => labels.ToDictionary(label => label.Name, label => label.Column);
}
