#include "extractor/figures/harmed_lists.hpp"

namespace annals {

namespace {

constexpr std::uint32_t kListReach = 12;  // chunks of a list behind "including"

}  // namespace

// "her son, Olaf Lind, ...": the name is the figure.
bool HarmedLists::is_named_next(std::uint32_t r, std::uint32_t end) const {
  if (row_.kind_at(r) != ChunkKind::single) return false;
  ++r;
  if (r < end && row_.is_modifier(r)) ++r;
  if (r + 1 >= end || row_.kind_at(r) != ChunkKind::comma || row_.kind_at(r + 1) != ChunkKind::name)
    return false;
  const Chunk& name = chunks_[row_.chunk(r + 1)];
  // "a mayor, his mother Ines, ..." tells of two.
  return !classes(name.first).has(rules_.chunks.possessive) && names_.may_be_person(name);
}

// "the deaths of Anna Berg, a nurse, and Olaf Lind": who she is, nobody else.
bool HarmedLists::is_apposition(std::uint32_t r, const ChunkRow::List& list) const {
  if (row_.kind_at(r) != ChunkKind::single || r < list.begin + 2 || row_.kind_at(r - 1) != ChunkKind::comma)
    return false;
  const std::uint32_t before = row_.is_modifier(r - 2) && r >= list.begin + 3 ? r - 3 : r - 2;
  // "injured one civilian, a street vendor"
  if (row_.kind_at(before) == ChunkKind::count && before == list.begin && list.end == r + 1)
    return point(chunks_[row_.chunk(before)].quantity) == 1;
  if (row_.kind_at(before) != ChunkKind::name ||
      classes(chunks_[row_.chunk(r)].first).has(rules_.chunks.possessive) ||
      !names_.may_be_person(chunks_[row_.chunk(before)]))
    return false;
  const std::uint32_t next = r + 1 < list.end && row_.is_modifier(r + 1) ? r + 2 : r + 1;
  return next >= list.end || row_.kind_at(next) == ChunkKind::comma ||
         row_.kind_at(next) == ChunkKind::semicolon;
}

// "Anna Berg, director of the school, five pupils and ...": the comma belongs to what hangs on her. Without
// one the two are no list: "the Boeing 747".
bool HarmedLists::skips_joint(const ChunkRow::List& list) const {
  for (std::uint32_t r = list.begin + 1; r < list.end; ++r) {
    if (row_.is_modifier(r - 1) && is_counted(row_.kind_at(r)) &&
        (chunks_[row_.chunk(r) - 1].kind != ChunkKind::comma ||
         chunks_[row_.chunk(r - 2)].kind != ChunkKind::name))
      return true;
  }
  return false;
}

// "shot by three men, she is in a serious condition": those who did it are no subject.
bool HarmedLists::is_agent(const ChunkRow::List& list, std::uint32_t last) const {
  if (list.begin == 0 || row_.kind_at(list.begin - 1) != ChunkKind::by) return false;
  for (std::uint32_t r = list.end; r < last; ++r) {
    if (row_.kind_at(r) == ChunkKind::relative) return false;  // "reported by Olaf Lind, who was shot"
    if (row_.kind_at(r) == ChunkKind::be || row_.kind_at(r) == ChunkKind::have) return true;
  }
  return false;
}

// "were not injured", "neither he nor his wife was hurt": nothing is told of them.
bool HarmedLists::is_negated(const ChunkRow::List& list, std::uint32_t trigger) const {
  std::uint32_t before = list.begin;
  while (before > 0 &&
         (row_.kind_at(before - 1) == ChunkKind::or_ || (before < list.begin && in_phrase(before - 1))))
    --before;
  if (before > 0 && row_.kind_at(before - 1) == ChunkKind::negation) return true;
  for (std::uint32_t r = list.end; r < row_.size() && row_.chunk(r) < trigger; ++r) {
    if (row_.kind_at(r) == ChunkKind::negation) return true;
  }
  return false;
}

// Pieces of the first of "neither the driver nor his wife".
bool HarmedLists::in_phrase(std::uint32_t r) const {
  const ChunkKind kind = row_.kind_at(r);
  return is_counted(kind) || kind == ChunkKind::noun || kind == ChunkKind::plural ||
         kind == ChunkKind::modifier;
}

bool HarmedLists::has_object(std::uint32_t trigger, std::uint32_t last) const {
  if (chunks_[trigger].kind != ChunkKind::harm_ed) return false;
  if (last < row_.size() && row_.kind_at(last) == ChunkKind::adverb) ++last;  // "shot repeatedly at"
  if (last >= row_.size()) return false;
  if (row_.kind_at(last) == ChunkKind::preposition && is_word(row_.chunk(last), "at") &&
      chunks_[trigger].entry != nullptr && chunks_[trigger].entry->value == "shot")
    return true;
  const ChunkKind next = row_.kind_at(last);
  return is_counted(next) || next == ChunkKind::noun || next == ChunkKind::plural ||
         next == ChunkKind::pronoun || next == ChunkKind::thing;
}

// Who of a list before the harm it befalls.
ChunkRow::List HarmedLists::before(ChunkRow::List list, std::uint32_t last) const {
  if (list.begin >= list.end) return list;
  const std::uint32_t last_one = row_.last_member(list);
  if (last_one == list.begin) return list;
  // "killed three men and a woman was wounded": the first ones belong to what stands before.
  const bool object = list.begin > 0 && is_transitive(row_.kind_at(list.begin - 1));
  if (object) return {last_one, list.end};
  // "Olaf Lind, a reporter and photographer who was killed"
  const std::uint32_t second = row_.first_member_end(list) + 1;
  if (second < list.end && row_.kind_at(list.begin) == ChunkKind::name &&
      row_.kind_at(second) == ChunkKind::single && row_.kind_at(list.end - 1) == ChunkKind::lone)
    return {list.begin, second - 1};
  // "nine were killed, including two children, and three others were injured"
  const bool included = row_.kind_at(last_one - 1) == ChunkKind::and_ &&
                        row_.kind_at(last_one - 2) == ChunkKind::comma && follows_including(list.begin);
  if (included) return {last_one, list.end};
  if (row_.joined_by_and(list)) return takes_one(list, last) ? ChunkRow::List{last_one, list.end} : list;
  // "Anna Berg, a nurse, was killed" and "In Lanta, two men were killed"
  const bool closed = list.end < last && row_.kind_at(list.end) == ChunkKind::comma;
  if (closed && is_named_next(list.begin, list.end)) return {last_one, list.end};
  return closed ? ChunkRow::List{list.begin, row_.first_member_end(list)}
                : ChunkRow::List{last_one, list.end};
}

// "killed nine people, including two children, and three guards were injured": what hangs on those killed
// has swallowed those injured. The chunk of the last ", and" behind "including"; 0 for none.
std::uint32_t HarmedLists::joint_of_others(const ChunkRow::List& list, std::uint32_t trigger) const {
  if (list.begin == 0 || list.begin >= list.end || !is_transitive(row_.kind_at(list.begin - 1))) return 0;
  if (row_.last_member(list) != list.begin) return 0;
  std::uint32_t joint = 0;
  bool including = false;
  for (std::uint32_t i = row_.chunk(list.begin) + 1; i < trigger; ++i) {
    including = including || chunks_[i].kind == ChunkKind::including;
    if (including && chunks_[i].kind == ChunkKind::and_ && chunks_[i - 1].kind == ChunkKind::comma) joint = i;
  }
  return joint;
}

// Does only a list stand between "including" and the place in the row?
bool HarmedLists::follows_including(std::uint32_t r) const {
  const std::uint32_t reach = r > kListReach ? r - kListReach : 0;
  while (r > reach) {
    const ChunkKind kind = row_.kind_at(--r);
    if (kind == ChunkKind::including || kind == ChunkKind::of_whom) return true;
    if (!is_counted(kind) && !is_joint(kind) && !row_.is_modifier(r) && kind != ChunkKind::plural)
      return false;
  }
  return false;
}

// "rain cut 900 lines, and a man was killed": the verb is that of one.
bool HarmedLists::takes_one(const ChunkRow::List& list, std::uint32_t last) const {
  std::uint32_t verb = list.end;
  while (verb < last && row_.kind_at(verb) != ChunkKind::be && row_.kind_at(verb) != ChunkKind::have) ++verb;
  if (verb == last || !classes(chunks_[row_.chunk(verb)].first).has(rules_.chunks.of_one)) return false;
  const std::uint32_t last_one = row_.last_member(list);
  if (!is_counted(row_.kind_at(last_one)) || point(chunks_[row_.chunk(last_one)].quantity) != 1) return false;
  for (std::uint32_t r = list.begin; r < list.end; ++r) {
    if (is_counted(row_.kind_at(r)) && point(chunks_[row_.chunk(r)].quantity).value_or(0) > 1) return true;
  }
  return false;
}

// Who of a list after the harm done to them.
ChunkRow::List HarmedLists::after(ChunkRow::List list) const {
  if (list.end - list.begin < 3) return list;
  const std::uint32_t last_one = row_.last_member(list);
  if (last_one == list.begin) return list;
  const bool set_off = row_.kind_at(last_one - 1) == ChunkKind::comma;
  // "killed 12 rebels, a spokesman said": the last of a list that goes on to do something is none of it.
  std::uint32_t then = list.end;  // "many residents also said"
  while (then < row_.size() && (row_.kind_at(then) == ChunkKind::adverb || row_.is_modifier(then))) ++then;
  if (then < row_.size() && set_off) {
    const ChunkKind next = row_.kind_at(then);
    if (next == ChunkKind::said || next == ChunkKind::verb || next == ChunkKind::be ||
        next == ChunkKind::have)
      return {list.begin, last_one - 1};
  }
  // "killed Anna Berg, a nurse"
  if (set_off && !row_.joined_by_and(list) && row_.kind_at(list.begin) == ChunkKind::name &&
      row_.kind_at(last_one) == ChunkKind::single)
    return {list.begin, last_one - 1};
  return list;
}

}  // namespace annals
