#include <array>
#include <cstdint>
#include <memory>
#include <new>

#include <openssl/evp.h>

#include "annals/loader/load.hpp"

namespace annals {

namespace {

struct FreeDigest {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

// Each part goes in with its length, so that no two articles give the same bytes.
void add(EVP_MD_CTX* context, std::string_view part) {
  std::array<unsigned char, 8> length{};
  for (std::size_t i = 0; i < length.size(); ++i)
    length.at(i) = static_cast<unsigned char>((std::uint64_t{part.size()} >> (8 * i)) & 0xFFU);
  if (EVP_DigestUpdate(context, length.data(), length.size()) != 1 ||
      EVP_DigestUpdate(context, part.data(), part.size()) != 1)
    throw std::bad_alloc();
}

}  // namespace

void identify(Article& article) {
  const std::unique_ptr<EVP_MD_CTX, FreeDigest> context(EVP_MD_CTX_new());
  // SHA-256 is always there; only memory can be missing.
  if (!context || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1) throw std::bad_alloc();
  add(context.get(), article.title);
  add(context.get(), article.published ? to_iso(article.published->when) : std::string());
  add(context.get(), article.publisher);
  add(context.get(), article.url);
  add(context.get(), article.text);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (EVP_DigestFinal_ex(context.get(), digest.data(), &size) != 1) throw std::bad_alloc();

  constexpr std::string_view kHex = "0123456789abcdef";
  article.sha256.clear();
  article.sha256.reserve(std::size_t{2} * size);
  for (std::size_t i = 0; i < size; ++i) {
    article.sha256 += kHex[digest.at(i) >> 4U];
    article.sha256 += kHex[digest.at(i) & 0xFU];
  }
  if (article.id.empty()) article.id = article.sha256.substr(0, 12);
}

}  // namespace annals
