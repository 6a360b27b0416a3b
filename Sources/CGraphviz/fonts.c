// What fontconfig says of fonts, which pango asks too. It is opened while the program runs: pango brings it along, and
// its headers are no part of libgraphviz-dev. Without it nothing is said.
#include "cgraphviz.h"

#include <dlfcn.h>
#include <string.h>
#include <strings.h>

typedef void Pattern, Charset, Names;
typedef struct {
  int count, room;
  Pattern **patterns;
} Found;

static struct {
  int is_open;
  Pattern *(*parse)(const unsigned char *);
  Pattern *(*create)(void);
  void (*destroy)(Pattern *);
  int (*substitute)(void *, Pattern *, int);
  void (*complete)(Pattern *);
  Pattern *(*match)(void *, Pattern *, int *);
  int (*text)(const Pattern *, const char *, int, unsigned char **);
  int (*add_charset)(Pattern *, const char *, const Charset *);
  Charset *(*charset)(void);
  int (*add_character)(Charset *, unsigned);
  void (*destroy_charset)(Charset *);
  Names *(*names)(const char *, ...);
  void (*destroy_names)(Names *);
  Found *(*list)(void *, Pattern *, Names *);
  void (*destroy_list)(Found *);
} fc;

static int open_library(void) {
  if (fc.is_open) return fc.is_open > 0;
  fc.is_open = -1;
  void *library = dlopen("libfontconfig.so.1", RTLD_LAZY);
  if (!library) return 0;
  const struct {
    void **function;
    const char *name;
  } functions[] = {
      {(void **)&fc.parse, "FcNameParse"},
      {(void **)&fc.create, "FcPatternCreate"},
      {(void **)&fc.destroy, "FcPatternDestroy"},
      {(void **)&fc.substitute, "FcConfigSubstitute"},
      {(void **)&fc.complete, "FcDefaultSubstitute"},
      {(void **)&fc.match, "FcFontMatch"},
      {(void **)&fc.text, "FcPatternGetString"},
      {(void **)&fc.add_charset, "FcPatternAddCharSet"},
      {(void **)&fc.charset, "FcCharSetCreate"},
      {(void **)&fc.add_character, "FcCharSetAddChar"},
      {(void **)&fc.destroy_charset, "FcCharSetDestroy"},
      {(void **)&fc.names, "FcObjectSetBuild"},
      {(void **)&fc.destroy_names, "FcObjectSetDestroy"},
      {(void **)&fc.list, "FcFontList"},
      {(void **)&fc.destroy_list, "FcFontSetDestroy"},
  };
  for (size_t i = 0; i < sizeof functions / sizeof *functions; ++i)
    if (!(*functions[i].function = dlsym(library, functions[i].name))) return 0;
  fc.is_open = 1;
  return 1;
}

int cgv_find_font(const char *family, char *found, size_t size) {
  if (!open_library()) return 0;
  Pattern *wanted = fc.parse((const unsigned char *)family);
  if (!wanted) return 0;
  fc.substitute(NULL, wanted, 0);
  fc.complete(wanted);
  int result = 0, is_other = 0;
  Pattern *font = fc.match(NULL, wanted, &result);
  unsigned char *name;
  // A font has its name in several languages.
  for (int i = 0; font && fc.text(font, "family", i, &name) == 0; ++i) {
    if (strcasecmp((const char *)name, family) == 0) {
      is_other = 0;
      break;
    }
    if (i > 0) continue;
    is_other = 1;
    strncpy(found, (const char *)name, size - 1);
    found[size - 1] = 0;
  }
  if (font) fc.destroy(font);
  fc.destroy(wanted);
  return is_other;
}

int cgv_has_glyph(unsigned character) {
  if (!open_library()) return 1;
  Pattern *wanted = fc.create();
  Charset *characters = fc.charset();
  Names *names = fc.names("family", (char *)NULL);
  fc.add_character(characters, character);
  fc.add_charset(wanted, "charset", characters);
  Found *fonts = fc.list(NULL, wanted, names);
  int has = !fonts || fonts->count > 0;
  if (fonts) fc.destroy_list(fonts);
  fc.destroy_names(names);
  fc.destroy_charset(characters);
  fc.destroy(wanted);
  return has;
}
