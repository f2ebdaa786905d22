# `cmake --install` gives the program, its man page and completions, the libraries with headers, and a package file
# so that another project says find_package(annals) and links annals::extractor (or any other stage).
include(CMakePackageConfigHelpers)
get_property(libraries GLOBAL PROPERTY ANNALS_LIBRARIES)
install(TARGETS ${libraries} EXPORT annalsTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
        FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(TARGETS annals RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(EXPORT annalsTargets NAMESPACE annals:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/annals)
configure_package_config_file(${CMAKE_SOURCE_DIR}/cmake/annalsConfig.cmake.in ${CMAKE_BINARY_DIR}/annalsConfig.cmake
                              INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/annals)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/annalsConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/annalsConfig.cmake ${CMAKE_BINARY_DIR}/annalsConfigVersion.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/annals)
install(DIRECTORY datasets/lexicons DESTINATION ${CMAKE_INSTALL_DATADIR}/annals)
