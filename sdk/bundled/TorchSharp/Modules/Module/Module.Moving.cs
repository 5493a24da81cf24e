namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Moves parameters, their gradients and buffers to the device, and converts those of a floating type to the type.</summary>
            /// <remarks>The tensors keep their identity: an optimizer made before sees the moved ones.</remarks>
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                RequireFloating(dtype);
                _toEpilog(dtype, device, non_blocking);
                return this;
            }

            /// <summary>Moves parameters, their gradients and buffers to the device.</summary>
            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                _toEpilog(null, new Device(deviceType, deviceIndex), non_blocking);
                return this;
            }

            /// <summary>Converts parameters, their gradients and buffers of a floating type to the type.</summary>
            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                RequireFloating(dtype);
                _toEpilog(dtype, null, non_blocking);
                return this;
            }

            /// <summary>Moves and converts to the device and type of <paramref name="other"/>.</summary>
            public Module _to(Tensor other, bool non_blocking) => _to(other.device, other.dtype, non_blocking);

            /// <summary>Does the work of the <c>_to</c> methods, for submodules and then for this module.</summary>
            protected virtual void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                foreach (var (_, child) in named_children())
                    MoveChild(child, dtype, device, non_blocking);
                using var quiet = torch.no_grad();
                foreach (var (_, parameter) in _ownParameters)
                    MoveWithGradient(parameter, dtype, device, non_blocking);
                foreach (var (_, buffer) in _ownBuffers)
                    Move(buffer.Tensor, dtype, device, non_blocking);
            }

            private static void MoveChild(Module child, ScalarType? dtype, Device? device, bool non_blocking)
            {
                if (device is null)
                    child._to(dtype!.Value, non_blocking);
                else if (dtype is { } type)
                    child._to(device, type, non_blocking);
                else
                    child._to(device.type, device.index, non_blocking);
            }

            private static void MoveWithGradient(Tensor parameter, ScalarType? dtype, Device? device, bool non_blocking)
            {
                using var gradient = parameter.grad;
                Move(parameter, dtype, device, non_blocking);
                if (gradient is not null)
                    Move(gradient, dtype, device, non_blocking);
            }

            private static void Move(Tensor tensor, ScalarType? dtype, Device? device, bool non_blocking)
            {
                var converts = dtype is not null && (tensor.is_floating_point() || tensor.is_complex());
                using var values = tensor.detach();
                using var moved = values.to(converts ? dtype!.Value : tensor.dtype, device ?? tensor.device, non_blocking: non_blocking);
                tensor.SetData(moved);
            }

            private void RequireFloating(ScalarType dtype)
            {
                if (dtype is not (ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64
                    or ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64))
                    throw new ArgumentException($"'{GetName()}' can be converted to a floating or complex type only, not to {dtype}.", nameof(dtype));
            }

            /// <summary>The device and type asked for, or else the defaults.</summary>
            protected static (Device device, ScalarType dtype) GetDefaultDeviceAndType(Device? device = null, ScalarType? dtype = null) =>
                (device ?? torch.get_default_device(), dtype ?? torch.get_default_dtype());
        }
    }
}
