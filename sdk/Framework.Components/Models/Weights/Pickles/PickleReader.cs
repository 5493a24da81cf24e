using System.Numerics;

namespace Framework.Components.Models.Weights.Pickles;

/// <summary>
/// Reads the pickles that <c>torch.save</c> writes: protocol 2, and of its instructions those for plain values, dictionaries, allowed names and
/// storages. It calls nothing: an allowed name stands for data made here (<see cref="PickleObjects"/>).
/// </summary>
/// <remarks>The instructions are those of Python's <c>pickletools</c>. Memory grows with the length of the pickle only.</remarks>
internal sealed class PickleReader(MappedFile file, PickleBytes bytes, PickleObjects objects)
{
    private const int Protocol = 2;
    private readonly PickleStack _stack = new(file);

    /// <summary>The pickle's value: null, bool, long, BigInteger, double, string, an array for a tuple, a list, a dictionary or a tensor.</summary>
    /// <exception cref="DataFormatException">It is damaged, or holds more than tensors and plain values.</exception>
    public object? Read()
    {
        while (true)
        {
            var code = bytes.Byte();
            if (code == '.')
                return _stack.Pop();
            if (!TryValue(code) && !TryMemo(code) && !TryCollection(code) && !TryObject(code))
                throw file.Damaged($"byte {bytes.Position - 1:N0} is 0x{code:x2}, which is no instruction that torch.save writes");
        }
    }

    private bool TryValue(byte code)
    {
        object? value;
        switch (code)
        {
            case (byte)'N': value = null; break;
            case 0x88: value = true; break;
            case 0x89: value = false; break;
            case (byte)'K': value = (long)bytes.Byte(); break;
            case (byte)'M': value = (long)bytes.UInt16(); break;
            case (byte)'J': value = (long)bytes.Int32(); break;
            case 0x8a: PushInteger(bytes.Take(bytes.Byte())); return true;
            case (byte)'G': value = bytes.Float64(); break;
            case (byte)'X' or (byte)'T': value = bytes.Text(bytes.Int32()); break;
            case (byte)'U': value = bytes.Text(bytes.Byte()); break;
            default: return false;
        }

        _stack.Push(value);
        return true;
    }

    private bool TryMemo(byte code)
    {
        switch (code)
        {
            case (byte)'q': _stack.Keep(bytes.Byte()); return true;
            case (byte)'r': _stack.Keep(bytes.Int32()); return true;
            case (byte)'h': _stack.Push(_stack.Kept(bytes.Byte())); return true;
            case (byte)'j': _stack.Push(_stack.Kept(bytes.Int32())); return true;
            default: return false;
        }
    }

    private bool TryCollection(byte code)
    {
        switch (code)
        {
            case (byte)'(': _stack.Mark(); break;
            case (byte)')': _stack.Push(Array.Empty<object?>()); break;
            case (byte)']': _stack.Push(new List<object?>()); break;
            case (byte)'}': _stack.Push(new PickledDictionary()); break;
            case (byte)'t': _stack.Push(_stack.PopToMark()); break;
            case 0x85 or 0x86 or 0x87: _stack.Push(_stack.Pop(code - 0x84)); break;
            case (byte)'a': Append(_stack.Pop(1)); break;
            case (byte)'e': Append(_stack.PopToMark()); break;
            case (byte)'s': Set(_stack.Pop(2)); break;
            case (byte)'u': Set(_stack.PopToMark()); break;
            default: return false;
        }

        return true;
    }

    private bool TryObject(byte code)
    {
        switch (code)
        {
            case 0x80: RequireProtocol(bytes.Byte()); return true;
            case (byte)'c': _stack.Push(Pickle.Global(file.Path, bytes.Line(), bytes.Line())); return true;
            case (byte)'Q': _stack.Push(objects.Storage(_stack.Pop<object?[]>())); return true;
            case (byte)'R':
                var arguments = _stack.Pop<object?[]>();
                _stack.Push(objects.Make(_stack.Pop<PickledGlobal>(), arguments));
                return true;
            case (byte)'b':
                // What torch keeps beside a state dictionary, its modules' versions, is in no tensor and not needed.
                _stack.Pop();
                return _stack.Top is PickledDictionary ? true : throw file.Damaged("its pickle sets the state of something that is no dictionary");
            default: return false;
        }
    }

    private void RequireProtocol(byte protocol)
    {
        if (protocol != Protocol)
            throw new DataFormatException($"{file.Path}: it is a pickle of protocol {protocol}; torch.save writes protocol {Protocol}. Save the weights with torch.save and its default protocol: {Pickle.Remedy}.");
    }

    private void Append(object?[] values)
    {
        var list = _stack.Top as List<object?> ?? throw file.Damaged("its pickle appends to something that is no list");
        list.AddRange(values);
    }

    private void Set(object?[] items)
    {
        var dictionary = _stack.Top as PickledDictionary ?? throw file.Damaged("its pickle sets an item of something that is no dictionary");
        if (items.Length % 2 != 0)
            throw file.Damaged("its pickle has a key without a value");
        for (var i = 0; i < items.Length; i += 2)
            dictionary.Set(items[i], items[i + 1]);
    }

    private void PushInteger(ReadOnlySpan<byte> bytes)
    {
        var value = new BigInteger(bytes);
        if (value >= long.MinValue && value <= long.MaxValue)
            _stack.Push((long)value);
        else
            _stack.Push(value);
    }
}
