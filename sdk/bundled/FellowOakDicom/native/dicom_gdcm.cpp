// Decodes one frame of compressed pixel data with GDCM. Every exception ends here: the caller gets a code and a message.
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <exception>
#include <mutex>
#include <vector>

#include "gdcmFragment.h"
#include "gdcmImage.h"
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
    const char* photometric_interpretation;
    const char* transfer_syntax;
};

namespace {

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

}  // namespace

// Writes the samples of the frame to output: as the attributes say, little endian. Returns 0, or 1 and a message.
extern "C" int dicom_gdcm_decode(
    const Frame* frame, const uint8_t* stream, uint32_t length,
    uint8_t* output, uint64_t output_length, char* message, uint64_t message_length) {
    static std::once_flag silent;
    try {
        std::call_once(silent, [] {
            gdcm::Trace::DebugOff();
            gdcm::Trace::WarningOff();
            gdcm::Trace::ErrorOff();
        });
        gdcm::Image image;
        describe(image, *frame);
        image.SetDataElement(pixel_data(stream, length));
        std::vector<char> decoded(image.GetBufferLength());
        if (decoded.empty() || !image.GetBuffer(decoded.data()))
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
