# Tests of the built program: each file a CTest test of its own, with Python's standard library only.
# They are told where the program and the sources are; the folder they work in is a temporary one.

function(annals_cli_test name)
  add_test(NAME cli.${name} COMMAND ${ARGN} WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}/cli)
  set_tests_properties(cli.${name} PROPERTIES TIMEOUT 900 ENVIRONMENT
    "ANNALS=$<TARGET_FILE:annals>;ANNALS_SOURCE_DIR=${CMAKE_SOURCE_DIR};PYTHONDONTWRITEBYTECODE=1")
endfunction()

foreach(name help inputs output overrides verbs determinism samples diff brief check hostile)
  annals_cli_test(${name} ${Python3_EXECUTABLE} -m unittest -q test_${name})
endforeach()
# The readers of other formats are packages of the system's Python, which may not be the first one on the path.
find_program(ANNALS_SYSTEM_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
if(NOT ANNALS_SYSTEM_PYTHON)
  set(ANNALS_SYSTEM_PYTHON ${Python3_EXECUTABLE})
endif()
foreach(name formats markdown)
  annals_cli_test(${name} ${ANNALS_SYSTEM_PYTHON} -m unittest -q test_${name})
endforeach()
annals_cli_test(docs ${Python3_EXECUTABLE} check_docs.py)
annals_cli_test(install ${CMAKE_CURRENT_SOURCE_DIR}/cli/check_install.sh ${CMAKE_BINARY_DIR} ${CMAKE_COMMAND})

# The parts of the command line that are plain functions.
file(GLOB cli_test_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/cli/*.cpp)
add_executable(test_cli ${cli_test_sources} ${CMAKE_SOURCE_DIR}/src/cli/moment.cpp ${CMAKE_SOURCE_DIR}/src/cli/selection.cpp
               ${CMAKE_SOURCE_DIR}/src/cli/standing_documents.cpp ${CMAKE_SOURCE_DIR}/src/cli/suggest.cpp
               ${CMAKE_SOURCE_DIR}/src/cli/talk.cpp ${CMAKE_SOURCE_DIR}/src/cli/terminal.cpp ${CMAKE_SOURCE_DIR}/src/cli/words.cpp)
target_link_libraries(test_cli PRIVATE annals_test_main annals::model annals_options fmt::fmt)
target_include_directories(test_cli PRIVATE ${CMAKE_SOURCE_DIR}/src)
add_test(NAME cli COMMAND test_cli)
