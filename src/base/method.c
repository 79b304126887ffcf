#include "base/method.h"

#include "base/array.h"

struct TifaMethod {
    ARRAY(MethodSentence) sentences;
};

TifaMethod *tifa_method_new(void)
{
    return g_new0(TifaMethod, 1);
}

void tifa_method_free(TifaMethod *method)
{
    if (!method)
        return;
    for (size_t i = 0; i < method->sentences.length; i++) {
        g_free(method->sentences.items[i].name);
        g_free(method->sentences.items[i].value);
    }
    array_clear(&method->sentences);
    g_free(method);
}

void tifa_method_add(TifaMethod *method, const char *name, const char *value)
{
    array_push(&method->sentences, ((MethodSentence){g_strdup(name), g_strdup(value)}));
}

size_t method_length(const TifaMethod *method)
{
    return method ? method->sentences.length : 0;
}

const MethodSentence *method_get(const TifaMethod *method, size_t index)
{
    g_assert(index < method_length(method));
    return &method->sentences.items[index];
}
