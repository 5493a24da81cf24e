// A training step asks for the same sizes as the step before. The C library either returns large blocks to the kernel, which clears every page of
// them anew, or cuts them up for small requests, so that the next large one needs new memory. Here each block is a mapping of its own, and a block
// that is given back waits for the next of its size, as long as blocks in use and waiting are together little more than was ever in use at one
// time: waiting costs next to no memory beyond the peak that the process had anyway.
#include "blocks.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <mutex>
#include <unordered_map>

namespace {

// A prediction goes through a network with few blocks in use at its peak: without this it would map most of the others anew for each batch.
constexpr size_t allowance = 32 << 20;

const size_t page = sysconf(_SC_PAGESIZE);

std::mutex gate;
auto& in_use = *new std::unordered_map<void*, size_t>; // these outlive the last tensors, which go after everything static
auto& waiting = *new std::multimap<size_t, void*>; // by size
size_t used = 0, kept = 0, most_used = 0;

void unmap(std::multimap<size_t, void*>::iterator block) {
  munmap(block->second, block->first);
  kept -= block->first;
  waiting.erase(block);
}

// At the beginning of a huge page, so that the kernel can use those.
void* map(size_t size) {
  auto* all = mmap(nullptr, size + blocks::least, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (all == MAP_FAILED)
    return nullptr;
  auto start = reinterpret_cast<uintptr_t>(all);
  auto aligned = (start + blocks::least - 1) / blocks::least * blocks::least;
  if (aligned > start)
    munmap(all, aligned - start);
  if (auto rest = start + blocks::least - aligned)
    munmap(reinterpret_cast<void*>(aligned + size), rest);
  auto* data = reinterpret_cast<void*>(aligned);
  madvise(data, size, MADV_HUGEPAGE);
  return data;
}

} // namespace

void* blocks::take(size_t& bytes) {
  auto size = (bytes + page - 1) / page * page;
  std::lock_guard lock(gate);
  void* data = nullptr;
  // One up to twice as large does where that takes nothing beyond the peak: tensors that grow a little each time find those before them.
  auto found = waiting.lower_bound(size);
  if (found != waiting.end() && (found->first <= size + size / 8 || (found->first / 2 <= size && used + found->first <= most_used))) {
    size = found->first;
    data = found->second;
    kept -= size;
    waiting.erase(found);
  } else {
    auto limit = std::max(most_used, used + size) + allowance;
    while (kept > 0 && used + kept + size > limit) {
      // The smallest that makes room enough: none that is large goes for a small one's sake.
      auto enough = waiting.lower_bound(used + kept + size - limit);
      unmap(enough != waiting.end() ? enough : std::prev(enough));
    }

    data = map(size);
    while (!data && kept > 0) {
      unmap(std::prev(waiting.end()));
      data = map(size);
    }

    if (!data)
      return nullptr;
  }
  used += size;
  most_used = std::max(most_used, used);
  in_use[data] = bytes = size;
  return data;
}

size_t blocks::give_back(void* data) {
  if (reinterpret_cast<uintptr_t>(data) % least != 0)
    return 0;
  std::lock_guard lock(gate);
  auto found = in_use.find(data);
  if (found == in_use.end())
    return 0;
  auto size = found->second;
  in_use.erase(found);
  used -= size;
  kept += size;
  waiting.emplace(size, data);
  return size;
}
