#include "reporter/findings/inputs_digest.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <openssl/sha.h>

namespace annals {

std::string inputs_digest(const std::vector<Document>& documents) {
  if (documents.empty()) return {};
  std::vector<std::string_view> digests;
  digests.reserve(documents.size());
  for (const Document& document : documents) digests.emplace_back(document.article.sha256);
  std::sort(digests.begin(), digests.end());
  std::string list;
  for (const std::string_view digest : digests) list.append(digest).append("\n");
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(list.data()), list.size(), digest.data());
  std::string hex;
  for (const unsigned char byte : digest) hex += fmt::format("{:02x}", byte);
  return hex;
}

}  // namespace annals
