using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Gradients.</summary>
    public static partial class autograd
    {
        /// <summary>Adds the gradients of <paramref name="tensors"/> to the leaves they were computed from, or to <paramref name="inputs"/> only.</summary>
        /// <param name="tensors">What is differentiated.</param>
        /// <param name="grad_tensors">The gradient with respect to each; may be left out for tensors of one element.</param>
        /// <param name="retain_graph">Keep the graph for another backward pass; by default as <paramref name="create_graph"/>.</param>
        /// <param name="create_graph">Record the backward pass itself, for gradients of gradients.</param>
        /// <param name="inputs">The only tensors to add gradients to; all leaves by default.</param>
        public static unsafe void backward(
            IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null)
        {
            fixed (IntPtr* from = Handles(tensors), gradients = Handles(grad_tensors), to = Handles(inputs))
                Native.Check(Native.autograd_backward(
                    from, tensors.Count, gradients, grad_tensors?.Count ?? 0, retain_graph ?? create_graph ? 1 : 0, create_graph ? 1 : 0,
                    to, inputs?.Count ?? 0));
            GC.KeepAlive(tensors);
            GC.KeepAlive(grad_tensors);
            GC.KeepAlive(inputs);
        }

        /// <inheritdoc cref="backward(IList{Tensor}, IList{Tensor}, bool?, bool, IList{Tensor})"/>
        public static void backward(
            Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null) => backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        /// <inheritdoc cref="backward(IList{Tensor}, IList{Tensor}, bool?, bool, IList{Tensor})"/>
        public static void backward(
            Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        /// <summary>The gradients of <paramref name="outputs"/> with respect to <paramref name="inputs"/>, added up over the outputs.</summary>
        /// <param name="outputs">What is differentiated.</param>
        /// <param name="inputs">With respect to what.</param>
        /// <param name="grad_outputs">The gradient with respect to each output; may be left out for tensors of one element.</param>
        /// <param name="retain_graph">Keep the graph for another pass.</param>
        /// <param name="create_graph">Record the pass itself, for gradients of gradients.</param>
        /// <param name="allow_unused">Return null for an input that no output depends on, instead of failing.</param>
        public static unsafe IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false,
            bool create_graph = false, bool allow_unused = false)
        {
            var results = new IntPtr[inputs.Count];
            fixed (IntPtr* from = Handles(outputs), to = Handles(inputs), gradients = Handles(grad_outputs), found = results)
                Native.Check(Native.autograd_grad(
                    from, outputs.Count, to, inputs.Count, gradients, grad_outputs?.Count ?? 0, retain_graph || create_graph ? 1 : 0,
                    create_graph ? 1 : 0, allow_unused ? 1 : 0, found));
            GC.KeepAlive(outputs);
            GC.KeepAlive(inputs);
            GC.KeepAlive(grad_outputs);
            return Array.ConvertAll(results, result => result == 0 ? null! : new Tensor(result));
        }

        /// <summary>Looks for what goes wrong in backward passes until disposed.</summary>
        public static AnomalyMode detect_anomaly(bool check_nan = true) => new(true, check_nan);

        public static AnomalyMode set_detect_anomaly(bool mode, bool check_nan = true) => new(mode, check_nan);

        private static IntPtr[] Handles(IList<Tensor>? tensors) =>
            tensors is null ? [] : tensors.Select(tensor => tensor?.Handle ?? 0).ToArray();
    }
}
