using System.Globalization;
using Framework.Host.Terminal;

namespace Framework.Host.Profiling;

/// <summary>A profile for people: what took the time, the longest first.</summary>
internal static class ProfileTable
{
    /// <summary>The lines. Shares are of the elapsed time; those of several threads can add up to more than all of it.</summary>
    public static IEnumerable<string> Lines(WorkProfile profile, int? width)
    {
        var elapsed = profile.Elapsed;
        List<IReadOnlyList<string>> rows = [["WHAT", "TIMES", "SECONDS", "OF THE TIME", "EACH, MS"]];
        rows.AddRange(profile.Times.OrderByDescending(time => time.Own).Select(time => (IReadOnlyList<string>)[
            time.Name, time.Count.ToString(CultureInfo.InvariantCulture), Text(time.Own.TotalSeconds, "0.00"),
            Text(100 * time.Own / elapsed, "0.0") + " %", Text(time.Own.TotalMilliseconds / time.Count, "0.000")]));
        return TextTable.Lines(rows, width).Append(string.Create(
            CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:0.0} s in all; each line without what has a line of its own inside it{(profile.IsCut ? $"; the trace has the first {WorkProfile.MostEvents:N0} spans" : "")}"));
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
