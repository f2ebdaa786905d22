# The HTML report and the exports in a real browser; skipped with a message where there is none (tests/browser/run).
add_test(NAME browser.report COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/browser/run ${CMAKE_CURRENT_SOURCE_DIR}/browser/report.test.mjs)
set_tests_properties(browser.report PROPERTIES TIMEOUT 900 SKIP_RETURN_CODE 77 ENVIRONMENT
  "ANNALS=$<TARGET_FILE:annals>;ANNALS_BROWSER_PACKAGES=${CMAKE_SOURCE_DIR}/build/browser")
add_test(NAME browser.exports COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/browser/run ${CMAKE_CURRENT_SOURCE_DIR}/browser/exports.test.mjs)
set_tests_properties(browser.exports PROPERTIES TIMEOUT 900 SKIP_RETURN_CODE 77 ENVIRONMENT
  "ANNALS=$<TARGET_FILE:annals>;ANNALS_BROWSER_PACKAGES=${CMAKE_SOURCE_DIR}/build/browser")
