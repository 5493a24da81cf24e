using System.Globalization;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>Cases c000, c001...: the image is 1 x 1 x 2 and holds the case's number; the label is whether it is odd.</summary>
public sealed class NumberSource(NumberOptions options) : IDataSource
{
    /// <summary>How often the index was asked for.</summary>
    public int Indexed { get; private set; }

    /// <summary>What the label of case 0 is, to change the data behind the experiment's back.</summary>
    public double FirstLabel { get; set; }

    public DataIndex Index(IndexContext context)
    {
        Indexed++;
        context.Progress?.Report((1, 1));
        var count = options.Root.Length == 0 ? options.Cases : Directory.GetFiles(options.Root, "c*").Length;
        var cases = Enumerable.Range(0, count).Select(Make).ToList();
        return new DataIndex
        {
            Labels = ["odd"],
            Cases = cases,
            Problems = [.. Enumerable.Range(0, options.Broken).Select(i => new DataProblem($"broken-{i}", "is cut off. Export it again."))],
            Fingerprint = DataFingerprint.Of(["odd"], cases),
        };
    }

    public Sample Load(Case item, SampleWorkspace workspace)
    {
        var number = int.Parse(item.Id.AsSpan(1), CultureInfo.InvariantCulture);
        if (number == options.Torn)
            throw new DataFormatException($"{item.Locator}: the slice of {item.Subject} is torn.");
        var image = workspace.Allocate([1, 1, 2]);
        image.Pixels.Fill(number);
        return new Sample(item, image);
    }

    private Case Make(int number) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{options.Letter}{number:000}"),
        Subject = string.Create(CultureInfo.InvariantCulture, $"subject {number / options.PerSubject}"),
        Site = "north",
        Study = options.OneStudy ? "1.2.3" : options.Study ? $"1.2.{number / options.PerSubject}" : "",
        Series = options.Series ? $"1.3.{number / options.PerSubject}" : "",
        Locator = string.Create(CultureInfo.InvariantCulture, $"subject {number / options.PerSubject}/{options.Letter}{number:000}.dcm"),
        Labels = [number == 0 ? FirstLabel : number % 2],
    };
}
