using System.CommandLine;
using System.Text.Json;
using Framework.Benchmarks;

// Each is made when its turn comes: one process, one benchmark in memory at a time.
Func<IBenchmark>[] all =
[
    () => new OperatorCall(),
    () => new TrainStep(34, 16),
    () => new TrainStep(50, 8),
    () => new OptimizerStep(),
    () => new DicomSliceRate(),
    () => new DicomIndexRate(),
    () => new ValidateStart(),
];

var name = new Argument<string?>("name") { Arity = ArgumentArity.ZeroOrOne, Description = "Only benchmarks whose name starts so." };
var json = new Option<FileInfo?>("--json") { Description = "Writes the results as JSON." };
var markdown = new Option<FileInfo?>("--markdown") { Description = "Writes the results as a table, such as docs/benchmarks.md." };
var command = new RootCommand("The measurements that the docs quote, beside their Python peers where those are installed.") { name, json, markdown };
command.SetAction(parsed =>
{
    var results = new List<BenchmarkResult>();
    foreach (var make in all)
    {
        using var benchmark = make();
        if (benchmark.Name.StartsWith(parsed.GetValue(name) ?? "", StringComparison.Ordinal))
            results.Add(Runner.Run(benchmark, Console.Error));
    }

    if (results.Count == 0)
    {
        Console.Error.WriteLine($"no benchmark's name starts with '{parsed.GetValue(name)}'. There are {string.Join(", ", all.Select(make => make().Name))}.");
        return 2;
    }

    var text = JsonSerializer.Serialize(results, Runner.Indented);
    if (parsed.GetValue(json) is { } file)
        File.WriteAllText(file.FullName, text);
    if (parsed.GetValue(markdown) is { } table)
        File.WriteAllText(table.FullName, MarkdownTable.Write(results));
    Console.Out.WriteLine(text);
    return 0;
});
return command.Parse(args).Invoke();
