using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A device: its kind and, where there are several, its index. Without an index the CPU's is -1 and every other's is 0.</summary>
    public class Device
    {
        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = deviceType == DeviceType.CPU ? -1 : Math.Max(index, 0);
        }

        /// <summary>A CUDA device by its index.</summary>
        public Device(int index)
            : this(DeviceType.CUDA, index)
        {
        }

        /// <param name="description">"cpu", "cuda", "cuda:1", "mps", "meta".</param>
        /// <exception cref="ArgumentException">The description names no device.</exception>
        public Device(string description)
            : this(Parse(description).Type, Parse(description).Index)
        {
        }

        /// <inheritdoc cref="Device(string)"/>
        public Device(string deviceType, int index = -1)
            : this(TypeOf(deviceType), index)
        {
        }

        public DeviceType type { get; }

        public int index { get; }

        public static implicit operator Device(string description) => new(description);

        public override string ToString(
            ) => type == DeviceType.CPU || index < 0 ? Name : string.Create(CultureInfo.InvariantCulture, $"{Name}:{index}");

        private string Name => type.ToString().ToLowerInvariant();

        private static (DeviceType Type, int Index) Parse(string description)
        {
            var parts = description.Split(':');
            if (parts.Length == 1)
                return (TypeOf(description), -1);
            return parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                ? (TypeOf(parts[0]), index)
                : throw Unknown(description);
        }

        private static DeviceType TypeOf(string name) => name.ToLowerInvariant() switch
        {
            "cpu" => DeviceType.CPU,
            "cuda" => DeviceType.CUDA,
            "mps" => DeviceType.MPS,
            "meta" => DeviceType.META,
            _ => throw Unknown(name),
        };

        private static ArgumentException Unknown(string description) =>
            new($"'{description}' is not a device. Devices are cpu, cuda, cuda:0, cuda:1, ..., mps and meta.");
    }
}
