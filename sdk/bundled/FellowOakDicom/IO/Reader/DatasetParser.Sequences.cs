using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom.IO.Reader;

internal sealed partial class DatasetParser
{
    private void ParseSequence(DicomDataset dataset, in ElementHeader header, int depth)
    {
        if (depth >= DeepestNesting)
            throw Broken(header.Position, $"{DicomTag.Describe(header.Tag)} lies {depth + 1} sequences deep; at most {DeepestNesting} are read");
        CheckLength(header);
        var sequence = new DicomSequence(new DicomTag(header.Tag));
        dataset.Append(new DicomEntry { Tag = header.Tag, Vr = DicomVR.SQ, Source = sequence });
        var (wasExplicit, wasBig, wasSigned) = (_explicit, _big, _signed);
        if (header.Vr == DicomVR.UN)
            (_explicit, _big) = (false, false); // PS3.5 section 6.2.2: unknown, of undefined length, is implicit little endian
        var end = header.Length == ElementHeader.Undefined ? long.MaxValue : _window.Position + header.Length;
        while (Result == DicomReaderResult.Success && _window.Position < end && NextItem(header, end, out var itemEnd))
        {
            var item = new DicomDataset(ItemSyntax()) { AutoValidate = false, Outer = dataset };
            sequence.Items.Add(item);
            ParseItems(item, itemEnd, depth + 1);
        }
        (_explicit, _big, _signed) = (wasExplicit, wasBig, wasSigned);
    }

    private DicomTransferSyntax ItemSyntax() =>
        _big == _syntax.Endian.IsBig ? _syntax : DicomTransferSyntax.ImplicitVRLittleEndian;

    // Steps to the elements of the next item; false at the delimiter of the sequence, or where the file ends.
    private bool NextItem(in ElementHeader sequence, long end, out long itemEnd)
    {
        itemEnd = 0;
        if (!_window.Require(8))
        {
            CutOff(_window.Position, "an item of " + DicomTag.Describe(sequence.Tag), 8);
            return false;
        }
        var item = ReadHeader();
        if (item.Tag == ElementHeader.SequenceDelimiter)
            return false;
        if (item.Tag != ElementHeader.Item)
            throw Broken(item.Position, $"an item of {DicomTag.Describe(sequence.Tag)} was expected; {DicomTag.Describe(item.Tag)} stands there");
        CheckLength(item);
        itemEnd = item.Length == ElementHeader.Undefined ? end : _window.Position + item.Length;
        if (itemEnd > end)
            throw Broken(item.Position, $"an item declares {item.Length:N0} bytes and so runs past the end of {DicomTag.Describe(sequence.Tag)} at byte {end:N0}");
        return true;
    }

    private void CheckLength(in ElementHeader header)
    {
        if (header.Length != ElementHeader.Undefined && header.Length > _supply.Length)
            throw Broken(header.Position, $"{DicomTag.Describe(header.Tag)} declares {header.Length:N0} bytes; {_window.Rest:N0} follow in this file of {_supply.Length:N0}");
    }

    private void ParseFragments(DicomDataset dataset, in ElementHeader header)
    {
        var tag = new DicomTag(header.Tag);
        DicomFragmentSequence fragments = header.Vr == DicomVR.OW ? new DicomOtherWordFragment(tag) : new DicomOtherByteFragment(tag);
        dataset.Append(new DicomEntry { Tag = header.Tag, Vr = fragments.ValueRepresentation, Source = fragments });
        while (NextFragment(header, out var length))
        {
            if (length > _window.Rest)
            {
                CutOff(_window.Position, "a fragment of " + DicomTag.Describe(header.Tag), length);
                return;
            }
            fragments.Add(Fragment((int)length));
            _window.Skip(length);
        }
        if (HasSkipped)
            dataset.DropLast(); // fragments with gaps are no use
    }

    private bool NextFragment(in ElementHeader pixels, out uint length)
    {
        length = 0;
        if (!_window.Require(8))
        {
            CutOff(_window.Position, "the next fragment of " + DicomTag.Describe(pixels.Tag), 8);
            return false;
        }
        var item = ReadHeader();
        if (item.Tag == ElementHeader.SequenceDelimiter)
            return false;
        if (item.Tag != ElementHeader.Item || item.Length > int.MaxValue)
            throw Broken(item.Position, $"a fragment of {DicomTag.Describe(pixels.Tag)} was expected; {DicomTag.Describe(item.Tag)} of {item.Length:N0} bytes stands there");
        length = item.Length;
        return true;
    }

    private IByteBuffer Fragment(int length)
    {
        if (length == 0)
            return EmptyBuffer.Value;
        if (length >= _settings.Large)
        {
            var large = Large(_window.Position, length) as IByteBuffer;
            HasSkipped |= large is null;
            return large ?? EmptyBuffer.Value;
        }
        return _window.Require(length)
            ? new SegmentByteBuffer(_window.Array, _window.Index, length)
            : throw Broken(_window.Position, "the file became shorter while it was read");
    }
}
