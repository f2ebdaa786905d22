# Data files become part of the program: each datasets/lexicons/LANG/*.tsv is written into one generated .cpp as a
# raw byte array, so that tabs, quotes and any UTF-8 survive, and is re-made when the file changes.

function(annals_embed_lexicon target folder)
  file(GLOB tables CONFIGURE_DEPENDS ${folder}/*.tsv)
  list(SORT tables)
  set(generated ${CMAKE_BINARY_DIR}/generated/embedded_lexicon.cpp)
  set(script ${CMAKE_SOURCE_DIR}/cmake/embed_lexicon.cmake)
  add_custom_command(OUTPUT ${generated}
    COMMAND ${CMAKE_COMMAND} -DOUT=${generated} "-DTABLES=${tables}" -P ${script}
    DEPENDS ${tables} ${script} VERBATIM COMMENT "Embedding ${folder}")
  target_sources(${target} PRIVATE ${generated})
endfunction()

# One data file as a function `std::string_view annals::SYMBOL()` of the target, declared by hand where it is used.
function(annals_embed_file target file symbol)
  set(generated ${CMAKE_BINARY_DIR}/generated/${symbol}.cpp)
  set(script ${CMAKE_SOURCE_DIR}/cmake/embed_file.cmake)
  add_custom_command(OUTPUT ${generated}
    COMMAND ${CMAKE_COMMAND} -DOUT=${generated} -DDATA=${file} -DSYMBOL=${symbol} -P ${script}
    DEPENDS ${file} ${script} VERBATIM COMMENT "Embedding ${file}")
  target_sources(${target} PRIVATE ${generated})
endfunction()
