# The house rules as CMake functions: one line a room in the top CMakeLists.txt.

option(TIFA_WERROR "Warnings are errors" OFF)
set(TIFA_SANITIZE "" CACHE STRING "Sanitizers, as for -fsanitize=")
option(TIFA_FUZZ "Build the fuzz targets with libFuzzer (clang)" OFF)

# The build tree has the shape of the installed one, so that the program finds its parts in both the same way.
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib)
set(TIFA_LIBEXEC_OUTPUT ${CMAKE_BINARY_DIR}/libexec/tifa)
set(TIFA_DATA_OUTPUT ${CMAKE_BINARY_DIR}/share/tifa)

add_library(tifa_flags INTERFACE)
target_include_directories(tifa_flags INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_definitions(tifa_flags INTERFACE
  G_LOG_DOMAIN="tifa" TIFA_VERSION="${PROJECT_VERSION}" TIFA_PREFIX="${CMAKE_INSTALL_PREFIX}"
  _GNU_SOURCE GLIB_VERSION_MAX_ALLOWED=GLIB_VERSION_2_74)
target_compile_options(tifa_flags INTERFACE
  -fvisibility=hidden -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith
  -Wwrite-strings -Wvla -Wformat=2 -Wundef $<$<BOOL:${TIFA_WERROR}>:-Werror>)
if(TIFA_SANITIZE)
  target_compile_options(tifa_flags INTERFACE
    -fsanitize=${TIFA_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(tifa_flags INTERFACE -fsanitize=${TIFA_SANITIZE})
endif()

# tifa_generate(room/header WITH tools/program.c LIBS PACKAGE...): a header that a program of ours prints at build time.
function(tifa_generate header)
  cmake_parse_arguments(MAKE "" "WITH" "LIBS" ${ARGN})
  get_filename_component(program ${MAKE_WITH} NAME_WE)
  get_filename_component(room ${header} DIRECTORY)
  add_executable(${program} ${MAKE_WITH})
  set_target_properties(${program} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tools)
  list(TRANSFORM MAKE_LIBS PREPEND PkgConfig::)
  target_link_libraries(${program} PRIVATE ${MAKE_LIBS})
  set(output ${CMAKE_BINARY_DIR}/generated/${header})
  get_filename_component(folder ${output} DIRECTORY)
  file(MAKE_DIRECTORY ${folder})
  add_custom_command(OUTPUT ${output} COMMAND ${program} > ${output} DEPENDS ${program} VERBATIM)
  set_property(GLOBAL APPEND PROPERTY TIFA_GENERATED_${room} ${output})
endfunction()

# tifa_embed(room/name FROM file): the header room/<name>.h with the file's text as the string constant <name>.
function(tifa_embed header)
  cmake_parse_arguments(EMBED "" "FROM" "" ${ARGN})
  get_filename_component(room ${header} DIRECTORY)
  get_filename_component(name ${header} NAME)
  set(source ${CMAKE_SOURCE_DIR}/${EMBED_FROM})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
  file(READ ${source} bytes HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
  set(output ${CMAKE_BINARY_DIR}/generated/${header}.h)
  file(CONFIGURE OUTPUT ${output} CONTENT "static const char ${name}[] = {${bytes}0};\n" @ONLY)
  set_property(GLOBAL APPEND PROPERTY TIFA_GENERATED_${room} ${output})
endfunction()

set_property(GLOBAL PROPERTY TIFA_ROOMS "")

# tifa_room(name USES room... LIBS PACKAGE... HEADERS PACKAGE...): the static library tifa_<name> of src/<name>/*.c.
function(tifa_room name)
  cmake_parse_arguments(ROOM "" "" "USES;LIBS;HEADERS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.c)
  set_property(GLOBAL APPEND PROPERTY TIFA_ROOMS ${name})
  set_property(GLOBAL PROPERTY TIFA_USES_${name} "${ROOM_USES}")
  set_property(GLOBAL PROPERTY TIFA_LIBS_${name} "${ROOM_LIBS}")
  if(NOT sources)
    return() # a room that is planned and still empty
  endif()
  get_property(generated GLOBAL PROPERTY TIFA_GENERATED_${name})
  add_library(tifa_${name} STATIC ${sources} ${generated})
  target_include_directories(tifa_${name} PRIVATE ${CMAKE_BINARY_DIR}/generated/${name})
  set_target_properties(tifa_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
  target_link_libraries(tifa_${name} PUBLIC tifa_flags PkgConfig::GLIB m)
  foreach(room IN LISTS ROOM_USES)
    if(TARGET tifa_${room})
      target_link_libraries(tifa_${name} PUBLIC tifa_${room})
    endif()
  endforeach()
  foreach(package IN LISTS ROOM_LIBS)
    target_link_libraries(tifa_${name} PRIVATE PkgConfig::${package})
  endforeach()
  foreach(package IN LISTS ROOM_HEADERS)
    target_include_directories(tifa_${name} SYSTEM PRIVATE ${${package}_INCLUDE_DIRS})
  endforeach()
  tifa_unit_test(${name})
endfunction()

# The Check program of a room: tests/unit/<name>/*.c, linked with that room alone.
function(tifa_unit_test name)
  file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/unit/${name}/*.c)
  if(NOT tests OR NOT BUILD_TESTING)
    return()
  endif()
  pkg_check_modules(CHECK REQUIRED IMPORTED_TARGET check)
  add_executable(test_${name} ${tests})
  set_target_properties(test_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_include_directories(test_${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests/unit)
  target_link_libraries(test_${name} PRIVATE tifa_${name} PkgConfig::CHECK)
  set_source_files_properties(${tests} PROPERTIES COMPILE_OPTIONS -Wno-missing-prototypes) # main.c declares the suites
  add_test(NAME unit/${name} COMMAND test_${name})
  set_tests_properties(unit/${name} PROPERTIES TIMEOUT 600
    ENVIRONMENT "TIFA_SOURCE=${CMAKE_SOURCE_DIR};TIFA_BUILD=${CMAKE_BINARY_DIR};G_DEBUG=fatal-criticals;CK_DEFAULT_TIMEOUT=120")
endfunction()

# tifa_library(ROOMS room...): libtifa, the named rooms in one shared library that exports what tifa.h declares.
function(tifa_library)
  cmake_parse_arguments(LIBRARY "" "" "ROOMS" ${ARGN})
  add_library(tifa_shared SHARED)
  foreach(room IN LISTS LIBRARY_ROOMS)
    get_property(packages GLOBAL PROPERTY TIFA_LIBS_${room})
    list(TRANSFORM packages PREPEND PkgConfig::)
    target_sources(tifa_shared PRIVATE $<TARGET_OBJECTS:tifa_${room}>)
    target_link_libraries(tifa_shared PRIVATE tifa_flags ${packages})
  endforeach()
  set_target_properties(tifa_shared PROPERTIES OUTPUT_NAME tifa VERSION ${PROJECT_VERSION}
    SOVERSION ${PROJECT_VERSION_MAJOR} LINKER_LANGUAGE C PUBLIC_HEADER ${CMAKE_SOURCE_DIR}/src/tifa.h)
  target_link_libraries(tifa_shared PUBLIC PkgConfig::GLIB)
endfunction()

# tifa_helper(name SOURCES pattern BELOW prefix AS name ROOMS room... LIBS PACKAGE...): a program that the library
# runs, on top of some rooms, in <prefix>/libexec/tifa of the build tree, under its own name or another.
function(tifa_helper name)
  cmake_parse_arguments(HELPER "" "BELOW;AS" "SOURCES;ROOMS;LIBS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${HELPER_SOURCES})
  add_executable(${name} ${sources})
  if(NOT HELPER_AS)
    set(HELPER_AS ${name})
  endif()
  set_target_properties(${name} PROPERTIES
    OUTPUT_NAME ${HELPER_AS} RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/${HELPER_BELOW}/libexec/tifa)
  list(TRANSFORM HELPER_ROOMS PREPEND tifa_)
  list(TRANSFORM HELPER_LIBS PREPEND PkgConfig::)
  target_link_libraries(${name} PRIVATE tifa_flags ${HELPER_ROOMS} ${HELPER_LIBS})
endfunction()

# tifa_program(name SOURCES pattern): a program that knows the library by tifa.h alone.
function(tifa_program name)
  cmake_parse_arguments(PROGRAM "" "" "SOURCES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${PROGRAM_SOURCES})
  add_executable(${name} ${sources})
  set_target_properties(${name} PROPERTIES INSTALL_RPATH "$ORIGIN/../${CMAKE_INSTALL_LIBDIR}")
  target_link_libraries(${name} PRIVATE tifa_flags tifa_shared)
endfunction()

# tifa_data(folder FROM files...): files that the program reads, below share/tifa/ in the build tree and installed.
function(tifa_data folder)
  cmake_parse_arguments(DATA "" "" "FROM" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${DATA_FROM})
  foreach(source IN LISTS sources)
    get_filename_component(name ${source} NAME)
    configure_file(${source} ${TIFA_DATA_OUTPUT}/${folder}/${name} COPYONLY)
  endforeach()
  install(FILES ${sources} DESTINATION ${CMAKE_INSTALL_DATADIR}/tifa/${folder})
endfunction()

# tifa_tests(): the tests that look at the house as a whole, and at the program from outside.
function(tifa_tests)
  if(NOT BUILD_TESTING)
    return()
  endif()
  set(environment "TIFA_SOURCE=${CMAKE_SOURCE_DIR}" "TIFA_BUILD=${CMAKE_BINARY_DIR}")
  get_property(rooms GLOBAL PROPERTY TIFA_ROOMS)
  set(lines "")
  foreach(room IN LISTS rooms)
    get_property(uses GLOBAL PROPERTY TIFA_USES_${room})
    list(JOIN uses " " uses)
    string(APPEND lines "${room} ${uses}\n")
  endforeach()
  file(WRITE ${CMAKE_BINARY_DIR}/rooms.txt "${lines}")
  file(GLOB scripts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/house/*.sh ${CMAKE_SOURCE_DIR}/tests/cli/*.sh)
  foreach(script IN LISTS scripts)
    get_filename_component(name ${script} NAME_WE)
    get_filename_component(folder ${script} DIRECTORY)
    get_filename_component(folder ${folder} NAME)
    add_test(NAME ${folder}/${name} COMMAND bash ${script})
    set_tests_properties(${folder}/${name} PROPERTIES TIMEOUT 900 SKIP_RETURN_CODE 77 ENVIRONMENT "${environment}")
  endforeach()
  tifa_fuzz_targets()
endfunction()

# Each tests/fuzz/fuzz_NAME.c with the inputs in tests/fuzz/NAME/: replayed as a test in every build, and with
# TIFA_FUZZ a libFuzzer program.
function(tifa_fuzz_targets)
  file(GLOB targets CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/fuzz/fuzz_*.c)
  foreach(source IN LISTS targets)
    get_filename_component(target ${source} NAME_WE)
    string(REPLACE "fuzz_" "" name ${target})
    add_executable(${target} ${source} $<$<NOT:$<BOOL:${TIFA_FUZZ}>>:${CMAKE_SOURCE_DIR}/tests/fuzz/replay.c>)
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    foreach(room IN ITEMS base text extract segment tag compare statistics store corpus search)
      target_link_libraries(${target} PRIVATE tifa_${room})
    endforeach()
    if(TIFA_FUZZ)
      target_compile_options(${target} PRIVATE -fsanitize=fuzzer)
      target_link_options(${target} PRIVATE -fsanitize=fuzzer)
    else()
      add_test(NAME fuzz/${name} COMMAND ${target} ${CMAKE_SOURCE_DIR}/tests/fuzz/${name})
      set_tests_properties(fuzz/${name} PROPERTIES TIMEOUT 300
        ENVIRONMENT "TIFA_SOURCE=${CMAKE_SOURCE_DIR};TIFA_BUILD=${CMAKE_BINARY_DIR}")
    endif()
  endforeach()
endfunction()

# tifa_install(): library, header, pkg-config file, program and helper.
function(tifa_install)
  install(TARGETS tifa tifa_shared PUBLIC_HEADER DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
  install(DIRECTORY ${CMAKE_SOURCE_DIR}/src/tifa DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
  install(TARGETS tifa-read tifa-sheet DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/tifa)
  # The file finds its prefix from where it lies, so that an installation can be moved.
  file(RELATIVE_PATH TIFA_PC_PREFIX /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
  configure_file(${CMAKE_SOURCE_DIR}/cmake/tifa.pc.in ${CMAKE_BINARY_DIR}/tifa.pc @ONLY)
  install(FILES ${CMAKE_BINARY_DIR}/tifa.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endfunction()
