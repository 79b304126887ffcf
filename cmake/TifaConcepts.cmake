# tifa_concept_data(): the shipped dictionary, and beside it the same made ready to be mapped (src/tag/snapshot.h).
function(tifa_concept_data)
  tifa_data(concepts FROM dictionaries/concepts/*.tsv)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/dictionaries/concepts/*.tsv)
  add_executable(compile-concepts tools/compile-concepts.c)
  set_target_properties(compile-concepts PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tools)
  target_link_libraries(compile-concepts PRIVATE tifa_tag)
  set(output ${TIFA_DATA_OUTPUT}/concepts/compiled)
  add_custom_command(OUTPUT ${output} COMMAND compile-concepts ${TIFA_DATA_OUTPUT}/concepts
    DEPENDS compile-concepts ${sources} VERBATIM)
  add_custom_target(concepts ALL DEPENDS ${output})
  install(FILES ${output} DESTINATION ${CMAKE_INSTALL_DATADIR}/tifa/concepts OPTIONAL)
endfunction()
