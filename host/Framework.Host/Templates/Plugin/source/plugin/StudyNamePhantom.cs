using System.Globalization;
using System.Text;
using Framework.Components.Reporting;
using Framework.Sdk;

namespace Study.Assembly;

/// <summary>A synthetic cohort in the layout that <c>study-name.table</c> reads: noise, and a bright disc somewhere in the positives. Two cases a subject.</summary>
/// <param name="options">Size and prevalence.</param>
public sealed class StudyNamePhantom(StudyNamePhantomOptions options) : IPhantom
{
    private const double Background = 80;
    private const double Noise = 15;
    private const double Contrast = 30;

    /// <inheritdoc />
    public void Write(PhantomRequest request, CancellationToken cancellation)
    {
        Directory.CreateDirectory(request.Folder);
        var table = new StringBuilder("case,subject,file,positive\n");
        for (var number = 0; number < request.Cases; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            var random = new RandomStream(request.Seed).Derive(number);
            var positive = random.Chance(options.Prevalence);
            var file = string.Create(CultureInfo.InvariantCulture, $"case{number:0000}.png");
            File.WriteAllBytes(Path.Combine(request.Folder, file), PngFile.Encode(options.Size, options.Size, 1, Picture(positive, random)));
            table.Append(CultureInfo.InvariantCulture, $"case{number:0000},subject{number / 2:0000},{file},{(positive ? 1 : 0)}\n");
        }

        File.WriteAllText(Path.Combine(request.Folder, "cases.csv"), table.ToString());
    }

    private byte[] Picture(bool positive, RandomStream random)
    {
        var size = options.Size;
        var (x, y, radius) = (random.Uniform(0.3, 0.7) * size, random.Uniform(0.3, 0.7) * size, 0.15 * size);
        var pixels = new byte[size * size];
        for (var at = 0; at < pixels.Length; at++)
        {
            var distance = Math.Sqrt(Math.Pow((at % size) - x, 2) + Math.Pow((at / size) - y, 2));
            var value = Background + (Noise * random.Normal()) + (positive && distance < radius ? Contrast : 0);
            pixels[at] = (byte)Math.Clamp(value, 0, 255);
        }

        return pixels;
    }
}
