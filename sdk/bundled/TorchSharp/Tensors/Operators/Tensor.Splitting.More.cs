namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor[] hsplit(Tensor indices) => hsplit(Indices(indices));

        public Tensor[] vsplit(Tensor indices) => vsplit(Indices(indices));

        public Tensor[] dsplit(Tensor indices) => dsplit(Indices(indices));

        public Tensor[] dsplit((long, long) indices_or_sections) =>
            dsplit((long[])[indices_or_sections.Item1, indices_or_sections.Item2]);

        public Tensor[] dsplit((long, long, long) indices_or_sections) =>
            dsplit((long[])[indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3]);

        public Tensor[] dsplit((long, long, long, long) indices_or_sections) =>
            dsplit((long[])[indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4]);

        public static Tensor block_diag(params Tensor[] tensors) => torch.block_diag(tensors);

        private static long[] Indices(Tensor indices)
        {
            using var whole = indices.to(ScalarType.Int64, CPU);
            return whole.data<long>().ToArray();
        }
    }
}
