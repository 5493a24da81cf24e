using System.Runtime.CompilerServices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Modules in a row: each computes on what the one before it gave. Their names are 0, 1, 2... unless given.</summary>
/// <remarks>What passes between the modules is disposed of as soon as the next one has used it.</remarks>
public class Sequential : Module<Tensor, Tensor>
{
    private readonly List<(string Name, IModule<Tensor, Tensor> Module)> _steps = [];

    /// <param name="modules">The modules and their names.</param>
    public Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) : base(nameof(Sequential))
    {
        foreach (var (name, module) in modules)
            append(name, module);
    }

    /// <param name="modules">The modules.</param>
    public Sequential(params Module<Tensor, Tensor>[] modules) : base(nameof(Sequential))
    {
        foreach (var module in modules)
            append(module);
    }

    /// <summary>The number of modules.</summary>
    public int Count => _steps.Count;

    /// <summary>The module at the place.</summary>
    [IndexerName("SequentialItems")]
    public IModule<Tensor, Tensor> this[int index] => _steps[index].Module;

    /// <summary>A row of the modules at these places, which it shares with this one.</summary>
    [IndexerName("SequentialItems")]
    public Sequential this[Range index]
    {
        get
        {
            var part = new Sequential(Array.Empty<Module<Tensor, Tensor>>());
            foreach (var (name, module) in _steps[index])
                part.append(name, module);
            return part;
        }
    }

    /// <summary>Adds a module at the end, named by its place.</summary>
    public Sequential append(IModule<Tensor, Tensor> module) => append(_steps.Count.ToString(null as IFormatProvider), module);

    /// <summary>Adds a module at the end.</summary>
    public Sequential append(string name, IModule<Tensor, Tensor> module)
    {
        register_module(name, (Module)module);
        _steps.Add((name, module));
        return this;
    }

    public override Tensor forward(Tensor tensor)
    {
        if (_steps.Count == 0)
            return tensor.alias();
        var current = tensor;
        foreach (var (_, module) in _steps)
        {
            var next = module.call(current);
            if (!ReferenceEquals(current, tensor) && !ReferenceEquals(current, next))
                current.Dispose();
            current = next;
        }
        return current;
    }
}
