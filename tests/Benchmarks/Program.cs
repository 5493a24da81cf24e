using System.CommandLine;
using System.Text.Json;
using Framework.Benchmarks;

var name = new Argument<string?>("name") { Arity = ArgumentArity.ZeroOrOne, Description = "Only benchmarks whose name starts so." };
var device = new Option<string>("--device") { Description = "Where networks run: cpu or cuda.", DefaultValueFactory = _ => "cpu" };
var json = new Option<FileInfo?>("--json") { Description = "Writes the results as JSON." };
var markdown = new Option<FileInfo?>("--markdown") { Description = "Puts the results into the table of this machine in a file such as docs/benchmarks.md; what else is there stays." };
var serve = new Option<string?>("--serve") { Hidden = true };
var follow = new Option<string?>("--follow") { Hidden = true };
var command = new RootCommand("The measurements that the docs quote, beside their Python peers where those are installed.") { name, device, json, markdown, serve, follow };
device.AcceptOnlyFromAmong("cpu", "cuda");
command.SetAction(parsed =>
{
    var where = parsed.GetValue(device)!;
    var all = Catalogue.For(where);
    if (parsed.GetValue(follow) is { } store)
        return DataParallel.Follow(store);
    if (parsed.GetValue(serve) is { } served)
    {
        using var benchmark = all.Single(item => item.Name == served);
        return Serving.Run(benchmark, Console.In, Console.Out);
    }

    if (where == "cuda" && !TorchSharp.torch.cuda.is_available())
    {
        Console.Error.WriteLine("--device: 'cuda' was asked for, but libtorch finds no CUDA device here. `framework doctor` shows what there is.");
        return 2;
    }

    var chosen = all.Where(item => item.Name.StartsWith(parsed.GetValue(name) ?? "", StringComparison.Ordinal)).ToList();
    if (chosen.Count == 0)
    {
        Console.Error.WriteLine($"no benchmark's name starts with '{parsed.GetValue(name)}'. There are {string.Join(", ", all.Select(item => item.Name))}.");
        return 2;
    }

    var runner = new Runner(where, Console.Error);
    var results = new List<BenchmarkResult>();
    var failed = new List<string>();
    foreach (var benchmark in chosen)
    {
        // What is measured is kept, whatever becomes of the others.
        try
        {
            results.AddRange(runner.Run(benchmark));
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or FormatException)
        {
            Console.Error.WriteLine($"  {benchmark.Name}: {e.Message}");
            failed.Add(benchmark.Name);
        }

        if (parsed.GetValue(json) is { } file)
            File.WriteAllText(file.FullName, JsonSerializer.Serialize(results, Runner.Indented));
        if (parsed.GetValue(markdown) is { } table)
            MarkdownTable.Update(table.FullName, results);
    }

    Console.Out.WriteLine(JsonSerializer.Serialize(results, Runner.Indented));
    if (failed.Count > 0)
        Console.Error.WriteLine($"not measured: {string.Join(", ", failed)}");
    return failed.Count == 0 ? 0 : 1;
});
return command.Parse(args).Invoke();
