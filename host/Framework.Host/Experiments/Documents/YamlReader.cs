using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Framework.Host.Experiments.Documents;

/// <summary>Reads one YAML document into nodes. Plain data only: no anchors, no tags, no second document.</summary>
internal sealed class YamlReader
{
    // Deeper than any experiment; keeps a hostile file from using up the stack.
    private const int DeepestNesting = 64;
    private readonly string _source;
    private readonly ProblemList _problems;
    private readonly Origin? _origin;
    private readonly Parser _parser;
    private Mark _last;

    private YamlReader(TextReader text, string source, Origin? origin, ProblemList problems)
    {
        _parser = new Parser(text);
        _source = source;
        _origin = origin;
        _problems = problems;
    }

    /// <summary>Reads a document.</summary>
    /// <param name="text">The whole document.</param>
    /// <param name="source">The name of the file, for origins.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>Null where nothing is there or nothing could be read; the reason is among the problems.</returns>
    public static Node? Read(string text, string source, ProblemList problems) =>
        Read(new YamlReader(new StringReader(text), source, null, problems), text);

    /// <summary>Reads a value that stands in no file; every part of it has the one origin.</summary>
    public static Node? ReadValue(string text, Origin origin, ProblemList problems) =>
        text.Trim().Length == 0
            ? new ScalarNode(origin, "", true)
            : Read(new YamlReader(new StringReader(text), origin.Source, origin, problems), text);

    private static Node? Read(YamlReader reader, string text)
    {
        try
        {
            return reader.Document();
        }
        catch (YamlException e)
        {
            reader.Report(YamlMistake.Of(text, e.Message, (int)e.Start.Line, (int)e.Start.Column));
            return null;
        }
        catch (InvalidOperationException)
        {
            // The parser stumbles so over a list that is still open where the next key begins.
            reader.Report(YamlMistake.Of(text, "a bracket or brace is not closed", (int)reader._last.Line, (int)reader._last.Column));
            return null;
        }
    }

    private Node? Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.TryConsume<StreamEnd>(out _))
        {
            _problems.Add(new Origin(_source), "the file is empty. An experiment has at least 'name', 'data', 'split' and 'stages'.");
            return null;
        }

        _parser.Consume<DocumentStart>();
        var root = Value(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
            _problems.Add(At(second.Start), "a second document begins here. Write one experiment a file.");
        return root;
    }

    private Node Value(int depth)
    {
        var start = _parser.Current!;
        _last = start.Start;
        if (start is AnchorAlias)
        {
            _parser.MoveNext();
            return Broken(At(start.Start), "'*' refers to another place. Write the value out, or share it through 'extends:'.");
        }

        Node node = start switch
        {
            Scalar => Single(_parser.Consume<Scalar>()),
            SequenceStart when depth < DeepestNesting => Sequence(depth),
            MappingStart when depth < DeepestNesting => Mapping(depth),
            _ => throw new YamlException(start.Start, start.End, $"values nest deeper than {DeepestNesting} levels"),
        };
        return start switch
        {
            NodeEvent { Anchor.IsEmpty: false } =>
                Broken(node.Origin, "'&' names a value for reuse. Write the value out, or share it through 'extends:'."),
            NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } tag } =>
                Broken(node.Origin, $"'{tag.Value}' is a type. Leave it out: each option knows its own type."),
            _ => node,
        };
    }

    private ScalarNode Single(Scalar scalar) => new(At(scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain);

    private ListNode Sequence(int depth)
    {
        var start = _parser.Consume<SequenceStart>();
        var items = new List<Node>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(Value(depth + 1));
        return new ListNode(At(start.Start), items);
    }

    private MapNode Mapping(int depth)
    {
        var start = _parser.Consume<MappingStart>();
        var entries = new List<MapEntry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Value(depth + 1);
            var value = Value(depth + 1);
            if (key is not ScalarNode { Text: var name })
                _problems.Add(key.Origin, "a key must be a name.");
            else if (entries.Find(entry => entry.Key == name) is { } first)
                _problems.Add(key.Origin, $"'{name}' is given twice; the first stands in line {first.KeyOrigin.Line}. Keep one of them.");
            else
                entries.Add(new MapEntry(name, key.Origin, value));
        }

        return new MapNode(At(start.Start), entries);
    }

    private void Report(YamlMistake mistake) => _problems.Add(_origin ?? new Origin(_source, mistake.Line, mistake.Column), mistake.Message);

    private BrokenNode Broken(Origin place, string message)
    {
        _problems.Add(place, message);
        return new BrokenNode(place);
    }

    private Origin At(Mark mark) => _origin ?? new Origin(_source, (int)mark.Line, (int)mark.Column);
}
