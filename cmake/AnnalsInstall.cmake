# `cmake --install` gives the program, its man page and completions, the libraries with headers, and a package file
# so that another project says find_package(annals) and links annals::extractor (or any other stage).
include(CMakePackageConfigHelpers)
get_property(libraries GLOBAL PROPERTY ANNALS_LIBRARIES)
install(TARGETS ${libraries} EXPORT annalsTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
        FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(TARGETS annals RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

# The manual page and the completions are what the program itself prints.
set(manual ${CMAKE_BINARY_DIR}/manual)
file(MAKE_DIRECTORY ${manual})
add_custom_command(OUTPUT ${manual}/annals.1 ${manual}/annals.bash ${manual}/_annals ${manual}/annals.fish
  COMMAND annals help --man > ${manual}/annals.1
  COMMAND annals completion bash > ${manual}/annals.bash
  COMMAND annals completion zsh > ${manual}/_annals
  COMMAND annals completion fish > ${manual}/annals.fish
  DEPENDS annals VERBATIM COMMENT "Writing the manual page and completions")
add_custom_target(annals_manual ALL DEPENDS ${manual}/annals.1)
install(FILES ${manual}/annals.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${manual}/annals.bash RENAME annals DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${manual}/_annals DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${manual}/annals.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

install(EXPORT annalsTargets NAMESPACE annals:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/annals)
configure_package_config_file(${CMAKE_SOURCE_DIR}/cmake/annalsConfig.cmake.in ${CMAKE_BINARY_DIR}/annalsConfig.cmake
                              INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/annals)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/annalsConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/annalsConfig.cmake ${CMAKE_BINARY_DIR}/annalsConfigVersion.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/annals)
install(DIRECTORY datasets/lexicons DESTINATION ${CMAKE_INSTALL_DATADIR}/annals)
