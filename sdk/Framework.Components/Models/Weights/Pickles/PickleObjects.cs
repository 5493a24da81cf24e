using static TorchSharp.torch;

namespace Framework.Components.Models.Weights.Pickles;

/// <summary>Makes what the allowed names of a pickle stand for.</summary>
/// <param name="file">Holds the pickle.</param>
/// <param name="place">Gives a storage its place in the file, from its key, element type and number of elements.</param>
internal sealed class PickleObjects(MappedFile file, Func<string, ScalarType, long, PickledStorage> place)
{
    private const int GreatestRank = 64;

    /// <summary>What a call of an allowed name gives.</summary>
    public object? Make(PickledGlobal called, object?[] arguments) => (called.Meaning, arguments) switch
    {
        (PickledMeaning.Dictionary, []) => new PickledDictionary(),
        (PickledMeaning.Dictionary, [List<object?> pairs]) => DictionaryOf(pairs),
        (PickledMeaning.Tensor, [PickledStorage storage, long offset, object?[] shape, object?[] strides, ..]) when !IsChanged(arguments) =>
            Tensor(storage, offset, Numbers(shape), Numbers(strides)),
        (PickledMeaning.Parameter, [StoredTensor tensor, ..]) => tensor,
        (PickledMeaning.FirstArgument, [var value, ..]) => value,
        _ => throw file.Damaged("its pickle calls an allowed name with arguments that do not belong there"),
    };

    /// <summary>The storage of an identity: <c>('storage', type, key, device, elements)</c>, in the older format with a view of it behind.</summary>
    public PickledStorage Storage(object?[] identity)
    {
        if (identity is not ["storage", PickledGlobal { Meaning: PickledMeaning.Storage, Type: var type }, string key, _, long elements, ..] || elements < 0)
            throw file.Damaged("its pickle refers to something that is no storage");
        var size = StoredTensor.SizeOf(type);
        if (elements > file.Length / size)
            throw file.Damaged($"storage '{key}' should have {elements:N0} elements of {size} bytes, and the file has {file.Length:N0} bytes");
        var storage = place(key, type, elements);
        if (identity is not [.., object?[] view])
            return storage;
        return view is [string, long offset, long count, ..] && offset >= 0 && count >= 0 && offset <= elements - count
            ? storage with { Start = storage.Start + (offset * size), Elements = count }
            : throw file.Damaged($"a view of storage '{key}' reaches beyond it");
    }

    private StoredTensor Tensor(PickledStorage storage, long offset, long[] shape, long[] strides)
    {
        if (shape.Length != strides.Length || shape.Length > GreatestRank || offset < 0 || shape.Concat(strides).Any(number => number < 0))
            throw file.Damaged($"a tensor's shape ({string.Join(", ", shape)}) and strides ({string.Join(", ", strides)}) from element {offset} cannot be");
        var last = (Int128)offset;
        var elements = (Int128)1;
        for (var axis = 0; axis < shape.Length; axis++)
        {
            elements = Int128.Min(elements * shape[axis], long.MaxValue);
            last = Int128.Min(last + ((Int128)Math.Max(0, shape[axis] - 1) * strides[axis]), long.MaxValue);
        }

        if (elements > 0 && (last >= storage.Elements || elements > long.MaxValue / StoredTensor.SizeOf(storage.Type)))
            throw file.Damaged($"a tensor of shape ({string.Join(", ", shape)}) reaches beyond its storage of {storage.Elements:N0} elements");
        var start = storage.Start + (elements == 0 ? 0 : offset * StoredTensor.SizeOf(storage.Type));
        return new StoredTensor(file, new TensorPlace(start, storage.Type, storage.BigEndian), shape, strides);
    }

    /// <summary>True where the tensor is its storage's conjugate or negative, which newer files say in a seventh argument.</summary>
    private static bool IsChanged(object?[] arguments) => arguments is [_, _, _, _, _, _, PickledDictionary { Items.Count: > 0 }, ..];

    private PickledDictionary DictionaryOf(List<object?> pairs)
    {
        var made = new PickledDictionary();
        foreach (var pair in pairs)
            switch (pair)
            {
                case object?[] and [var key, var value]: made.Set(key, value); break;
                case List<object?> and [var key, var value]: made.Set(key, value); break;
                default: throw file.Damaged("its pickle makes a dictionary of something that is no pair");
            }

        return made;
    }

    private long[] Numbers(object?[] values) =>
        [.. values.Select(value => value is long number ? number : throw file.Damaged("a tensor's shape or strides are no whole numbers"))];
}
