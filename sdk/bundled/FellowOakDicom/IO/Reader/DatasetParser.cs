using System.Buffers.Binary;

namespace FellowOakDicom.IO.Reader;

// Fills a dataset from bytes. Values are not read, only where they lie is noted; sequences are followed to their ends.
internal sealed partial class DatasetParser
{
    // Deeper than any real file by far, and far from what the stack holds.
    private const int DeepestNesting = 100;

    private readonly ByteSupply _supply;
    private readonly ByteWindow _window;
    private readonly ReadSettings _settings;
    private readonly DatasetOrigin _origin;
    private readonly DicomTransferSyntax _syntax;
    private bool _explicit;
    private bool _big;
    private bool _signed;

    public DatasetParser(ByteWindow window, ReadSettings settings, DatasetOrigin origin, DicomTransferSyntax syntax)
    {
        (_supply, _window, _settings, _origin, _syntax) = (window.Supply, window, settings, origin, syntax);
        _explicit = syntax.IsExplicitVR;
        _big = syntax.Endian.IsBig;
    }

    public DicomReaderResult Result { get; private set; } = DicomReaderResult.Success;

    // Whether a value was left out because it is large.
    public bool HasSkipped { get; private set; }

    public void Parse(DicomDataset dataset) => ParseItems(dataset, long.MaxValue, 0);

    // The elements of the file meta information, which end with group 2.
    public void ParseMeta(DicomDataset dataset)
    {
        while (_window.Require(8) && BinaryPrimitives.ReadUInt16LittleEndian(_window.Ahead) == 2 && Result == DicomReaderResult.Success)
            ParseElement(dataset, ReadHeader(), long.MaxValue, 0);
        dataset.Sort();
    }

    // Elements up to a position, or for an item of undefined length to its delimiter.
    private void ParseItems(DicomDataset dataset, long end, int depth)
    {
        dataset.Origin = _origin;
        uint? previous = null;
        var closed = depth == 0;
        while (Result == DicomReaderResult.Success && _window.Position < end && _window.Rest > 0)
        {
            if (!_window.Require(8))
            {
                CutOff(_window.Position, "a tag and a length", 8);
                break;
            }
            var header = ReadHeader();
            closed |= header.Tag == ElementHeader.ItemDelimiter;
            if ((closed && depth > 0) || IsPadding(header, depth) || Stops(header, previous, depth))
                break;
            ParseElement(dataset, header, end, depth);
            previous = header.Tag;
        }
        if (Result == DicomReaderResult.Success && !closed && _window.Position < end)
            CutOff(_window.Position, "an item", end == long.MaxValue ? ElementHeader.Undefined : end - _window.Position);
        dataset.Sort();
    }

    private void ParseElement(DicomDataset dataset, in ElementHeader header, long end, int depth)
    {
        if (header.IsDelimiter)
        {
            if (header.Length is not (0 or ElementHeader.Undefined) || depth > 0)
                throw Broken(header.Position, $"{DicomTag.Describe(header.Tag)} stands where an element was expected");
            return;
        }
        if (header.Length != ElementHeader.Undefined && _window.Position + header.Length > end)
            throw Broken(header.Position, $"{DicomTag.Describe(header.Tag)} declares {header.Length:N0} bytes and so runs past the end of its item at byte {end:N0}");
        if (header.Vr == DicomVR.SQ || (header.Length == ElementHeader.Undefined && !IsFragmented(header)))
            ParseSequence(dataset, header, depth);
        else if (header.Length == ElementHeader.Undefined)
            ParseFragments(dataset, header);
        else
            ParseValue(dataset, header);
    }

    private void ParseValue(DicomDataset dataset, in ElementHeader header)
    {
        if (header.Length > _window.Rest)
        {
            ParseCutValue(dataset, header);
            return;
        }
        if (header.Length > Buffer.MemoryByteBuffer.MaxArrayLength)
            throw Broken(header.Position, $"{DicomTag.Describe(header.Tag)} has {header.Length:N0} bytes; at most {Buffer.MemoryByteBuffer.MaxArrayLength:N0} are read");
        var length = (int)header.Length;
        var entry = new DicomEntry { Tag = header.Tag, Vr = header.Vr, Length = length };
        if (length >= _settings.Large)
            entry.Source = Large(_window.Position, length);
        else if (_window.Require(length))
            (entry.Source, entry.Offset) = (_window.Array, _window.Index);
        else
            throw Broken(header.Position, "the file became shorter while it was read");
        if (header.Tag == 0x00280103 && length >= 2)
            _signed = (_window.Ahead[0] | _window.Ahead[1]) != 0;
        _window.Skip(length);
        if (entry.Source is not null)
            dataset.Append(entry);
        else
            HasSkipped = true;
    }

    // Of pixel data what is there is kept, for the error that says how much; any other value would be a wrong one.
    private void ParseCutValue(DicomDataset dataset, in ElementHeader header)
    {
        var rest = _window.Rest;
        if (header.Length > int.MaxValue || (!header.IsPixelData && header.Length > _supply.Length))
            throw Broken(header.Position, $"{DicomTag.Describe(header.Tag)} declares {header.Length:N0} bytes; {rest:N0} follow in this file of {_supply.Length:N0}");
        CutOff(header.Position, DicomTag.Describe(header.Tag), header.Length);
        if (header.IsPixelData && rest > 0)
            ParseValue(dataset, header with { Length = (uint)rest });
    }

    // A value in an array of its own, or a promise of it, or null where it is to be left out.
    private object Large(long position, int length)
    {
        if (_settings.Option == FileReadOption.SkipLargeTags)
            return null;
        if (_settings.Option == FileReadOption.ReadLargeOnDemand || _supply.Whole is not null)
            return _supply.OnDemand(position, length);
        var data = GC.AllocateUninitializedArray<byte>(length);
        return _supply.Read(position, data) == length
            ? new Buffer.MemoryByteBuffer(data)
            : throw Broken(position, "the file became shorter while it was read");
    }

    private bool Stops(in ElementHeader header, uint? previous, int depth)
    {
        if (_settings.Stop is null || header.IsDelimiter)
            return false;
        var state = new ParseState
        {
            Tag = new DicomTag(header.Tag),
            PreviousTag = previous is null ? null : new DicomTag(previous.Value),
            SequenceDepth = depth,
        };
        if (!_settings.Stop(state))
            return false;
        Result = DicomReaderResult.Stopped;
        return true;
    }

    private void CutOff(long position, string what, long declared)
    {
        Result = DicomReaderResult.Suspended;
        var missing = declared == ElementHeader.Undefined ? "has no end" : $"declares {declared:N0} bytes, {_window.Rest:N0} are there";
        _origin.Cut ??= $"The file ends early: {what} at byte {position:N0} {missing}.";
    }

    private static DicomReaderException Broken(long position, string fact) => new($"at byte {position:N0}: {fact}.");
}
