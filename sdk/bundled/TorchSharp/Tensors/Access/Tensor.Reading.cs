namespace TorchSharp;

public static partial class torch
{
    // The i-th element, in the order of the memory, of a tensor in host memory.
    public partial class Tensor
    {
        public T ReadCpuValue<T>(long i)
            where T : unmanaged
        {
            RequireType<T>();
            return Read<T>(i);
        }

        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);
        public sbyte ReadCpuSByte(long i) => ReadCpuValue<sbyte>(i);
        public short ReadCpuInt16(long i) => ReadCpuValue<short>(i);
        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);
        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);
        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);
        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);
        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);
        public float ReadCpuFloat16(long i) => (float)ReadCpuValue<Half>(i);
        public float ReadCpuBFloat16(long i) => (float)ReadCpuValue<BFloat16>(i);

        private unsafe T Read<T>(long i)
            where T : unmanaged
        {
            ArgumentOutOfRangeException.ThrowIfNegative(i);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(i, NumberOfElements);
            return ((T*)HostPointer())[i];
        }
    }
}
