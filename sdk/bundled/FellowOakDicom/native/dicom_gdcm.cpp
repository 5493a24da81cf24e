// Decodes one frame of compressed pixel data with GDCM. Every exception and every failed assertion ends here: the caller
// gets a code and a message.
#include <csetjmp>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <exception>
#include <mutex>
#include <vector>

#include "gdcmByteValue.h"
#include "gdcmFragment.h"
#include "gdcmImage.h"
#include "gdcmJPEGCodec.h"
#include "gdcmSequenceOfFragments.h"
#include "gdcmTrace.h"

struct Frame {
    uint32_t columns;
    uint32_t rows;
    uint16_t samples;
    uint16_t bits_allocated;
    uint16_t bits_stored;
    uint16_t high_bit;
    uint16_t pixel_representation;
    uint16_t planar_configuration;
    uint16_t precision;  // bits of a sample of the stream; 0 where it is left to GDCM
    const char* photometric_interpretation;
    const char* transfer_syntax;
};

namespace {

// Where a failed assertion of this thread returns to. Debian builds GDCM with assertions, and a broken stream can fail one;
// what the decoder had allocated is lost then, which is better than the process.
thread_local sigjmp_buf* rescue = nullptr;
struct sigaction previous_abort;

void on_abort(int signal) {
    if (rescue)
        siglongjmp(*rescue, 1);
    sigaction(signal, &previous_abort, nullptr);
    raise(signal);
}

void prepare() {
    gdcm::Trace::DebugOff();
    gdcm::Trace::WarningOff();
    gdcm::Trace::ErrorOff();
    struct sigaction action {};
    action.sa_handler = on_abort;
    sigaction(SIGABRT, &action, &previous_abort);
}

int fail(char* message, size_t size, const char* text) {
    std::snprintf(message, size, "%s", text);
    return 1;
}

gdcm::DataElement pixel_data(const uint8_t* stream, uint32_t length) {
    gdcm::Fragment fragment;
    fragment.SetByteValue(reinterpret_cast<const char*>(stream), length);
    gdcm::SmartPointer<gdcm::SequenceOfFragments> sequence = gdcm::SequenceOfFragments::New();
    sequence->AddFragment(fragment);
    gdcm::DataElement element(gdcm::Tag(0x7fe0, 0x0010));
    element.SetVR(gdcm::VR::OB);
    element.SetValue(*sequence);
    return element;
}

void describe(gdcm::Image& image, const Frame& frame) {
    image.SetNumberOfDimensions(2);
    image.SetDimension(0, frame.columns);
    image.SetDimension(1, frame.rows);
    image.SetPixelFormat(gdcm::PixelFormat(
        frame.samples, frame.bits_allocated, frame.bits_stored, frame.high_bit, frame.pixel_representation));
    image.SetPhotometricInterpretation(gdcm::PhotometricInterpretation(
        gdcm::PhotometricInterpretation::GetPIType(frame.photometric_interpretation)));
    image.SetTransferSyntax(gdcm::TransferSyntax(gdcm::TransferSyntax::GetTSType(frame.transfer_syntax)));
    image.SetPlanarConfiguration(frame.planar_configuration);
}

bool decode(const Frame& frame, const gdcm::DataElement& element, std::vector<char>& decoded) {
    gdcm::Image image;
    describe(image, frame);
    image.SetDataElement(element);
    decoded.resize(image.GetBufferLength());
    return !decoded.empty() && image.GetBuffer(decoded.data());
}

// JPEG of 12 bits: told that 16 are allocated, GDCM first tries its decoder for 16 bits, which complains on stderr.
bool decode_twelve_bits(const Frame& frame, const gdcm::DataElement& element, std::vector<char>& decoded) {
    gdcm::JPEGCodec codec;
    const unsigned int dimensions[] = {frame.columns, frame.rows, 1};
    codec.SetNumberOfDimensions(2);
    codec.SetDimensions(dimensions);
    codec.SetPlanarConfiguration(frame.planar_configuration);
    codec.SetPhotometricInterpretation(gdcm::PhotometricInterpretation(
        gdcm::PhotometricInterpretation::GetPIType(frame.photometric_interpretation)));
    codec.SetPixelFormat(gdcm::PixelFormat(frame.samples, 12, 12, 11, frame.pixel_representation));
    gdcm::DataElement output;
    if (!codec.Decode(element, output) || !output.GetByteValue())
        return false;
    const gdcm::ByteValue& bytes = *output.GetByteValue();
    decoded.assign(bytes.GetPointer(), bytes.GetPointer() + bytes.GetLength());
    return true;
}

int decode_to(const Frame& frame, const uint8_t* stream, uint32_t length,
              uint8_t* output, uint64_t output_length, char* message, uint64_t message_length) {
    try {
        const gdcm::DataElement element = pixel_data(stream, length);
        std::vector<char> decoded;
        const bool done = frame.precision == 12 ? decode_twelve_bits(frame, element, decoded) : decode(frame, element, decoded);
        if (!done)
            return fail(message, message_length, "the compressed stream is broken or cut off");
        if (decoded.size() < output_length) {
            std::snprintf(message, message_length, "it decodes to %zu bytes; %zu were expected", decoded.size(), (size_t)output_length);
            return 1;
        }
        std::memcpy(output, decoded.data(), output_length);
        return 0;
    } catch (const std::exception& e) {
        return fail(message, message_length, e.what());
    } catch (...) {
        return fail(message, message_length, "an unknown error in the decoder");
    }
}

}  // namespace

// Writes the samples of the frame to output: as the attributes say, little endian. Returns 0, or 1 and a message.
extern "C" int dicom_gdcm_decode(
    const Frame* frame, const uint8_t* stream, uint32_t length,
    uint8_t* output, uint64_t output_length, char* message, uint64_t message_length) {
    static std::once_flag prepared;
    std::call_once(prepared, prepare);
    sigjmp_buf back;
    rescue = &back;
    const int result = sigsetjmp(back, 1) == 0
        ? decode_to(*frame, stream, length, output, output_length, message, message_length)
        : fail(message, message_length, "the compressed stream is broken");
    rescue = nullptr;
    return result;
}
