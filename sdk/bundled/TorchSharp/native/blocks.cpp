// A training step asks for the same sizes as the step before. The C library either returns large blocks to the kernel, which clears every page of
// them anew, or cuts them up for small requests, so that the next large one needs new memory. Here each block is a mapping of its own, and a block
// that is given back waits for the next of its size, as long as blocks in use and waiting are together no more than was ever in use at one time:
// waiting costs no memory beyond the peak that the process had anyway.
#include "blocks.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <list>
#include <map>
#include <mutex>
#include <unordered_map>

namespace {

struct Waiting {
  void* data;
  size_t size;
};

const size_t page = sysconf(_SC_PAGESIZE);

std::mutex gate;
auto& in_use = *new std::unordered_map<void*, size_t>; // these outlive the last tensors, which go after everything static
auto& waiting = *new std::list<Waiting>;               // the oldest first
auto& by_size = *new std::multimap<size_t, std::list<Waiting>::iterator>;
size_t used = 0, kept = 0, most_used = 0;

void unmap(std::list<Waiting>::iterator block) {
  auto [first, last] = by_size.equal_range(block->size);
  by_size.erase(std::find_if(first, last, [&](auto& entry) { return entry.second == block; }));
  munmap(block->data, block->size);
  kept -= block->size;
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
  if (auto found = by_size.lower_bound(size); found != by_size.end() && found->first <= size + size / 8) {
    auto block = found->second;
    data = block->data;
    size = block->size;
    kept -= size;
    by_size.erase(found);
    waiting.erase(block);
  } else {
    while (kept > 0 && used + kept + size > most_used)
      unmap(waiting.begin());
    data = map(size);
    while (!data && kept > 0) {
      unmap(waiting.begin());
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
  by_size.emplace(size, waiting.insert(waiting.end(), {data, size}));
  return size;
}
