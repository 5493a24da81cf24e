using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor adjoint() => Aten.adjoint.Call(this);
        public Tensor alias() => Aten.alias.Call(this);
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0) =>
            Aten.as_strided.Call(this, size, strides, storageOffset);
        public Tensor atleast_1d() => Aten.atleast_1d.Call(this);
        public Tensor atleast_2d() => Aten.atleast_2d.Call(this);
        public Tensor atleast_3d() => Aten.atleast_3d.Call(this);
        public Tensor broadcast_to(params long[] shape) => Aten.broadcast_to.Call(this, shape);
        public Tensor channel_shuffle(long groups) => Aten.channel_shuffle.Call(this, groups);
        public Tensor clone() => Aten.clone.Call(this);
        public Tensor conj() => Aten.conj.Call(this);
        public Tensor conj_physical() => Aten.conj_physical.Call(this);
        public Tensor conj_physical_() => Aten.conj_physical_.CallInPlace(this);
        public Tensor contiguous() => Aten.contiguous.Call(this);
        public Tensor detach() => Aten.detach.Call(this);
        public Tensor detach_() => Aten.detach_.CallInPlace(this);
        public Tensor diag(long diagonal = 0) => Aten.diag.Call(this, diagonal);
        public Tensor diag_embed(long offset = 0, long dim1 = -2, long dim2 = -1) => Aten.diag_embed.Call(this, offset, dim1, dim2);
        public Tensor diagflat(long offset = 0) => Aten.diagflat.Call(this, offset);
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) => Aten.diagonal.Call(this, offset, dim1, dim2);
        public Tensor diagonal_scatter(Tensor src, long offset = 0, long dim1 = 0, long dim2 = 1) =>
            Aten.diagonal_scatter.Call(this, src, offset, dim1, dim2);
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => Aten.expand.Call(this, Arg.Of(sizes), isImplicit);
        public Tensor expand(long[] sizes, bool isImplicit = false) => Aten.expand.Call(this, sizes, isImplicit);
        public Tensor expand(params long[] sizes) => Aten.expand.Call(this, sizes);
        public Tensor expand_as(Tensor other) => Aten.expand_as.Call(this, other);
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Aten.flatten_using_ints.Call(this, start_dim, end_dim);
        public Tensor flip(params long[] dims) => Aten.flip.Call(this, dims);
        public Tensor fliplr() => Aten.fliplr.Call(this);
        public Tensor flipud() => Aten.flipud.Call(this);
        public Tensor moveaxis(long[] source, long[] destination) => Aten.moveaxis_intlist.Call(this, source, destination);
        public Tensor movedim(long[] source, long[] destination) => Aten.movedim_intlist.Call(this, source, destination);
        public Tensor permute(params long[] permutation) => Aten.permute.Call(this, permutation);
        public Tensor ravel() => Aten.ravel.Call(this);
        public Tensor repeat(params long[] sizes) => Aten.repeat.Call(this, sizes);
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) =>
            Aten.repeat_interleave_self_Tensor.Call(this, repeats, dim, output_size);
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            Aten.repeat_interleave_self_int.Call(this, repeats, dim, output_size);
        public Tensor reshape(params long[] shape) => Aten.reshape.Call(this, shape);
        public Tensor resolve_conj() => Aten.resolve_conj.Call(this);
        public Tensor resolve_neg() => Aten.resolve_neg.Call(this);
        public Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) =>
            Aten.roll.Call(this, Arg.Of(shifts), Arg.Of(dims));
        public Tensor roll(long[] shifts) => Aten.roll.Call(this, shifts);
        public Tensor roll(long[] shifts, long[] dims) => Aten.roll.Call(this, shifts, dims);
        public Tensor swapaxes(long dim0, long dim1) => Aten.swapaxes.Call(this, dim0, dim1);
        public Tensor swapdims(long dim0, long dim1) => Aten.swapdims.Call(this, dim0, dim1);
        public Tensor t() => Aten.t.Call(this);
        public Tensor tile(long[] reps) => Aten.tile.Call(this, reps);
        public Tensor transpose(long dim0, long dim1) => Aten.transpose_int.Call(this, dim0, dim1);
        public Tensor transpose_(long dim0, long dim1) => Aten.transpose_.CallInPlace(this, dim0, dim1);
        public Tensor tril(long diagonal = 0) => Aten.tril.Call(this, diagonal);
        public Tensor tril_(long diagonal = 0) => Aten.tril_.CallInPlace(this, diagonal);
        public Tensor triu(long diagonal = 0) => Aten.triu.Call(this, diagonal);
        public Tensor triu_(long diagonal = 0) => Aten.triu_.CallInPlace(this, diagonal);
        public Tensor unfold(long dimension, long size, long step) => Aten.unfold.Call(this, dimension, size, step);
        public Tensor unsqueeze(long dim) => Aten.unsqueeze.Call(this, dim);
        public Tensor unsqueeze_(long dim) => Aten.unsqueeze_.CallInPlace(this, dim);
        public Tensor view(params long[] shape) => Aten.view.Call(this, shape);
        public Tensor view_as(Tensor other) => Aten.view_as.Call(this, other);
        public Tensor view_as_complex() => Aten.view_as_complex.Call(this);
        public Tensor view_as_real() => Aten.view_as_real.Call(this);
    }
}

file static class Aten
{
    public static readonly Operator adjoint = new("aten::adjoint");
    public static readonly Operator alias = new("aten::alias");
    public static readonly Operator as_strided = new("aten::as_strided");
    public static readonly Operator atleast_1d = new("aten::atleast_1d");
    public static readonly Operator atleast_2d = new("aten::atleast_2d");
    public static readonly Operator atleast_3d = new("aten::atleast_3d");
    public static readonly Operator broadcast_to = new("aten::broadcast_to");
    public static readonly Operator channel_shuffle = new("aten::channel_shuffle");
    public static readonly Operator clone = new("aten::clone");
    public static readonly Operator conj = new("aten::conj");
    public static readonly Operator conj_physical = new("aten::conj_physical");
    public static readonly Operator conj_physical_ = new("aten::conj_physical_");
    public static readonly Operator contiguous = new("aten::contiguous");
    public static readonly Operator detach = new("aten::detach");
    public static readonly Operator detach_ = new("aten::detach_");
    public static readonly Operator diag = new("aten::diag");
    public static readonly Operator diag_embed = new("aten::diag_embed");
    public static readonly Operator diagflat = new("aten::diagflat");
    public static readonly Operator diagonal = new("aten::diagonal");
    public static readonly Operator diagonal_scatter = new("aten::diagonal_scatter");
    public static readonly Operator expand = new("aten::expand");
    public static readonly Operator expand_as = new("aten::expand_as");
    public static readonly Operator flatten_using_ints = new("aten::flatten", "using_ints");
    public static readonly Operator flip = new("aten::flip");
    public static readonly Operator fliplr = new("aten::fliplr");
    public static readonly Operator flipud = new("aten::flipud");
    public static readonly Operator moveaxis_intlist = new("aten::moveaxis", "intlist");
    public static readonly Operator movedim_intlist = new("aten::movedim", "intlist");
    public static readonly Operator permute = new("aten::permute");
    public static readonly Operator ravel = new("aten::ravel");
    public static readonly Operator repeat = new("aten::repeat");
    public static readonly Operator repeat_interleave_self_Tensor = new("aten::repeat_interleave", "self_Tensor");
    public static readonly Operator repeat_interleave_self_int = new("aten::repeat_interleave", "self_int");
    public static readonly Operator reshape = new("aten::reshape");
    public static readonly Operator resolve_conj = new("aten::resolve_conj");
    public static readonly Operator resolve_neg = new("aten::resolve_neg");
    public static readonly Operator roll = new("aten::roll");
    public static readonly Operator swapaxes = new("aten::swapaxes");
    public static readonly Operator swapdims = new("aten::swapdims");
    public static readonly Operator t = new("aten::t");
    public static readonly Operator tile = new("aten::tile");
    public static readonly Operator transpose_int = new("aten::transpose", "int");
    public static readonly Operator transpose_ = new("aten::transpose_");
    public static readonly Operator tril = new("aten::tril");
    public static readonly Operator tril_ = new("aten::tril_");
    public static readonly Operator triu = new("aten::triu");
    public static readonly Operator triu_ = new("aten::triu_");
    public static readonly Operator unfold = new("aten::unfold");
    public static readonly Operator unsqueeze = new("aten::unsqueeze");
    public static readonly Operator unsqueeze_ = new("aten::unsqueeze_");
    public static readonly Operator view = new("aten::view");
    public static readonly Operator view_as = new("aten::view_as");
    public static readonly Operator view_as_complex = new("aten::view_as_complex");
    public static readonly Operator view_as_real = new("aten::view_as_real");
}
