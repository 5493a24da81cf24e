using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public bool requires_grad
        {
            get => Native.tensor_requires_grad(Handle) != 0;
            set => Native.Check(Native.tensor_set_requires_grad(Handle, value ? 1 : 0));
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <inheritdoc cref="requires_grad_"/>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>The gradient that backward passes have added up, or null.</summary>
        public Tensor? grad
        {
            get
            {
                Native.Check(Native.tensor_grad(Handle, out var gradient));
                return gradient == 0 ? null : new Tensor(gradient);
            }
            set
            {
                Native.Check(Native.tensor_set_grad(Handle, value?.Handle ?? 0));
                GC.KeepAlive(value);
            }
        }

        /// <summary>Keeps the gradient of a tensor that is no leaf.</summary>
        public void retain_grad() => Native.Check(Native.tensor_retain_grad(Handle));

        /// <summary>Adds the gradient of this one number to the leaves it was computed from.</summary>
        public void backward() => autograd.backward([this]);

        /// <inheritdoc cref="autograd.backward(IList{Tensor}, IList{Tensor}, bool?, bool, IList{Tensor})"/>
        public void backward(
            IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward([this], grad_tensors, retain_graph, create_graph, inputs);

        /// <summary>Makes this tensor hold another's data while staying the same object for those who refer to it.</summary>
        internal void SetData(Tensor data)
        {
            Native.Check(Native.tensor_set_data(Handle, data.Handle));
            GC.KeepAlive(data);
        }
    }
}
