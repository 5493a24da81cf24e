using System.Globalization;

namespace Framework.Components.Reporting;

/// <summary>Cases as images: what the model saw, what it said, what is true.</summary>
internal static class ExampleGallery
{
    public static void Write(HtmlPage page, IReadOnlyList<ExampleCase> examples, string folder)
    {
        if (examples.Count == 0)
            return;
        page.Heading(2, "Examples");
        WriteGroup(page, "Right, most confident first", examples.Where(example => example.Right), "right", folder);
        WriteGroup(page, "Wrong, most confident first", examples.Where(example => !example.Right), "wrong", folder);
    }

    private static void WriteGroup(HtmlPage page, string heading, IEnumerable<ExampleCase> examples, string style, string folder)
    {
        var ordered = examples.OrderByDescending(example => Math.Abs(example.Output - 0.5)).ToArray();
        page.Heading(3, heading);
        if (ordered.Length == 0)
        {
            page.Paragraph("None.", "soft");
            return;
        }

        page.Raw("<div class=\"examples\">\n");
        for (var i = 0; i < ordered.Length; i++)
        {
            var png = ordered[i].Image.ToPng();
            File.WriteAllBytes(Path.Combine(folder, $"example.{style}.{i}.png"), png);
            page.Raw(Figure(ordered[i], png, style));
        }

        page.Raw("</div>\n");
    }

    private static string Figure(ExampleCase example, byte[] png, string style)
    {
        var truth = example.Target >= 0.5 ? "present" : "absent";
        var caption = string.Create(CultureInfo.InvariantCulture, $"{HtmlPage.Encode(example.Label)}: <span class=\"{style}\">{example.Output:F2}</span>, {truth}<br><span class=\"soft\">{HtmlPage.Encode(example.Case)}</span>");
        return $"<figure><img alt=\"{HtmlPage.Encode(example.Case)}\" src=\"data:image/png;base64,{Convert.ToBase64String(png)}\"><figcaption>{caption}</figcaption></figure>\n";
    }
}
