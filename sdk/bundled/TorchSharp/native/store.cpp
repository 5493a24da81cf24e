// The store in which the ranks of a training meet: c10d's TCPStore. Compiled to a refusal where there is no c10d.
#include "distributed.h"

#include <cstring>

#ifdef BRIDGE_DISTRIBUTED
#include <torch/csrc/distributed/c10d/TCPStore.hpp>

namespace {

// Newer libtorch serves by libuv, which not every build of it has (Debian's has not); a thread is enough for some ranks.
template <class Options> auto serve_by_thread(Options& options, int) -> decltype(options.useLibUV, void()) {
  options.useLibUV = false;
}

template <class Options> void serve_by_thread(Options&, long) {
}

c10::intrusive_ptr<c10d::TCPStore> open(const char* host, int32_t port, bool serves, int64_t milliseconds) {
  c10d::TCPStoreOptions options;
  options.port = static_cast<std::uint16_t>(port);
  options.isServer = serves;
  options.waitWorkers = false;
  options.timeout = std::chrono::milliseconds(milliseconds);
  serve_by_thread(options, 0);
  return c10::make_intrusive<c10d::TCPStore>(host, options);
}

} // namespace

// A port of 0 is any free one; 'port' says which.
BRIDGE int store_open(const char* host, int32_t serves, int64_t milliseconds, int32_t* port, bridge::Store** result) {
  return bridge::guarded([&] {
    auto store = open(host, *port, serves != 0, milliseconds);
    // Until the server has taken both connections of a client, its end would break one in a way that ends the client's process (before libtorch 2.1).
    store->check({"here"});
    *port = store->getPort();
    *result = new bridge::Store{store};
  });
}

BRIDGE void store_free(bridge::Store* store) {
  delete store;
}

BRIDGE int store_set(bridge::Store* store, const char* key, const uint8_t* value, int64_t length) {
  return bridge::guarded([&] { store->store->set(key, std::vector<uint8_t>(value, value + length)); });
}

// 'value' is null where the key is not there, and else goes back with bridge_free.
BRIDGE int store_get(bridge::Store* store, const char* key, uint8_t** value, int64_t* length) {
  return bridge::guarded([&] {
    *value = nullptr;
    *length = 0;
    if (!store->store->check({key}))
      return;
    auto bytes = store->store->get(key);
    *length = static_cast<int64_t>(bytes.size());
    *value = static_cast<uint8_t*>(std::malloc(bytes.size() + 1));
    std::memcpy(*value, bytes.data(), bytes.size());
  });
}

BRIDGE int store_add(bridge::Store* store, const char* key, int64_t amount, int64_t* sum) {
  return bridge::guarded([&] { *sum = store->store->add(key, amount); });
}

BRIDGE int store_delete(bridge::Store* store, const char* key, int32_t* existed) {
  return bridge::guarded([&] { *existed = store->store->deleteKey(key); });
}
#else
BRIDGE int store_open(const char*, int32_t, int64_t, int32_t*, void**) {
  return bridge::no_distributed();
}

BRIDGE void store_free(void*) {
}

BRIDGE int store_set(void*, const char*, const uint8_t*, int64_t) {
  return bridge::no_distributed();
}

BRIDGE int store_get(void*, const char*, uint8_t**, int64_t*) {
  return bridge::no_distributed();
}

BRIDGE int store_add(void*, const char*, int64_t, int64_t*) {
  return bridge::no_distributed();
}

BRIDGE int store_delete(void*, const char*, int32_t*) {
  return bridge::no_distributed();
}
#endif
