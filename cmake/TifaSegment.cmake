# What the segmenter reads: the lexicon, made at build time, and the trained models of dictionaries/model/. All of it
# stands below share/tifa/ in the build tree and is installed there.

function(tifa_segmenter_data)
  find_file(TIFA_JIEBA_WORDS dict.txt PATHS /usr/lib/python3/dist-packages/jieba NO_DEFAULT_PATH
    DOC "jieba's word list, from the Debian package python3-jieba")
  if(NOT TIFA_JIEBA_WORDS)
    message(FATAL_ERROR "jieba's dict.txt: not found; install python3-jieba or set TIFA_JIEBA_WORDS")
  endif()
  file(GLOB concepts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/dictionaries/concepts/*.tsv)
  file(GLOB words CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/dictionaries/lexicon/*.words)
  file(GLOB models CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/dictionaries/model/*.model)
  set(phrases ${CMAKE_SOURCE_DIR}/dictionaries/lexicon/phrases.txt)
  list(SORT concepts)
  list(SORT words)

  file(GLOB maker CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tools/make-lexicon/*.c)
  add_executable(make-lexicon ${maker})
  set_target_properties(make-lexicon PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tools)
  target_link_libraries(make-lexicon PRIVATE tifa_segment tifa_tag)
  set(lexicon ${TIFA_DATA_OUTPUT}/lexicon)
  file(MAKE_DIRECTORY ${TIFA_DATA_OUTPUT})
  add_custom_command(OUTPUT ${lexicon}
    COMMAND make-lexicon ${lexicon} ${phrases} ${TIFA_JIEBA_WORDS} ${concepts} ${words}
    DEPENDS make-lexicon ${phrases} ${TIFA_JIEBA_WORDS} ${concepts} ${words} VERBATIM)
  add_custom_target(lexicon ALL DEPENDS ${lexicon})
  foreach(model IN LISTS models)
    get_filename_component(name ${model} NAME)
    configure_file(${model} ${TIFA_DATA_OUTPUT}/${name} COPYONLY)
  endforeach()
  install(FILES ${lexicon} ${models} DESTINATION ${CMAKE_INSTALL_DATADIR}/tifa)
  install(FILES ${CMAKE_SOURCE_DIR}/dictionaries/model/README.md
    DESTINATION ${CMAKE_INSTALL_DATADIR}/tifa RENAME model-licence.md)

  file(GLOB trainer CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tools/train-segmenter/*.c)
  add_executable(train-segmenter EXCLUDE_FROM_ALL ${trainer})
  set_target_properties(train-segmenter PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tools)
  target_link_libraries(train-segmenter PRIVATE tifa_segment)
  add_executable(train-tagger EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/tools/train-tagger/main.c)
  set_target_properties(train-tagger PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tools)
  target_link_libraries(train-tagger PRIVATE tifa_segment)
  foreach(user IN ITEMS tifa test_segment)
    if(TARGET ${user})
      add_dependencies(${user} lexicon)
    endif()
  endforeach()
endfunction()
