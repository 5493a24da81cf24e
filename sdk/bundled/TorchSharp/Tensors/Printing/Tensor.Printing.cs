using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Shape, type and device.</summary>
        public override string ToString() => ToString(TensorStringStyle.Metadata);

        /// <summary>With <paramref name="disamb"/> the elements in the default style, otherwise shape, type and device.</summary>
        public string ToString(
            bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            ToString(disamb ? TensorStringStyle.Default : TensorStringStyle.Metadata, fltFormat, width, cultureInfo, newLine);

        /// <param name="style">What is written.</param>
        /// <param name="fltFormat">A .NET format of fractions.</param>
        /// <param name="width">Characters a line.</param>
        /// <param name="cultureInfo">Invariant by default.</param>
        /// <param name="newLine">What ends a line.</param>
        public string ToString(
            TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null)
        {
            if (IsInvalid)
                return "a disposed tensor";
            var options = Printing with
            {
                FloatFormat = fltFormat ?? Printing.FloatFormat,
                Width = width ?? Printing.Width,
                NewLine = newLine ?? Printing.NewLine,
            };
            var printer = new TensorPrinter(options, cultureInfo ?? CultureInfo.InvariantCulture);
            return Written(style == TensorStringStyle.Default ? options.Style : style, printer);
        }

        private string Written(TensorStringStyle style, TensorPrinter printer)
        {
            if (style == TensorStringStyle.Metadata || is_meta)
                return TensorPrinter.Metadata(this);
            using var grad = no_grad();
            using var host = cpu();
            return style switch
            {
                TensorStringStyle.Numpy => printer.Numpy(host),
                TensorStringStyle.CSharp => printer.CSharp(host),
                _ => printer.Julia(host),
            };
        }
    }
}
