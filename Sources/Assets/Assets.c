// Embeds what Public/ holds. A browser gets two style sheets: each a row of small files, in this order.
// A new file in Public/ is added here, and the compiler watches it from then on.

#include "Assets.h"

#pragma clang diagnostic ignored "-Wc23-extensions" // #embed, also where the C standard is older

static const unsigned char patient_css[] = {
#embed "../../Public/tokens.css"
    ,
#embed "../../Public/base.css"
    ,
#embed "../../Public/components/patient/frame.css"
    ,
#embed "../../Public/components/patient/nav.css"
    ,
#embed "../../Public/components/patient/button.css"
    ,
#embed "../../Public/components/patient/card.css"
    ,
#embed "../../Public/components/patient/answer.css"
    ,
#embed "../../Public/components/patient/chart.css"
    ,
#embed "../../Public/components/patient/events.css"
    ,
#embed "../../Public/components/patient/form.css"
    ,
#embed "../../Public/components/patient/keypad.css"
    ,
#embed "../../Public/components/patient/measure.css"
    ,
#embed "../../Public/components/patient/meter.css"
    ,
#embed "../../Public/components/patient/messages.css"
    ,
#embed "../../Public/components/patient/offline.css"
    ,
#embed "../../Public/components/patient/refusal.css"
    ,
#embed "../../Public/components/patient/reminders.css"
    ,
#embed "../../Public/components/patient/signin.css"
    ,
#embed "../../Public/components/patient/today.css"
    ,
#embed "../../Public/components/patient/upload.css"
    ,
#embed "../../Public/components/patient/way-in.css"
    ,
#embed "../../Public/print.css"
    ,
#embed "../../Public/components/patient/print.css"
};

static const unsigned char work_css[] = {
#embed "../../Public/tokens.css"
    ,
#embed "../../Public/base.css"
    ,
#embed "../../Public/components/work/frame.css"
    ,
#embed "../../Public/components/work/menu.css"
    ,
#embed "../../Public/components/work/buttons.css"
    ,
#embed "../../Public/components/work/table.css"
    ,
#embed "../../Public/components/work/desk.css"
    ,
#embed "../../Public/components/work/compose.css"
    ,
#embed "../../Public/components/work/dossier.css"
    ,
#embed "../../Public/components/work/form.css"
    ,
#embed "../../Public/components/work/kits.css"
    ,
#embed "../../Public/components/work/notice.css"
    ,
#embed "../../Public/components/work/pane.css"
    ,
#embed "../../Public/components/work/summaries.css"
    ,
#embed "../../Public/components/work/worklist.css"
    ,
#embed "../../Public/print.css"
    ,
#embed "../../Public/components/work/print.css"
};

static const unsigned char hartlijn_js[] = {
#embed "../../Public/hartlijn.js"
};

static const unsigned char key_switch_js[] = {
#embed "../../Public/behaviours/key-switch.js"
};

static const unsigned char keypad_js[] = {
#embed "../../Public/behaviours/keypad.js"
};

static const unsigned char keys_js[] = {
#embed "../../Public/behaviours/keys.js"
};

static const unsigned char meter_js[] = {
#embed "../../Public/behaviours/meter.js"
};

static const unsigned char meter_air_js[] = {
#embed "../../Public/behaviours/meter-air.js"
};

static const unsigned char meter_bytes_js[] = {
#embed "../../Public/behaviours/meter-bytes.js"
};

static const unsigned char meter_post_js[] = {
#embed "../../Public/behaviours/meter-post.js"
};

static const unsigned char meter_show_js[] = {
#embed "../../Public/behaviours/meter-show.js"
};

static const unsigned char news_js[] = {
#embed "../../Public/behaviours/news.js"
};

static const unsigned char pane_js[] = {
#embed "../../Public/behaviours/pane.js"
};

static const unsigned char letter_code_js[] = {
#embed "../../Public/behaviours/letter-code.js"
};
static const unsigned char passkey_js[] = {
#embed "../../Public/behaviours/passkey.js"
};

static const unsigned char copy_js[] = {
#embed "../../Public/behaviours/copy.js"
};

static const unsigned char seen_js[] = {
#embed "../../Public/behaviours/seen.js"
};

static const unsigned char print_js[] = {
#embed "../../Public/behaviours/print.js"
};

static const unsigned char push_js[] = {
#embed "../../Public/behaviours/push.js"
};

static const unsigned char push_worker_js[] = {
#embed "../../Public/behaviours/push-worker.js"
};

static const unsigned char readability_js[] = {
#embed "../../Public/behaviours/readability.js"
};

static const unsigned char speak_js[] = {
#embed "../../Public/behaviours/speak.js"
};

static const unsigned char timer_js[] = {
#embed "../../Public/behaviours/timer.js"
};

static const unsigned char asked_js[] = {
#embed "../../Public/behaviours/asked.js"
};

static const unsigned char hpke_js[] = {
#embed "../../Public/behaviours/hpke.js"
};

static const unsigned char kept_js[] = {
#embed "../../Public/behaviours/kept.js"
};

static const unsigned char ending_js[] = {
#embed "../../Public/behaviours/ending.js"
};

static const unsigned char leaving_js[] = {
#embed "../../Public/behaviours/leaving.js"
};

static const unsigned char reading_js[] = {
#embed "../../Public/behaviours/reading.js"
};

static const unsigned char sending_js[] = {
#embed "../../Public/behaviours/sending.js"
};

static const unsigned char steps_js[] = {
#embed "../../Public/behaviours/steps.js"
};

static const unsigned char waiting_js[] = {
#embed "../../Public/behaviours/waiting.js"
};

static const unsigned char sw_js[] = {
#embed "../../Public/sw.js"
};

static const unsigned char manifest_webmanifest[] = {
#embed "../../Public/manifest.webmanifest"
};

static const unsigned char icon_192_png[] = {
#embed "../../Public/icons/icon-192.png"
};

static const unsigned char icon_512_png[] = {
#embed "../../Public/icons/icon-512.png"
};

static const unsigned char maskable_512_png[] = {
#embed "../../Public/icons/maskable-512.png"
};

static const unsigned char favicon_svg[] = {
#embed "../../Public/favicon.svg"
};

static const unsigned char Inter_woff2[] = {
#embed "../../Public/Inter.woff2"
};

static const unsigned char Inter_copyright_txt[] = {
#embed "../../Public/Inter-copyright.txt"
};

struct asset {
    const char *name;
    const unsigned char *bytes;
    int length;
};

#define ASSET(name, bytes) {name, bytes, sizeof bytes}

static const struct asset assets[] = {
    ASSET("patient.css", patient_css),
    ASSET("work.css", work_css),
    ASSET("hartlijn.js", hartlijn_js),
    ASSET("behaviours/key-switch.js", key_switch_js),
    ASSET("behaviours/keypad.js", keypad_js),
    ASSET("behaviours/keys.js", keys_js),
    ASSET("behaviours/meter.js", meter_js),
    ASSET("behaviours/meter-air.js", meter_air_js),
    ASSET("behaviours/meter-bytes.js", meter_bytes_js),
    ASSET("behaviours/meter-post.js", meter_post_js),
    ASSET("behaviours/meter-show.js", meter_show_js),
    ASSET("behaviours/news.js", news_js),
    ASSET("behaviours/pane.js", pane_js),
    ASSET("behaviours/letter-code.js", letter_code_js),
    ASSET("behaviours/passkey.js", passkey_js),
    ASSET("behaviours/copy.js", copy_js),
    ASSET("behaviours/seen.js", seen_js),
    ASSET("behaviours/print.js", print_js),
    ASSET("behaviours/push.js", push_js),
    ASSET("behaviours/push-worker.js", push_worker_js),
    ASSET("behaviours/readability.js", readability_js),
    ASSET("behaviours/speak.js", speak_js),
    ASSET("behaviours/timer.js", timer_js),
    ASSET("behaviours/asked.js", asked_js),
    ASSET("behaviours/hpke.js", hpke_js),
    ASSET("behaviours/kept.js", kept_js),
    ASSET("behaviours/ending.js", ending_js),
    ASSET("behaviours/leaving.js", leaving_js),
    ASSET("behaviours/reading.js", reading_js),
    ASSET("behaviours/sending.js", sending_js),
    ASSET("behaviours/steps.js", steps_js),
    ASSET("behaviours/waiting.js", waiting_js),
    ASSET("sw.js", sw_js),
    ASSET("manifest.webmanifest", manifest_webmanifest),
    ASSET("icons/icon-192.png", icon_192_png),
    ASSET("icons/icon-512.png", icon_512_png),
    ASSET("icons/maskable-512.png", maskable_512_png),
    ASSET("favicon.svg", favicon_svg),
    ASSET("Inter.woff2", Inter_woff2),
    ASSET("Inter-copyright.txt", Inter_copyright_txt),
};

int hartlijn_asset_count(void) { return sizeof assets / sizeof assets[0]; }
const char *hartlijn_asset_name(int place) { return assets[place].name; }
const unsigned char *hartlijn_asset_bytes(int place) { return assets[place].bytes; }
int hartlijn_asset_length(int place) { return assets[place].length; }
