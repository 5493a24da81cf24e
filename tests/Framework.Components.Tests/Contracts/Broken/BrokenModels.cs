using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Contracts.Broken;

/// <summary>Its convolution gets no gradient.</summary>
internal sealed class DetachedNet : IModelFactory
{
    public IModel Create(ModelContext context) => new ImageModel(new Network(context.Labels.Count));

    private sealed class Network : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> _conv = nn.Conv2d(1, 4, 3);
        private readonly nn.Module<Tensor, Tensor> _head;

        public Network(int labels)
            : base("network")
        {
            _head = nn.Linear(4, labels);
            register_module("conv", _conv);
            register_module("head", _head);
        }

        public override Tensor forward(Tensor image) => _head.call(_conv.call(image).detach().mean([2, 3]));
    }
}

/// <summary>Says at most a millionth, whatever it sees.</summary>
internal sealed class TimidNet : IModelFactory
{
    public IModel Create(ModelContext context) => new ImageModel(new Network(context.Labels.Count));

    private sealed class Network : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> _head;

        public Network(int labels)
            : base("network") => register_module("head", _head = nn.Linear(1024, labels));

        public override Tensor forward(Tensor image) => _head.call(image.flatten(1)).tanh() * 1e-6f;
    }
}

/// <summary>Has weights that nobody saves.</summary>
internal sealed class UnregisteredNet : IModelFactory
{
    public IModel Create(ModelContext context) => new ImageModel(new Network(context.Labels.Count));

    private sealed class Network : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> _head;
        private readonly Tensor _mixing = randn(1024, 32).DetachFromDisposeScope();

        public Network(int labels)
            : base("network")
        {
            register_module("head", _head = nn.Linear(32, labels)); // and the mixing is forgotten
        }

        public override Tensor forward(Tensor image) => _head.call(image.flatten(1).mm(_mixing) / 32);
    }
}
