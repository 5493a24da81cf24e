// Decodes PNG and JPEG with libpng and libjpeg, from memory into memory. Both libraries report errors by longjmp: each entry
// point catches it, frees what the library holds and returns a code and a message, so no jump ever crosses into the caller.
// An entry point without an output buffer reads the header alone; the caller judges the size before it allocates.
#include <csetjmp>
#include <cstdint>
#include <cstdio>
#include <cstring>

#include <jpeglib.h>
#include <png.h>

// As PictureHeader in PictureHeader.cs.
struct Header {
    uint32_t width;
    uint32_t height;
    uint32_t channels;  // 1 grey or index, 2 grey and alpha, 3 RGB, 4 RGB and alpha
    uint32_t bytes;     // of one sample in the output: 1, or 2 with the least significant first
    uint32_t depth;     // bits of one sample
};

namespace {

constexpr uint32_t kIndices = 1;  // of a palette, instead of its colours
constexpr uint32_t kAlpha = 2;    // keep it, instead of dropping it
constexpr int kMaxScans = 200;    // a progressive JPEG has about ten; thousands of them in a small file are an attack

struct Message {
    char* text;
    size_t size;

    void set(const char* words) const { std::snprintf(text, size, "%s", words); }
};

struct PngRead {
    const uint8_t* bytes;
    size_t length;
    size_t at;
    png_structp png;
    png_infop info;
    Message message;
    jmp_buf rescue;
};

[[noreturn]] void png_failed(png_structp png, png_const_charp words) {
    auto* read = static_cast<PngRead*>(png_get_error_ptr(png));
    read->message.set(words);
    longjmp(read->rescue, 1);
}

void png_warned(png_structp, png_const_charp) {}

void png_take(png_structp png, png_bytep out, size_t count) {
    auto* read = static_cast<PngRead*>(png_get_io_ptr(png));
    if (count > read->length - read->at)
        png_error(png, "the file is cut off");
    std::memcpy(out, read->bytes + read->at, count);
    read->at += count;
}

void png_begin(PngRead* read, uint32_t flags, Header* header) {
    const auto png = read->png;
    const auto info = read->info;
    png_set_read_fn(png, read, png_take);
    png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_chunk_cache_max(png, 100);
    png_set_chunk_malloc_max(png, 1 << 20);  // text and profiles; pixels are not held to it
    png_read_info(png, info);
    const bool palette = png_get_color_type(png, info) == PNG_COLOR_TYPE_PALETTE;
    const bool indices = palette && (flags & kIndices);
    header->depth = palette && !indices ? 8 : png_get_bit_depth(png, info);
    png_set_packing(png);  // one byte a sample, its value as it is
    png_set_swap(png);
    if (palette && !indices)
        png_set_palette_to_rgb(png);
    if ((flags & kAlpha) == 0) {
        png_set_strip_alpha(png);
    } else if (!indices && png_get_valid(png, info, PNG_INFO_tRNS)) {
        png_set_tRNS_to_alpha(png);  // widens grey levels below 8 bits to 0-255
        header->depth = header->depth < 8 ? 8 : header->depth;
    }
    png_set_interlace_handling(png);
    png_read_update_info(png, info);
    header->width = png_get_image_width(png, info);
    header->height = png_get_image_height(png, info);
    header->channels = png_get_channels(png, info);
    header->bytes = png_get_bit_depth(png, info) == 16 ? 2 : 1;
}

void png_pixels(PngRead* read, const Header* header, uint8_t* out, size_t size) {
    const size_t stride = png_get_rowbytes(read->png, read->info);
    if (stride * header->height != size)
        png_error(read->png, "the pixels do not fit the picture's size");
    const int passes = png_get_interlace_type(read->png, read->info) == PNG_INTERLACE_ADAM7 ? 7 : 1;
    for (int pass = 0; pass < passes; pass++)
        for (size_t y = 0; y < header->height; y++)
            png_read_row(read->png, out + y * stride, nullptr);
    png_read_end(read->png, nullptr);
}

struct JpegErrors {
    jpeg_error_mgr base;
    Message message;
    jmp_buf rescue;
};

[[noreturn]] void jpeg_failed(j_common_ptr jpeg) {
    auto* errors = reinterpret_cast<JpegErrors*>(jpeg->err);
    char words[JMSG_LENGTH_MAX];
    errors->base.format_message(jpeg, words);
    errors->message.set(words);
    longjmp(errors->rescue, 1);
}

// libjpeg only warns of damaged pixels and paints them grey.
void jpeg_warned(j_common_ptr jpeg, int level) {
    if (level < 0)
        jpeg_failed(jpeg);
}

void jpeg_progressed(j_common_ptr jpeg) {
    if (reinterpret_cast<j_decompress_ptr>(jpeg)->input_scan_number <= kMaxScans)
        return;
    auto* errors = reinterpret_cast<JpegErrors*>(jpeg->err);
    errors->message.set("it has more than 200 scans");
    longjmp(errors->rescue, 1);
}

void jpeg_pixels(jpeg_decompress_struct* jpeg, const Header* header, uint8_t* out) {
    jpeg_start_decompress(jpeg);
    const size_t stride = static_cast<size_t>(header->width) * header->channels;
    while (jpeg->output_scanline < jpeg->output_height) {
        JSAMPROW row = out + jpeg->output_scanline * stride;
        jpeg_read_scanlines(jpeg, &row, 1);
    }
    jpeg_finish_decompress(jpeg);
}

}  // namespace

extern "C" __attribute__((visibility("default"))) int picture_png(
    const uint8_t* bytes, size_t length, uint32_t flags, Header* header, uint8_t* out, size_t size, char* message, size_t message_size) {
    PngRead read{bytes, length, 0, nullptr, nullptr, {message, message_size}, {}};
    if (setjmp(read.rescue)) {
        png_destroy_read_struct(&read.png, &read.info, nullptr);
        return 1;
    }
    read.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &read, png_failed, png_warned);
    if (read.png)
        read.info = png_create_info_struct(read.png);
    if (!read.info) {
        png_destroy_read_struct(&read.png, nullptr, nullptr);
        read.message.set("libpng has no memory");
        return 1;
    }
    png_begin(&read, flags, header);
    if (out)
        png_pixels(&read, header, out, size);
    png_destroy_read_struct(&read.png, &read.info, nullptr);
    return 0;
}

extern "C" __attribute__((visibility("default"))) int picture_jpeg(
    const uint8_t* bytes, size_t length, uint32_t, Header* header, uint8_t* out, size_t size, char* message, size_t message_size) {
    jpeg_decompress_struct jpeg{};
    JpegErrors errors{{}, {message, message_size}, {}};
    jpeg_progress_mgr progress{};
    jpeg.err = jpeg_std_error(&errors.base);
    errors.base.error_exit = jpeg_failed;
    errors.base.emit_message = jpeg_warned;
    if (setjmp(errors.rescue)) {
        jpeg_destroy_decompress(&jpeg);
        return 1;
    }
    jpeg_create_decompress(&jpeg);
    progress.progress_monitor = jpeg_progressed;
    jpeg.progress = &progress;
    jpeg_mem_src(&jpeg, bytes, length);
    jpeg_read_header(&jpeg, TRUE);
    if (jpeg.num_components != 1 && jpeg.num_components != 3) {
        errors.message.set("it is neither grey nor RGB (four colours are for print)");
        longjmp(errors.rescue, 1);
    }
    jpeg.out_color_space = jpeg.num_components == 1 ? JCS_GRAYSCALE : JCS_RGB;
    *header = {jpeg.image_width, jpeg.image_height, static_cast<uint32_t>(jpeg.num_components), 1, 8};
    if (out) {
        if (size != static_cast<size_t>(header->width) * header->height * header->channels) {
            errors.message.set("the pixels do not fit the picture's size");
            longjmp(errors.rescue, 1);
        }
        jpeg_pixels(&jpeg, header, out);
    }
    jpeg_destroy_decompress(&jpeg);
    return 0;
}
