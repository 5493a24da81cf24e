namespace Framework.Components.Models.Weights.Pickles;

/// <summary>What becomes of an allowed name of Python's when its arguments are there.</summary>
internal enum PickledMeaning
{
    /// <summary>It is a value itself, such as an element type, and takes no arguments.</summary>
    Value,

    /// <summary>A storage's type; it stands in a storage's identity only.</summary>
    Storage,

    /// <summary>A dictionary, empty or of pairs.</summary>
    Dictionary,

    /// <summary>A view of a storage: storage, offset, shape, strides...</summary>
    Tensor,

    /// <summary>A tensor and what training needs of it.</summary>
    Parameter,

    /// <summary>A plain value that stands first among the arguments.</summary>
    FirstArgument,
}
