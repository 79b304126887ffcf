#include "text/exchange.h"

#include "base/error.h"
#include "text/wire.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    PACKET_LIMIT = 64 * 1024, /* bytes of the longest packet */
    FILES = 2,                /* descriptors that go with a request */
};

static const char greeting_head[] = "tifa-read " TIFA_VERSION;

/* ---- Packets --------------------------------------------------------------------------------- */

typedef struct {
    char bytes[PACKET_LIMIT];
    size_t length;
    int files[FILES]; /* -1 where none came */
} Packet;

/* Sends one packet, with FILES descriptors unless `files` is NULL. */
static bool send_packet(int socket, const void *bytes, size_t length, const int *files)
{
    union {
        char room[CMSG_SPACE(FILES * sizeof(int))];
        struct cmsghdr aligned;
    } control = {0};
    struct iovec part = {(void *)bytes, length};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
    if (files) {
        message.msg_control = control.room;
        message.msg_controllen = sizeof control.room;
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(FILES * sizeof(int));
        memcpy(CMSG_DATA(header), files, FILES * sizeof(int));
    }
    ssize_t sent;
    do
        sent = sendmsg(socket, &message, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent == (ssize_t)length;
}

/* Keeps the first FILES descriptors that came with a message and closes any others. */
static void keep_files(struct msghdr *message, Packet *packet)
{
    size_t kept = 0;
    for (struct cmsghdr *header = CMSG_FIRSTHDR(message); header; header = CMSG_NXTHDR(message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS)
            continue;
        size_t count = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (size_t i = 0; i < count; i++) {
            int file;
            memcpy(&file, CMSG_DATA(header) + i * sizeof file, sizeof file);
            if (kept < FILES)
                packet->files[kept++] = file;
            else
                close(file);
        }
    }
}

static void close_files(const int *files)
{
    for (int i = 0; i < FILES; i++)
        if (files[i] >= 0)
            close(files[i]);
}

/* Takes one packet. Without `with_files` the system drops descriptors that came along. */
static ExchangeResult take_packet(int socket, Packet *packet, bool with_files)
{
    union {
        char room[CMSG_SPACE(FILES * sizeof(int))];
        struct cmsghdr aligned;
    } control;
    struct iovec part = {packet->bytes, sizeof packet->bytes};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
    if (with_files) {
        message.msg_control = control.room;
        message.msg_controllen = sizeof control.room;
    }
    memset(packet->files, 0xFF, sizeof packet->files);
    ssize_t got;
    do
        got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    while (got < 0 && errno == EINTR);
    if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
        return EXCHANGE_NOTHING;
    if (got <= 0)
        return EXCHANGE_ENDED;
    packet->length = (size_t)got;
    keep_files(&message, packet);
    if (!(message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)))
        return EXCHANGE_GOT;
    close_files(packet->files);
    return EXCHANGE_GARBAGE;
}

bool exchange_send_greeting(int socket, const char *warning)
{
    g_autofree char *greeting = g_strdup_printf("%s\n%s", greeting_head, warning);
    return send_packet(socket, greeting, strlen(greeting), NULL);
}

ExchangeResult exchange_take_greeting(int socket, char **warning)
{
    Packet packet;
    ExchangeResult result = take_packet(socket, &packet, false);
    if (result != EXCHANGE_GOT)
        return result;
    g_autofree char *greeting = g_utf8_make_valid(packet.bytes, (gssize)packet.length);
    char *rest = strchr(greeting, '\n');
    if (!rest || strncmp(greeting, greeting_head, (size_t)(rest - greeting)) != 0)
        return EXCHANGE_GARBAGE;
    *warning = g_strdup(rest + 1);
    return EXCHANGE_GOT;
}

/* The part of a request that has a fixed size; the three strings follow, each with its '\0'. */
typedef struct {
    uint32_t number, seconds, ocr;
} RequestHead;

bool exchange_send_request(int socket, const ExchangeRequest *request)
{
    RequestHead head = {request->number, request->seconds, request->ocr};
    const char *strings[] = {request->name, request->charset, request->url};
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    g_byte_array_append(bytes, (const uint8_t *)&head, sizeof head);
    for (size_t i = 0; i < G_N_ELEMENTS(strings); i++) {
        const char *string = strings[i] ? strings[i] : "";
        g_byte_array_append(bytes, (const uint8_t *)string, (guint)strlen(string) + 1);
    }
    return send_packet(socket, bytes->data, bytes->len, (const int[FILES]){request->file, request->answer});
}

/* The next of the strings in a packet; NULL if it is empty or missing. */
static char *take_text(const Packet *packet, size_t *place)
{
    const char *start = packet->bytes + *place;
    size_t length = strnlen(start, packet->length - *place);
    *place = MIN(*place + length + 1, packet->length);
    return length > 0 ? g_strndup(start, length) : NULL;
}

ExchangeResult exchange_take_request(int socket, ExchangeRequest *request)
{
    Packet packet;
    RequestHead head;
    ExchangeResult result = take_packet(socket, &packet, true);
    if (result != EXCHANGE_GOT)
        return result;
    if (packet.length < sizeof head || packet.files[FILES - 1] < 0) {
        close_files(packet.files);
        return EXCHANGE_GARBAGE;
    }
    memcpy(&head, packet.bytes, sizeof head);
    *request = (ExchangeRequest){.number = head.number,
                                 .seconds = head.seconds,
                                 .ocr = head.ocr,
                                 .file = packet.files[0],
                                 .answer = packet.files[1]};
    size_t place = sizeof head;
    request->name = take_text(&packet, &place);
    request->charset = take_text(&packet, &place);
    request->url = take_text(&packet, &place);
    return EXCHANGE_GOT;
}

void exchange_request_clear(ExchangeRequest *request)
{
    g_free(request->name);
    g_free(request->charset);
    g_free(request->url);
    close_files((const int[FILES]){request->file, request->answer});
    *request = (ExchangeRequest){.file = -1, .answer = -1};
}

typedef struct {
    uint32_t number, is_last;
} ReceiptPacket;

bool exchange_send_receipt(int socket, const ExchangeReceipt *receipt)
{
    ReceiptPacket packet = {receipt->number, receipt->is_last};
    return send_packet(socket, &packet, sizeof packet, NULL);
}

ExchangeResult exchange_take_receipt(int socket, ExchangeReceipt *receipt)
{
    Packet packet;
    ReceiptPacket taken;
    ExchangeResult result = take_packet(socket, &packet, false);
    if (result != EXCHANGE_GOT)
        return result;
    if (packet.length != sizeof taken)
        return EXCHANGE_GARBAGE;
    memcpy(&taken, packet.bytes, sizeof taken);
    *receipt = (ExchangeReceipt){taken.number, taken.is_last != 0};
    return EXCHANGE_GOT;
}

bool exchange_write(int file, const void *bytes, size_t length)
{
    for (const char *place = bytes; length > 0;) {
        ssize_t written = write(file, place, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        place += written;
        length -= (size_t)written;
    }
    return true;
}

/* ---- Answers --------------------------------------------------------------------------------- */

typedef enum {
    PART_DOCUMENT = 1,
    PART_FAILURE,
    PART_ERROR,
} PartKind;

/* Stands before each part of an answer. */
typedef struct {
    uint32_t kind; /* PartKind */
    uint32_t code; /* of an error */
    uint64_t length;
} PartHead;

/* Appends a head; its length is set by end_part(), which gets what this returns. */
static guint begin_part(GByteArray *out, PartKind kind, int code)
{
    guint place = out->len;
    PartHead head = {kind, (uint32_t)code, 0};
    g_byte_array_append(out, (const uint8_t *)&head, sizeof head);
    return place;
}

static void end_part(GByteArray *out, guint place)
{
    PartHead head;
    memcpy(&head, out->data + place, sizeof head);
    head.length = out->len - place - sizeof head;
    memcpy(out->data + place, &head, sizeof head);
}

static void put_message(GByteArray *out, PartKind kind, int code, const char *message)
{
    guint place = begin_part(out, kind, code);
    g_byte_array_append(out, (const uint8_t *)message, (guint)strlen(message));
    end_part(out, place);
}

void exchange_encode_answer(GPtrArray *documents, GPtrArray *failures, const GError *error, GByteArray *out)
{
    if (error) {
        put_message(out, PART_ERROR, error->code, error->message);
        return;
    }
    for (guint i = 0; i < documents->len; i++) {
        guint place = begin_part(out, PART_DOCUMENT, 0);
        wire_encode(documents->pdata[i], out);
        end_part(out, place);
    }
    for (guint i = 0; failures && i < failures->len; i++)
        put_message(out, PART_FAILURE, 0, failures->pdata[i]);
}

/* A message on one line, valid and not longer than anyone would read. */
static char *take_message(const uint8_t *bytes, size_t length)
{
    g_autofree char *valid = g_utf8_make_valid((const char *)bytes, (gssize)MIN(length, 2000));
    for (char *place = valid; *place; place++)
        if (g_ascii_iscntrl(*place))
            *place = ' ';
    return g_steal_pointer(&valid);
}

static bool take_part(const PartHead *head, const uint8_t *bytes, GPtrArray *documents, GPtrArray *failures,
                      GError **error)
{
    if (head->kind == PART_DOCUMENT) {
        TifaDocument *document = wire_decode(bytes, head->length, error);
        if (document)
            g_ptr_array_add(documents, document);
        return document != NULL;
    }
    g_autofree char *message = take_message(bytes, head->length);
    if (head->kind == PART_ERROR)
        return fail(error, head->code == TIFA_ERROR_INPUT ? TIFA_ERROR_INPUT : TIFA_ERROR_SYSTEM, "%s",
                    message);
    g_ptr_array_add(failures, g_steal_pointer(&message));
    return true;
}

bool exchange_decode_answer(const uint8_t *bytes, size_t length, GPtrArray *documents, GPtrArray *failures,
                            GError **error)
{
    size_t place = 0;
    while (place < length) {
        PartHead head;
        if (length - place < sizeof head)
            break;
        memcpy(&head, bytes + place, sizeof head);
        place += sizeof head;
        if (head.length > length - place || head.kind < PART_DOCUMENT || head.kind > PART_ERROR)
            break;
        if (!take_part(&head, bytes + place, documents, failures, error))
            return false;
        place += head.length;
        if (place == length && documents->len > 0)
            return true;
    }
    return fail(error, TIFA_ERROR_SYSTEM, "the reading program's answer is damaged; please report it");
}
