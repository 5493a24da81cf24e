// Large blocks of memory, which are kept for the next that asks for their size.
#pragma once

#include <cstddef>

namespace blocks {

// From this size on a block is one of these; smaller ones are the C library's.
constexpr size_t least = 2 << 20;

// Null where the machine has no memory left; else 'bytes' is what the block holds.
void* take(size_t& bytes);

// What the block held; 0 where it is none of these.
size_t give_back(void* data);

} // namespace blocks
