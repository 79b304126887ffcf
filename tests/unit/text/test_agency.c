#include "text/agency.h"

#include <check.h>

Suite *suite_agency(void);

static const struct {
    const char *text, *names; /* NULL: no list of agencies */
} lists[] = {
    {"澜江省科学技术厅　澜江省教育厅", "澜江省科学技术厅、澜江省教育厅"},
    {"科学技术部、财政部", "科学技术部、财政部"},
    {"国　务　院", "国务院"},
    {"中华人民共和国国务院", "国务院"},
    {"国家发展和改革委员会", "国家发展和改革委员会"},
    {"南嶼大學研究發展處", "南嶼大學研究發展處"},
    {"各市人民政府", NULL},
    {"省长 陆远舟", NULL},
    {"关于规范管理的通知", NULL},
    {"推进社会", NULL},
    {"Ministry of Science", NULL},
    {"", NULL},
};

START_TEST(agencies_are_told_by_their_form)
{
    g_autofree char *names = agency_list(slice_of(lists[_i].text));
    ck_assert_pstr_eq(names, lists[_i].names);
}
END_TEST

static const struct {
    const char *session, *body;
} sessions[] = {
    {"第十三届全国人民代表大会第二次会议", "全国人民代表大会"},
    {"澜江省第十一届人民代表大会常务委员会第二十五次会议", "澜江省人民代表大会常务委员会"},
    {"云州市十二届人大一次会议", "云州市人民代表大会"},
    {"国务院第41次常务会议", "国务院"},
    {"中华人民共和国国务院令第717号", "国务院"},
    {"由最高人民法院审判委员会第1746次会议", "最高人民法院"},
    {"在中国共产党第十四次全国代表大会", "中国共产党全国代表大会"},
    {"经省经济委员会", "省经济委员会"},
    {"经济和信息化委员会", "经济和信息化委员会"},
    {"《关于修改部分规章的决定》", NULL},
};

START_TEST(a_body_is_named_without_term_and_session)
{
    g_autofree char *body = agency_of_session(slice_of(sessions[_i].session));
    ck_assert_pstr_eq(body, sessions[_i].body);
}
END_TEST

Suite *suite_agency(void)
{
    Suite *suite = suite_create("agency");
    TCase *tests = tcase_create("agency");
    tcase_add_loop_test(tests, agencies_are_told_by_their_form, 0, G_N_ELEMENTS(lists));
    tcase_add_loop_test(tests, a_body_is_named_without_term_and_session, 0, G_N_ELEMENTS(sessions));
    suite_add_tcase(suite, tests);
    return suite;
}
