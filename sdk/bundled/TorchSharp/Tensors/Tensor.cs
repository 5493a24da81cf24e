using System.ComponentModel;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of libtorch. It dies with the dispose scope it was made in, when disposed, or when collected.</summary>
    public partial class Tensor : IScoped
    {
        private static long totalCount;
        private static long peakCount;

        private IntPtr handle;

        internal Tensor(IntPtr handle)
        {
            this.handle = handle;
            var count = Interlocked.Increment(ref totalCount);
            if (count > peakCount)
                peakCount = count;
            OwningDisposeScope = DisposeScopeManager.Current.Register(this);
        }

        ~Tensor() => Dispose(false);

        /// <summary>Native tensors alive now, on all threads.</summary>
        public static long TotalCount => Interlocked.Read(ref totalCount);

        /// <summary>The most native tensors that were alive at one time.</summary>
        public static long PeakCount => Interlocked.Read(ref peakCount);

        /// <summary>The <c>at::Tensor*</c>.</summary>
        /// <exception cref="InvalidOperationException">The tensor is disposed.</exception>
        public IntPtr Handle => handle != 0 ? handle : throw Disposed();

        public bool IsInvalid => handle == 0;

        internal DisposeScope? OwningDisposeScope { get; set; }

        DisposeScope? IScoped.OwningDisposeScope
        {
            get => OwningDisposeScope;
            set => OwningDisposeScope = value;
        }

        /// <summary>Takes over an <c>at::Tensor*</c> that the caller owns.</summary>
        public static Tensor UnsafeCreateTensor(IntPtr handle) => new(handle);

        /// <summary>Gives the <c>at::Tensor*</c> away: the caller must free it, this object is disposed.</summary>
        public IntPtr DecoupleFromNativeHandle()
        {
            var given = Handle;
            CountDisposed();
            Leave();
            GC.SuppressFinalize(this);
            return given;
        }

        public void Dispose()
        {
            if (handle == 0)
                return;
            CountDisposed();
            ((IScoped)this).ReleaseFromScope();
        }

        private void CountDisposed()
        {
            if (OwningDisposeScope is { } scope)
                scope.MarkAsDisposed(this);
            else
                DisposeScopeManager.Current.CountDisposed(this, inScope: false);
        }

        void IScoped.ReleaseFromScope()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (handle != 0)
                Native.tensor_free(Leave());
        }

        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        [EditorBrowsable(EditorBrowsableState.Never)]
        public Tensor DetatchFromDisposeScope() => DetachFromDisposeScope();

        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningDisposeScope);

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningDisposeScope is null && other is not null)
                other.Attach(this);
            else if (OwningDisposeScope is not null && other is not null)
                OwningDisposeScope.MoveToOther(other, this);
            else
                DetachFromDisposeScope();
            return this;
        }

        private IntPtr Leave()
        {
            var left = Interlocked.Exchange(ref handle, 0);
            Interlocked.Decrement(ref totalCount);
            return left;
        }

        private static InvalidOperationException Disposed() =>
            new("The tensor is disposed: its dispose scope has ended, or Dispose was called. Keep it with MoveToOuterDisposeScope or DetachFromDisposeScope.");
    }
}
