# Compiler settings shared by every target, and the shape of a stage: annals_library(NAME LINK ... USES ...).

add_library(annals_options INTERFACE)
target_compile_features(annals_options INTERFACE cxx_std_20)
target_compile_options(annals_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(annals_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized)  # false alarms of g++ 12 on std::string and std::optional
endif()
if(ANNALS_SANITIZE)
  target_compile_options(annals_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all
                         -fno-omit-frame-pointer)
  target_link_options(annals_options INTERFACE -fsanitize=address,undefined)
endif()
if(ANNALS_FUZZ)
  target_compile_options(annals_options INTERFACE -fsanitize=fuzzer-no-link,address,undefined
                         -fno-sanitize-recover=all)
  target_link_options(annals_options INTERFACE -fsanitize=address,undefined)
endif()

# A stage: src/NAME/**.cpp with public headers in include/annals/NAME. LINK is what its users see too, USES is its own.
function(annals_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINK;USES")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/include/annals/${name}/*.hpp)
  add_library(annals_${name} STATIC ${sources})
  add_library(annals::${name} ALIAS annals_${name})
  set_target_properties(annals_${name} PROPERTIES EXPORT_NAME ${name} POSITION_INDEPENDENT_CODE ON)
  target_compile_features(annals_${name} PUBLIC cxx_std_20)
  target_sources(annals_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${CMAKE_SOURCE_DIR}/include FILES ${headers})
  target_include_directories(annals_${name} PRIVATE ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(annals_${name} PUBLIC ${arg_LINK} fmt::fmt PRIVATE $<BUILD_INTERFACE:annals_options> ${arg_USES})
  set_property(GLOBAL APPEND PROPERTY ANNALS_LIBRARIES annals_${name})
endfunction()
